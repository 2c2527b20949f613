package record

import (
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/plain"
	"github.com/spectab/spectab/scrape/read/source"
)

// drawn are the tables that preformatted lines hold: constants that source
// code defines, each under the name of its group, or tables with rules; nil
// where they are neither.
func drawn(lines []page.Line) (blocks []page.Block, form string) {
	if source.Likely(lines) {
		if blocks, _ = source.Definitions(lines, ""); source.Rows(blocks) > 1 {
			return blocks, "code"
		}
	}
	return plain.RuledTables(lines), "table"
}

// preformatted makes candidates of the tables in preformatted lines.
func (s *search) preformatted(b *page.Block) {
	blocks, form := drawn(b.Lines)
	caption := s.caption
	for i := range blocks {
		switch blocks[i].Kind {
		case page.Heading:
			s.caption = blocks[i].Lines[0].Text
		case page.Grid:
			s.gridAs(&blocks[i], form)
			s.caption = caption
		}
	}
}
