package markup

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// An htmlWalker turns a tree into blocks in one pass. Text gathers in run
// until something ends the line, lines gather in para until something ends
// the paragraph.
type htmlWalker struct {
	lines  *lineFinder
	blocks []page.Block
	para   []page.Line
	store  []page.Line
	run    []byte
	runNo  int
	marker page.Marker // of run

	lastNumber int // of the list before

	hidden   int // rows and items that are hidden
	hiddenNo int // the line of the first
	xhtml    bool
	title    string
	around   page.Surroundings
	warnings model.Problems
}

func (w *htmlWalker) children(n *html.Node) {
	var end *html.Node // of the definitions that c begins, nil where there are none
	for c, row := n.FirstChild, false; c != nil; c = c.NextSibling {
		if end, row = nil, row && isBetweenTerms(c); c.DataAtom == atom.Dt && !row {
			end, row = strayDefinitions(c), true
		}
		if end == nil {
			w.node(c)
			continue
		}
		w.definitions(n, c, end)
		c = end
	}
}

func (w *htmlWalker) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
	case html.ElementNode:
		w.element(n)
	case html.CommentNode:
		w.cdata(n.Data)
	case html.DocumentNode:
		w.children(n)
	}
}

// text adds a text node to the run.
func (w *htmlWalker) text(data string) {
	if isBlank(data) {
		if len(w.run) > 0 {
			w.run = append(w.run, ' ')
		}
		return
	}
	no := w.lines.find(data)
	if len(w.run) == 0 {
		w.runNo = no
	}
	w.run = append(w.run, data...)
}

// isBlank reports whether s is white space as HTML has it: a no-break space
// is text.
func isBlank(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f' {
			return false
		}
	}
	return true
}

func (w *htmlWalker) element(n *html.Node) {
	if isUnseen(n) {
		w.skip(n)
		return
	}
	w.roles(n)
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Input:
		w.notice(n)
	case atom.Button:
		w.button(n)
	case atom.Head, atom.Title, atom.Template, atom.Svg, atom.Select, atom.Datalist, atom.Rt, atom.Rp:
		w.skip(n)
	case atom.Nav:
		if holdsTable(n) {
			w.other(n)
			return
		}
		w.skip(n)
	case atom.Br:
		w.endLine()
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b := page.Block{Kind: page.Heading, Level: int(n.Data[1] - '0')}
		if attribute(n, "class") == "Sh" { // as mandoc names them
			b.Source = page.Manual
		}
		w.block(n, b)
	case atom.Pre, atom.Textarea:
		w.preformatted(n)
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		w.list(n)
	case atom.Dl:
		w.definitions(n, n.FirstChild, nil)
	case atom.Table:
		w.table(n)
	case atom.Div:
		if isListing(n) {
			w.preformatted(n)
			return
		}
		w.other(n)
	default:
		w.other(n)
	}
}

// button passes over what a page does. One that unfolds a part of the page is
// the title of that, and so is one that holds paragraphs.
func (w *htmlWalker) button(n *html.Node) {
	switch {
	case isHeading(n):
		w.children(n)
	case unfolds(n), holdsBlocks(n):
		w.flush()
		w.children(n)
		w.flush()
	default:
		w.skip(n)
	}
}

// other walks an element of no meaning of its own. One of block level that
// holds several blocks is a section; one alone needs no wrapping.
func (w *htmlWalker) other(n *html.Node) {
	kind := markOf(n)
	if !isBlockLevel(n.DataAtom) && !isCustomBlock(n) {
		w.marked(kind, n)
		return
	}
	w.flush()
	from := len(w.blocks)
	w.marked(kind, n)
	w.flush()
	if indent := indentOf(n); indent > 0 && len(w.blocks) == from+1 && w.blocks[from].Kind == page.Paragraph {
		for i := range w.blocks[from].Lines {
			w.blocks[from].Lines[i].Indent = indent
		}
	}
	if len(w.blocks) > from+1 {
		blocks := w.takeBlocks(from)
		w.add(n, page.Block{Kind: page.Section, Blocks: blocks})
	} else if len(w.blocks) == from+1 && w.blocks[from].Class == "" {
		w.blocks[from].Class = classOf(n)
	}
}

