package model

import "strings"

// respell follows a page that writes its numbers in another way, 0x1 for
// 0x00000001 or for 1: rows of the lock and names of the recipe take the new
// spelling, where the page no longer has theirs.
func (a *assigner) respell(t *Table) {
	if !t.Value.IsInteger() || t.Kind == Constants {
		return
	}
	spelled := map[string]string{} // by number, how the page writes it; "" where it does so in two ways
	listed := map[string]bool{}
	for i := range t.Entries {
		code := t.Entries[i].Code
		if number, ok := t.Value.Number(code); ok {
			if had, ok := spelled[number]; ok && had != code {
				code = ""
			}
			spelled[number] = code
		}
		listed[t.Entries[i].Code] = true
	}
	now := func(id string) string {
		code, symbol, isSecond := strings.Cut(id, " ")
		number, ok := t.Value.Number(code)
		if listed[code] || !ok || spelled[number] == "" {
			return id
		}
		if isSecond {
			return spelled[number] + " " + symbol
		}
		return spelled[number]
	}
	for _, row := range a.before[t.Name] {
		a.rekey(row, now(row.id))
	}
	for i := range t.Overrides {
		t.Overrides[i].Code = now(t.Overrides[i].Code)
	}
}

// rekey gives a row of the lock another ID, unless that has a row.
func (a *assigner) rekey(row *lockRow, id string) {
	key := lockKey{row.table, id}
	if a.lock.rows[key] != nil {
		return
	}
	delete(a.lock.rows, row.lockKey)
	row.lockKey = key
	a.lock.rows[key] = row
}
