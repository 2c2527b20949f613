package model

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Role is a column that the model knows, and the Go method that it becomes
// where at least one entry has it.
type Role struct {
	Method string
	Type   string // "string", "bool", "int"; "list" for several strings
	text   func(*Entry) *string
	number func(*Entry) *int
	yes    func(*Entry) *bool
	list   func(*Entry) *[]string
}

// Roles lists the columns that become methods, in the order of the methods.
func Roles() []Role { return slices.Clone(roles) }

var roles = []Role{
	textRole("Key", func(e *Entry) *string { return &e.Key }),
	textRole("Message", func(e *Entry) *string { return &e.Text }),
	textRole("Detail", func(e *Entry) *string { return &e.Detail }),
	textRole("Remedy", func(e *Entry) *string { return &e.Remedy }),
	{Method: "HTTPStatus", Type: "int", number: func(e *Entry) *int { return &e.HTTP }},
	textRole("Group", func(e *Entry) *string { return &e.Group }),
	textRole("Type", func(e *Entry) *string { return &e.Type }),
	{Method: "Required", Type: "bool", yes: func(e *Entry) *bool { return &e.Required }},
	textRole("Default", func(e *Entry) *string { return &e.Default }),
	{Method: "Max", Type: "int", number: func(e *Entry) *int { return &e.Max }},
	listRole("Values", func(e *Entry) *[]string { return &e.Values }),
	listRole("Notes", func(e *Entry) *[]string { return &e.Notes }),
	listRole("Placeholders", func(e *Entry) *[]string { return &e.Placeholders }),
	listRole("Also", func(e *Entry) *[]string { return &e.Also }),
}

func textRole(method string, of func(*Entry) *string) Role {
	return Role{Method: method, Type: "string", text: of}
}

func listRole(method string, of func(*Entry) *[]string) Role {
	return Role{Method: method, Type: "list", list: of}
}

// Cell is what an entry has in the column, and whether that is anything.
func (r *Role) Cell(e *Entry) (value any, present bool) {
	switch {
	case r.text != nil:
		return *r.text(e), *r.text(e) != ""
	case r.number != nil:
		return *r.number(e), *r.number(e) != 0
	case r.yes != nil:
		return *r.yes(e), *r.yes(e)
	}
	return *r.list(e), len(*r.list(e)) > 0
}

// Set gives an entry a cell, as a package has it.
func (r *Role) Set(e *Entry, values []string) {
	switch {
	case r.text != nil:
		*r.text(e) = values[0]
	case r.number != nil:
		*r.number(e), _ = strconv.Atoi(values[0]) // 0 is no cell
	case r.yes != nil:
		*r.yes(e) = values[0] == "true"
	default:
		*r.list(e) = values
	}
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
			row = &lockRow{lockKey: key, rank: rank{whole: 1}} // methods have an order of their own
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
