package troff

import (
	"github.com/spectab/spectab/scrape/page"
)

// A layout puts lines into paragraphs, lists and what is nested.
type layout struct {
	levels  []level
	literal bool // lines are kept as they are
	tag     bool // the next line is the term of an item
	more    bool // it is one more term of the same item
	fresh   bool // the next line begins a paragraph
	broken  bool // the next line begins a line
	surplus int  // levels that were opened past the deepest
}

// A level is what stands at one indentation. Its last block may be a list that
// takes more.
type level struct {
	blocks []page.Block
	list   bool // the last block is a list, and its last item takes what comes
	own    bool // a list of mdoc: it ends where the page says so
	how    string
}

const maxLevels = 40

func (l *layout) top() *level {
	if len(l.levels) == 0 {
		l.levels = append(l.levels, level{})
	}
	return &l.levels[len(l.levels)-1]
}

// root are the blocks of the page, once it has ended.
func (l *layout) root() []page.Block {
	blocks := l.top().blocks
	fill(blocks)
	return blocks
}

// breaks is the indentation by which put marks lines that begin one on paper.
const breaks = -1

// fill makes lines of paragraphs as they stand on paper: where the source ends
// one says nothing.
func fill(blocks []page.Block) {
	for i := range blocks {
		b := &blocks[i]
		for j := range b.Items {
			fill(b.Items[j].Blocks)
		}
		if b.Kind != page.Paragraph {
			continue
		}
		lines := b.Lines[:0]
		for from, to := 0, 1; from < len(b.Lines); from, to = to, to+1 {
			for to < len(b.Lines) && b.Lines[to].Indent != breaks {
				to++
			}
			line := page.Join(b.Lines[from:to])
			line.Indent = 0
			lines = append(lines, line)
		}
		b.Lines = lines
	}
}

// into is where blocks go: the page, or the item that is open.
func (v *level) into() *[]page.Block {
	if !v.list {
		return &v.blocks
	}
	list := &v.blocks[len(v.blocks)-1]
	return &list.Items[len(list.Items)-1].Blocks
}

// put adds a line of text: to the term, or to the paragraph.
func (l *layout) put(line page.Line) {
	v := l.top()
	if l.tag {
		l.tag = false
		l.term(line, l.more)
		return
	}
	if line.Text == "" && !l.literal {
		return
	}
	kind := page.Paragraph
	if l.literal {
		kind = page.Preformatted
	}
	into := v.into()
	if n := len(*into); n == 0 || l.fresh || (*into)[n-1].Kind != kind {
		if line.Text == "" {
			return
		}
		*into = append(*into, page.Block{Kind: kind})
	}
	if l.broken && !l.literal {
		line.Indent = breaks
	}
	l.fresh, l.broken = false, false
	last := &(*into)[len(*into)-1]
	last.Lines = append(last.Lines, line)
}

// paragraph begins another paragraph at the same indentation.
func (l *layout) paragraph() { l.fresh = true }

// outer begins a paragraph that is no part of an item, but of one of mdoc.
func (l *layout) outer() {
	l.fresh, l.tag = true, false
	if v := l.top(); !v.own {
		v.list = false
	}
}

// item begins an item of a list.
func (l *layout) item(kind page.BlockKind) *page.Item {
	v := l.top()
	n := len(v.blocks)
	if !v.list || v.blocks[n-1].Kind != kind {
		v.blocks = append(v.blocks, page.Block{Kind: kind})
		v.list, n = true, n+1
	}
	list := &v.blocks[n-1]
	list.Items = append(list.Items, page.Item{})
	l.fresh = true
	return &list.Items[len(list.Items)-1]
}

// term begins an item with its term; one more is another name of the same.
func (l *layout) term(line page.Line, more bool) {
	v := l.top()
	if more && v.list && v.blocks[len(v.blocks)-1].Kind == page.Definitions {
		list := &v.blocks[len(v.blocks)-1]
		item := &list.Items[len(list.Items)-1]
		if len(item.Blocks) == 0 {
			item.Term = append(item.Term, line)
			return
		}
	}
	item := l.item(page.Definitions)
	if line.Text != "" {
		item.Term = []page.Line{line}
	}
}

// awaitTerm makes a term of the next line.
func (l *layout) awaitTerm(more bool) { l.tag, l.more = true, more }

// nest begins what is nested in the item or the page.
func (l *layout) nest() *level {
	l.top()
	l.fresh = true
	if len(l.levels) >= maxLevels {
		l.surplus++
		return &level{}
	}
	l.levels = append(l.levels, level{})
	return l.top()
}

// unnest ends it.
func (l *layout) unnest() {
	l.fresh, l.tag = true, false
	if l.surplus > 0 {
		l.surplus--
		return
	}
	if len(l.levels) < 2 {
		return
	}
	inner := l.top().blocks
	l.levels = l.levels[:len(l.levels)-1]
	into := l.top().into()
	*into = append(*into, inner...)
}

// end ends all that is open.
func (l *layout) end() {
	l.surplus, l.literal = 0, false
	for len(l.levels) > 1 {
		l.unnest()
	}
	l.outer()
	l.top().list = false
}

// sectionLevel is the level of the headings of sections; that of subsections is
// the next.
const sectionLevel = 2

func (l *layout) heading(depth int, line page.Line) {
	l.end()
	if line.Text != "" {
		v := l.top()
		b := page.Block{Kind: page.Heading, Level: depth, Lines: []page.Line{line}}
		if depth == sectionLevel {
			b.Source = page.Manual
		}
		v.blocks = append(v.blocks, b)
	}
}

// add adds a block that is whole.
func (l *layout) add(b page.Block) {
	into := l.top().into()
	*into = append(*into, b)
	l.fresh = true
}