// add adds the block of an element.
func (w *htmlWalker) add(n *html.Node, b page.Block) {
	b.Class = classOf(n)
	w.blocks = append(w.blocks, b)
}

// classOf is the class of an element, or the name of one that the page has
// defined itself.
func classOf(n *html.Node) string {
	if class := attribute(n, "class"); class != "" || n.DataAtom != 0 {
		return class
	}
	return n.Data
}

// marked walks the children of an element with a mark around their text.
func (w *htmlWalker) marked(kind page.MarkKind, n *html.Node) {
	if kind == 0 {
		w.children(n)
		return
	}
	w.marker.Open(kind, len(w.run))
	w.children(n)
	w.marker.Close(kind, len(w.run))
}

// skip passes over an element, so that the lineFinder stays beside the walk.
func (w *htmlWalker) skip(n *html.Node) {
	if w.notice(n) {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			w.lines.find(c.Data)
		}
		w.skip(c)
	}
}

// isBlockLevel reports whether an element ends the line before and behind it.
func isBlockLevel(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details,
		atom.Div, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.Header, atom.Hr,
		atom.Html, atom.Legend, atom.Li, atom.Main, atom.Nav, atom.P, atom.Section, atom.Summary, atom.Caption,
		atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Option:
		return true
	}
	return false
}

// isCustomBlock reports whether an element that the page has defined itself,
// whose name has a hyphen, is one of several that stand side by side with no
// text of their own between them: the parts of a record, or records.
func isCustomBlock(n *html.Node) bool {
	if n.DataAtom != 0 || !strings.Contains(n.Data, "-") {
		return false
	}
	near := 0
	for _, step := range []func(*html.Node) *html.Node{func(n *html.Node) *html.Node { return n.PrevSibling }, func(n *html.Node) *html.Node { return n.NextSibling }} {
		for i, c := 0, step(n); c != nil && i < maxBeside; i, c = i+1, step(c) {
			switch {
			case c.Type == html.TextNode && !isBlank(c.Data):
				return false
			case c.Type == html.ElementNode && c.DataAtom == 0 && strings.Contains(c.Data, "-"):
				near++
			}
		}
	}
	return near > 0
}

// endLine ends a line inside a paragraph.
func (w *htmlWalker) endLine() {
	if text, marks := w.marker.Clean(w.run); len(text) > 0 {
		w.para = append(w.para, page.Line{Text: string(text), No: w.runNo, Marks: marks})
	}
	w.run = w.run[:0]
}

// flush ends the paragraph, if there is one.
func (w *htmlWalker) flush() {
	w.endLine()
	if lines := w.take(); lines != nil {
		w.blocks = append(w.blocks, page.Block{Kind: page.Paragraph, Lines: lines})
	}
}

// block makes one block of all the text inside an element.
func (w *htmlWalker) block(n *html.Node, b page.Block) {
	b.Lines = w.linesInside(n)
	if len(b.Lines) > 0 {
		w.add(n, b)
	}
}

// inside walks the children of an element and returns their blocks alone.
func (w *htmlWalker) inside(n *html.Node) []page.Block {
	return w.collect(func() { w.children(n) })
}

// collect returns the blocks that walk makes, and those alone.
func (w *htmlWalker) collect(walk func()) []page.Block {
	w.flush()
	from := len(w.blocks)
	walk()
	w.flush()
	return w.takeBlocks(from)
}

// takeBlocks takes the blocks that were made last. Blocks of all depths gather
// in one list, so that each list that is kept is made once, of its length.
func (w *htmlWalker) takeBlocks(from int) []page.Block {
	if len(w.blocks) == from {
		return nil
	}
	blocks := slices.Clone(w.blocks[from:])
	w.blocks = w.blocks[:from]
	return blocks
}

// linesInside walks the children of an element and returns their lines,
// whatever blocks they stand in.
func (w *htmlWalker) linesInside(n *html.Node) []page.Line {
	lines, blocks := w.content(n)
	if lines == nil {
		return page.LinesOf(blocks)
	}
	return lines
}

