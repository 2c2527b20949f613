package record

import (
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/plain"
	"github.com/spectab/spectab/scrape/read/source"
)

// drawn are the tables that preformatted lines hold: constants that source
// code defines, each under the name of its group, records side by side, or tables
// with rules; nil where they are none of these.
func drawn(lines []page.Line) (blocks []page.Block, form string) {
	if source.Likely(lines) {
		if blocks, _ = source.Definitions(lines, ""); source.Rows(blocks) > 1 {
			return blocks, "code"
		}
	}
	if blocks = sideBySide(lines); blocks != nil {
		return blocks, "table"
	}
	return plain.RuledTables(lines), "table"
}

// A drawing is what drawn finds in a block.
type drawing struct {
	blocks []page.Block
	form   string
}

// drawings are those of the blocks of a page: whoever asks, they are looked for
// once.
type drawings map[*page.Block]drawing

func (d drawings) of(b *page.Block) drawing {
	found, known := d[b]
	if !known {
		found.blocks, found.form = drawn(b.Lines)
		d[b] = found
	}
	return found
}

// preformatted makes candidates of the tables in preformatted lines.
func (s *search) preformatted(b *page.Block) {
	found := s.drawings.of(b)
	blocks, form := found.blocks, found.form
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
