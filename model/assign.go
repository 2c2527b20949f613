package model

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Assign gives every entry of s its identifier and its order, and every table
// its tombstones. What the lock knows it decides; a new entry gets the
// identifier that the recipe wants, else one derived from the vendor's symbol
// or message. The result is the lock to be written; l itself is left alone.
//
// The error is of type Problems: identifiers that contradict the lock, or that
// two codes want alike.
func (l *Lock) Assign(s *Spec) (*Lock, error) {
	a := &assigner{spec: s, lock: l.clone(), taken: s.Reserved()}
	for _, row := range a.lock.rows {
		for _, name := range append([]string{row.name}, row.was...) {
			a.taken[name] = row.table
		}
	}
	// Parameters first: the sets of their values declare types, and no code
	// may take the name of one.
	for _, i := range a.naming() {
		a.table(&s.Tables[i])
	}
	a.strangers()
	return a.lock, a.problems.Err()
}

type assigner struct {
	spec     *Spec
	lock     *Lock
	taken    map[string]string // identifier → table or type that has it
	problems Problems
	known    map[string]bool // tables of the lock that the spec accounts for
}

// naming is the order in which tables are named: those with value sets first.
func (a *assigner) naming() []int {
	var first, second []int
	for i := range a.spec.Tables {
		if hasValues(&a.spec.Tables[i]) {
			first = append(first, i)
		} else {
			second = append(second, i)
		}
	}
	return append(first, second...)
}

func hasValues(t *Table) bool {
	return slices.ContainsFunc(t.Entries, func(e Entry) bool { return len(e.Values) > 0 })
}

func (a *assigner) table(t *Table) {
	a.know(t.Name)
	var wants []want
	ids := make([]string, len(t.Entries))
	for i := range t.Entries {
		e := &t.Entries[i]
		ids[i] = t.ID(e)
		wants = append(wants, want{id: ids[i], line: e.Line, names: t.candidates(e)})
	}
	rows := a.rows(t.Name, wants, overrides(t))
	for i := range t.Entries {
		if row := rows[i]; row != nil {
			e := &t.Entries[i]
			e.Name, e.Order, e.Aliases = row.name, row.order, row.was
		}
	}
	t.Gone = a.bury(t.Name, ids)
	a.checkOverrides(t)
	for i := range t.Entries {
		a.valueSet(t, &t.Entries[i])
	}
	a.lostSets(t)
}

func (a *assigner) know(table string) {
	if a.known == nil {
		a.known = map[string]bool{}
	}
	a.known[table] = true
}

// overrides are the recipe's wishes by ID, with full identifiers.
func overrides(t *Table) map[string]*Override {
	m := make(map[string]*Override, len(t.Overrides))
	for i := range t.Overrides {
		o := t.Overrides[i]
		o.Name = t.Prefix + o.Name
		if o.Was != "" {
			o.Was = t.Prefix + o.Was
		}
		m[o.Code] = &o
	}
	return m
}

// A want is an ID that needs an identifier, with those that would suit it,
// the best first.
type want struct {
	id    string
	line  int // of the snapshot
	names []string
}

// rows returns the lock's row for each want, made where there was none.
func (a *assigner) rows(table string, wants []want, fixed map[string]*Override) []*lockRow {
	var fresh []want
	for _, w := range wants {
		o := fixed[w.id]
		switch row := a.lock.rows[lockKey{table, w.id}]; {
		case row != nil:
			row.gone = ""
			a.rename(row, o)
		case o != nil:
			fresh = append(fresh, want{id: w.id, line: w.line, names: []string{o.Name}})
		default:
			fresh = append(fresh, w)
		}
	}
	names := a.settle(table, fresh)
	for i, w := range fresh {
		if names[i] == "" {
			continue
		}
		row := &lockRow{lockKey: lockKey{table, w.id}, name: names[i], order: a.lock.next}
		a.lock.rows[row.lockKey], a.taken[row.name] = row, table
		a.lock.next++
	}
	rows := make([]*lockRow, len(wants))
	for i, w := range wants {
		rows[i] = a.lock.rows[lockKey{table, w.id}]
	}
	return rows
}

