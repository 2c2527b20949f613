package model

import (
	"slices"

	"github.com/spectab/spectab/model/naming"
)

// groupsOf ends the name under which the lock has the groups of a table; the
// row of the empty group has their type.
const groupsOf = "{}"

// groups names the sections of a table, and keeps those that are gone.
func (a *assigner) groups(t *Table) {
	table := t.Name + groupsOf
	values := t.GroupValues()
	if t.Kind == Constants || len(values) == 0 && len(a.before[table]) == 0 {
		return
	}
	a.known[table] = true
	typ := a.groupType(t, table)
	if typ == "" {
		return // a problem was recorded
	}
	rows := a.rows(table, values, func(i int) want {
		return want{id: values[i], names: t.Namer.Value(typ, values[i])}
	})
	set := &ValueSet{Type: typ}
	for _, row := range rows {
		if row == nil {
			return // a problem was recorded
		}
		set.Names, set.Orders = append(set.Names, row.name), append(set.Orders, row.order)
	}
	set.Gone = a.bury(table, append(values, ""))
	t.Groups = set
}

// GroupValues are the groups of a table, in the order of the page.
func (t *Table) GroupValues() []string {
	var values []string
	seen := map[string]bool{"": true}
	for i := range t.Entries {
		if group := t.Entries[i].Group; !seen[group] {
			seen[group] = true
			values = append(values, group)
		}
	}
	return values
}

// groupType is the type of the groups: Group of the main table, CodeGroup of
// another that is called Code.
func (a *assigner) groupType(t *Table, table string) string {
	key := lockKey{table, ""}
	if row := a.lock.rows[key]; row != nil {
		return row.typ
	}
	names := []string{t.Name + "Group", t.Name + "Section", t.Name + "Group" + naming.Hash(table)}
	if t == a.spec.Main() {
		names = append([]string{"Group"}, names...)
	}
	for _, typ := range names {
		if naming.Valid(typ) && !slices.ContainsFunc(declares(typ), a.isTaken) {
			row := &lockRow{lockKey: key, name: typ, typ: typ}
			a.lock.rows[key] = row
			a.take(row)
			return typ
		}
	}
	a.problems.Add(t.File, t.Line, "rename what has it under names: in the recipe", "the groups of table %s need a type, and %sGroup is taken", t.Name, t.Name)
	return ""
}
