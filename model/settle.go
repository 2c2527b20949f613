package model

import (
	"fmt"
	"strings"
)

// A want is an ID that needs an identifier, with those that would suit it,
// the best first.
type want struct {
	id    string
	line  int // of the snapshot
	names []string
}

// settle chooses one identifier for each want, by ID. Where several want the
// same one, none gets it and all move on to their next: so the choice does not
// depend on the order of rows, and no name looks as if it stood for all of
// them. A want that runs out of names is a problem.
func (a *assigner) settle(table string, wants []want) map[string]string {
	names := make([]string, len(wants)) // "" where a want ran out
	contested := map[string]bool{}
	for clash := true; clash; clash = contest(names, contested) {
		for i := range wants {
			names[i] = a.choose(&wants[i], contested)
		}
	}
	chosen := make(map[string]string, len(wants))
	for i, name := range names {
		if name != "" {
			chosen[wants[i].id] = name
		}
	}
	if len(chosen) < len(wants) {
		a.refuse(table, wants, chosen)
	}
	return chosen
}

// choose is the best name of a want that is free, or "".
func (a *assigner) choose(w *want, contested map[string]bool) string {
	for _, name := range w.names {
		if !contested[name] && !a.isTaken(name) && ValidIdentifier(name) {
			return name
		}
	}
	return ""
}

// contest notes the names that stand in a list twice, and reports whether
// there are any.
func contest(names []string, contested map[string]bool) bool {
	clash := false
	seen := make(map[string]bool, len(names))
	for _, name := range names {
		if name != "" && seen[name] {
			contested[name], clash = true, true
		}
		seen[name] = true
	}
	return clash
}

// refuse says why wants got no identifier: who else has or wants the last one
// that would suit them.
func (a *assigner) refuse(table string, wants []want, chosen map[string]string) {
	rivals := map[string][]string{} // by identifier, the IDs of the first two that want it
	for _, w := range wants {
		for _, name := range w.names {
			if len(rivals[name]) < 2 {
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

// reason is why a want got none of its names.
func (a *assigner) reason(w want, rivals map[string][]string) string {
	last := w.names[len(w.names)-1]
	for _, rival := range rivals[last] {
		if rival != w.id {
			return fmt.Sprintf("and %q both want the identifier %s", rival, last)
		}
	}
	if a.isTaken(last) {
		return fmt.Sprintf("wants the identifier %s, but %s has it", last, a.owner(last))
	}
	return fmt.Sprintf("would be called %s, which is no exported Go identifier", last)
}
