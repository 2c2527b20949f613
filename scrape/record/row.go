package record

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/page"
)

// row makes the cells of a record: the fields of its first line, what is left
// of that, what stands below, and remarks.
func (m *match) row(list []piece, i int, columns [][]page.Line, lines *[]page.Line) CandidateRow {
	l := list[m.at[i]].line
	r := CandidateRow{Cells: make([]page.Cell, 0, len(m.names)+len(columns))}
	var asides []page.Cell
	g := m.groups[i]
	if g == nil { // it lacks its code
		g = slices.Repeat([]int{-1}, 2*len(m.names))
		if f := m.rest(); f > 0 {
			g[2*f], g[2*f+1] = 0, len(l.Text)
		}
	}
	for f := 1; f < len(m.names); f++ {
		cell := page.Cell{No: l.No}
		if g[2*f] >= 0 {
			if t := unpaired(page.Clean(l.Text[opening(l.Text, g[2*f], g[2*f+1]):g[2*f+1]])); t != "" {
				cell.Lines = shelve(lines, []page.Line{{Text: t, No: l.No}})
				if isMarked(&l, g[2*f], g[2*f+1]) {
					cell.Lines[0].Marks = []page.Mark{{Kind: page.Code, To: int32(len(t))}}
				}
			}
		}
		if m.names[f] == "aside" {
			asides = append(asides, cell)
		} else {
			r.Cells = append(r.Cells, cell)
		}
	}
	if m.rest() > 0 && m.joins() && len(columns) > 0 {
		last := &r.Cells[len(r.Cells)-1]
		last.Lines = append(last.Lines, columns[0]...)
		columns = columns[1:]
	}
	at := len(r.Cells)
	if m.apart {
		at--
	}
	for _, lines := range columns {
		r.Cells = slices.Insert(r.Cells, at, cellOf(lines))
		at++
	}
	r.Cells = append(r.Cells, asides...)
	return r
}

// opening is where a text begins: with the quote before it, where that is closed
// within the text and what is quoted is only a part of it.
func opening(line string, from, to int) int {
	before, inner := strings.TrimRight(line[:from], " "), strings.TrimRight(line[from:to], " ")
	for _, pair := range quotes {
		_, size := utf8.DecodeRuneInString(pair)
		open, closing := pair[:size], pair[size:]
		if open == closing && strings.Count(before, open)%2 == 0 {
			continue // it closes what stands before
		}
		if strings.HasSuffix(before, open) && strings.Contains(inner, closing) && !strings.HasSuffix(inner, closing) {
			return len(before) - size
		}
	}
	return from
}

// unpaired drops the quote at the end of a text whose opening one is no part of
// it.
func unpaired(text string) string {
	for _, pair := range quotes {
		open, size := utf8.DecodeRuneInString(pair)
		if inner, ok := strings.CutSuffix(text, pair[size:]); ok && !strings.ContainsRune(inner, open) {
			return strings.TrimSpace(inner)
		}
	}
	return text
}

// joins reports whether the text goes on below the line.
func (m *match) joins() bool {
	return !m.apart && (m.form == "lines" || m.form == "list" || m.form == "code")
}
