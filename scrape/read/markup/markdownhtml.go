package markup

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/spectab/spectab/scrape/page"
)

func lookup(name []byte) atom.Atom { return atom.Lookup(bytes.ToLower(name)) }

// isStructure reports whether an element makes blocks, or hides what is in it.
func isStructure(a atom.Atom) bool {
	switch a {
	case atom.Table, atom.Dl, atom.Ul, atom.Ol, atom.Menu, atom.Pre, atom.Textarea, atom.Script, atom.Style, atom.Template,
		atom.Svg, atom.Select, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return isBlockLevel(a)
}

var tagName = regexp.MustCompile(`^</?([A-Za-z][A-Za-z0-9]*)`)

// tag reads a tag between text: a break, or the sign that the text holds more
// than a line.
func (r *markdownReader) tag(n *ast.RawHTML) {
	m := tagName.FindSubmatch(n.Segments.Value(r.source))
	if m == nil {
		return
	}
	switch a := lookup(m[1]); {
	case a == atom.Br:
		r.endLine()
	case isStructure(a), markKind(a) != 0, bytes.IndexByte(n.Segments.Value(r.source), '=') > 0:
		r.markup = true // attributes may say that it is hidden, or a badge
	}
}

// htmlBlocks reads an HTML block, and with it what stands inside the elements
// that it leaves open: CommonMark ends HTML at a blank line, so that the cells
// of a table may hold Markdown. The node behind all that is returned.
func (r *markdownReader) htmlBlocks(n ast.Node) ast.Node {
	f := r.newFragment()
	for n != nil {
		f.node(n)
		n = n.NextSibling()
		if len(f.open) == 0 {
			break
		}
	}
	blocks := f.read()
	resolveEmphasis(blocks)
	r.blocks = append(r.blocks, blocks...)
	return n
}

// A fragment is a part of a page of Markdown as HTML.
type fragment struct {
	Fragment
	r    *markdownReader
	open map[atom.Atom]int
}

func (r *markdownReader) newFragment() *fragment {
	return &fragment{r: r, open: map[atom.Atom]int{}}
}

// read makes blocks of the fragment.
func (f *fragment) read() []page.Block {
	blocks, err := f.Blocks()
	if err != nil && f.r.err == nil {
		f.r.err = err
	}
	return blocks
}

// at moves to the line of an offset.
func (f *fragment) at(offset int) { f.At(f.r.no(offset)) }

func (f *fragment) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		f.node(c)
	}
}

func (f *fragment) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.HTMLBlock:
		f.htmlBlock(n)
	case *ast.RawHTML:
		f.raw(n.Segments)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		f.code(n.Lines())
	case *ast.Text:
		f.text(n)
	case *ast.CodeSpan:
		f.Open("code")
		f.codeSpan(n)
		f.Close("code")
	case *ast.AutoLink:
		f.at(n.Pos())
		f.write(n.Label(f.r.source))
	default:
		f.element(n)
	}
}

// element writes a node that has a tag in HTML. A cell needs no line of its
// own, but that it may be empty.
func (f *fragment) element(n ast.Node) {
	name := elementName(n)
	switch {
	case name == "" && n.Kind() == ast.KindLink:
		f.Open(`a href="` + html.EscapeString(string(n.(*ast.Link).Destination)) + `"`)
		f.children(n)
		f.Close("a")
		return
	case name == "":
		f.children(n)
		return
	}
	f.at(n.Pos())
	f.Open(name)
	cell := f.r.inCell
	f.r.inCell = cell || n.Kind() == extast.KindTableCell
	f.children(n)
	f.r.inCell = cell
	f.Close(name)
}

func elementName(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Heading:
		return "h" + string(rune('0'+n.Level))
	case *extast.TableCell:
		if n.Parent().Kind() == extast.KindTableHeader {
			return "th"
		}
	case *ast.Emphasis:
		if n.Level > 1 {
			return "b"
		}
	}
	return elementNames[n.Kind()]
}

var elementNames = map[ast.NodeKind]string{
	ast.KindParagraph:                "p",
	ast.KindList:                     "ul",
	ast.KindListItem:                 "li",
	ast.KindBlockquote:               "blockquote",
	ast.KindEmphasis:                 "i",
	extast.KindStrikethrough:         "del",
	extast.KindTable:                 "table",
	extast.KindTableHeader:           "tr",
	extast.KindTableRow:              "tr",
	extast.KindTableCell:             "td",
	extast.KindDefinitionList:        "dl",
	extast.KindDefinitionTerm:        "dt",
	extast.KindDefinitionDescription: "dd",
}

func (f *fragment) text(t *ast.Text) {
	f.at(t.Segment.Start)
	value := appendUnescaped(nil, t.Segment.Value(f.r.source))
	if _, is := t.Parent().(*ast.Heading); is && t.NextSibling() == nil {
		value = anchor.ReplaceAll(value, nil)
	}
	f.write(value)
	if t.HardLineBreak() {
		f.Open("br")
	}
}

