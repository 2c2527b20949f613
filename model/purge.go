package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A LockRow is one identifier of a lock, for display.
type LockRow struct {
	Table string   `json:"table"` // "Code"; "Param/format" for values, "Code{}" for groups, "Code()" for methods
	Code  string   `json:"code"`  // or value, group, method
	Name  string   `json:"name"`  // Go identifier; of a method its type
	Gone  string   `json:"gone,omitempty"`
	Was   []string `json:"was,omitempty"`
}

// Identifiers are what a Go program calls the row by.
func (r *LockRow) Identifiers() []string {
	if isMethods(r.Table) {
		return []string{strings.TrimSuffix(r.Table, methodsOf) + "." + r.Code}
	}
	return append([]string{r.Name}, r.Was...)
}

// Rows are the identifiers of the lock, by table and in the order in which
// they were given.
func (l *Lock) Rows() []LockRow {
	var list []LockRow
	for _, row := range l.sorted(inOrder) {
		if row.name != row.typ { // the row of a type alone is no code
			list = append(list, row.shown())
		}
	}
	return list
}

func inOrder(a, b *lockRow) int {
	return cmp.Or(cmp.Compare(a.table, b.table), a.rank.compare(b.rank), cmp.Compare(a.id, b.id))
}

func (r *lockRow) shown() LockRow {
	return LockRow{Table: r.table, Code: r.id, Name: r.name, Gone: r.gone, Was: slices.Clone(r.was)}
}

// Purge returns a lock without the tombstones of the given codes, or of all
// where there are none, and the rows that it lacks. A code may be given by
// one of its identifiers as well. That no tombstone has is a problem.
func (l *Lock) Purge(codes []string) (*Lock, []LockRow, error) {
	var problems Problems
	c := l.clone()
	if len(codes) == 0 {
		c.drop(func(r *lockRow) bool { return r.gone != "" })
	}
	for _, code := range codes {
		meant := func(r *lockRow) bool {
			shown := r.shown()
			return r.id == code || slices.Contains(shown.Identifiers(), code)
		}
		before := len(c.rows)
		if c.drop(func(r *lockRow) bool { return r.gone != "" && meant(r) }); len(c.rows) < before {
			continue
		}
		hint := "spectab lock shows the codes of the lock"
		for _, row := range c.sorted(inOrder) {
			if meant(row) {
				hint = "the page has it, so it stays"
			}
		}
		problems.Add(l.File, 0, hint, "the lock has no tombstone for %q", code)
	}
	var purged []LockRow
	for _, row := range l.sorted(inOrder) {
		if c.rows[row.lockKey] == nil && row.name != row.typ {
			purged = append(purged, row.shown())
		}
	}
	return c, purged, problems.Err()
}

// drop removes rows, and with a parameter its values.
func (l *Lock) drop(which func(*lockRow) bool) {
	for key, row := range maps.Clone(l.rows) {
		if !which(row) {
			continue
		}
		delete(l.rows, key)
		maps.DeleteFunc(l.rows, func(k lockKey, _ *lockRow) bool { return k.table == setTable(&Table{Name: row.table}, row.id) })
	}
}
