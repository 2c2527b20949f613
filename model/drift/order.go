package drift

import (
	"fmt"
	"slices"

	"github.com/spectab/spectab/model"
)

// order reports that the entries which are on both sides stand in another
// order, once for a table.
func (c *comparer) order(m *matching) {
	place := make(map[*model.Entry]int, len(m.old.Entries))
	for i := range m.old.Entries {
		place[&m.old.Entries[i]] = i
	}
	places := make([]int, len(m.pairs))
	for i, p := range m.pairs {
		places[i] = place[p.old]
	}
	if slices.IsSorted(places) {
		return
	}
	stay := map[int]bool{}
	for _, i := range ascent(places) {
		stay[i] = true
	}
	f := c.ofTable(m.new, "rows", reordered)
	f.OldLine, f.NewLine = firstLine(m.old), firstLine(m.new)
	f.New = fmt.Sprintf("%d of %d rows stand elsewhere", len(places)-len(stay), len(places))
	for i, p := range m.pairs {
		if !stay[i] {
			moved := c.ofEntry(m.new, p)
			moved.subject, moved.op = "rows", reordered
			f.members = append(f.members, moved)
		}
	}
	for i := range m.new.Entries {
		f.ids = append(f.ids, m.new.ID(&m.new.Entries[i]))
	}
	c.add(f)
}
