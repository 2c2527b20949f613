package recipe

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
	"github.com/spectab/spectab/scrape/vocab"
)

// An Uncoded is a row that stands between those of a table and has no code.
type Uncoded struct {
	Line int
	Cell string // what stands where the others have their code
	Row  string // all of it

	heading string // that it stands under
	group   string // of the page, that it stands in
	ofText  bool   // its cells are parts of a text, and one that lacks its code has the text where it begins
}

// Rows are what a table of a recipe reads.
type Rows struct {
	Tables  []model.Table // one, or one for each section
	Uncoded []Uncoded
	Wrong   model.Problems // all else that is wrong with them
	Unkept  model.Problems // what of them has no place in a table
	Left    int            // rows of other lists, which are left out
}

// CodesOf are the codes in a column of a candidate, as the table reads them.
func (t *Table) CodesOf(c *record.Candidate) []string {
	rd := &reading{table: t}
	var codes []string
	column := slices.Index(t.rolesIn(c), "code")
	for i := range c.Rows {
		if cells := c.Rows[i].Cells; column >= 0 && column < len(cells) && !cells[column].Copied {
			for _, roles := range rd.cellCodes(&cells[column]) {
				codes = append(codes, roles.of("code"))
			}
		}
	}
	return codes
}

// Of reads records that were found, whatever stands on the page besides.
func (t *Table) Of(found []record.Candidate) Rows {
	var problems model.Problems
	rd := (&Recipe{}).reading(t, nil, "", &problems)
	rd.formedRows(found)
	return rd.done(rd.built(model.Table{Name: t.Name, Kind: t.Kind, Value: t.value()}))
}

// On reads a page by the table alone: what the recipe finds there.
func (t *Table) On(page *Flow) Rows {
	var problems model.Problems
	r := &Recipe{Tables: []Table{*t}}
	rd := r.reading(&r.Tables[0], page, "", &problems)
	return rd.done(rd.read())
}

// done is what was read.
func (rd *reading) done(tables []model.Table) Rows {
	return Rows{Tables: tables, Uncoded: rd.uncodedRows, Wrong: *rd.problems, Unkept: rd.warnings, Left: rd.left}
}

// tellUncoded reports the rows that have no code. Where codes have a form, a
// row with prose in their place is no lost code, and a warning enough.
func (rd *reading) tellUncoded() {
	for _, r := range rd.uncodedRows {
		if rd.table.Code != nil && r.IsProse() {
			rd.warn(r.Line, "the row is left out, it has no code: %q", Excerpt(r.Row))
			continue
		}
		rd.problem(r.Line, "mend the page, or declare the row under skip: with a why", "the row has no code: %q", Excerpt(r.Row))
		page.Guarded((*rd.problems)[len(*rd.problems)-1:], GuardRowDropped)
	}
}

// Told reports whether the rows without a code are no more than what a reading
// by the table tells of: none of them may have lost its code.
func (r *Rows) Told(t *Table) bool {
	return len(r.Uncoded) == 0 || t.Code != nil && !slices.ContainsFunc(r.Uncoded, func(u Uncoded) bool { return !u.IsProse() })
}

// IsProse reports whether words stand where the code should be.
func (r *Uncoded) IsProse() bool {
	text := r.Cell
	if text == "" && r.ofText {
		text = leading.FindString(r.Row)
	}
	cell, ok := vocab.ParsePhrasedCell(text)
	return text != "" && !vocab.IsRange(r.Cell) && !strings.HasPrefix(text, page.NotUnderstood) && (!ok || cell.Weak)
}

// leading is what an item begins with, where its code would be.
var leading = regexp.MustCompile(`^[^\s:：–—|]+`)
