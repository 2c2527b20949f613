package model

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A Role is a column that the model knows, and the Go method that it becomes
// where at least one entry has it.
type Role struct {
	Method string
	Type   string // "string", "bool", "int"; "list" for several strings
	Cell   func(*Entry) (value any, present bool)
}

// Roles lists the columns that become methods, in the order of the methods.
func Roles() []Role { return slices.Clone(roles) }

var roles = []Role{
	{"Key", "string", func(e *Entry) (any, bool) { return e.Key, e.Key != "" }},
	{"Message", "string", func(e *Entry) (any, bool) { return e.Text, e.Text != "" }},
	{"Detail", "string", func(e *Entry) (any, bool) { return e.Detail, e.Detail != "" }},
	{"Remedy", "string", func(e *Entry) (any, bool) { return e.Remedy, e.Remedy != "" }},
	{"HTTPStatus", "int", func(e *Entry) (any, bool) { return e.HTTP, e.HTTP != 0 }},
	{"Group", "string", func(e *Entry) (any, bool) { return e.Group, e.Group != "" }},
	{"Type", "string", func(e *Entry) (any, bool) { return e.Type, e.Type != "" }},
	{"Required", "bool", func(e *Entry) (any, bool) { return e.Required, e.Required }},
	{"Default", "string", func(e *Entry) (any, bool) { return e.Default, e.Default != "" }},
	{"Max", "int", func(e *Entry) (any, bool) { return e.Max, e.Max != 0 }},
	{"Values", "list", func(e *Entry) (any, bool) { return e.Values, len(e.Values) > 0 }},
	{"Notes", "list", func(e *Entry) (any, bool) { return e.Notes, len(e.Notes) > 0 }},
	{"Placeholders", "list", func(e *Entry) (any, bool) { return e.Placeholders, len(e.Placeholders) > 0 }},
	{"Also", "list", func(e *Entry) (any, bool) { return e.Also, len(e.Also) > 0 }},
}

// In reports whether any entry of a table has the column.
func (r *Role) In(t *Table) bool {
	for i := range t.Entries {
		if _, present := r.Cell(&t.Entries[i]); present {
			return true
		}
	}
	return false
}

// methods are the columns of a table that become methods: name to Go type.
func (t *Table) methods() map[string]string {
	methods := map[string]string{}
	if t.Kind == Constants {
		return methods
	}
	for _, c := range t.Columns {
		methods[c.Name] = cmp.Or(c.Type, "string")
	}
	for i := range roles {
		if roles[i].In(t) {
			methods[roles[i].Method] = roles[i].Type
		}
	}
	if len(t.Languages()) > 1 {
		methods["MessageIn"] = "texts"
	}
	return methods
}

// isMethods reports whether a table of the lock lists methods: the page may
// lose the last cell of a column, but a package keeps the method.
func isMethods(table string) bool {
	return strings.HasSuffix(table, methodsOf) && !strings.Contains(table, "/") // else values of a parameter that is called so
}

const methodsOf = "()"

// methods keeps the methods of a table in the lock, and finds those that the
// page gives no reason for any more.
func (a *assigner) methods(t *Table) {
	table := t.Name + methodsOf
	a.known[table] = true
	present := t.methods()
	for _, method := range slices.Sorted(maps.Keys(present)) {
		key := lockKey{table, method}
		row := a.lock.rows[key]
		if row == nil {
			row = &lockRow{lockKey: key, order: 1} // methods have an order of their own
			a.lock.rows[key] = row
		} else if row.name != present[method] {
			a.spec.Warnings.Add(t.File, t.Line, "whoever calls it has to follow: release a major version", "the method %s of %s returns %s, and returned %s before", method, t.Name, present[method], row.name)
		}
		row.name, row.gone = present[method], ""
	}
	for _, row := range a.before[table] { // by name: all are of one order
		if present[row.id] != "" {
			continue
		}
		row.gone = cmp.Or(row.gone, a.spec.Snapshot.Retrieved)
		t.Lost = append(t.Lost, LostColumn{Name: row.id, Type: row.name, Since: row.gone})
	}
}
