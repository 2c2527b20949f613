package record

import (
	"cmp"
	"slices"
)

// heading is what the region as a whole stands under.
func (m *match) heading(list []piece) string {
	at := m.heads[0]
	for i := range m.at {
		if other := m.heads[i]; other != at {
			for at >= 0 && other >= 0 && at != other {
				if at > other {
					at = parent(list, at)
				} else {
					other = parent(list, other)
				}
			}
			if at < 0 || other < 0 {
				return ""
			}
		}
	}
	if at < 0 {
		return ""
	}
	return list[at].line.Text
}

// headings are the headings of the records: for one that is a heading itself, one of
// a higher level, and for one behind a card none that titles a part of that.
func (m *match) headings(list []piece) []int {
	heads := make([]int, len(m.at))
	for i := range m.at {
		p := &list[m.at[i]]
		at := p.group
		if i > 0 && at > m.at[i-1] && m.card(list, i-1) != nil && at < m.card(list, i-1).to {
			at = heads[i-1]
		}
		for p.level > 0 && at >= 0 && list[at].level >= p.level {
			at = list[at].over
		}
		heads[i] = at
	}
	return heads
}

// parent is the heading of a higher level before heading at, or -1.
func parent(list []piece, at int) int {
	if list[at].level == 0 { // an item
		return list[at].group
	}
	return list[at].over
}

// group gives the rows that stand under several headings the heading of each.
func (m *match) group(list []piece, c *Candidate) {
	first := m.heads[0]
	several, own := false, true
	for i := range m.at {
		at := m.heads[i]
		several = several || at != first
		own = own && at >= 0 && slices.Contains(CellTexts(c.Rows[i].Cells), list[at].line.Text)
	}
	if !several || own { // a heading of its own says what the row says
		return
	}
	codes := map[int]string{} // of records that others stand within
	for i, at := range m.at {
		if g := m.groups[i]; len(g) > 2 && g[2] >= 0 {
			codes[at] = list[at].line.Text[g[2]:g[3]]
		}
	}
	for i := range c.Rows {
		if at := m.heads[i]; at >= 0 {
			c.Rows[i].Group = cmp.Or(codes[at], list[at].line.Text)
		}
	}
	if first >= 0 {
		c.Heading = cmp.Or(c.Heading, list[first].line.Text)
	}
}

// parts counts the lists that the rows stand in.
func (m *match) parts(list []piece, c *Candidate) {
	for i := 1; i < len(m.at); i++ {
		c.Rows[i].Part = c.Rows[i-1].Part
		if m.heads[i] != m.heads[i-1] || m.parted(list, i) {
			c.Rows[i].Part++
		}
	}
}

// parted reports whether prose that is of no item stands before item i.
func (m *match) parted(list []piece, i int) bool {
	if m.form != "list" && m.form != "definitions" {
		return false
	}
	p := &list[m.at[i-1]]
	return slices.ContainsFunc(list[p.own:max(p.own, m.at[i])], func(q piece) bool { return q.depth < p.depth && q.form == "lines" })
}
