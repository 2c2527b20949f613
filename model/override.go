package model

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/model/naming"
)

// IsFixed reports whether the recipe has an identifier for an entry.
func (t *Table) IsFixed(id string) bool {
	return slices.ContainsFunc(t.Overrides, func(o Override) bool { return o.Code == id && o.Name != "" })
}

// fix brings about what the recipe wishes for the entries of a table: it
// renames rows of the lock, and sets identifiers aside for entries that the
// lock does not have yet.
func (a *assigner) fix(t *Table) {
	present := map[string]bool{}
	if len(t.Overrides) > 0 {
		for _, id := range t.ids() {
			present[id] = true
		}
	}
	for i := range t.Overrides {
		o := &t.Overrides[i]
		key := lockKey{t.Name, o.Code}
		row := a.lock.rows[key]
		switch {
		case row == nil && !present[o.Code]:
			a.complain(o, "correct the code, or drop the line", "the name %s is for %q, which table %s does not have", o.Name, o.Code, t.Name)
		case o.Name == "": // it names values only
		case row != nil:
			a.hold(t, o, row)
		default:
			row = &lockRow{lockKey: key, name: t.Prefix + o.Name}
			if o.Was != "" { // a lock that was lost had it
				row.was = []string{t.Prefix + o.Was}
			}
			a.setAside(o, row)
		}
	}
}

func (a *assigner) complain(o *Override, hint, format string, args ...any) {
	a.problems.Add(o.File, o.Line, hint, format, args...)
}

// setAside keeps the identifiers of a new row for it.
func (a *assigner) setAside(o *Override, row *lockRow) {
	for _, name := range row.identifiers() {
		if !a.isFree(o, row.id, name) {
			return
		}
	}
	a.fixed[row.lockKey] = row
	a.take(row)
}

// isFree complains about an identifier that cannot be given to id.
func (a *assigner) isFree(o *Override, id, name string) bool {
	switch {
	case !naming.Valid(name):
		a.complain(o, "", "%q cannot be %q, which is no exported Go identifier", id, name)
	case a.isTaken(name):
		a.complain(o, "choose another name", "%q cannot be %s: %s has that identifier", id, name, a.owner(name))
	default:
		return true
	}
	return false
}

// hold compares a wish with the lock: it applies a rename that was declared,
// and refuses one that was not. The lock may have identifiers from a time when
// the table had another prefix.
func (a *assigner) hold(t *Table, o *Override, row *lockRow) {
	name, was := t.Prefix+o.Name, t.Prefix+o.Was
	switch {
	case o.Was != "" && row.name != name && (row.name == was || row.name == o.Was):
		a.rename(o, row, name)
	case row.name != name && row.name != o.Name:
		a.complain(o, fmt.Sprintf("to rename it and leave a deprecated alias, add \"was: %s\" (without the table's prefix)", strings.TrimPrefix(row.name, t.Prefix)),
			"%q is to be %s here, but %s gave it the name %s for ever", row.id, name, a.place(row), row.name)
	case o.Was != "" && !slices.Contains(row.was, was) && !slices.Contains(row.was, o.Was):
		a.complain(o, "correct was:, or drop it", "%q was never called %s, says %s", row.id, was, a.place(row))
	}
}

// rename gives a row another name, and keeps the one it had as an alias.
func (a *assigner) rename(o *Override, row *lockRow, name string) {
	if at := slices.Index(row.was, name); at >= 0 { // back to an earlier one
		row.was = slices.Delete(row.was, at, at+1)
	} else if !a.isFree(o, row.id, name) {
		return
	}
	row.was = append(row.was, row.name)
	row.name = name
	a.take(row)
}

// place is where a row of the lock stands.
func (a *assigner) place(row *lockRow) string {
	if row.line == 0 {
		return a.lock.File
	}
	return fmt.Sprintf("%s:%d", a.lock.File, row.line)
}
