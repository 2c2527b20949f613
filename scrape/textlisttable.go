package scrape

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	listTable        = regexp.MustCompile(`^\s*\.\. (?:list-table|flat-table)::`)
	headerRowsOption = regexp.MustCompile(`^\s*:header-rows:\s*(\d+)`)
	listRow          = regexp.MustCompile(`^(\s*)\* - ?(.*)$`)
	listCell         = regexp.MustCompile(`^(\s*)- ?(.*)$`)
)

// listTable reads the directive of reStructuredText that writes a table as a
// list of lists: a star begins a row, a dash a cell.
func (r *textReader) listTable() (Block, bool) {
	if !listTable.MatchString(r.lines[r.at].text) {
		return Block{}, false
	}
	b := Block{Kind: Grid}
	indent, titles, row, end := r.lines[r.at].indent(), 0, -1, r.at+1
	for ; end < len(r.lines); end++ {
		l := r.lines[end]
		if l.blank() {
			continue
		}
		if l.indent() <= indent {
			break
		}
		if m := headerRowsOption.FindStringSubmatch(l.text); m != nil {
			titles, _ = strconv.Atoi(m[1])
			continue
		}
		if m := listRow.FindStringSubmatch(l.text); m != nil {
			row = len(m[1])
			b.Rows = append(b.Rows, Row{Header: len(b.Rows) < titles, Cells: []Cell{textCell(m[2], l.no)}})
			continue
		}
		if row >= 0 {
			b.addListed(l, row)
		}
	}
	if len(b.Rows) < 2 {
		return Block{}, false
	}
	r.at = end
	return b, true
}

// addListed adds a line to the last row of a list table, whose star stands at
// a column: as a new cell, or to the last one.
func (b *Block) addListed(l textLine, star int) {
	last := &b.Rows[len(b.Rows)-1]
	if m := listCell.FindStringSubmatch(l.text); m != nil && len(m[1]) == star+2 {
		last.Cells = append(last.Cells, textCell(m[2], l.no))
		return
	}
	cell := &last.Cells[len(last.Cells)-1]
	if text := clean(l.text); text != "" {
		cell.Lines = append(cell.Lines, Line{text, l.no})
	}
}

func textCell(text string, no int) Cell {
	c := Cell{No: no}
	if text = clean(strings.Trim(text, "`*")); text != "" {
		c.Lines = []Line{{text, no}}
	}
	return c
}
