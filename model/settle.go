package model

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/model/naming"
)

// A want is an ID that needs an identifier, with those that would suit it,
// the best first.
type want struct {
	id    string
	line  int // of the snapshot
	names []string
}

// settle chooses one identifier for each want, by ID, as naming.Settle does.
// The last to be tried are names that tell each ID from any other; a want that
// runs out of names is a problem.
func (a *assigner) settle(table string, wants []want) map[string]string {
	if len(wants) == 0 {
		return nil
	}
	list := make([]naming.Want, len(wants))
	for i, w := range wants {
		list[i] = naming.Want{ID: w.id, Names: w.names}
	}
	var others []string
	for _, row := range a.before[table] {
		others = append(others, row.id)
	}
	typ := a.typeOf(table)
	var namer *naming.Namer
	if t := a.spec.Table(table); t != nil {
		namer = t.Namer
	}
	namer.TellApart(list, others, typ, typ != table)
	chosen := naming.Settle(list, func(name string) bool { return !a.isTaken(name) })
	if len(chosen) < len(wants) {
		for i := range wants {
			wants[i].names = list[i].Names
		}
		a.refuse(table, wants, chosen)
	}
	return chosen
}

// typeOf is the Go type of what a table of the lock names: of entries, of the
// values of a parameter, of groups.
func (a *assigner) typeOf(table string) string {
	key := lockKey{table, ""}
	if param, id, isSet := strings.Cut(table, "/"); isSet {
		key = lockKey{param, id}
	} else if !strings.HasSuffix(table, groupsOf) {
		return table
	}
	return a.lock.rows[key].typ
}

// refuse says why wants got no identifier: who else has or wants the one that
// would suit them best.
func (a *assigner) refuse(table string, wants []want, chosen map[string]string) {
	rivals := map[string][]string{} // by identifier, the IDs of the first two that want it
	for _, w := range wants {
		for _, name := range w.names {
			if len(rivals[name]) < 2 && !slices.Contains(rivals[name], w.id) {
				rivals[name] = append(rivals[name], w.id)
			}
		}
	}
	hint := "give it one under names: in the recipe of table " + table
	if table, id, isSet := strings.Cut(table, "/"); isSet {
		hint = fmt.Sprintf("give it one under values: of the name of %q in the recipe of table %s", id, table)
	}
	for _, w := range wants {
		if chosen[w.id] == "" {
			a.problems.Add(a.spec.Snapshot.File, w.line, hint, "%q of table %s %s", w.id, table, a.reason(w, rivals))
		}
	}
}

// reason is why a want got none of its names, told of the first.
func (a *assigner) reason(w want, rivals map[string][]string) string {
	name := w.names[0]
	for _, rival := range rivals[name] {
		if rival != w.id {
			return fmt.Sprintf("and %q both want the identifier %s", rival, name)
		}
	}
	switch {
	case a.isTaken(name):
		return fmt.Sprintf("wants the identifier %s, but %s has it", name, a.owner(name))
	case !naming.Valid(name):
		return fmt.Sprintf("would be called %s, which is no exported Go identifier", name)
	}
	return fmt.Sprintf("can be called neither %s nor anything else that tells it apart", name)
}
