package recipe

import (
	"regexp"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
)

// part returns the blocks of lines from to to-1 of the flow, lists and tables
// with those of their items and rows that begin there.
func (f *Flow) part(from, to int) []page.Block {
	if from == 0 && to == len(f.Lines) {
		return f.page
	}
	c := &cut{from: from, to: to}
	return c.blocks(f.page)
}

// candidates are those of a part of the page. They are kept, since the tables
// of a recipe often share one.
func (f *Flow) candidates(from, to int) []record.Candidate {
	key := [2]int{from, to}
	list, ok := f.found[key]
	if !ok {
		list = record.Candidates(f.part(from, to))
		f.found[key] = list
	}
	return list
}

// matching are the records of one form in a part of the page whose first line
// matches a template.
func (f *Flow) matching(from, to int, form string, template *regexp.Regexp) []record.Candidate {
	return record.Find(f.part(from, to), form, template)
}

// A cut counts the lines of the flow while it walks the blocks that they were
// made of.
type cut struct {
	from, to int
	at       int
}

// holds counts n lines and reports whether the first of them is wanted.
func (c *cut) holds(n int) bool {
	first := c.at
	c.at += n
	return first >= c.from && first < c.to
}

func (c *cut) blocks(list []page.Block) []page.Block {
	var kept []page.Block
	for i := range list {
		if b, ok := c.block(&list[i]); ok {
			kept = append(kept, b)
		}
	}
	return kept
}

func (c *cut) block(b *page.Block) (page.Block, bool) {
	part := *b
	switch b.Kind {
	case page.Section:
		part.Blocks = c.blocks(b.Blocks)
		return part, len(part.Blocks) > 0
	case page.List, page.Definitions:
		part.Items = nil
		for i := range b.Items {
			if c.holds(b.Items[i].LineCount()) {
				part.Items = append(part.Items, b.Items[i])
			}
		}
		return part, len(part.Items) > 0
	case page.Grid:
		part.Rows = nil
		for i := range b.Rows {
			if c.holds(b.Rows[i].LineCount()) {
				part.Rows = append(part.Rows, b.Rows[i])
			}
		}
		return part, len(part.Rows) > 0
	}
	part.Lines = nil
	for _, l := range b.Lines {
		if c.holds(1) {
			part.Lines = append(part.Lines, l)
		}
	}
	return part, len(part.Lines) > 0
}
