package recipe

import (
	"cmp"
	"fmt"

	"github.com/spectab/spectab/model"
)

// sections builds one table for each heading that rows stand under, or for
// each group of rows, where the codes of one mean other things than those of
// the next.
func (rd *reading) sections(base model.Table) []model.Table {
	type section struct{ heading, group string }
	var order []section
	rows := map[section][]*row{}
	for _, r := range rd.rows {
		s := section{heading: r.heading}
		if rd.table.Each == "group" {
			s.group = r.cells.of("group")
			r.cells.put("group", "")
		}
		if rows[s] == nil {
			order = append(order, s)
		}
		rows[s] = append(rows[s], r)
	}
	var tables []model.Table
	taken := rd.recipe.names()
	for _, s := range order {
		t := base
		t.Heading = cmp.Or(s.group, s.heading)
		t.Name = sectionName(t.Heading, base.Name, taken)
		t.Entries = rd.build(rows[s])
		tables = append(tables, t)
	}
	return tables
}

// names are the Go types that the recipe itself gives.
func (r *Recipe) names() map[string]bool {
	taken := map[string]bool{}
	for i := range r.Tables {
		if t := &r.Tables[i]; t.Each == "" {
			taken[t.Name], taken[model.Plural(t.Name)] = true, true
		}
	}
	return taken
}

// sectionName is the Go type that a heading gives its table: of its words, or,
// where these make no name, of a number.
func sectionName(heading, table string, taken map[string]bool) string {
	first := cmp.Or(HeadingType(heading), table)
	name := first
	for n := 2; taken[name] || taken[model.Plural(name)]; n++ {
		name = fmt.Sprintf("%s%d", first, n)
	}
	taken[name], taken[model.Plural(name)] = true, true
	return name
}
