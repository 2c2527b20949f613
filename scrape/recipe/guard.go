package recipe

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
)

// The guards that reading a page by its recipe stands for, as
// model.Problem.Guard has them.
const (
	GuardTableLost   = "table-lost"   // a table of the recipe is not on the page
	GuardColumns     = "columns"      // a table is there, but not all headers that bind its columns
	GuardRowDropped  = "row-dropped"  // a row without a code, or text that belongs to no record
	GuardCellForm    = "cell-form"    // a code or a number of another form
	GuardPatternLost = "pattern-lost" // a pattern of the recipe matches nothing any more
	GuardMin         = "min"          // fewer entries than the recipe wants
	GuardCanary      = "canary"       // a code that the recipe wants is not there
)

// tableGone reports that no row of the table was found, or, where a table has
// some of its headers, which one it lacks.
func (rd *reading) tableGone() {
	before := len(*rd.problems)
	if rd.tellRetitled(rd.flow.candidates(rd.region.from, rd.region.to)) {
		return
	}
	if line, missing, seen := rd.nearestHeader(); missing != "" {
		rd.problem(line, "add the new text of the header under columns: in the recipe, if it means the same; "+rd.recipe.place(rd.table, "columns"),
			"no header reads %s; the headers are %s", missing, seen)
		page.Guarded((*rd.problems)[before:], GuardColumns)
		return
	}
	rd.problem(0, rd.headersSeen(), "the table is gone: no row was found; it is declared at %s", rd.recipe.place(rd.table, "name"))
	page.Guarded((*rd.problems)[before:], GuardTableLost)
}

// tellRetitled reports the table whose columns have other headers than the
// recipe says, among candidates, and what the recipe would say to read it.
func (rd *reading) tellRetitled(found []record.Candidate) bool {
	for i := range found {
		c := &found[i]
		columns := rd.retitled(c)
		if c.Form != rd.table.Form || columns == nil {
			continue
		}
		now := &Table{Columns: columns}
		rd.problem(c.Line, fmt.Sprintf("if they mean the same, columns: {%s}; %s", now.columnList(), rd.recipe.place(rd.table, "columns")),
			"the headers are %s now, and not %s", Excerpt(strings.Join(c.Header, " | ")), rd.table.columnList())
		page.Guarded((*rd.problems)[len(*rd.problems)-1:], GuardColumns)
		return true
	}
	return false
}

// nearestHeader finds the header that has the most of the table's columns,
// but not all: its line, the column that it lacks, and what it reads.
func (rd *reading) nearestHeader() (line int, missing, seen string) {
	most := 0
	for _, g := range rd.flow.grids {
		if g.from < rd.region.from || g.from >= rd.region.to || len(g.rows) == 0 || rd.isOfAnother(g) {
			continue
		}
		var cells, roles []string
		for i := range g.rows[0].Cells {
			text := strings.TrimRight(g.rows[0].Cells[i].Text(), " :：")
			cells = append(cells, text)
			if role := rd.table.role(text); role != "" {
				roles = append(roles, role)
			}
		}
		if len(roles) <= most {
			continue
		}
		most, line, seen = len(roles), g.rows[0].Cells[0].No, Excerpt(strings.Join(cells, " | "))
		missing = rd.table.columnBeside(roles)
	}
	return line, missing, seen
}

// isOfAnother reports whether a table of the page has all headers of another
// table of the recipe.
func (rd *reading) isOfAnother(g gridAt) bool {
	for i := range rd.recipe.Tables {
		other := &rd.recipe.Tables[i]
		if other == rd.table || len(other.Columns) == 0 {
			continue
		}
		as := &reading{recipe: rd.recipe, table: other}
		if at, _ := as.header(g.rows); at >= 0 {
			return true
		}
	}
	return false
}

// columnBeside names a column that is not among the roles, by its header.
func (t *Table) columnBeside(found []string) string {
	for _, role := range roles {
		if column, ok := t.Columns[role]; ok && !slices.Contains(found, role) {
			return role + " (" + strings.Join(column.Headers, ", ") + ")"
		}
	}
	return ""
}
