package plain

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

var (
	listTable        = regexp.MustCompile(`^\s*\.\. (?:list-table|flat-table)::`)
	headerRowsOption = regexp.MustCompile(`^\s*:header-rows:\s*(\d+)`)
	listRow          = regexp.MustCompile(`^(\s*)\* - ?(.*)$`)
	listCell         = regexp.MustCompile(`^(\s*)- ?(.*)$`)
)

// listTable reads the directive of reStructuredText that writes a table as a
// list of lists: a star begins a row, a dash a cell.
func (r *textReader) listTable() (page.Block, bool) {
	if !listTable.MatchString(r.lines[r.at].text) {
		return page.Block{}, false
	}
	b := page.Block{Kind: page.Grid}
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
			b.Rows = append(b.Rows, page.Row{Header: len(b.Rows) < titles, Cells: []page.Cell{textCell(m[2], l.no)}})
			continue
		}
		if row >= 0 {
			addListed(&b, l, row)
		}
	}
	if len(b.Rows) < 2 {
		return page.Block{}, false
	}
	r.at = end
	return b, true
}

// addListed adds a line to the last row of a list table, whose star stands at
// a column: as a new cell, or to the last one.
func addListed(b *page.Block, l textLine, star int) {
	last := &b.Rows[len(b.Rows)-1]
	if m := listCell.FindStringSubmatch(l.text); m != nil && len(m[1]) == star+2 {
		last.Cells = append(last.Cells, textCell(m[2], l.no))
		return
	}
	cell := &last.Cells[len(last.Cells)-1]
	if text := page.Clean(l.text); text != "" {
		cell.Lines = append(cell.Lines, page.Line{Text: text, No: l.no})
	}
}

func textCell(text string, no int) page.Cell {
	c := page.Cell{No: no}
	if text = page.Clean(strings.Trim(text, "`*")); text != "" {
		c.Lines = []page.Line{{Text: text, No: no}}
	}
	return c
}