// rename applies a declared rename to a row of the lock, and refuses one that
// was not declared.
func (a *assigner) rename(row *lockRow, o *Override) {
	switch {
	case o == nil || o.Name == row.name:
	case o.Was == row.name && a.taken[o.Name] == "":
		row.was = append(row.was, row.name)
		row.name = o.Name
		a.taken[o.Name] = row.table
	case o.Was == row.name:
		a.problems.Add(o.File, o.Line, "choose another name", "%q cannot be renamed to %s: %s has that name", row.id, o.Name, a.taken[o.Name])
	default:
		a.problems.Add(o.File, o.Line,
			fmt.Sprintf("to rename it and leave a deprecated alias, add \"was: %s\" (without the table's prefix)", row.name),
			"%q is to be %s here, but %s:%d gave it the name %s for ever", row.id, o.Name, a.lock.File, row.line, row.name)
	}
}

// settle chooses one identifier for each want. Where several want the same
// one, all of them move on to their next, so that the choice does not depend
// on the order of rows; a name that is taken already is passed over. The
// choice of a want that runs out of names is "" and a problem.
func (a *assigner) settle(table string, wants []want) []string {
	at := make([]int, len(wants))
	for {
		groups := map[string][]int{}
		for i, w := range wants {
			for at[i] < len(w.names) && (a.taken[w.names[at[i]]] != "" || !ValidIdentifier(w.names[at[i]])) {
				at[i]++
			}
			if at[i] < len(w.names) {
				groups[w.names[at[i]]] = append(groups[w.names[at[i]]], i)
			}
		}
		clash := false
		for _, members := range groups {
			if len(members) > 1 {
				clash = true
				for _, i := range members {
					at[i]++
				}
			}
		}
		if !clash {
			break
		}
	}
	chosen := make([]string, len(wants))
	for i, w := range wants {
		if at[i] < len(w.names) {
			chosen[i] = w.names[at[i]]
			continue
		}
		a.refuse(table, wants, i)
	}
	return chosen
}

// refuse says why want i got no identifier: who else has or wants it.
func (a *assigner) refuse(table string, wants []want, i int) {
	w := wants[i]
	file := a.spec.Snapshot.File
	hint := fmt.Sprintf("give it one under names: in the recipe of table %s", table)
	if len(w.names) == 0 {
		a.problems.Add(file, w.line, hint, "no Go identifier can be made for %q of table %s", w.id, table)
		return
	}
	last := w.names[len(w.names)-1]
	rival := a.taken[last]
	for j, other := range wants {
		if j != i && slices.Contains(other.names, last) {
			rival = fmt.Sprintf("%q", other.id)
		}
	}
	if !ValidIdentifier(last) {
		a.problems.Add(file, w.line, hint, "%q of table %s: %q is no exported Go identifier", w.id, table, last)
		return
	}
	a.problems.Add(file, w.line, hint, "%q of table %s and %s both want the identifier %s", w.id, table, rival, last)
}

// bury marks the rows of a table that ids lacks as gone and returns the
// tombstones in their order.
func (a *assigner) bury(table string, ids []string) []Gone {
	present := make(map[string]bool, len(ids))
	for _, id := range ids {
		present[id] = true
	}
	var gone []Gone
	for _, row := range a.lock.rows {
		if row.table != table || present[row.id] {
			continue
		}
		if row.gone == "" {
			row.gone = a.spec.Snapshot.Retrieved
		}
		gone = append(gone, Gone{Code: row.id, Name: row.name, Since: row.gone, Order: row.order, Aliases: row.was})
	}
	slices.SortFunc(gone, func(x, y Gone) int { return cmp.Compare(x.Order, y.Order) })
	return gone
}

func (a *assigner) checkOverrides(t *Table) {
	for _, o := range t.Overrides {
		if a.lock.rows[lockKey{t.Name, o.Code}] == nil && t.Find(o.Code) == nil {
			a.problems.Add(o.File, o.Line, "correct the code, or drop the line", "the name %s is for %q, which table %s does not have", o.Name, o.Code, t.Name)
		}
	}
}

