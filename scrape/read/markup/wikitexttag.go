package markup

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The longest tag that is believed to be one.
const maxTag = 2000

// What becomes of elements whose content is no wikitext.
type rawElement int

const (
	rawText    rawElement = iota + 1 // shown as it is
	rawLines                         // preformatted
	rawNothing                       // not shown
)

var rawElements = map[string]rawElement{
	"nowiki": rawText, "math": rawText, "chem": rawText, "ce": rawText,
	"pre": rawLines, "source": rawLines, "syntaxhighlight": rawLines,
	"ref": rawNothing, "references": rawNothing, "gallery": rawNothing, "includeonly": rawNothing,
	"templatedata": rawNothing, "templatestyles": rawNothing, "timeline": rawNothing, "imagemap": rawNothing,
	"style": rawNothing, "script": rawNothing,
}

// wikiTags are tags of MediaWiki that only surround text. A tag that neither
// it nor HTML has is shown as text.
var wikiTags = map[string]bool{
	"noinclude": true, "onlyinclude": true, "translate": true, "tvar": true, "languages": true, "section": true,
	"poem": true, "hiero": true, "indicator": true, "categorytree": true, "charinsert": true, "inputbox": true,
}

var wikiTag = regexp.MustCompile(`^<(/?)([A-Za-z][A-Za-z0-9]*)(?:[\s/>])`)

// angle reads a comment or a tag.
func (s *wikiScanner) angle() {
	rest := s.src[s.pos:]
	if strings.HasPrefix(rest, "<!--") {
		end := len(rest)
		if i := strings.Index(rest, "-->"); i >= 0 {
			end = i + len("-->")
		}
		s.comment(end)
		return
	}
	m := wikiTag.FindStringSubmatch(rest[:min(len(rest), 40)])
	size := 0
	if m != nil {
		size = wikiTagEnd(rest[:min(len(rest), maxTag)])
	}
	if size == 0 {
		s.keep(1)
		return
	}
	s.tag(strings.ToLower(m[2]), m[1] != "", size)
}

// wikiTagEnd is the length of the tag at the beginning of text, or 0.
func wikiTagEnd(text string) int {
	quote := byte(0)
	for i := range len(text) {
		switch c := text[i]; {
		case quote == 0 && c == '>':
			return i + 1
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case quote == c:
			quote = 0
		case c == '\n' && quote != 0:
			return 1 + strings.IndexByte(text, '>') // a quote that was none
		}
	}
	return 0
}

// maxIndent is how much white space before a comment is looked at: comments
// one after another would take the square of it.
const maxIndent = 256

// comment drops a comment, and the line with it on which it stands alone.
func (s *wikiScanner) comment(size int) {
	tail := s.out[max(0, len(s.out)-maxIndent):]
	start := len(s.out) - len(tail) + len(bytes.TrimRight(tail, " \t"))
	rest := s.src[s.pos+size:]
	blank := len(rest) - len(strings.TrimLeft(rest, " \t"))
	if alone := start == 0 || s.out[start-1] == '\n'; alone && strings.HasPrefix(rest[blank:], "\n") {
		s.out = s.out[:start]
		size += blank + 1
	}
	s.drop(size)
}

func (s *wikiScanner) tag(name string, end bool, size int) {
	rest := s.src[s.pos : s.pos+size]
	raw := rawElements[name]
	a := atom.Lookup([]byte(name))
	switch {
	case raw != 0 && !end && !strings.HasSuffix(rest, "/>"):
		s.raw(name, raw, size)
	case raw != 0, wikiTags[name]:
		s.drop(size)
	case a == atom.Br:
		s.out = append(s.out, lineBreak)
		s.drop(size)
	case isStructure(a), markKind(a) != 0:
		s.out = append(s.out, tagOpen)
		s.masked(rest[1 : size-1])
		s.out = append(s.out, tagClose)
		s.drop(size)
	case a != 0:
		s.drop(size)
	default:
		s.keep(1)
	}
}

