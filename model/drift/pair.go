package drift

import (
	"cmp"
	"slices"

	"github.com/spectab/spectab/model"
)

// pairTables says which table of one side is which of the other, and what is
// left on both sides.
func pairTables(before, after *model.Spec, guessed bool) (pairs []*matching, lost, found []*model.Table) {
	old, new := tablesOf(before), tablesOf(after)
	partner := map[*model.Table]*model.Table{} // of the new table
	if !guessed {                              // names are the recipe's
		for _, t := range new {
			if a := before.Table(t.Name); a != nil {
				partner[t] = a
			}
		}
	}
	pairByContent(old, new, partner)
	taken := map[*model.Table]bool{}
	for _, t := range new {
		if p := partner[t]; p != nil {
			taken[p] = true
			pairs = append(pairs, match(p, t, guessed))
		} else {
			found = append(found, t)
		}
	}
	for _, t := range old {
		if !taken[t] {
			lost = append(lost, t)
		}
	}
	return pairs, lost, found
}

func tablesOf(s *model.Spec) []*model.Table {
	list := make([]*model.Table, len(s.Tables))
	for i := range s.Tables {
		list[i] = &s.Tables[i]
	}
	return list
}

// pairByContent pairs the tables that are left, those first that have most in
// common. The order in which it takes them is the same from either side.
func pairByContent(old, new []*model.Table, partner map[*model.Table]*model.Table) {
	type candidate struct {
		i, j  int
		score float64
	}
	taken := map[*model.Table]bool{}
	for _, t := range partner {
		taken[t] = true
	}
	var list []candidate
	index := make([]map[string]*model.Entry, len(new))
	for j, b := range new {
		index[j] = byAlias(b)
	}
	isOnly := len(old)-len(taken) == 1 && len(new)-len(taken) == 1
	for i, a := range old {
		names := namesOf(a)
		for j, b := range new {
			if taken[a] || partner[b] != nil {
				continue
			}
			score := likeness(a, b, names, index[j])
			if isOnly && score == 0 && len(old) == len(new) { // two pages of one table each
				score = sharedEntries(a, names, index[j])
			}
			if score > 0 {
				list = append(list, candidate{i, j, score})
			}
		}
	}
	slices.SortFunc(list, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.i+x.j, y.i+y.j), cmp.Compare(min(x.i, x.j), min(y.i, y.j)))
	})
	for _, c := range list {
		if a, b := old[c.i], new[c.j]; !taken[a] && partner[b] == nil {
			partner[b] = a
			taken[a] = true
		}
	}
}

// likeness is how much two tables have in common, 0 where they are not one
// table: shared entries by the larger table, and more for a shared heading
// and kind.
func likeness(a, b *model.Table, names [][]string, index map[string]*model.Entry) float64 {
	shared := sharedEntries(a, names, index)
	smaller, larger := min(len(a.Entries), len(b.Entries)), max(len(a.Entries), len(b.Entries))
	score := 0.0
	if larger > 0 {
		score = shared / float64(larger)
	}
	sameHeading := a.Heading != "" && essence(a.Heading) == essence(b.Heading)
	if shared < 0.3*float64(smaller) || shared == 0 {
		if !sameHeading || a.Kind != b.Kind {
			return 0
		}
	}
	if sameHeading {
		score += 0.5
	}
	if a.Kind == b.Kind {
		score += 0.1
	}
	return score
}

// byAlias finds the entries of a table by all that may stand for them. What
// one entry is known by is not hidden by what another is known by besides.
func byAlias(t *model.Table) map[string]*model.Entry {
	at := map[string]*model.Entry{}
	for i := range t.Entries {
		e := &t.Entries[i]
		for _, name := range aliases(t, e) {
			if at[name] == nil || name == t.ID(e) {
				at[name] = e
			}
		}
	}
	return at
}

// namesOf are the aliases of each entry of a table.
func namesOf(t *model.Table) [][]string {
	list := make([][]string, len(t.Entries))
	for i := range t.Entries {
		list[i] = aliases(t, &t.Entries[i])
	}
	return list
}

// sharedEntries counts the entries of a table that another has, by its index.
// A number that has another symbol, or without one another text, counts
// little: every list of numbers begins with 1.
func sharedEntries(a *model.Table, names [][]string, at map[string]*model.Entry) float64 {
	shared := 0.0
	for i := range a.Entries {
		e := &a.Entries[i]
		var other *model.Entry
		for _, name := range names[i] {
			if other = at[name]; other != nil {
				break
			}
		}
		switch {
		case other == nil:
		case agree(e, other):
			shared++
		default:
			shared += 0.25
		}
	}
	return shared
}

// aliases are all that may stand for an entry, what it is best known by first.
func aliases(t *model.Table, e *model.Entry) []string {
	list := []string{t.ID(e)}
	for _, name := range []string{e.Key, numeric(t)(e), unqualified(e)} {
		if name != "" && name != list[0] {
			list = append(list, name)
		}
	}
	return list
}

// agree reports whether two entries of one code say the same thing.
func agree(a, b *model.Entry) bool {
	switch {
	case a.Code == b.Code && !isDigits(a.Code):
		return true
	case a.Key != "" && b.Key != "":
		return a.Key == b.Key
	case a.Key != "" && a.Key == b.Code, b.Key != "" && a.Code == b.Key:
		return true
	}
	return essence(a.Text) == essence(b.Text)
}
