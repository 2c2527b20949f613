package recipe

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
	"github.com/spectab/spectab/scrape/vocab"
)

// isKnown reports whether the table is known by more than its place and its
// markup: by the form of its codes and by canaries. What has both is this table
// wherever a vendor moves it, and in whatever form it is written.
func (t *Table) isKnown() bool {
	return t.Form != "" && t.Code != nil && len(t.Must) > 0 && t.Each == ""
}

// reformed reads a table that the page writes in another form than the recipe
// says: the candidates of that one other form in which all canaries stand. It
// warns of the form that they have now.
func (rd *reading) reformed() bool {
	if !rd.table.isKnown() {
		return false
	}
	found := map[string][]record.Candidate{}
	for _, c := range rd.flow.candidates(rd.region.from, rd.region.to) {
		if c.Form == rd.table.Form && rd.retitled(&c) != nil {
			return false // it is written as it was
		}
		found[c.Form] = append(found[c.Form], c)
	}
	for _, form := range Forms() {
		for _, same := range []bool{true, false} { // the columns may be the same still
			if form != rd.table.Form && rd.readAs(form, found[form], same) {
				return true
			}
		}
	}
	return false
}

// moved keeps the rows under the one heading that the canaries stand under,
// where the page has no heading any more that the recipe names, and returns it.
// It warns of the new one; where there is none, the table is gone.
func (rd *reading) moved(missing *Pattern) string {
	headings := map[string]bool{}
	for _, r := range rd.rows {
		if slices.Contains(rd.table.Must, Literal(r.cells.of("code"))) {
			headings[r.heading] = true
		}
	}
	if len(headings) != 1 {
		rd.rows, rd.uncodedRows = nil, nil
		rd.problem(0, rd.recipe.place(rd.table, "under"), "the table is gone: nothing on the page reads %s", missing)
		page.Guarded((*rd.problems)[len(*rd.problems)-1:], GuardTableLost)
		return ""
	}
	heading := slices.Collect(maps.Keys(headings))[0]
	rd.rows = slices.DeleteFunc(rd.rows, func(r *row) bool { return r.heading != heading })
	rd.uncodedRows = slices.DeleteFunc(rd.uncodedRows, func(u Uncoded) bool { return u.heading != heading })
	rd.warn(rd.rows[0].line, "no heading reads %s any more, and the canaries stand under %q now: under: %s|%s", missing, heading, missing.text(), regexp.QuoteMeta(heading))
	return heading
}

// readAs reads the candidates of another form in which the canaries stand, and
// those with the same columns: by the columns of the recipe, or by what they
// look like.
func (rd *reading) readAs(form string, found []record.Candidate, same bool) bool {
	again := *rd.table
	again.Form = form
	as := &reading{recipe: rd.recipe, table: &again, file: rd.file, skipped: rd.skipped, problems: rd.problems}
	var fit []record.Candidate
	known := map[Literal]bool{}
	for i := range found {
		c := &found[i]
		column := as.codeColumn(c)
		if recipe := rd.table.Columns["code"]; same {
			column = recipe.in(c)
		}
		codes := as.codesIn(c, column)
		holds := false
		for _, code := range rd.table.Must {
			if codes[string(code)] {
				known[code], holds = true, true
			}
		}
		if holds && !same {
			again.Columns = as.columnsOf(c)
		}
		if len(codes) > 0 && !(same && c.Header != nil && rd.table.byNumber()) {
			fit = append(fit, *c)
		}
	}
	if len(known) < len(slices.Compact(slices.Sorted(slices.Values(rd.table.Must)))) {
		return false
	}
	fit = slices.DeleteFunc(fit, func(c record.Candidate) bool { return !as.fits(&c) })
	if same && !again.hasColumns(fit) {
		return false
	}
	as.formedRows(fit)
	rd.rows, rd.uncodedRows = as.rows, append(rd.uncodedRows, as.uncodedRows...)
	if len(fit) > 0 {
		rd.warn(fit[0].Line, "the rows are written in the form %q now, and in %q when the recipe was: form: %s, columns: {%s}", form, rd.table.Form, form, again.columnList())
	}
	return len(fit) > 0
}

// byNumber reports whether the recipe knows a column by its place alone.
func (t *Table) byNumber() bool {
	for _, column := range t.Columns {
		if column.Headers == nil {
			return true
		}
	}
	return false
}

// hasColumns reports whether each column says something in one of the
// candidates.
func (t *Table) hasColumns(list []record.Candidate) bool {
	for role := range t.Columns {
		if !slices.ContainsFunc(list, func(c record.Candidate) bool { return says(&c, slices.Index(t.rolesIn(&c), role)) }) {
			return false
		}
	}
	return true
}

