package model

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Assign gives every entry of s its identifier and its order, and every table
// its tombstones. What the lock knows it decides; a new entry gets the
// identifier that the recipe wants, else one derived from the vendor's symbol
// or message. The result is the lock to be written; l itself is left alone,
// and what an earlier Assign left in s is dropped.
//
// The error is of type Problems: identifiers that contradict the lock, or that
// two codes want alike, codes that mean another thing now; but for the last,
// where there are none, what Validate says.
func (l *Lock) Assign(s *Spec) (*Lock, error) {
	a := newAssigner(l.clone(), s)
	for i := range s.Tables {
		a.respell(&s.Tables[i])
		a.succeed(&s.Tables[i])
		a.pairs(&s.Tables[i])
	}
	// What the recipe fixes comes before all that is derived.
	for i := range s.Tables {
		a.fix(&s.Tables[i])
	}
	for i := range s.Tables {
		a.reuses(&s.Tables[i])
	}
	a.findClashes()
	// Parameters first: the sets of their values declare types, and no code
	// may take the name of one.
	for _, i := range a.naming() {
		a.table(&s.Tables[i])
	}
	for i := range s.Tables {
		a.groups(&s.Tables[i])
		a.methods(&s.Tables[i])
	}
	a.strangers()
	if len(a.problems) == 0 {
		a.problems.Take(s.Validate())
	}
	return a.lock, append(a.problems, a.reused...).Err()
}

type assigner struct {
	spec     *Spec
	lock     *Lock
	reserved map[string]string     // identifier → type of the package that needs it
	taken    map[string]*lockRow   // identifier → row that has it, or whose values' type needs it
	fixed    map[lockKey]*lockRow  // rows that the recipe names, and that the lock did not have
	known    map[string]bool       // tables of the lock that the spec accounts for
	before   map[string][]*lockRow // rows that the lock had, by table
	clashing map[string]bool       // identifiers that entries of several tables would like
	offered  map[string]bool       // identifiers that a refusal advises to take
	problems Problems
	reused   Problems // of codes that mean another thing now
}

func newAssigner(l *Lock, s *Spec) *assigner {
	s.unname()
	a := &assigner{
		spec: s, lock: l, reserved: s.Reserved(), taken: make(map[string]*lockRow, 2*len(l.rows)),
		fixed: map[lockKey]*lockRow{}, known: map[string]bool{}, offered: map[string]bool{}, before: map[string][]*lockRow{},
	}
	for _, row := range l.sorted(inOrder) {
		a.before[row.table] = append(a.before[row.table], row)
		a.take(row)
	}
	return a
}

// unname drops what an earlier Assign said of other pages and locks.
func (s *Spec) unname() {
	for i := range s.Tables {
		t := &s.Tables[i]
		t.Gone, t.LostSets, t.Lost, t.Groups, t.shared, t.label = nil, nil, nil, nil, nil, nil
		for j := range t.Entries {
			e := &t.Entries[j]
			e.Name, e.Stem, e.Order, e.Aliases, e.ValueSet = "", "", 0, nil, nil
		}
	}
}

// take notes the identifiers of a row.
func (a *assigner) take(row *lockRow) {
	if isMethods(row.table) {
		return
	}
	for _, name := range append([]string{row.name}, row.was...) {
		a.taken[name] = row
	}
	if row.typ != "" {
		for _, name := range declares(row.typ) {
			a.taken[name] = row
		}
	}
}

func (a *assigner) isTaken(name string) bool { return a.taken[name] != nil || a.reserved[name] != "" }

// owner says who has an identifier.
func (a *assigner) owner(name string) string {
	row := a.taken[name]
	switch {
	case row == nil:
		return "type " + a.reserved[name]
	case name == row.name, slices.Contains(row.was, name):
		return fmt.Sprintf("%q of table %s", row.id, row.table)
	}
	return fmt.Sprintf("type %s, of the values of %q,", row.typ, row.id)
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
	a.known[t.Name] = true
	ids := t.ids()
	rows := a.rows(t.Name, ids, func(i int) want {
		return want{id: ids[i], line: t.Entries[i].Line, names: a.candidates(t, &t.Entries[i])}
	})
	for i, row := range rows {
		if row != nil {
			e := &t.Entries[i]
			e.Name, e.Order, e.Aliases = row.name, row.order, slices.Clone(row.was)
			e.Stem = t.stem(row.name)
			if t.Kind == Constants {
				row.value = e.Type + " " + e.Code
			}
		}
	}
	t.Gone = a.bury(t.Name, ids)
	a.valueSets(t)
}

// ids are the IDs of the entries.
func (t *Table) ids() []string {
	ids := make([]string, len(t.Entries))
	for i := range t.Entries {
		ids[i] = t.ID(&t.Entries[i])
	}
	return ids
}

