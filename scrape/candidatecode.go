package scrape

import (
	"regexp"
	"strings"
)

// columnGap parts columns.
var columnGap = regexp.MustCompile(`\s{2,}|\t+`)

// code makes a candidate of preformatted lines: definitions in C, or columns
// parted by white space.
func (s *search) code(b *Block) {
	if s.declares(b.Lines) || s.ruled(b.Lines) {
		return
	}
	columns := candidate{form: "code", line: b.Lines[0].No}
	for _, l := range b.Lines {
		if parts := columnGap.Split(strings.TrimSpace(l.Text), -1); len(parts) > 1 {
			columns.rows = append(columns.rows, lineRow(l.No, parts))
		}
	}
	s.add(columns)
}

// ruled makes candidates of tables that are drawn with rules, and reports
// whether there were any.
func (s *search) ruled(lines []Line) bool {
	texts := make([]textLine, len(lines))
	for i, l := range lines {
		texts[i] = textLine{l.Text, l.No}
	}
	found := false
	for i := 0; i < len(texts); i++ {
		if rows, n := ruledRows(texts[i:]); len(rows) > 1 {
			s.grid(&Block{Kind: Grid, Rows: rows})
			found, i = true, i+n-1
		}
	}
	return found
}

func lineRow(no int, texts []string) candidateRow {
	var row candidateRow
	for _, t := range texts {
		cell := Cell{No: no}
		if t = clean(t); t != "" {
			cell.Lines = []Line{{t, no}}
		}
		row.cells = append(row.cells, cell)
	}
	return row
}
