package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/spectab/spectab/model/naming"
)

// valueSets names the values that the entries of a table list: the types
// first, then what the recipe fixes, then the rest. It goes by ID, so that the
// order of the page decides nothing.
func (a *assigner) valueSets(t *Table) {
	var entries []*Entry
	for i := range t.Entries {
		if e := &t.Entries[i]; len(e.Values) > 0 && e.Name != "" {
			entries = append(entries, e)
		}
	}
	slices.SortStableFunc(entries, func(x, y *Entry) int { return cmp.Compare(t.ID(x), t.ID(y)) })
	for _, e := range entries {
		a.known[setTable(t, t.ID(e))] = true
		a.setType(t, t.ID(e), e.Line)
	}
	lost := a.lostSets(t)
	for _, id := range lost {
		a.setType(t, id, 0)
	}
	for i := range t.Overrides {
		a.fixValues(t, &t.Overrides[i])
	}
	for _, e := range entries {
		e.ValueSet = a.valueSet(t, e)
	}
	for _, id := range lost {
		row := a.lock.rows[lockKey{t.Name, id}]
		t.LostSets = append(t.LostSets, ValueSet{Type: row.typ, Gone: a.bury(setTable(t, id), nil)})
	}
}

// setTable is how the lock calls the values of one parameter.
func setTable(t *Table, id string) string { return t.Name + "/" + id }

// setType gives the values of a parameter a type, where the lock has none
// yet: it is called like the parameter, without the prefix, and stays so when
// the parameter is renamed or the table gets another prefix.
func (a *assigner) setType(t *Table, id string, line int) {
	row := a.lock.rows[lockKey{t.Name, id}]
	if row.typ != "" {
		return
	}
	bare := t.stem(row.name)
	for _, typ := range []string{bare, bare + "Value", row.name + "Value", row.name + "Value" + naming.Hash(setTable(t, id))} {
		if naming.Valid(typ) && !slices.ContainsFunc(declares(typ), a.isTaken) {
			row.typ = typ
			a.take(row)
			return
		}
	}
	a.problems.Add(a.spec.Snapshot.File, line, "rename the parameter under names: in the recipe",
		"the values of %q of table %s need a type, and %sValue is taken", id, t.Name, row.name)
}

// valueSet is the set of the values of an entry, nil where they could not all
// be named.
func (a *assigner) valueSet(t *Table, e *Entry) *ValueSet {
	table := setTable(t, t.ID(e))
	set := &ValueSet{Type: a.lock.rows[lockKey{t.Name, t.ID(e)}].typ}
	if set.Type == "" {
		return nil // a problem was recorded
	}
	rows := a.rows(table, e.Values, func(i int) want {
		return want{id: e.Values[i], line: e.Line, names: a.besides(table, t.Namer.Value(set.Type, e.Values[i]))}
	})
	for _, row := range rows {
		if row == nil {
			return nil // a problem was recorded
		}
		set.Names, set.Orders = append(set.Names, row.name), append(set.Orders, row.order)
	}
	set.Gone = a.bury(table, e.Values)
	return set
}

// lostSets are the IDs of parameters that no longer list values, and of those
// that are gone themselves. Their sets stay, so that code which uses them
// still compiles.
func (a *assigner) lostSets(t *Table) []string {
	var ids []string
	for _, table := range slices.Sorted(maps.Keys(a.before)) {
		id, ok := strings.CutPrefix(table, t.Name+"/")
		if !ok || a.known[table] || a.lock.rows[lockKey{t.Name, id}] == nil {
			continue // one without its parameter is a stranger
		}
		a.known[table] = true
		ids = append(ids, id)
	}
	return ids
}

// fixValues does for the values of a parameter what fix does for entries.
// They cannot be renamed.
func (a *assigner) fixValues(t *Table, o *Override) {
	if len(o.Values) == 0 {
		return
	}
	row := a.lock.rows[lockKey{t.Name, o.Code}]
	if row == nil {
		return // a problem was recorded
	}
	var listed []string
	if e := t.Find(o.Code); e != nil {
		listed = e.Values
	}
	for _, value := range slices.Sorted(maps.Keys(o.Values)) {
		wish := &lockRow{lockKey: lockKey{setTable(t, o.Code), value}, name: row.typ + o.Values[value]}
		held := a.lock.rows[wish.lockKey]
		switch {
		case held == nil && !slices.Contains(listed, value):
			a.complain(o, "correct the value, or drop it", "the name %s is for the value %q, which %q of table %s does not have", o.Values[value], value, o.Code, t.Name)
		case held == nil:
			a.setAside(o, wish)
		case held.name != wish.name:
			a.complain(o, "drop it: values are not renamed", "the value %q of %q is to be %s here, but %s gave it the name %s for ever", value, o.Code, wish.name, a.place(held), held.name)
		}
	}
}

// besides puts another identifier in front where something else than a value
// of the same parameter has the best.
func (a *assigner) besides(table string, names []string) []string {
	row := a.taken[names[0]]
	if a.isTaken(names[0]) && (row == nil || row.table != table) {
		return append([]string{names[0] + "Value"}, names...)
	}
	return names
}