// valueSet names the values that entry e of a table lists.
func (a *assigner) valueSet(t *Table, e *Entry) {
	if len(e.Values) == 0 || e.Name == "" {
		return
	}
	table := setTable(t, t.ID(e))
	a.know(table)
	set := &ValueSet{Type: a.setType(t, table, e.Name)}
	given := map[string]string{}
	if o := overrides(t)[t.ID(e)]; o != nil {
		given = o.Values
	}
	wants := make([]want, len(e.Values))
	for i, value := range e.Values {
		wants[i] = want{id: value, line: e.Line, names: valueCandidates(set.Type, value, given[value])}
	}
	for _, row := range a.rows(table, wants, nil) {
		if row == nil {
			return // a problem was recorded
		}
		set.Names = append(set.Names, row.name)
	}
	set.Gone = a.bury(table, e.Values)
	e.ValueSet = set
}

// setTable is how the lock calls the values of one parameter.
func setTable(t *Table, id string) string { return t.Name + "/" + id }

// setType is the Go type of a parameter's values: the parameter's identifier
// without the prefix, with "Value" appended where something else has it. The
// type of a set that the lock knows does not change: its constants begin with
// the type, and so does the parameter's own identifier.
func (a *assigner) setType(t *Table, table, name string) string {
	typ := strings.TrimPrefix(name, t.Prefix)
	if owner := a.taken[typ]; owner != "" && owner != table {
		typ += "Value"
	}
	for _, id := range declares(typ) {
		a.taken[id] = table
	}
	return typ
}

func valueCandidates(typ, value, given string) []string {
	if given != "" {
		return []string{typ + given}
	}
	names := []string{fallbackName(typ, value)}
	if symbol := symbolName(value); symbol != "" {
		names = append([]string{typ + symbol}, names...)
	}
	return names
}

// lostSets keeps the value sets of the lock whose parameter no longer lists
// values, so that code which uses them still compiles.
func (a *assigner) lostSets(t *Table) {
	ids := map[string]bool{}
	for _, row := range a.lock.rows {
		if id, ok := strings.CutPrefix(row.table, t.Name+"/"); ok && !a.known[row.table] {
			ids[id] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		table := setTable(t, id)
		a.know(table)
		row := a.lock.rows[lockKey{t.Name, id}]
		if row == nil {
			continue // the strangers check names it
		}
		t.LostSets = append(t.LostSets, ValueSet{Type: a.setType(t, table, row.name), Gone: a.bury(table, nil)})
	}
}

// strangers reports rows of the lock for tables that the recipe lacks.
func (a *assigner) strangers() {
	seen := map[string]bool{}
	for _, row := range a.lock.sorted(func(x, y *lockRow) int { return cmp.Compare(x.line, y.line) }) {
		if a.known[row.table] || seen[row.table] {
			continue
		}
		seen[row.table] = true
		a.problems.Add(a.lock.File, row.line, "restore the table in the recipe; to give its identifiers up, delete its lines here",
			"the lock has a table %s, the recipe has none", row.table)
	}
}

// candidates are the identifiers that suit an entry, the best first: the
// vendor's symbol, else more and more of its message, then with the code
// appended, and at last the type and the code alone.
func (t *Table) candidates(e *Entry) []string {
	var bare []string
	code := t.ID(e)
	switch {
	case t.Kind == Constants && ValidIdentifier(e.Key):
		bare = append(bare, e.Key)
	case e.Key != "" && isSymbol(e.Key):
		bare = t.symbolCandidates(e.Key)
	case isSymbol(code) || t.Kind == Params || t.Kind == Fields || t.Kind == Constants:
		bare = t.symbolCandidates(code)
	default:
		bare = clauseNames(cmp.Or(e.Texts["en"], e.Text))
	}
	var names []string
	for _, name := range bare {
		names = append(names, t.Prefix+name)
	}
	if len(bare) > 0 {
		names = append(names, t.Prefix+bare[0]+codeSuffix(code))
	}
	return append(names, fallbackName(t.Name, code))
}

func (t *Table) symbolCandidates(symbol string) []string {
	if t.Trim != nil {
		if loc := t.Trim.FindStringIndex(symbol); loc != nil && loc[0] == 0 && loc[1] < len(symbol) {
			symbol = symbol[loc[1]:]
		}
	}
	name := symbolName(symbol)
	if name == "" {
		return nil
	}
	return []string{name, name + t.Name}
}