// raw reads an element that goes on to its end tag, whatever is between. One
// without an end is no element.
func (s *wikiScanner) raw(name string, kind rawElement, size int) {
	start := s.src[s.pos : s.pos+size]
	length, endTag := s.endTag(name, s.src[s.pos+size:])
	switch {
	case endTag == 0:
		s.drop(size)
	case kind == rawNothing:
		s.drop(size + length + endTag)
	case kind == rawText || name != "pre" && strings.Contains(start, "inline"):
		s.drop(size)
		s.show(length, ' ', name == "nowiki")
		s.drop(endTag)
	default:
		s.drop(size)
		s.out = append(s.out, preOpen)
		s.show(length, preBreak, name == "pre")
		s.out = append(s.out, preClose)
		s.drop(endTag)
	}
}

// endTag finds the end of an element: the length of what is before it, and its
// own, 0 where there is none.
func (s *wikiScanner) endTag(name, content string) (length, size int) {
	if s.missing[name] {
		return 0, 0
	}
	for at := 0; ; at += 2 {
		next := strings.Index(content[at:], "</")
		if next < 0 {
			s.missing[name] = true
			return 0, 0
		}
		at += next
		if tag := content[at:]; len(tag) > len(name)+2 && strings.EqualFold(tag[2:2+len(name)], name) {
			return at, min(len(tag), 1+indexByte(tag, '>'))
		}
	}
}

// show appends n bytes as text without structure.
func (s *wikiScanner) show(n int, newline byte, entities bool) {
	for end := s.pos + n; s.pos < end; s.pos++ {
		switch c := s.src[s.pos]; {
		case c == '\n':
			s.out = append(s.out, newline)
			s.line++
			s.addMark(len(s.out), s.line)
		case c == '&' && entities:
			decoded, size := reference([]byte(s.src[s.pos:min(end, s.pos+maxReference)]))
			s.masked(decoded)
			s.pos += size - 1
		case c >= ' ' || c == '\t':
			s.out = append(s.out, maskOf[c])
		}
	}
}

// markup reads the HTML table that begins on the current line.
func (r *wikiReader) markup() {
	r.flush()
	first := r.no(r.rows[r.at].from)
	line, open := first, 0
	var out []byte
	for r.at < len(r.rows) {
		l := r.rows[r.at]
		for ; line < r.no(l.from); line++ {
			out = append(out, '\n')
		}
		before := len(out)
		out = appendMarkup(out, r.text[l.from:l.to])
		line += bytes.Count(out[before:], []byte("\n"))
		for _, m := range tableTag.FindAllSubmatch(r.text[l.from:l.to], -1) {
			open += 1 - 2*len(m[1])
		}
		if r.at++; open <= 0 {
			break
		}
	}
	blocks, err := readFragment(string(out), &lineFinder{src: string(out), line: first, end: first + bytes.Count(out, []byte("\n"))})
	if err != nil && r.err == nil {
		r.err = err
	}
	r.blocks = append(r.blocks, blocks...)
}

// appendMarkup appends a line of scanned text as HTML.
func appendMarkup(out, text []byte) []byte {
	for len(text) > 0 {
		size := indexAny(text, "\x0e\x0f\x10\x1e\x1f")
		out = append(out, html.EscapeString(string(appendPlain(nil, text[:size])))...)
		if text = text[size:]; len(text) == 0 {
			break
		}
		size = 1
		switch text[0] {
		case preOpen:
			out = append(out, "<pre>"...)
		case preClose:
			out = append(out, "</pre>"...)
		case lineBreak:
			out = append(out, "<br>"...)
		case preBreak:
			out = append(out, '\n')
		default:
			size = bytes.IndexByte(text, tagClose) + 1
			out = append(append(append(out, '<'), unmasked(text[1:size-1])...), '>')
		}
		text = text[size:]
	}
	return out
}
