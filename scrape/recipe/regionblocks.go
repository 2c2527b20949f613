package recipe

import (
	"regexp"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
)

// regionBlocks returns the blocks of lines from to to-1 of the flow, lists and
// tables with those of their items and rows that begin there.
func (f *Flow) regionBlocks(from, to int) []page.Block {
	w := &regionWalk{from: from, to: to}
	return w.blocks(f.page)
}

// candidates are those of a part of the page. They are kept, since the tables
// of a recipe often share one.
func (f *Flow) candidates(from, to int) []record.Candidate {
	key := [2]int{from, to}
	list, ok := f.found[key]
	if !ok {
		list = record.Candidates(f.regionBlocks(from, to))
		f.found[key] = list
	}
	return list
}

// matching are the records of one form in a part of the page whose first line
// matches a template.
func (f *Flow) matching(from, to int, form string, template *regexp.Regexp) []record.Candidate {
	return record.Find(f.regionBlocks(from, to), form, template)
}

// A regionWalk counts the lines of the flow while it walks the blocks that they
// were made of.
type regionWalk struct {
	from, to int
	at       int
}

// holds counts n lines and reports whether the first of them is wanted.
func (w *regionWalk) holds(n int) bool {
	first := w.at
	w.at += n
	return first >= w.from && first < w.to
}

func (w *regionWalk) blocks(list []page.Block) []page.Block {
	var kept []page.Block
	for i := range list {
		if b, ok := w.block(&list[i]); ok {
			kept = append(kept, b)
		}
	}
	return kept
}

func (w *regionWalk) block(b *page.Block) (page.Block, bool) {
	part := *b
	switch b.Kind {
	case page.Section:
		part.Blocks = w.blocks(b.Blocks)
		return part, len(part.Blocks) > 0
	case page.List, page.Definitions:
		part.Items = nil
		for i := range b.Items {
			if w.holds(b.Items[i].LineCount()) {
				part.Items = append(part.Items, b.Items[i])
			}
		}
		return part, len(part.Items) > 0
	case page.Grid:
		part.Rows = nil
		for i := range b.Rows {
			if w.holds(b.Rows[i].LineCount()) {
				part.Rows = append(part.Rows, b.Rows[i])
			}
		}
		return part, len(part.Rows) > 0
	}
	part.Lines = nil
	for _, l := range b.Lines {
		if w.holds(1) {
			part.Lines = append(part.Lines, l)
		}
	}
	return part, len(part.Lines) > 0
}
