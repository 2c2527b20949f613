package markup

import (
	"bytes"
	"regexp"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/spectab/spectab/scrape/page"
)

// content reads the text of a node. A hard break begins a new line, a soft one
// is a space, but between lines that each begin with a key or a code. Where HTML of
// block level stands between the text, its blocks are returned too.
func (r *markdownReader) content(n ast.Node) ([]page.Line, []page.Block) {
	r.flush()
	r.markup, r.keyed = false, isKeyed(n, r.source)
	r.inline(n)
	r.endLine()
	if !r.markup {
		return r.take(), nil
	}
	r.para = r.para[:0]
	r.marker = page.Marker{}
	f := r.newFragment()
	f.children(n)
	blocks := f.read()
	if len(blocks) == 1 && blocks[0].Kind == page.Paragraph {
		return blocks[0].Lines, nil
	}
	return page.LinesOf(blocks), blocks
}

// keyedLine is a line that begins with a key or a label: ERR_FULL: it is full.
var keyedLine = regexp.MustCompile("^\\s*[*_`]{0,3}[\\pL\\pN_$#.-]+(?: [\\pL\\pN_.-]+){0,2}[*_`]{0,3}\\s?[:：][*_`]{0,3}\\s+\\S")

// codedLine is a line that begins with a code of figures: 404 Not Found, E101磁盘已满.
var codedLine = regexp.MustCompile("^\\s*[*_`]{0,3}(?:[A-Z]{1,5}[-_]?\\d{2,6}|-?\\d{3,6})(?:[*_`=,-]|\\s|\\p{Han}|\\p{Hiragana}|\\p{Katakana})")

// leadLine is a line that begins with what is set apart from its text: **Code 05** – declined.
var leadLine = regexp.MustCompile("^\\s*(?:\\*\\*[^*]{1,60}\\*\\*|`[^`]{1,60}`)\\s*(?:[-–—:：=]|→)+>?\\s*\\S")

// codedLines is how many of them are a list, however the line breaks of a prose fall.
const codedLines = 3

// isKeyed reports whether each of several lines of a node begins with a key or a code. They
// are written as a list, though they are shown as one text.
func isKeyed(n ast.Node, source []byte) bool {
	if n.Type() != ast.TypeBlock || n.Lines() == nil || n.Lines().Len() < 2 {
		return false
	}
	return eachLine(n, source, keyedLine) || n.Lines().Len() >= codedLines && (eachLine(n, source, codedLine) || eachLine(n, source, leadLine))
}

// eachLine reports whether each line of a node has a form.
func eachLine(n ast.Node, source []byte, form *regexp.Regexp) bool {
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		if !form.Match(segment.Value(source)) {
			return false
		}
	}
	return true
}

// shortcode is what Hugo replaces when it publishes the page.
var shortcode = regexp.MustCompile(`\{\{[%<].*?[%>]\}\}`)

// inline gathers the text inside a node, and what is marked in it.
func (r *markdownReader) inline(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			r.textNode(c)
		case *ast.CodeSpan:
			r.marker.Open(page.Code, len(r.run))
			r.code(c)
			r.marker.Close(page.Code, len(r.run))
		case *ast.AutoLink:
			r.begin(c.Pos())
			r.run = append(r.run, c.Label(r.source)...)
		case *ast.RawHTML:
			r.tag(c)
		default:
			r.markedInline(c)
		}
	}
}

// markedInline gathers the text of what is marked up, with a mark around it.
func (r *markdownReader) markedInline(n ast.Node) {
	kind := inlineMark(n)
	if kind == 0 {
		r.inline(n)
		return
	}
	r.marker.Open(kind, len(r.run))
	r.inline(n)
	r.marker.Close(kind, len(r.run))
}

func inlineMark(n ast.Node) page.MarkKind {
	switch n := n.(type) {
	case *ast.Emphasis:
		if n.Level > 1 {
			return page.Strong
		}
		return page.Emphasis
	case *ast.Link:
		return page.Link
	case *extast.Strikethrough:
		return page.Struck
	case *ast.Image:
		if n.PreviousSibling() != nil || n.NextSibling() != nil { // within text
			return page.Badge
		}
	}
	return 0
}

// begin notes where a line begins.
func (r *markdownReader) begin(offset int) {
	if len(r.run) == 0 {
		r.runNo = r.no(offset)
	}
}

func (r *markdownReader) textNode(t *ast.Text) {
	text := t.Segment.Value(r.source)
	if bytes.Contains(text, []byte("{{")) {
		text = shortcode.ReplaceAll(text, nil)
	}
	if len(r.run) > 0 || !util.IsBlank(text) {
		r.begin(t.Segment.Start)
		r.run = appendUnescaped(r.run, text)
	}
	r.lineEnd(t)
}

func (r *markdownReader) lineEnd(t *ast.Text) {
	switch {
	case t.HardLineBreak():
		r.endLine()
	case t.SoftLineBreak() && r.keyed:
		r.endLine()
	case t.SoftLineBreak() && len(r.run) > 0:
		r.run = append(r.run, ' ')
	}
}

// code gathers a code span, in which nothing has a meaning; but in a cell a
// bar needs its backslash even there.
func (r *markdownReader) code(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			r.begin(t.Segment.Start)
			r.run = append(r.run, r.codeText(t)...)
		}
	}
}

func (r *markdownReader) codeText(t *ast.Text) []byte {
	text := t.Segment.Value(r.source)
	if r.inCell {
		text = bytes.ReplaceAll(text, []byte(`\|`), []byte("|"))
	}
	return text
}

// appendUnescaped appends text with its backslash escapes and entities
// resolved, each once.
func appendUnescaped(to, text []byte) []byte {
	for {
		i := bytes.IndexAny(text, `\&`)
		if i < 0 {
			return append(to, text...)
		}
		to, text = append(to, text[:i]...), text[i:]
		switch {
		case text[0] == '&':
			decoded, size := reference(text)
			to, text = append(to, decoded...), text[size:]
		case len(text) > 1 && util.IsPunct(text[1]):
			to, text = append(to, text[1]), text[2:]
		default:
			to, text = append(to, '\\'), text[1:]
		}
	}
}

// The longest reference to a character has fewer letters.
const maxReference = 40

// reference decodes the entity at the beginning of text, as CommonMark has
// it: a known name or a number, and a semicolon. Anything else is an
// ampersand.
func reference(text []byte) (string, int) {
	end := bytes.IndexByte(text[:min(len(text), maxReference)], ';')
	if end < 2 {
		return "&", 1
	}
	name := string(text[1:end])
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), end + 1
		}
		return "&", 1
	}
	digits, base := name[1:], 10
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	v, err := strconv.ParseUint(digits, base, 32)
	switch {
	case err != nil || len(digits) > 7:
		return "&", 1
	case v == 0 || v > utf8.MaxRune:
		return "\ufffd", end + 1
	case v < ' ': // a line break too is white space
		return " ", end + 1
	}
	return string(rune(v)), end + 1 // a surrogate becomes U+FFFD
}