func (f *fragment) codeSpan(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			f.at(t.Segment.Start)
			f.write(bytes.ReplaceAll(f.r.codeText(t), []byte("\n"), []byte(" ")))
		}
	}
}

func (f *fragment) write(text []byte) {
	f.out = append(f.out, html.EscapeString(string(text))...)
}

func (f *fragment) code(segments *gmtext.Segments) {
	if segments.Len() == 0 {
		return
	}
	f.at(segments.At(0).Start)
	f.Open("pre")
	for i := range segments.Len() {
		s := segments.At(i)
		f.at(s.Start)
		f.write(bytes.TrimSuffix(s.Value(f.r.source), []byte("\n")))
	}
	f.Close("pre")
}

func (f *fragment) htmlBlock(n *ast.HTMLBlock) {
	segments := n.Lines()
	if n.HasClosure() {
		segments.Append(n.ClosureLine)
	}
	f.raw(segments)
}

// raw writes HTML as it stands, and keeps count of the elements it opens.
func (f *fragment) raw(segments *gmtext.Segments) {
	from := len(f.out)
	for i := range segments.Len() {
		s := segments.At(i)
		f.at(s.Start)
		f.out = append(f.out, bytes.TrimSuffix(s.Value(f.r.source), []byte("\n"))...)
	}
	f.count(f.out[from:])
}

// holders are the elements that hold others and are always closed. The end of
// most others may be left out.
var holders = map[atom.Atom]bool{
	atom.Table: true, atom.Dl: true, atom.Ul: true, atom.Ol: true, atom.Div: true, atom.Details: true, atom.Section: true,
	atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Figure: true, atom.Pre: true,
}

func (f *fragment) count(markup []byte) {
	for {
		i := bytes.IndexByte(markup, '<')
		if i < 0 {
			return
		}
		markup = markup[i:]
		if bytes.HasPrefix(markup, []byte("<!--")) {
			_, markup, _ = bytes.Cut(markup, []byte("-->"))
			continue
		}
		if m := tagName.FindSubmatch(markup[:min(len(markup), 16)]); m != nil {
			f.countTag(lookup(m[1]), markup[1] == '/')
		}
		markup = markup[1:]
	}
}

func (f *fragment) countTag(a atom.Atom, end bool) {
	switch {
	case !holders[a]:
	case !end:
		f.open[a]++
	case f.open[a] > 1:
		f.open[a]--
	default:
		delete(f.open, a)
	}
}

// resolveEmphasis takes marks of Markdown out of HTML in which CommonMark
// leaves them, but several publishers do not.
func resolveEmphasis(blocks []page.Block) {
	for i := range blocks {
		b := &blocks[i]
		resolveLines(b.Kind, b.Lines)
		for _, item := range b.Items {
			resolveLines(b.Kind, item.Term)
			resolveEmphasis(item.Blocks)
		}
		for _, row := range b.Rows {
			for _, cell := range row.Cells {
				resolveLines(b.Kind, cell.Lines)
				resolveEmphasis(cell.Blocks)
			}
		}
		resolveEmphasis(b.Blocks)
	}
}

func resolveLines(kind page.BlockKind, lines []page.Line) {
	if kind == page.Preformatted {
		return
	}
	for i := range lines {
		if l := &lines[i]; strings.ContainsAny(l.Text, "*`") {
			resolveLine(l, marked.FindAllStringIndex(l.Text, -1))
		}
	}
}

var marked = regexp.MustCompile("\\*\\*[^*\\s](?:[^*]*[^*\\s])?\\*\\*|`[^`]+`")

// resolveLine makes marks of the parts of a line that are found.
func resolveLine(l *page.Line, found [][]int) {
	if found == nil {
		return
	}
	var text []byte
	var marks []page.Mark
	old, from := l.Marks, 0
	for _, at := range found {
		text = append(text, l.Text[from:at[0]]...)
		old = moveMarks(&marks, old, at[0], len(text)-at[0])
		m := page.Mark{Kind: page.Strong, From: int32(len(text))}
		if part := l.Text[at[0]:at[1]]; part[0] == '`' {
			m.Kind = page.Code
			text = append(text, part[1:len(part)-1]...)
		} else {
			text = appendUnescaped(text, []byte(part[2:len(part)-2]))
		}
		m.To = int32(len(text))
		marks = append(marks, m)
		from = at[1]
		old = slices.DeleteFunc(old, func(m page.Mark) bool { return int(m.From) < from })
	}
	text = append(text, l.Text[from:]...)
	moveMarks(&marks, old, len(l.Text), len(text)-len(l.Text))
	l.Text, l.Marks = string(text), marks
}

// moveMarks moves marks that end before an offset by a distance, and returns
// the others. One that ends behind it is dropped.
func moveMarks(to *[]page.Mark, marks []page.Mark, before, by int) []page.Mark {
	for len(marks) > 0 && int(marks[0].From) < before {
		if m := marks[0]; int(m.To) <= before {
			*to = append(*to, page.Mark{Kind: m.Kind, From: m.From + int32(by), To: m.To + int32(by)})
		}
		marks = marks[1:]
	}
	return marks
}
