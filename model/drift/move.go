package drift

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// A migration is the entries that went from one table to another.
type migration struct {
	from, to *model.Table
	pairs    []pair
}

// migrate takes what stands in another table now out of what was lost and
// found, and returns it.
func (c *comparer) migrate() []*migration {
	type place struct {
		m *matching
		e *model.Entry
	}
	at := map[string][]place{}
	for _, m := range c.matchings {
		for _, e := range m.found {
			at[m.new.ID(e)] = append(at[m.new.ID(e)], place{m, e})
		}
	}
	var list []*migration
	for _, m := range c.matchings {
		m.lost = filter(m.lost, func(e *model.Entry) bool {
			rest := at[m.old.ID(e)]
			i := slices.IndexFunc(rest, func(p place) bool { return p.m != m && family(p.m.new.Kind) == family(m.old.Kind) && agree(e, p.e) })
			if i < 0 {
				return true
			}
			to := rest[i]
			at[m.old.ID(e)] = slices.Delete(slices.Clone(rest), i, i+1)
			to.m.found = filter(to.m.found, func(f *model.Entry) bool { return f != to.e })
			list = addMigrant(list, m.old, to.m.new, pair{old: e, new: to.e})
			return false
		})
	}
	return list
}

// family puts errors and outcomes together: whether a code is an error is the
// recipe's word.
func family(k model.Kind) model.Kind {
	if k == model.Results {
		return model.Codes
	}
	return k
}

func addMigrant(list []*migration, from, to *model.Table, p pair) []*migration {
	for _, g := range list {
		if g.from == from && g.to == to {
			g.pairs = append(g.pairs, p)
			return list
		}
	}
	return append(list, &migration{from, to, []pair{p}})
}

// migrations tells tables that were merged or split from codes that moved.
func (c *comparer) migrations(list []*migration) {
	for _, g := range list {
		what := moved
		switch {
		case c.isEmptied(g.from) && len(g.pairs)*2 > len(g.from.Entries):
			what = merged
		case c.isNew(g.to) && len(g.pairs)*2 > len(g.to.Entries):
			what = split
		}
		if what == moved {
			for _, p := range g.pairs {
				f := c.ofEntry(g.to, p)
				f.subject, f.op, f.Old, f.New, f.from = "entry", moved, g.from.Name, g.to.Name, g.from.Name
				c.add(f)
			}
		} else {
			c.absorbed[g.from], c.absorbed[g.to] = true, true
			f := c.ofTable(g.to, "table", what)
			f.Old, f.New, f.from = g.from.Name, g.to.Name, g.from.Name
			f.OldLine, f.NewLine = g.pairs[0].old.Line, g.pairs[0].new.Line
			f.Hint = fmt.Sprintf("codes that moved: %s", some(idsOf(g.from, g.pairs)))
			for _, p := range g.pairs {
				f.ids = append(f.ids, g.from.ID(p.old))
			}
			c.add(f)
		}
		m := &matching{old: g.from, new: g.to, pairs: g.pairs, guessed: c.guessed}
		c.entries(m, columnsOf(g.from, g.to), nil)
	}
}

func idsOf(t *model.Table, pairs []pair) []string {
	var ids []string
	for _, p := range pairs {
		ids = append(ids, t.ID(p.old))
	}
	return ids
}

// some lists the first few, and how many more there are.
func some(list []string) string {
	const few = 8
	if len(list) <= few {
		return strings.Join(list, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(list[:few], ", "), len(list)-few)
}

// isEmptied reports whether no entry of an old table stands where it stood.
func (c *comparer) isEmptied(t *model.Table) bool {
	return slices.ContainsFunc(c.matchings, func(m *matching) bool { return m.old == t && len(m.new.Entries) == 0 })
}

func (c *comparer) isGone(t *model.Table) bool { return slices.Contains(c.lost, t) }
func (c *comparer) isNew(t *model.Table) bool  { return slices.Contains(c.found, t) }
