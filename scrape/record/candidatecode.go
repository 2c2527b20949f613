package record

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/plain"
	"github.com/spectab/spectab/scrape/read/source"
)

// columnGap parts columns.
var columnGap = regexp.MustCompile(`\s{2,}|\t+`)

// code makes a candidate of preformatted lines: definitions in C, or columns
// parted by white space.
func (s *search) code(b *page.Block) {
	if s.defined(b.Lines) || s.declares(b.Lines) || s.ruled(b.Lines) {
		return
	}
	columns := Candidate{Form: "code", Line: b.Lines[0].No}
	for _, l := range b.Lines {
		if parts := columnGap.Split(strings.TrimSpace(l.Text), -1); len(parts) > 1 {
			columns.Rows = append(columns.Rows, lineRow(l.No, parts))
		}
	}
	s.add(columns)
}

// defined makes candidates of the constants that source code defines, each
// under the name of its group, and reports whether there were any.
func (s *search) defined(lines []page.Line) bool {
	if !source.Likely(lines) {
		return false
	}
	blocks, _ := source.Definitions(lines, "")
	if source.Rows(blocks) < 2 {
		return false
	}
	caption := s.caption
	for i := range blocks {
		if blocks[i].Kind == page.Heading {
			s.caption = blocks[i].Lines[0].Text
		} else if blocks[i].Kind == page.Grid {
			s.gridAs(&blocks[i], "code")
			s.caption = caption
		}
	}
	return true
}

// ruled makes candidates of tables that are drawn with rules, and reports
// whether there were any.
func (s *search) ruled(lines []page.Line) bool {
	tables := plain.RuledTables(lines)
	for i := range tables {
		s.grid(&tables[i])
	}
	return len(tables) > 0
}

func lineRow(no int, texts []string) CandidateRow {
	var row CandidateRow
	for _, t := range texts {
		cell := page.Cell{No: no}
		if t = page.Clean(t); t != "" {
			cell.Lines = []page.Line{{Text: t, No: no}}
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}
