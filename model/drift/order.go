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
	away := len(places) - longestAscent(places)
	f := c.ofTable(m.new, "rows", reordered)
	f.OldLine, f.NewLine = firstLine(m.old), firstLine(m.new)
	f.New = fmt.Sprintf("%d of %d rows stand elsewhere", away, len(places))
	for i := range m.new.Entries {
		f.ids = append(f.ids, m.new.ID(&m.new.Entries[i]))
	}
	c.add(f)
}

// longestAscent is the length of the longest ascending subsequence.
func longestAscent(list []int) int {
	var tails []int // the lowest end of an ascent of each length
	for _, n := range list {
		i, _ := slices.BinarySearch(tails, n)
		if i == len(tails) {
			tails = append(tails, n)
		} else {
			tails[i] = n
		}
	}
	return len(tails)
}
