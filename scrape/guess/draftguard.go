package guess

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// skipLimit is how many rows of a table may be declared to be none: of a
// table with more of them, something else is not understood.
const skipLimit = 8

// declare says of rows that they are none, by what stands in the place of
// their code, and reports whether it does of any.
func declare(t *recipe.Table, rows []recipe.Uncoded) bool {
	cells := map[string]bool{}
	for _, r := range rows {
		cells[r.Cell] = true
	}
	if len(cells) > skipLimit {
		return false
	}
	t.Skip = slices.Clone(t.Skip)
	for _, r := range rows {
		if !cells[r.Cell] {
			continue
		}
		delete(cells, r.Cell)
		if p, err := recipe.Compile(regexp.QuoteMeta(r.Cell)); err == nil {
			t.Skip = append(t.Skip, recipe.Skip{Code: p, Why: reason(r.Cell)})
		}
	}
	return true
}

var (
	codeRange = regexp.MustCompile(`^\S*\d\S*\s*(?:[-–—~…]|\.\.\.?|to|through)\s*\S*\d\S*$`)
	noCode    = regexp.MustCompile(`^(?:(?i:n/?a|none|tbd|unused|reserved)|[-–—*.…]+)$`)
)

// reason says why a cell is no code.
func reason(cell string) string {
	switch {
	case cell == "":
		return "the row has no code"
	case codeRange.MatchString(cell):
		return "a range, no single code"
	case noCode.MatchString(cell):
		return "a placeholder, no code"
	case strings.Contains(cell, " "):
		return "words, no code"
	}
	return "it has not the form of the codes"
}

// guard says how many rows have to be there, half of those of today, and that
// some have to be: those that a person knows, or else some from the middle of
// the list, whose ends are where pages grow.
func guard(t *recipe.Table, entries []model.Entry, must []recipe.Literal) {
	t.Min = max(1, len(entries)/2)
	if t.Must = must; len(must) > 0 {
		return
	}
	for _, at := range []int{len(entries) / 3, len(entries) * 2 / 3} {
		if code := recipe.Literal(entries[at].Code); !slices.Contains(t.Must, code) && (at > 0 && at < len(entries)-1 || len(entries) < 3 && at == 0) {
			t.Must = append(t.Must, code)
		}
	}
}
