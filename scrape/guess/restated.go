package guess

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// restatedConfidence is the most that a table gets which says again what another
// one says: it is one, and nobody wants it twice.
const restatedConfidence = 0.4

// restatedLimit is how many tables a code is looked for in.
const restatedLimit = 8

// settleRestated leaves one of the tables that say the same likely.
func settleRestated(guesses []Guess) {
	for _, i := range restated(guesses) {
		guesses[i].Table.Confidence = restatedConfidence
	}
}

// withoutRestated leaves one of the tables that say the same.
func withoutRestated(guesses []Guess) []Guess {
	drop, i := restated(guesses), -1
	return slices.DeleteFunc(guesses, func(Guess) bool { i++; return slices.Contains(drop, i) })
}

// restated are the tables that say again what another one says: the errors of
// each call beside those of all, or an overview without texts beside the details.
// The other one is as likely as they are at least.
func restated(guesses []Guess) []int {
	order := make([]int, 0, len(guesses))
	for i := range guesses {
		if t := &guesses[i].Table; t.Kind == model.Codes || t.Kind == model.Results {
			order = append(order, i)
		}
	}
	if len(order) < 2 {
		return nil
	}
	slices.SortStableFunc(order, func(a, b int) int { return guesses[a].fuller(&guesses[b]) })
	var again []int
	holders := map[string][]int{} // the fullest tables with a code
	for _, i := range order {
		g := &guesses[i]
		if by := g.restatedBy(guesses, holders); by >= 0 && g.Table.Confidence >= Likely {
			fuller := &guesses[by].Table
			fuller.Confidence = max(fuller.Confidence, g.Table.Confidence)
			again = append(again, i)
			continue
		}
		for j := range g.Table.Entries {
			if code := g.Table.Entries[j].Code; len(holders[code]) < restatedLimit {
				holders[code] = append(holders[code], i)
			}
		}
	}
	return again
}

// hasText reports whether the table says what its codes mean, and no mere value.
func (g *Guess) hasText() bool { return g.evidence.text != nil && g.evidence.text.spaces >= 1 }

// fuller orders tables: those with texts first, then those with more entries,
// then the likelier.
func (g *Guess) fuller(other *Guess) int {
	if g.hasText() != other.hasText() {
		return cmp.Compare(indicator(other.hasText()), indicator(g.hasText()))
	}
	return cmp.Or(cmp.Compare(len(other.Table.Entries), len(g.Table.Entries)), cmp.Compare(other.Table.Confidence, g.Table.Confidence))
}

// twinEntries is how many entries of two tables have to be the same until that
// one is a copy. Calls that take and give the same few values have a table each, of
// one form.
const twinEntries = 10

// restatedBy is a table that has every code of this one, with the same text where
// this one gives any; -1 where there is none.
func (g *Guess) restatedBy(guesses []Guess, holders map[string][]int) int {
	if len(g.Table.Entries) == 0 {
		return -1
	}
	n := len(g.Table.Entries)
	for _, i := range []int{0, n / 2} { // of a table of contents the first may be of something else
		for _, by := range holders[g.Table.Entries[i].Code] {
			if g.mayRestate(&guesses[by]) && g.restates(&guesses[by].Table) {
				return by
			}
		}
	}
	return -1
}

// restates reports whether a table says nothing that another one does not. A list
// of names alone may have a few more: a table of contents.
func (g *Guess) restates(t *model.Table) bool {
	others := 0
	for i := range g.Table.Entries {
		others += int(indicator(!restates(t, &g.Table.Entries[i])))
	}
	return others == 0 || !g.hasText() && others*contentsOthers <= len(g.Table.Entries)
}

// contentsOthers is of how many entries of a table of contents one may be of
// something else.
const contentsOthers = 10

// mayRestate reports whether a table is a part of a fuller one by its size. One
// that is not likely by itself has to be the details of an overview, code by code.
func (g *Guess) mayRestate(fuller *Guess) bool {
	n, all := len(g.Table.Entries), len(fuller.Table.Entries)
	if !fuller.hasText() {
		return false
	}
	if !g.hasText() {
		return fuller.Table.Confidence >= Likely || all*10 <= n*11
	}
	return fuller.Table.Confidence >= Likely && (n >= twinEntries || n == 1 || all >= 2*n || g.Form != fuller.Form)
}

// restates reports whether a table has an entry.
func restates(t *model.Table, e *model.Entry) bool {
	own := t.Find(e.Code)
	return own != nil && (e.Text == "" || strings.EqualFold(own.Text, e.Text)) && (e.Key == "" || own.Key == "" || own.Key == e.Key)
}
