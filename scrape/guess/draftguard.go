package guess

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/recipe"
	"github.com/spectab/spectab/scrape/vocab"
)

// skipLimit is how many kinds of rows a table may have that are declared to be
// none: of a table with more of them, something else is not understood.
const skipLimit = 8

// declare says of rows that they are none, by what stands in the place of
// their code, and reports whether it does of any. All ranges among numbers are
// declared at once. Where they are many, those with words in that place are
// left to be told: where codes have a form, they are no more than that. So are
// those that nothing stands there of: what declares them would hide rows to come.
func declare(t *recipe.Table, rows []recipe.Uncoded) bool {
	if t.Line != nil && t.Code != nil {
		rows = slices.DeleteFunc(slices.Clone(rows), func(r recipe.Uncoded) bool { return r.Cell == "" && r.IsProse() })
	}
	forms, why := skipForms(t, rows)
	if len(forms) > skipLimit && t.Code != nil {
		forms, why = skipForms(t, slices.DeleteFunc(slices.Clone(rows), func(r recipe.Uncoded) bool { return r.IsProse() }))
	}
	kinds := len(forms)
	for _, r := range rows {
		if strings.HasPrefix(r.Cell, page.NotUnderstood) {
			kinds-- // each is declared by itself, and they are one kind
		}
	}
	if kinds > skipLimit {
		return false
	}
	t.Skip = slices.Clone(t.Skip)
	for _, form := range forms {
		if p, err := recipe.Compile(form); err == nil {
			t.Skip = append(t.Skip, recipe.Skip{Code: p, Why: why[form]})
		}
	}
	return true
}

// skipForms are the patterns that pass over rows, each with its reason.
func skipForms(t *recipe.Table, rows []recipe.Uncoded) (forms []string, why map[string]string) {
	why = map[string]string{}
	for _, r := range rows {
		form := regexp.QuoteMeta(r.Cell)
		if t.Value != "" && numberRange.MatchString(r.Cell) {
			form = rangeForm
		}
		if why[form] == "" {
			forms, why[form] = append(forms, form), reason(r.Cell)
		}
	}
	return forms, why
}

var codeRange = regexp.MustCompile(`^\S*\d\S*` + vocab.Between + `\S*\d\S*$`)

// reason says why a cell is no code.
func reason(cell string) string {
	switch {
	case cell == "":
		return "the row has no code"
	case strings.HasPrefix(cell, page.NotUnderstood):
		return "a definition whose value is not understood"
	case codeRange.MatchString(cell):
		return "a range, no single code"
	case vocab.IsRest(cell):
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
