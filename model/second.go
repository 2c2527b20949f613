package model

import (
	"slices"
	"strings"
)

// pairs finds the second symbols of codes in a table of numbers. Which of two
// symbols is the second the lock decides, where it has one of them, so that a
// page may list them in another order.
func (a *assigner) pairs(t *Table) {
	first := map[string]*Entry{}
	for i := range t.Entries {
		e := &t.Entries[i]
		e.Second = false
		held := first[e.Code]
		switch {
		case !t.Value.IsInteger() || t.Kind == Constants:
			return
		case held == nil:
			first[e.Code] = e
		case e.Key == "" || e.Key == held.Key: // Validate will say so
		case a.isFirst(t, e, held):
			held.Second = true
			first[e.Code] = e
		default:
			e.Second = true
		}
	}
}

// succeed makes the second symbol of a number the first where the page has
// dropped the first, which becomes a tombstone beside it.
func (a *assigner) succeed(t *Table) {
	hasSecond := func(row *lockRow) bool { return strings.Contains(row.id, " ") }
	if !t.Value.IsInteger() || t.Kind == Constants || !slices.ContainsFunc(a.before[t.Name], hasSecond) {
		return
	}
	entries := map[string][]*Entry{} // by code
	for i := range t.Entries {
		entries[t.Entries[i].Code] = append(entries[t.Entries[i].Code], &t.Entries[i])
	}
	for _, second := range a.before[t.Name] {
		code, _, isSecond := strings.Cut(second.id, " ")
		if !isSecond {
			continue
		}
		a.returns(t, second, entries[code])
		_, symbol, _ := strings.Cut(second.id, " ")
		first := a.lock.rows[lockKey{t.Name, code}]
		if list := entries[code]; len(list) == 1 && list[0].Key == symbol && first != nil && !t.suits(first, list[0]) {
			a.rekey(first, code+" "+first.name)
			a.rekey(second, code)
		}
	}
}

// returns gives a second symbol that is on the page again the row that succeed
// had filed under its identifier.
func (a *assigner) returns(t *Table, row *lockRow, entries []*Entry) {
	for _, e := range entries {
		if row.gone != "" && t.suits(row, e) {
			a.rekey(row, e.Code+" "+e.Key)
			return
		}
	}
}

// isFirst reports whether the lock has e as the first of two symbols: only
// the other as the second, or the identifier of the code after e.
func (a *assigner) isFirst(t *Table, e, other *Entry) bool {
	if a.isSecond(t, e) || a.isSecond(t, other) {
		return !a.isSecond(t, e)
	}
	row := a.lock.rows[lockKey{t.Name, e.Code}]
	return row != nil && t.suits(row, e) && !t.suits(row, other)
}

// isSecond reports whether the lock has an entry as the second of its code.
func (a *assigner) isSecond(t *Table, e *Entry) bool {
	return a.lock.rows[lockKey{t.Name, e.Code + " " + e.Key}] != nil
}

// suits reports whether a row has an identifier that the symbol of e gives.
func (t *Table) suits(row *lockRow, e *Entry) bool {
	return slices.ContainsFunc(t.symbolNames(e.Key), func(name string) bool {
		return slices.ContainsFunc([]string{t.Prefix + name, t.Name + name}, func(name string) bool {
			return name == row.name || slices.Contains(row.was, name)
		})
	})
}
