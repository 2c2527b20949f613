package scrape

import "slices"

// A flow is a page as one sequence of lines, in reading order, whatever
// blocks they stand in. Records are cut from it, so that a table, a list, a
// definition list and a run of paragraphs with the same content read alike.
type flow struct {
	lines []flowLine
	units []unit // 0 is the page
	grids []gridAt

	page  []Block
	found map[[2]int][]candidate // by the lines of a part
}

// A unit is what holds lines together: a section, a list and each of its
// items, a definition list and each of its terms, a table and each row.
type unit struct {
	parent int
	record bool // one item, term or row: a record that begins here ends here
}

// A gridAt is a table and the line of the flow at which it begins.
type gridAt struct {
	rows []Row
	from int
}

// A flowLine is one line with what is left of its surroundings.
type flowLine struct {
	text  string
	no    int
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

// flatten makes the flow of blocks.
func flatten(blocks []Block) *flow {
	f := &flow{units: make([]unit, 1), page: blocks, found: map[[2]int][]candidate{}}
	f.blocks(blocks, 0)
	return f
}

func (f *flow) blocks(blocks []Block, in int) {
	for i := range blocks {
		f.block(&blocks[i], in)
	}
}

func (f *flow) block(b *Block, in int) {
	switch b.Kind {
	case Heading:
		first := len(f.lines)
		f.addAll(b.Lines, inHeading, in)
		for i := first; i < len(f.lines); i++ {
			f.lines[i].level = b.Level
		}
	case Paragraph:
		f.addAll(b.Lines, inParagraph, in)
	case Preformatted:
		f.addAll(b.Lines, inPre, f.open(in, false))
	case Section:
		f.blocks(b.Blocks, f.open(in, false))
	case List, Definitions:
		in = f.open(in, false)
		for i := range b.Items {
			f.item(&b.Items[i], f.open(in, true))
		}
	case Grid:
		in = f.open(in, false)
		f.grids = append(f.grids, gridAt{b.Rows, len(f.lines)})
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
func headerRows(rows []Row) int {
	n := slices.IndexFunc(rows, func(r Row) bool { return !r.Header })
	return max(0, n)
}

func (f *flow) item(item *Item, in int) {
	f.addAll(item.Term, inTerm, in)
	first := len(f.lines)
	f.blocks(item.Blocks, in)
	if len(item.Term) == 0 && first < len(f.lines) && f.lines[first].place == inParagraph {
		f.lines[first].place = inItem
	}
}

func (f *flow) row(row *Row, where place, in int) {
	for i, cell := range row.Cells {
		if cell.Copied {
			continue
		}
		first := len(f.lines)
		f.addAll(cell.Lines, where, in)
		for j := first; j < len(f.lines); j++ {
			f.lines[j].cell = i
		}
	}
}

// open makes a unit inside another one.
func (f *flow) open(parent int, record bool) int {
	f.units = append(f.units, unit{parent, record})
	return len(f.units) - 1
}

func (f *flow) addAll(lines []Line, p place, in int) {
	for _, l := range lines {
		f.lines = append(f.lines, flowLine{text: l.Text, no: l.No, place: p, unit: in})
	}
}

// within reports whether a unit is outer or stands inside it.
func (f *flow) within(u, outer int) bool {
	for u != 0 && u != outer {
		u = f.units[u].parent
	}
	return u == outer
}

// common is the innermost unit that holds both.
func (f *flow) common(a, b int) int {
	for !f.within(b, a) {
		a = f.units[a].parent
	}
	return a
}

// recordUnit is the innermost item, term or row around a unit, or -1.
func (f *flow) recordUnit(u int) int {
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
// which of them is missing. A missing until is the end of the page, and a
// missing after the beginning: what they bound may be laid out so that
// nothing needs to bound it.
func (f *flow) region(t *Table) (region, *Pattern) {
	r := region{to: len(f.lines)}
	if t.Under != nil {
		at := f.headingAt(t.Under)
		if at < 0 {
			return r, t.Under
		}
		r.heading, r.from = f.lines[at].text, at+1
		if l := f.lines[at]; l.place == inHeading {
			r.to = f.sectionEnd(at)
		}
	}
	if t.After != nil {
		if at := f.lineAt(t.After, r.from, r.to); at >= 0 {
			r.from, r.strict = at+1, true
		}
	}
	if t.Until != nil {
		if at := f.lineAt(t.Until, r.from, r.to); at >= 0 {
			r.to, r.bounded = at, true
		}
	}
	return r, nil
}

// headingAt finds the heading that p matches as a whole, or, where no heading
// does, the first other line: renditions do not mark their headings.
func (f *flow) headingAt(p *Pattern) int {
	other := -1
	for i := range f.lines {
		l := &f.lines[i]
		if l.place == inPre || !p.matchWhole(l.text) {
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

func (f *flow) lineAt(p *Pattern, from, to int) int {
	for i := from; i < to; i++ {
		if f.lines[i].place != inPre && p.matchWhole(f.lines[i].text) {
			return i
		}
	}
	return -1
}

// sectionEnd is the line of the next heading of the same level or a higher
// one.
func (f *flow) sectionEnd(at int) int {
	for i := at + 1; i < len(f.lines); i++ {
		if l := &f.lines[i]; l.place == inHeading && l.level <= f.lines[at].level {
			return i
		}
	}
	return len(f.lines)
}
