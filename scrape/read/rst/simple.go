package rst

import (
	"fmt"
	"regexp"
	"strings"
)

// rules are the lines above and below a simple table, one for each column.
var rules = regexp.MustCompile(`^=+(?: +=+)+$`)

// spanRules join columns of the row above them.
var spanRules = regexp.MustCompile(`^-+(?: +-+)*$`)

// A span is the columns of the terminal that a cell takes, and how many
// columns of the table.
type span struct{ from, to, columns int }

// simpleTable reads a table whose columns are told by lines above them.
func (r *reader) simpleTable(lines []line) int {
	if !rules.MatchString(lines[0].text) {
		return 0
	}
	end, borders := 1, []int{0}
	for ; end < len(lines); end++ {
		if l := lines[end].text; l != "" && strings.Trim(l, "= ") == "" && strings.Contains(l, "=") {
			borders = append(borders, end)
			if end+1 == len(lines) || lines[end+1].blank() {
				break
			}
		}
	}
	if len(borders) == 1 {
		return 0
	}
	last := borders[len(borders)-1]
	spans := spansOf(lines[0].text, nil)
	if tooWide(lines[:last], len(spans)) {
		r.literal(lines[:last])
		return last + 1
	}
	r.f.Open("table")
	for i, from := range borders[:len(borders)-1] {
		tag := "td"
		if i == 0 && len(borders) > 2 {
			tag = "th"
		}
		r.simpleRows(lines[from+1:borders[i+1]], spans, tag)
	}
	r.f.Close("table")
	return last + 1
}

// tooWide reports whether a table would have more cells than its text fills.
func tooWide(lines []line, columns int) bool {
	cells, size := 0, 1024
	for _, l := range lines {
		if !l.blank() {
			cells += columns
		}
		size += maxStretch * len(l.text)
	}
	return cells > size
}

// spansOf are the cells that a rule tells. The last one has no end; that of a
// rule that joins columns is told by the columns it reaches over.
func spansOf(rule string, all []span) []span {
	var spans []span
	for at := 0; at < len(rule); {
		if rule[at] == ' ' {
			at++
			continue
		}
		end := at + len(rule[at:]) - len(strings.TrimLeft(rule[at:], rule[at:at+1]))
		s := span{from: at, to: end, columns: 1}
		if all != nil {
			s.columns = 0
			for _, c := range all {
				if c.from >= at && c.from < end {
					s.columns++
				}
			}
		}
		spans = append(spans, s)
		at = end
	}
	for i := range spans {
		if i+1 < len(spans) {
			spans[i].to = spans[i+1].from
		} else {
			spans[i].to = 1 << 30
		}
	}
	return spans
}

// simpleRows writes rows. A row goes on in lines whose first cell is empty.
func (r *reader) simpleRows(lines []line, spans []span, tag string) {
	row := 0
	for i, l := range lines {
		switch {
		case spanRules.MatchString(l.text):
			r.simpleRow(lines[row:i], spansOf(l.text, spans), tag)
			row = i + 1
		case i > row && !l.blank() && strings.TrimSpace(cut(l.text, spans[:1])[0]) != "":
			r.simpleRow(lines[row:i], spans, tag)
			row = i
		}
	}
	r.simpleRow(lines[row:], spans, tag)
}

func (r *reader) simpleRow(lines []line, spans []span, tag string) {
	if lines = trimBlank(lines); len(lines) == 0 {
		return
	}
	r.f.At(lines[0].no)
	r.f.Open("tr")
	cells := make([][]line, len(spans))
	for _, l := range lines {
		for i, part := range cut(l.text, spans) {
			cells[i] = append(cells[i], line{strings.TrimRight(part, " "), l.no})
		}
	}
	for i, cell := range cells {
		r.f.Open(fmt.Sprintf(`%s colspan="%d"`, tag, max(1, spans[i].columns)))
		if cell = trimBlank(cell); len(cell) > 0 {
			r.content(dedent(cell, 0))
		}
		r.f.Close(tag)
	}
	r.f.Close("tr")
}

// cut parts a line at the columns of the terminal where cells begin.
func cut(text string, spans []span) []string {
	parts := make([]string, len(spans))
	at, from, cell := 0, 0, -1
	for i, c := range text {
		if cell+1 < len(spans) && at >= spans[cell+1].from {
			if cell >= 0 {
				parts[cell] = text[from:i]
			}
			cell, from = cell+1, i
		}
		if cell >= 0 && at >= spans[cell].to {
			parts[cell] = text[from:i]
			return parts
		}
		at += runeColumns(c)
	}
	if cell >= 0 {
		parts[cell] = text[from:]
	}
	return parts
}
