package recipe

import (
	"slices"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
)

// A Flow is a page as one sequence of lines, in reading order, whatever
// blocks they stand in. Records are cut from it, so that a table, a list, a
// definition list and a run of paragraphs with the same content read alike.
type Flow struct {
	Lines []FlowLine
	units []unit // 0 is the page
	grids []gridAt

	page  []page.Block
	found map[[2]int][]record.Candidate // by the lines of a part
}

// A unit is what holds lines together: a section, a list and each of its
// items, a definition list and each of its terms, a table and each row.
type unit struct {
	parent int
	record bool // one item, term or row: a record that begins here ends here
}

// A gridAt is a table and the line of the flow at which it begins.
type gridAt struct {
	rows []page.Row
	from int
}

// A FlowLine is one line with what is left of its surroundings.
type FlowLine struct {
	Text  string
	No    int
	place place
	level int // of a heading
	cell  int // of a table row, from 0
	unit  int // the innermost
}

type place int

const (
	inParagraph place = iota
	inHeading
	inItem  // first line of a list item
	inTerm  // term of a definition list
	inCell  // cell of a table row
	inTitle // cell of the header row of a table
	inPre
)

// HeadingAbove is the text of the last heading above a line of the page, "" where
// there is none.
func (f *Flow) HeadingAbove(no int) string {
	for i := len(f.Lines) - 1; i >= 0; i-- {
		if l := &f.Lines[i]; l.place == inHeading && l.No < no {
			return l.Text
		}
	}
	return ""
}

// Flatten makes the flow of blocks.
func Flatten(blocks []page.Block) *Flow {
	f := &Flow{units: make([]unit, 1), page: blocks, found: map[[2]int][]record.Candidate{}}
	f.blocks(blocks, 0)
	return f
}

func (f *Flow) blocks(blocks []page.Block, in int) {
	for i := range blocks {
		f.block(&blocks[i], in)
	}
}

func (f *Flow) block(b *page.Block, in int) {
	switch b.Kind {
	case page.Heading:
		first := len(f.Lines)
		f.addAll(b.Lines, inHeading, in)
		for i := first; i < len(f.Lines); i++ {
			f.Lines[i].level = b.Level
		}
	case page.Paragraph:
		f.addAll(b.Lines, inParagraph, in)
	case page.Preformatted:
		f.addAll(b.Lines, inPre, f.open(in, false))
	case page.Section:
		f.blocks(b.Blocks, f.open(in, false))
	case page.List, page.Definitions:
		in = f.open(in, false)
		for i := range b.Items {
			f.item(&b.Items[i], f.open(in, true))
		}
	case page.Grid:
		in = f.open(in, false)
		f.grids = append(f.grids, gridAt{record.JoinBelow(b.Rows), len(f.Lines)})
		titles := headerRows(b.Rows)
		for i := range b.Rows {
			where := inCell
			if i < titles {
				where = inTitle
			}
			f.row(&b.Rows[i], where, f.open(in, true))
		}
	}
}

// headerRows is how many rows at the top of a table are its header. Header
// cells further down, or in every row, are only a way to make text bold.
func headerRows(rows []page.Row) int {
	n := slices.IndexFunc(rows, func(r page.Row) bool { return !r.Header })
	return max(0, n)
}

func (f *Flow) item(item *page.Item, in int) {
	f.addAll(item.Term, inTerm, in)
	first := len(f.Lines)
	f.blocks(item.Blocks, in)
	if len(item.Term) == 0 && first < len(f.Lines) && f.Lines[first].place == inParagraph {
		f.Lines[first].place = inItem
	}
}

func (f *Flow) row(row *page.Row, where place, in int) {
	for i, cell := range row.Cells {
		if cell.Copied {
			continue
		}
		first := len(f.Lines)
		f.addAll(cell.Lines, where, in)
		for j := first; j < len(f.Lines); j++ {
			f.Lines[j].cell = i
		}
	}
}

// open makes a unit inside another one.
func (f *Flow) open(parent int, record bool) int {
	f.units = append(f.units, unit{parent, record})
	return len(f.units) - 1
}

func (f *Flow) addAll(lines []page.Line, p place, in int) {
	for _, l := range lines {
		f.Lines = append(f.Lines, FlowLine{Text: l.Text, No: l.No, place: p, unit: in})
	}
}

// within reports whether a unit is outer or stands inside it.
func (f *Flow) within(u, outer int) bool {
	for u != 0 && u != outer {
		u = f.units[u].parent
	}
	return u == outer
}

// common is the innermost unit that holds both.
func (f *Flow) common(a, b int) int {
	for !f.within(b, a) {
		a = f.units[a].parent
	}
	return a
}

// recordUnit is the innermost item, term or row around a unit, or -1.
func (f *Flow) recordUnit(u int) int {
	for ; u != 0; u = f.units[u].parent {
		if f.units[u].record {
			return u
		}
	}
	return -1
}

// A region is a part of a flow, with the heading that it stands under.
type region struct {
	from, to int // lines from..to-1
	heading  string
	strict   bool // the rows begin at once: what is none is an error
	bounded  bool // the same of the end
}

// region finds the lines that a table's under, after and until leave, or says
// that there is no such heading. A missing until is the end of the page, and a
// missing after the beginning: unbounded knows whether that is right.
func (f *Flow) region(t *Table) (region, *Pattern) {
	at := -1
	if t.Under != nil {
		if at = f.headingAt(t.Under); at < 0 {
			return region{to: len(f.Lines)}, t.Under
		}
	}
	return f.regionAt(t, at), nil
}

// regionAt is the region of a table below the heading in line at; of the whole
// page where there is none, -1.
func (f *Flow) regionAt(t *Table, at int) region {
	r := region{to: len(f.Lines)}
	if at >= 0 {
		r.heading, r.from = f.Lines[at].Text, at+1
		if l := f.Lines[at]; l.place == inHeading {
			r.to = f.sectionEnd(at)
		}
	}
	if t.After != nil {
		if at := f.lineAt(t.After, r.from, r.to); at >= 0 {
			r.from, r.strict = at+1, true
		}
	}
	if t.Until != nil {
		// The heading that ends the section may be the one that is named.
		if at := f.lineAt(t.Until, r.from, min(r.to+1, len(f.Lines))); at >= 0 {
			r.to, r.bounded = at, true
		}
	}
	return r
}

// headingAt finds the heading that p matches as a whole, or, where no heading
// does, the first other line: renditions do not mark their headings.
func (f *Flow) headingAt(p *Pattern) int {
	other := -1
	for i := range f.Lines {
		l := &f.Lines[i]
		if l.place == inPre || !p.MatchWhole(l.Text) {
			continue
		}
		if l.place == inHeading {
			return i
		}
		if other < 0 {
			other = i
		}
	}
	return other
}

func (f *Flow) lineAt(p *Pattern, from, to int) int {
	for i := from; i < to; i++ {
		if f.Lines[i].place != inPre && p.MatchWhole(f.Lines[i].Text) {
			return i
		}
	}
	return -1
}

// sectionEnd is the line of the next heading of the same level or a higher
// one.
func (f *Flow) sectionEnd(at int) int {
	for i := at + 1; i < len(f.Lines); i++ {
		if l := &f.Lines[i]; l.place == inHeading && l.level <= f.Lines[at].level {
			return i
		}
	}
	return len(f.Lines)
}