// content walks the children of an element and returns their lines, and the
// blocks that they stand in unless that is one paragraph. Of blocks with a
// table, the lines are left out.
func (w *htmlWalker) content(n *html.Node) ([]page.Line, []page.Block) {
	w.flush()
	from := len(w.blocks)
	w.children(n)
	w.endLine()
	if len(w.blocks) == from {
		return w.take(), nil
	}
	w.flush()
	blocks := w.takeBlocks(from)
	if page.HasGrid(blocks) {
		return nil, blocks // tables in tables would be gone through once a level
	}
	return page.LinesOf(blocks), blocks
}

// take ends the paragraph and returns its lines. They share one array with
// many others: a page has thousands of cells of one line.
func (w *htmlWalker) take() []page.Line {
	if len(w.para) == 0 {
		return nil
	}
	if cap(w.store)-len(w.store) < len(w.para) {
		w.store = make([]page.Line, 0, 256+len(w.para))
	}
	from := len(w.store)
	w.store = append(w.store, w.para...)
	w.para = w.para[:0]
	return w.store[from:len(w.store):len(w.store)]
}

// list makes items of the li elements; whatever stands between them belongs
// to the item before.
func (w *htmlWalker) list(n *html.Node) {
	w.flush()
	b := page.Block{Kind: page.List}
	var numbers []int
	before := w.lastNumber
	number, step := counting(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if w.isHidden(c) {
			continue
		}
		if c.DataAtom == atom.Li {
			number = numberOf(c, number, step)
			numbers = append(numbers, number)
			b.Items = append(b.Items, page.Item{Blocks: w.inside(c)})
		} else if blocks := w.collect(func() { w.node(c) }); len(blocks) > 0 {
			b.AddToLast(blocks)
		}
	}
	if n.DataAtom == atom.Ol {
		w.numbered(&b, numbers, step, before)
	}
	if len(b.Items) > 0 {
		w.add(n, b)
	}
}

// definitions makes an item of each dt and the dd elements behind it; several
// dt in a row are one term of several lines. A div may wrap a group. They are the
// children of n from first to last, or all behind first.
func (w *htmlWalker) definitions(n, first, last *html.Node) {
	w.flush()
	b := &page.Block{Kind: page.Definitions}
	for c := first; c != nil; c = c.NextSibling {
		b = w.definition(n, c, b)
		if c == last {
			break
		}
	}
	w.endDefinitions(n, b)
}

func (w *htmlWalker) endDefinitions(n *html.Node, b *page.Block) {
	if len(b.Items) > 0 {
		w.add(n, *b)
	}
}

// definition adds a child of a list of definitions to b. A heading ends b, and
// begins another; what else has no place there belongs to the item before.
func (w *htmlWalker) definition(n, c *html.Node, b *page.Block) *page.Block {
	if isBetween(c) || w.isHidden(c) {
		return b
	}
	switch c.DataAtom {
	case atom.Dt:
		b.AddTerm(w.linesInside(c))
	case atom.Dd:
		b.AddToLast(w.inside(c))
	case atom.Div:
		for inner := c.FirstChild; inner != nil; inner = inner.NextSibling {
			b = w.definition(n, inner, b)
		}
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.endDefinitions(n, b)
		w.node(c)
		return &page.Block{Kind: page.Definitions}
	default:
		if len(b.Items) == 0 {
			w.node(c)
			w.flush()
		} else if blocks := w.collect(func() { w.node(c) }); len(blocks) > 0 {
			b.AddToLast(blocks)
		}
	}
	return b
}

// strayDefinitions is the last of the dt and dd elements in a row that begin at
// n and stand in no list, as where one was closed twice; nil where there are no
// such.
func strayDefinitions(n *html.Node) *html.Node {
	var last *html.Node
	for c := n; c != nil && (c.DataAtom == atom.Dd || isBetweenTerms(c)); c = c.NextSibling {
		if c.DataAtom == atom.Dd {
			last = c
		}
	}
	return last
}

// isBetweenTerms reports whether nothing but a term stands there.
func isBetweenTerms(n *html.Node) bool { return n.DataAtom == atom.Dt || isBetween(n) }

// isBetween reports whether nothing stands there.
func isBetween(n *html.Node) bool {
	return n.Type == html.CommentNode || n.Type == html.TextNode && isBlank(n.Data)
}
