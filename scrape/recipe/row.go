package recipe

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// A row is what was found of one record, by role, before it is an entry.
type row struct {
	line  int    // of the page
	at    int    // place in the flow, for the order of captured rows
	cells fields // by role or extra column
	notes []string

	heading string // that the row stands under, where it has a form
	parted  bool   // the code is known to be one of the form
}

func newRow(line, at int) *row { return &row{line: line, at: at, cells: make(fields, 0, 4)} }

func (r *row) clone() *row {
	again := *r
	again.cells, again.notes = slices.Clone(r.cells), slices.Clone(r.notes)
	return &again
}

// set adds what a pattern or a cell said to the row. A role that is there
// already gets both, joined.
func (r *row) set(role, text string) {
	switch {
	case role != "note":
		r.cells.add(role, text)
	case text != "":
		r.notes = append(r.notes, text)
	}
}

func (r *row) setAll(all fields) {
	for _, f := range all {
		r.set(f.role, f.text)
	}
}

// facet takes a line that one of the table's facets matches whole.
func (t *Table) facet(text string, r *row) bool {
	for _, p := range t.Facets {
		if m := p.findWhole(text); m != nil {
			r.setAll(groups(p.whole, m))
			return true
		}
	}
	return false
}

// A reading is the state of reading one table.
type reading struct {
	recipe      *Recipe
	table       *Table
	file        string // the page
	flow        *Flow
	region      region
	laidOut     bool // the rows are those of candidates, or of tables with a header
	rows        []*row
	uncodedRows []Uncoded
	left        int          // rows of other lists
	skipped     map[int]bool // which of the skips have matched
	holders     map[int]bool // units of the flow whose items, terms or rows begin records
	problems    *model.Problems
	warnings    model.Problems // of what the model has no place for
}

func (rd *reading) problem(line int, hint, format string, args ...any) {
	rd.problems.Add(rd.file, line, hint, "table "+rd.table.Name+": "+format, args...)
}

func (rd *reading) warn(line int, format string, args ...any) {
	rd.warnings.Add(rd.file, line, "", "table "+rd.table.Name+": "+format, args...)
}

// recipeProblem reports something that the recipe wants and the page lacks.
func (rd *reading) recipeProblem(line int, hint, format string, args ...any) {
	rd.problems.Add(rd.recipe.file, line, hint, "table "+rd.table.Name+": "+format, args...)
}

// Excerpt shortens a text of the page for a message.
func Excerpt(s string) string {
	s = strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), "")
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}

// defaultSplit parts several codes in one place.
var defaultSplit = regexp.MustCompile(`\s*[,;/|、，；]\s*|\s+(?:or|and|/|–)\s+|\s+`)

// defaultKeySplit parts several keys in one place.
var defaultKeySplit = regexp.MustCompile(`\s*[,;、，；]\s*|\s+[/|]\s+|\s+or\s+`)

// codes parts the codes of a row and checks their form.
func (rd *reading) codes(r *row) []string {
	form, split := rd.table.Code, rd.table.Split
	raw := r.cells.of("code")
	if raw == "" {
		rd.problem(r.line, "make the group of the code match always", "the row has no code")
		return nil
	}
	if r.parted || form == nil && split == nil || form.has("code") || form.MatchWhole(raw) {
		return []string{raw}
	}
	by := defaultSplit
	if split != nil {
		by = split.find
	}
	parts := by.Split(raw, -1)
	for _, part := range parts {
		if part == "" || form != nil && !form.MatchWhole(part) {
			hint := "the recipe has no form for codes"
			if form != nil {
				hint = "the form is " + form.String() + ", " + rd.recipe.place(rd.table, "code")
			}
			rd.problem(r.line, hint, "%q is no code of the expected form", Excerpt(raw))
			return nil
		}
	}
	return parts
}

// keys parts the symbols of one place: one for each code, or one for all.
func (rd *reading) keys(raw string, codes int, line int) []string {
	by := defaultKeySplit
	if rd.table.Split != nil {
		by = rd.table.Split.find
	}
	parts := []string{raw}
	if codes > 1 && raw != "" {
		parts = by.Split(raw, -1)
	}
	if len(parts) == 1 {
		parts = append(parts, make([]string, codes-1)...)
		for i := range parts {
			parts[i] = raw
		}
	}
	if len(parts) != codes {
		rd.problem(line, "", "%s, but %s in %q", page.Count(codes, "code"), page.Count(len(parts), "symbol"), Excerpt(raw))
		return make([]string, codes)
	}
	return parts
}

// partCode parts a code cell that holds more than codes, where the form of
// codes has groups. It reports whether the cell has the form.
func (rd *reading) partCode(r *row) bool {
	form := rd.table.Code
	if rd.table.Form != "" || !form.has("code") {
		return true // formed rows are parted already
	}
	raw := r.cells.of("code")
	m := form.findWhole(raw)
	if m == nil {
		rd.problem(r.line, "the form is "+form.String()+", "+rd.recipe.place(rd.table, "code"), "%q is no code of the expected form", Excerpt(raw))
		return false
	}
	r.cells.put("code", "")
	r.setAll(groups(form.whole, m))
	return true
}
