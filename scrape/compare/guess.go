package compare

import (
	"fmt"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/guess"
)

// leastConfidence is that of the tables which are compared; what is under it
// on both pages is more likely no table.
const leastConfidence = 0.5

// nearlyBest is the share of the confidence of the likeliest table that others
// of its form have.
const nearlyBest = 0.9

// guessBoth reads two pages by the union of what either was recognised by: a
// table that is sure on one of them is read on the other too, however sure it
// is there, so that a guess which passes the line is no table that came or
// went.
func guessBoth(before, after *state) error {
	old, new := guess.Tables(before.page), guess.Tables(after.page)
	sureOld, unsureOld := parted(old)
	sureNew, unsureNew := parted(new)
	before.guessed(append(sureOld, counterparts(sureNew, sureOld, unsureOld)...))
	after.guessed(append(sureNew, counterparts(sureOld, sureNew, unsureNew)...))
	var problems model.Problems
	for _, s := range []*state{before, after} {
		if len(s.spec.Tables) == 0 {
			problems.Add(s.name, 0, "write a recipe, and name it by --recipe; 'spectab inspect' tells what was found",
				"nothing on the page looks enough like a table of codes, results or parameters to be compared")
		}
	}
	return problems.Err()
}

// parted are the guesses that are sure enough, and the others. A table whose
// codes all stand in a better one is neither. Where none is sure the likeliest
// are, since whoever compares a page thinks that there is one.
func parted(list []guess.Guess) (sure, unsure []*model.Table) {
	best := 0.0
	for i := range list {
		best = max(best, list[i].Table.Confidence)
	}
	least := min(leastConfidence, nearlyBest*best)
	for i := range list {
		switch t := &list[i].Table; {
		case t.Confidence < least:
			unsure = append(unsure, t)
		case !isShadow(t, sure):
			sure = append(sure, t)
		}
	}
	return sure, unsure
}

// isShadow reports whether nearly all codes of a table stand in one before
// it, with the same symbols or texts: the page was read twice there.
func isShadow(t *model.Table, before []*model.Table) bool {
	for _, b := range before {
		seen := map[string]bool{}
		for _, e := range b.Entries {
			seen["code "+e.Code] = true
			seen["says "+e.Key] = e.Key != ""
			seen["says "+e.Text] = e.Text != ""
		}
		n := 0
		for _, e := range t.Entries {
			if seen["code "+e.Code] && (seen["says "+e.Key] || seen["says "+e.Text]) {
				n++
			}
		}
		if n*10 >= len(t.Entries)*9 {
			return true
		}
	}
	return false
}

// counterparts are the unsure tables of a page that are sure on the other one,
// and are none of its sure ones.
func counterparts(theirs, sure, unsure []*model.Table) []*model.Table {
	var list []*model.Table
	for _, t := range theirs {
		if nearest(t, sure) != nil {
			continue
		}
		if partner := nearest(t, unsure); partner != nil && !isShadow(partner, append(list[:len(list):len(list)], sure...)) {
			list = append(list, partner)
		}
	}
	return list
}

// nearest is the table that has most of the codes of another, at least half of
// those of the smaller one; nil where none has.
func nearest(t *model.Table, list []*model.Table) *model.Table {
	codes := map[string]bool{}
	for i := range t.Entries {
		codes[t.Entries[i].Code] = true
	}
	var best *model.Table
	most := 0
	for _, other := range list {
		shared := 0
		for i := range other.Entries {
			if codes[other.Entries[i].Code] {
				shared++
			}
		}
		if shared > most && 2*shared >= min(len(t.Entries), len(other.Entries)) {
			best, most = other, shared
		}
	}
	return best
}

// guessed makes the Spec of a page of guessed tables. They are called by their
// headings, since a guess calls all of them alike.
func (s *state) guessed(tables []*model.Table) {
	s.spec = &model.Spec{Source: s.source(), Snapshot: model.Snapshot{File: s.name}}
	used := map[string]int{}
	for _, t := range tables {
		named := *t
		if named.Heading != "" {
			named.Name = named.Heading
		}
		if used[named.Name]++; used[named.Name] > 1 {
			named.Name = fmt.Sprintf("%s (%d)", named.Name, used[named.Name])
		}
		s.spec.Tables = append(s.spec.Tables, named)
	}
}
