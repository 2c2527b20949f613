package scrape

import (
	"cmp"
	"fmt"

	"github.com/spectab/spectab/model"
)

// sections builds one table for each heading that rows stand under, or for
// each group of rows, where the codes of one mean other things than those of
// the next.
func (rd *reading) sections(base model.Table) []model.Table {
	var tables []model.Table
	rows := map[string][]*row{}
	for _, r := range rd.rows {
		title := r.heading
		if rd.table.Each == "group" {
			title = cmp.Or(r.cells["group"], r.heading)
			delete(r.cells, "group")
		}
		if rows[title] == nil {
			t := base
			t.Heading = title
			tables = append(tables, t)
		}
		rows[title] = append(rows[title], r)
	}
	taken := map[string]bool{}
	for i := range tables {
		t := &tables[i]
		t.Name = sectionName(t.Heading, base.Name, taken)
		t.Entries = rd.build(rows[t.Heading])
	}
	return tables
}

// sectionName is the Go type that a heading gives its table: of its words, or,
// where these make no name, of a number.
func sectionName(heading, table string, taken map[string]bool) string {
	first := cmp.Or(headingType(heading), table)
	name := first
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s%d", first, n)
	}
	taken[name] = true
	return name
}