// says reports whether a column has a cell that is not empty.
func says(c *record.Candidate, column int) bool {
	return column >= 0 && slices.ContainsFunc(c.Rows, func(r record.CandidateRow) bool {
		return column < len(r.Cells) && len(r.Cells[column].Lines) > 0
	})
}

// codeColumn is the column of a candidate that the recipe names as the one of
// codes, where it holds some, or else the first that holds little else; -1
// where none does.
func (rd *reading) codeColumn(c *record.Candidate) int {
	column := rd.table.Columns["code"]
	if j := slices.IndexFunc(c.Header, column.calls); j >= 0 {
		return j
	}
	for j := range width(c) {
		if codes := rd.codesIn(c, j); len(codes)*10 >= len(c.Rows)*8 {
			return j
		}
	}
	return -1
}

// codesIn are the codes in a column of a candidate that have the form.
func (rd *reading) codesIn(c *record.Candidate, column int) map[string]bool {
	codes := map[string]bool{}
	for i := range c.Rows {
		if cells := c.Rows[i].Cells; column >= 0 && column < len(cells) {
			for _, roles := range rd.cellCodes(&cells[column]) {
				codes[roles.of("code")] = true
			}
		}
	}
	return codes
}

func width(c *record.Candidate) int {
	n := 0
	for i := range c.Rows {
		n = max(n, len(c.Rows[i].Cells))
	}
	return n
}

// columnsOf says which column of a candidate in another form is which: by the
// header where that says it, in the words of the recipe or else in those that
// other pages have; the text is the longest of the others, and the symbol the
// first of one word.
func (rd *reading) columnsOf(c *record.Candidate) map[string]Column {
	columns := map[string]Column{"code": {Number: rd.codeColumn(c) + 1}}
	taken := map[int]bool{columns["code"].Number: true}
	for _, role := range slices.Sorted(maps.Keys(rd.table.Columns)) {
		column := rd.table.Columns[role]
		says := func(header string) bool { return vocab.HeaderSays(header, role) == 1 }
		for _, calls := range []func(string) bool{column.calls, says} {
			if j := slices.IndexFunc(c.Header, calls); j >= 0 && !taken[j+1] && columns[role].Headers == nil {
				columns[role], taken[j+1] = Column{Headers: []string{c.Header[j]}}, true
			}
		}
	}
	for _, role := range []string{"text", "key"} {
		if _, ok := columns[role]; ok || !rd.table.has(role) {
			continue
		}
		best, most := 0, -1.0
		for j := range width(c) {
			length, spaces := 0.0, 0.0
			for i := range c.Rows {
				if cells := c.Rows[i].Cells; j < len(cells) {
					length += float64(len(cells[j].Text()))
					spaces += float64(strings.Count(cells[j].Text(), " "))
				}
			}
			if score := length; !taken[j+1] && score > most && (role == "text" || spaces == 0 && length > 0) {
				best, most = j+1, score
			}
		}
		if best > 0 {
			columns[role], taken[best] = Column{Number: best}, true
		}
	}
	return columns
}

// retitled is the columns of the recipe with the headers that a candidate has
// besides; nil where it is not the table, which is known by its canaries.
func (rd *reading) retitled(c *record.Candidate) map[string]Column {
	if !rd.table.isKnown() || c.Header == nil {
		return nil
	}
	code := rd.codeColumn(c)
	codes := rd.codesIn(c, code)
	if slices.ContainsFunc(rd.table.Must, func(must Literal) bool { return !codes[string(must)] }) {
		return nil
	}
	now := rd.columnsOf(c)
	now["code"] = Column{Headers: []string{c.Header[code]}}
	columns := map[string]Column{}
	for role, column := range rd.table.Columns {
		for _, header := range now[role].headersOf(c) {
			if !column.calls(header) {
				column.Headers = append(slices.Clone(column.Headers), header)
			}
		}
		columns[role] = column
	}
	return columns
}

// headersOf are the headers that a column has in a candidate.
func (c Column) headersOf(in *record.Candidate) []string {
	if c.Number > 0 && c.Number <= len(in.Header) {
		return []string{in.Header[c.Number-1]}
	}
	return c.Headers
}

// columnList is how a recipe would write the columns.
func (t *Table) columnList() string {
	var list []string
	for _, item := range t.writtenColumns() {
		value := fmt.Sprint(item.Value)
		if several, ok := item.Value.([]any); ok {
			var parts []string
			for _, v := range several {
				parts = append(parts, fmt.Sprint(v))
			}
			value = "[" + strings.Join(parts, ", ") + "]"
		}
		list = append(list, fmt.Sprintf("%v: %s", item.Key, value))
	}
	return strings.Join(list, ", ")
}
