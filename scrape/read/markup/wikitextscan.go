package markup

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// scanWikitext resolves comments, templates, links, <nowiki> and tags. What is
// left has structure only where the page has it: a character that the page
// shows but that would part cells or begin lists is replaced by a control
// character, its mask; control characters of the page itself are dropped.
func scanWikitext(text string) *wikiScanner {
	s := &wikiScanner{src: text, line: 1, missing: map[string]bool{}}
	s.out = make([]byte, 0, len(text))
	s.marks = append(s.marks, wikiMark{0, 1})
	for s.pos < len(s.src) {
		s.step()
	}
	return s
}

// The control characters that are no masks.
const (
	preOpen   = 0x0e // around preformatted text, between whose
	preClose  = 0x0f
	preBreak  = 0x1f // lines this one stands
	tagOpen   = 0x10 // around a tag of block level
	tagClose  = 0x11
	lineBreak = 0x1e
)

// maskable are the characters that have masks, and masks what they are, in
// the same order.
const (
	maskable = "|!:;*#={}[]'<>&-_ \""
	masks    = "\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x12\x13\x14\x15\x16\x17\x18\x19\x1a"
)

var maskOf, unmaskOf = maskTables()

func maskTables() (mask, unmask [256]byte) {
	for i := range mask {
		mask[i], unmask[i] = byte(i), byte(i)
	}
	for i := range len(maskable) {
		mask[maskable[i]], unmask[masks[i]] = masks[i], maskable[i]
	}
	return mask, unmask
}

// A wikiMark says that from an offset of the scanned text on, a line of the
// page stands.
type wikiMark struct{ at, no int }

type wikiScanner struct {
	src   string
	pos   int
	line  int // of pos
	out   []byte
	marks []wikiMark
	open  []wikiOpen

	missing map[string]bool // elements whose end is known not to come
}

// wikiPlain reports whether a character is nothing but text to the scanner.
var wikiPlain = func() (plain [256]bool) {
	for c := range plain {
		plain[c] = c >= ' ' && !strings.ContainsRune("<{}[]|", rune(c)) || c == '\t'
	}
	return plain
}()

func (s *wikiScanner) step() {
	from := s.pos
	for s.pos < len(s.src) && wikiPlain[s.src[s.pos]] {
		s.pos++
	}
	s.out = append(s.out, s.src[from:s.pos]...)
	if s.pos == len(s.src) {
		return
	}
	switch c := s.src[s.pos]; c {
	case '\n':
		s.newline()
	case '<':
		s.angle()
	case '{':
		s.openBraces()
	case '}':
		s.closeBraces()
	case '[':
		s.openBracket()
	case ']':
		s.closeBracket()
	case '|':
		s.bar()
	default: // a control character
		s.pos++
	}
}

// keep copies n bytes as they are.
func (s *wikiScanner) keep(n int) {
	s.out = append(s.out, s.src[s.pos:s.pos+n]...)
	s.pos += n
}

// drop passes over n bytes.
func (s *wikiScanner) drop(n int) {
	if lines := strings.Count(s.src[s.pos:s.pos+n], "\n"); lines > 0 {
		s.line += lines
		s.addMark(len(s.out), s.line)
	}
	s.pos += n
}

func (s *wikiScanner) addMark(at, no int) {
	last := &s.marks[len(s.marks)-1]
	switch {
	case last.no == no:
	case last.at == at:
		last.no = no
	default:
		s.marks = append(s.marks, wikiMark{at, no})
	}
}

// newline ends a line. A link does not go on behind it, unless its text does,
// and that not into a line that begins something.
func (s *wikiScanner) newline() {
	next := s.src[s.pos+1:]
	for n := len(s.open) - 1; n >= 0 && s.open[n].kind != '{'; n-- {
		if s.open[n].kind == '[' && s.open[n].bars > 0 && next != "" && !strings.ContainsRune("\n|!={*#;:", rune(next[0])) {
			break
		}
		s.open = s.open[:n]
	}
	s.keep(1)
	s.line++
	s.addMark(len(s.out), s.line)
}

// replace puts out[from:to] in the place of all from start on, each line of it
// still with its number.
func (s *wikiScanner) replace(start, from, to int) {
	first := s.markAt(from)
	marks := slices.Clone(s.marks[first:])
	s.marks = s.marks[:s.markAt(start)+1]
	for _, m := range marks {
		if m.at < to || m.at <= from {
			s.addMark(max(m.at-from, 0)+start, m.no)
		}
	}
	s.out = append(s.out[:start], s.out[from:to]...)
	s.addMark(len(s.out), s.line)
}

// markAt is the index of the mark that holds for an offset.
func (s *wikiScanner) markAt(offset int) int {
	i, found := slices.BinarySearchFunc(s.marks, offset, func(m wikiMark, at int) int { return m.at - at })
	if !found {
		i--
	}
	return i
}

// masked appends text that has no structure.
func (s *wikiScanner) masked(text string) {
	for i := range len(text) {
		switch c := text[i]; {
		case c == '\n':
			s.out = append(s.out, ' ')
		case c >= ' ' || c == '\t':
			s.out = append(s.out, maskOf[c])
		}
	}
}

// unmasked is text with its masks resolved.
func unmasked(text []byte) []byte {
	text = bytes.Clone(text)
	for i, c := range text {
		text[i] = unmaskOf[c]
	}
	return text
}

// appendPlain appends text as a person sees it: without quotes for bold and
// italic, entities resolved.
func appendPlain(to, text []byte) []byte {
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case '\'':
			n := 1
			for i+n < len(text) && text[i+n] == '\'' {
				n++
			}
			to = append(to, text[i:i+quotes(n)]...)
			i += n
		case '&':
			decoded, size := reference(text[i:])
			to = append(to, decoded...)
			i += size
		default:
			to = append(to, unmaskOf[c])
			i++
		}
	}
	return to
}

// quotes is how many of n quotes are characters: two, three and five are
// marks.
func quotes(n int) int {
	switch {
	case n == 1 || n == 4:
		return 1
	case n > 5:
		return n - 5
	}
	return 0
}

// plainLine is a line of preformatted text.
func plainLine(text []byte) string {
	line := appendPlain(nil, tagInText.ReplaceAll(text, nil))
	return string(bytes.TrimRight(line, " \t\x0e\x0f\x10\x11\x1e\x1f"))
}

var tagInText = regexp.MustCompile(`\x10[^\x11]*\x11|[\x0e\x0f\x1e\x1f]`)
