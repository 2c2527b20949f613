package record

import "github.com/spectab/spectab/scrape/page"

// aboveLimit is how many lines a record may have above the one that its template
// matches.
const aboveLimit = 3

// above is how many lines each record has above the one that its template
// matches: that of a name tells more than that of a small number before it. Such
// lines are written alike, stand above the first record too, and the last has
// none behind it.
func (m *match) above(list []piece) []int {
	counts := make([]int, len(m.at))
	if m.form != "lines" || len(m.at) < 3 {
		return counts
	}
	for above := 1; above <= aboveLimit && m.hasAbove(list, above, counts); above++ {
	}
	return counts
}

// hasAbove counts the records that have a line of one form so many lines above,
// where nine in ten do, the first among them.
func (m *match) hasAbove(list []piece, above int, counts []int) bool {
	first := m.outlineAbove(list, 0, above)
	if first == "" || m.hasBehind(list, first) {
		return false
	}
	has := make([]bool, len(m.at))
	n := 0
	for i := range m.at {
		if has[i] = counts[i] == above-1 && m.outlineAbove(list, i, above) == first; has[i] {
			n++
		}
	}
	if n*10 < len(m.at)*9 {
		return false
	}
	for i := range has {
		if has[i] {
			counts[i] = above
		}
	}
	return true
}

// outlineAbove is the outline of the line so many above record i, "" where that
// is of another.
func (m *match) outlineAbove(list []piece, i, above int) string {
	at, before := m.at[i]-above, -1
	if i > 0 {
		before = m.at[i-1]
	}
	if at <= before || list[at].form != m.form || list[at].level > 0 {
		return ""
	}
	return outline(list[at].line.Text)
}

// hasBehind reports whether a line of this outline stands in the last record.
func (m *match) hasBehind(list []piece, of string) bool {
	last := len(m.at) - 1
	for at := m.at[last] + 1; at < m.end(list, last, 0); at++ {
		if outline(list[at].line.Text) == of {
			return true
		}
	}
	return false
}

// outline is what a line of a record has in common with those of others: its
// label, or that it is a number or a symbol; "" of prose.
func outline(text string) string {
	text = page.Clean(text)
	if name, _ := label(text); name != "" {
		return name + ":"
	}
	if form := cellForm(text); form == "number" || form == "symbol" {
		return form
	}
	return ""
}
