package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// A lineFinder finds the lines of text nodes. The HTML parser keeps no
// positions, so the lineFinder scans the source beside the walk of the tree: it
// skips tags (texttag.go), and each text node is looked up as the next run of text that
// begins alike. A node that was moved by the parser, out of a table for
// instance, may not be found near; it then has the line of the last one that
// was.
type lineFinder struct {
	src      string
	pos      int    // of the text that was found last
	line     int    // of pos, from 1
	next     int    // as far as src was scanned
	ahead    []int  // where runs of text begin that were scanned and are not found yet
	end      int    // the last line, once it was asked for
	nos      []int  // the line of the page of each line of src, where that is not the page
	unclosed string // the tag, comment or raw element that the end of src cuts off

	rawFrom, rawTo int // text in which tags are none, as was met last
	foreign        int // how many svg and math elements are open
}

// window is how many runs of text are looked at for one node. Nodes come in
// the order of the source, so the first is nearly always the one; far matches
// are more likely wrong than right.
const window = 32

// find returns the line on which the text of a node begins, white space
// aside, and moves past it.
func (l *lineFinder) find(data string) int {
	data = strings.TrimLeftFunc(data, unicode.IsSpace)
	probe := probeOf(data)
	for i := range window {
		if i == len(l.ahead) && !l.look() {
			break
		}
		if pos := l.ahead[i]; begins(l.src[pos:], probe, data) {
			l.moveTo(pos)
			l.ahead = append(l.ahead[:0], l.ahead[i+1:]...)
			break
		}
	}
	return l.no(l.line)
}

// no is the line of the page of a line.
func (l *lineFinder) no(line int) int {
	if l.nos == nil {
		return line
	}
	return l.nos[min(max(line, 1), len(l.nos))-1]
}

// look scans the next run of text.
func (l *lineFinder) look() bool {
	pos := l.text(l.next)
	if pos == len(l.src) {
		l.next = pos
		return false
	}
	l.ahead, l.next = append(l.ahead, pos), l.runEnd(pos)
	return true
}

func (l *lineFinder) moveTo(pos int) {
	if pos > l.pos {
		l.line += strings.Count(l.src[l.pos:pos], "\n")
		l.pos = pos
	}
}

// runEnd is the offset behind the run of text at an offset.
func (l *lineFinder) runEnd(pos int) int {
	if l.rawFrom <= pos && pos < l.rawTo {
		return l.rawTo
	}
	return pos + 1 + indexByte(l.src[pos+1:], '<')
}

// comment returns the line of a comment, and moves past it.
func (l *lineFinder) comment(data string) int {
	from := min(l.pos+1, len(l.src)) // behind the one before
	if i := strings.Index(l.src[from:], data); i >= 0 {
		l.moveTo(from + i)
		for len(l.ahead) > 0 && l.ahead[0] < l.pos {
			l.ahead = l.ahead[1:]
		}
	}
	return l.no(l.line)
}

// last is the number of the last line, if src begins on the first.
func (l *lineFinder) last() int {
	if l.end == 0 {
		l.end = 1 + strings.Count(l.src, "\n")
	}
	return l.end
}

// rest scans what is left of the source, and returns the tag that its end
// cuts off, "" where there is none.
func (l *lineFinder) rest() string {
	for pos := l.text(l.next); pos < len(l.src); pos = l.text(pos) {
		pos = l.runEnd(pos)
	}
	return l.unclosed
}

// begins reports whether source text begins as the data of a node does. An
// entity at its beginning is decoded.
func begins(src, probe, data string) bool {
	if src[0] == '&' {
		if decoded, _ := entity(src); decoded != "" {
			return strings.HasPrefix(data, decoded)
		}
	}
	if probe == "" { // a character that is often an entity stands there itself
		return data != "" && src[0] == data[0] && strings.HasPrefix(src[1:], probeOf(data[1:]))
	}
	return strings.HasPrefix(src, probe)
}

// entity decodes the character reference at the beginning of s and returns
// its length. Of one that has no semicolon, the length is that of its mark.
func entity(s string) (string, int) {
	s = s[:min(len(s), 12)]
	if end := strings.IndexByte(s, ';') + 1; end > 0 {
		return html.UnescapeString(s[:end]), end
	}
	if decoded := html.UnescapeString(s); decoded[0] != '&' {
		_, size := utf8.DecodeRuneInString(decoded)
		return decoded[:size], 1
	}
	return "", 1
}

// indexByte is strings.IndexByte, with the length where c is missing.
func indexByte(s string, c byte) int {
	if i := strings.IndexByte(s, c); i >= 0 {
		return i
	}
	return len(s)
}

// text returns the offset, from pos, of the next character that is text and
// no white space.
func (l *lineFinder) text(pos int) int {
	for pos < len(l.src) {
		c := l.src[pos]
		switch {
		case c == '<' && (pos < l.rawFrom || pos >= l.rawTo) && pos+1 < len(l.src) && opensTag(l.src[pos+1]):
			pos = l.tag(pos)
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f':
			pos++
		case c == '&':
			decoded, size := entity(l.src[pos:])
			if decoded == "" || strings.TrimSpace(decoded) != "" {
				return pos
			}
			pos += size
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(l.src[pos:])
			if !unicode.IsSpace(r) {
				return pos
			}
			pos += size
		default:
			return pos
		}
	}
	return pos
}

func opensTag(c byte) bool {
	return c == '/' || c == '!' || c == '?' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// probeOf is the beginning of a text that stands in the source letter by
// letter: up to the first character that may have been an entity.
func probeOf(data string) string {
	end := 0
	for end < len(data) && end < 24 {
		c := data[end]
		if c <= ' ' || c >= utf8.RuneSelf && end > 0 || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' {
			break
		}
		if c >= utf8.RuneSelf {
			_, size := utf8.DecodeRuneInString(data)
			return data[:size]
		}
		end++
	}
	return data[:end]
}
