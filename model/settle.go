package model

import (
	"fmt"
	"slices"
	"strings"
)

// A want is an ID that needs an identifier, with those that would suit it,
// the best first.
type want struct {
	id    string
	line  int // of the snapshot
	names []string
	exact []string // those of names that are its ID, letter by letter
}

// settle chooses one identifier for each want, by ID. Where several want the
// same one, none gets it and all move on to their next: so the choice does not
// depend on the order of rows, and no name looks as if it stood for all of
// them. Only a name that is the ID itself stays with it. The last to be tried
// are names that tell each ID from any other; a want that runs out of names is
// a problem.
func (a *assigner) settle(table string, wants []want) map[string]string {
	a.tellApart(table, wants)
	names := make([]string, len(wants)) // "" where a want ran out
	contested := map[string]string{}
	for clash := true; clash; clash = contest(wants, names, contested) {
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

// tellApart adds to wants the names that tell each ID from any other. They
// come last, unless case alone makes the difference to another ID of the table
// or of the lock.
func (a *assigner) tellApart(table string, wants []want) {
	if len(wants) == 0 {
		return
	}
	spellings := map[string]int{} // IDs in lower case
	for _, row := range a.before[table] {
		spellings[strings.ToLower(row.id)]++
	}
	for _, w := range wants {
		spellings[strings.ToLower(w.id)]++
	}
	typ, spell := a.typeOf(table), plainSuffix
	if typ != table {
		spell = signedSuffix
	}
	for i := range wants {
		w := &wants[i]
		plain, at := spell(w.id), len(w.names)
		byCase := spellings[strings.ToLower(w.id)] > 1
		if byCase && strings.HasSuffix(w.names[0], plain) {
			at = 1
		}
		w.names = slices.Insert(w.names, at, apartNames(typ, plain, w.id, byCase)...)
		if isBare(w.id) {
			w.exact = []string{typ + plain, typ + caseOf(w.id) + plain, fallbackName(typ, w.id)}
		}
	}
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

// choose is the best name of a want that is free, or "".
func (a *assigner) choose(w *want, contested map[string]string) string {
	for _, name := range w.names {
		keeper, clash := contested[name]
		if (!clash || keeper == w.id && keeper != "") && !a.isTaken(name) && ValidIdentifier(name) {
			return name
		}
	}
	return ""
}

// contest notes the names that several wants chose, with the ID of the one
// that keeps it or "", and reports whether there are any.
func contest(wants []want, names []string, contested map[string]string) bool {
	clash := false
	seen := make(map[string][]*want, len(names))
	for i, name := range names {
		if name != "" {
			seen[name] = append(seen[name], &wants[i])
		}
	}
	for name, rivals := range seen {
		if len(rivals) > 1 {
			contested[name], clash = keeper(name, rivals), true
		}
	}
	return clash
}

// keeper is the ID of the one want that a name spells exactly, "" where there
// are none or several.
func keeper(name string, rivals []*want) string {
	id := ""
	for _, w := range rivals {
		switch {
		case !slices.Contains(w.exact, name):
		case id != "":
			return ""
		default:
			id = w.id
		}
	}
	return id
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
	case !ValidIdentifier(name):
		return fmt.Sprintf("would be called %s, which is no exported Go identifier", name)
	}
	return fmt.Sprintf("can be called neither %s nor anything else that tells it apart", name)
}
