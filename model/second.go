package model

import "slices"

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
	for _, name := range t.symbolCandidates(e.Key) {
		if name = t.Prefix + name; name == row.name || slices.Contains(row.was, name) {
			return true
		}
	}
	return false
}