// rows returns the lock's row for each ID, made where there was none; nil
// where no identifier could be found. Wanted is asked of new IDs only.
func (a *assigner) rows(table string, ids []string, wanted func(i int) want) []*lockRow {
	var fresh []want
	seen := map[string]bool{}
	for i, id := range ids {
		key := lockKey{table, id}
		if a.lock.rows[key] == nil && a.fixed[key] == nil && !seen[id] {
			seen[id] = true
			fresh = append(fresh, wanted(i))
		}
	}
	names := a.settle(table, fresh)
	rows := make([]*lockRow, len(ids))
	for i, id := range ids {
		rows[i] = a.row(lockKey{table, id}, names)
	}
	a.rankNew(table, rows)
	return rows
}

// rankNew gives new rows their ranks: behind the row that the page has before
// them, or in front of all. So what the page adds in two places is added in two
// places everywhere.
func (a *assigner) rankNew(table string, rows []*lockRow) {
	ranked := slices.Clone(a.before[table])
	var above *lockRow
	for run, isRun := range runsOfNew(rows) {
		if isRun {
			at := 0
			if above != nil {
				at, _ = slices.BinarySearchFunc(ranked, above, inOrder)
				at++
			}
			at = rankRun(ranked, at, run)
			ranked = slices.Insert(ranked, at, run...)
		}
		above = run[len(run)-1]
	}
	for i, row := range ranked {
		row.order = i + 1
	}
}

// runsOfNew parts rows into single ones that have a rank, and runs of those
// that have none yet.
func runsOfNew(rows []*lockRow) iter.Seq2[[]*lockRow, bool] {
	return func(yield func([]*lockRow, bool) bool) {
		var run []*lockRow
		for _, row := range rows {
			switch {
			case row == nil:
			case row.isNew:
				row.isNew = false
				run = append(run, row)
			case slices.Contains(run, row): // the page lists it twice
			case len(run) > 0 && !yield(run, true) || !yield([]*lockRow{row}, false):
				return
			default:
				run = nil
			}
		}
		if len(run) > 0 {
			yield(run, true)
		}
	}
}

// rankRun gives a run of new rows ranks for the place at, and returns it: past
// rows that share one rank, since two branches took it.
func rankRun(ranked []*lockRow, at int, run []*lockRow) int {
	var low, high *rank
	if at > 0 {
		low = &ranked[at-1].rank
		for at < len(ranked) && ranked[at].rank == *low {
			at++
		}
	}
	if at < len(ranked) {
		high = &ranked[at].rank
	}
	for i, r := range ranksBetween(low, high, len(run)) {
		run[i].rank = r
	}
	return at
}

// row is the lock's row of an entry that the page has.
func (a *assigner) row(key lockKey, settled map[string]string) *lockRow {
	row := a.lock.rows[key]
	if row != nil {
		row.gone, row.said = "", ""
		return row
	}
	if row = a.fixed[key]; row == nil {
		if settled[key.id] == "" {
			return nil
		}
		row = &lockRow{lockKey: key, name: settled[key.id]}
	}
	row.isNew = true
	a.lock.rows[key] = row
	a.take(row)
	return row
}

// bury marks the rows of a table that ids lacks as gone and returns the
// tombstones in their order.
func (a *assigner) bury(table string, ids []string) []Gone {
	present := make(map[string]bool, len(ids))
	for _, id := range ids {
		present[id] = true
	}
	var gone []Gone
	for _, row := range a.before[table] {
		if present[row.id] {
			continue
		}
		if row.gone == "" {
			row.gone = a.spec.Snapshot.Retrieved
		}
		if row.said == "" && row.last != nil {
			row.said = saying(row.last)
		}
		gone = append(gone, row.tombstone())
	}
	return gone
}

// strangers reports rows of the lock for tables that the recipe lacks.
func (a *assigner) strangers() {
	seen := map[string]bool{}
	for _, row := range a.lock.sorted(func(x, y *lockRow) int { return cmp.Compare(x.line, y.line) }) {
		table, id, isSet := strings.Cut(row.table, "/")
		if !isSet {
			table = strings.TrimSuffix(strings.TrimSuffix(table, methodsOf), groupsOf)
		}
		switch {
		case a.known[row.table] || seen[table] || seen[row.table]:
		case isSet && a.known[table]:
			seen[row.table] = true
			a.problems.Add(a.lock.File, row.line, lockHint, "the lock has values of %q of table %s, but not %q itself", id, table, id)
		default:
			seen[table] = true
			a.problems.Add(a.lock.File, row.line, "restore the table in the recipe; to give its identifiers up, delete its lines here",
				"the lock has a table %s, the recipe has none", table)
		}
	}
}
