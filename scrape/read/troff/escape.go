package troff

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/page"
)

// escapes turn what stands behind backslashes into text.
type escapes struct {
	strings map[string]string
	budget  int // bytes that strings of the page may add
}

func newEscapes(size int) escapes {
	e := escapes{strings: map[string]string{}, budget: size + 1<<12}
	for name, text := range predefined {
		e.strings[name] = text
	}
	return e
}

// define notes a string: .ds name text.
func (e *escapes) define(rest string) {
	name, text := word(rest)
	text = strings.TrimPrefix(strings.TrimLeft(text, " \t"), `"`)
	if name != "" && len(text) < 1<<10 && predefined[name] == "" {
		e.strings[name] = text
	}
}

// A run is a line as it is written.
type run struct {
	*escapes
	out    []byte
	marker page.Marker
	depth  int // of strings in one another
}

// line is the text of a line, with its fonts as marks.
func (e *escapes) line(text string, no int, literal bool) page.Line {
	r := &run{escapes: e}
	r.write(text)
	if literal {
		r.marker.CloseAll(len(r.out))
		return page.Line{Text: strings.TrimRight(strings.ReplaceAll(string(r.out), "\u00a0", " "), " \t"), No: no}
	}
	r.marker.CloseAll(len(r.out))
	out, marks := r.marker.Clean(r.out)
	return page.Line{Text: string(out), No: no, Marks: marks}
}

func (r *run) write(text string) {
	for text != "" {
		at := strings.IndexByte(text, '\\')
		if at < 0 || at+1 == len(text) {
			r.out = append(r.out, text...)
			return
		}
		r.out = append(r.out, text[:at]...)
		text = r.escape(text[at+1:])
	}
}

// single are escapes of one character and what they stand for.
var single = map[byte]string{
	'-': "-", 'e': `\`, '\\': `\`, '\'': "´", '`': "`", ' ': "\u00a0", '~': "\u00a0", '0': "\u00a0", 't': "\t", '.': ".", '_': "_",
	'&': "", '%': "", '/': "", ',': "", '|': "", '^': "", ')': "", ':': "", 'c': "", 'p': "", 'd': "", 'u': "", 'r': "", 'a': "", 'z': "", '{': "", '}': "", '!': "", 'E': `\`,
}

// escape writes what an escape stands for and returns what is behind it; text
// begins behind the backslash.
func (r *run) escape(text string) string {
	c := text[0]
	switch {
	case c == '"' || c == '#':
		return ""
	case c == '(' || c == '[':
		name, rest := named(text)
		r.out = append(r.out, character(name)...)
		return rest
	case c == '*':
		name, rest := named(text[1:])
		r.text(name)
		return rest
	case c == 'f':
		name, rest := named(text[1:])
		r.font(name)
		return rest
	case strings.IndexByte("nkgmMFYV", c) >= 0:
		return r.register(c, text[1:])
	case c == 's':
		return size(text[1:])
	case c == 'C':
		inner, rest := delimited(text[1:])
		r.out = append(r.out, character(inner)...)
		return rest
	case c == 'N':
		inner, rest := delimited(text[1:])
		if n, err := strconv.Atoi(inner); err == nil && n >= ' ' && n < utf8.MaxRune {
			r.out = utf8.AppendRune(r.out, rune(n))
		}
		return rest
	case strings.IndexByte("hvwlLDobxZABHSRXT", c) >= 0:
		_, rest := delimited(text[1:])
		return rest
	case c == '$':
		return text[min(2, len(text)):]
	}
	if s, ok := single[c]; ok {
		r.out = append(r.out, s...)
		return text[1:]
	}
	return text // the backslash of another character means nothing
}

// text writes a string that the page or the macros define.
func (r *run) text(name string) {
	s, ok := r.strings[name]
	if !ok || r.depth > maxDepth || len(s) > r.budget {
		return
	}
	r.budget -= len(s)
	r.depth++
	r.write(s)
	r.depth--
}

func (r *run) register(c byte, text string) string {
	text = strings.TrimLeft(text, "+-")
	_, rest := named(text)
	if c == 'n' {
		r.out = append(r.out, '0')
	}
	return rest
}

// fonts are the kinds of marks of those that say more than roman.
var fonts = map[string]page.MarkKind{
	"B": page.Strong, "3": page.Strong, "BI": page.Strong, "4": page.Strong, "I": page.Emphasis, "2": page.Emphasis,
	"C": page.Code, "CW": page.Code, "CR": page.Code, "CB": page.Code, "CI": page.Code, "(CW": page.Code, "L": page.Code, "V": page.Code,
}

func (r *run) font(name string) {
	r.marker.CloseAll(len(r.out))
	if kind, ok := fonts[name]; ok {
		r.marker.Open(kind, len(r.out))
	}
}

// named parts a name from what is behind it: x, (xx, [xxx].
func named(text string) (name, rest string) {
	switch {
	case text == "":
		return "", ""
	case text[0] == '[':
		name, rest, _ = strings.Cut(text[1:], "]")
		return name, rest
	case text[0] == '(':
		n := min(3, len(text))
		return text[1:n], text[n:]
	}
	_, n := utf8.DecodeRuneInString(text)
	return text[:n], text[n:]
}

// size passes over one: s+2, s-1, s0, s10, s'+1', s[12], s(12.
func size(text string) string {
	text = strings.TrimLeft(text, "+-")
	switch {
	case text == "":
		return ""
	case text[0] == '\'':
		_, rest := delimited(text)
		return rest
	case text[0] == '(' || text[0] == '[':
		_, rest := named(text)
		return rest
	case text[0] >= '1' && text[0] <= '3' && len(text) > 1 && text[1] >= '0' && text[1] <= '9':
		return text[2:]
	case text[0] >= '0' && text[0] <= '9':
		return text[1:]
	}
	return text
}

// delimited parts an argument from what is behind it; its first character
// closes it.
func delimited(text string) (inner, rest string) {
	if text == "" {
		return "", ""
	}
	_, n := utf8.DecodeRuneInString(text)
	inner, rest, ok := strings.Cut(text[n:], text[:n])
	if !ok {
		return "", text[n:]
	}
	return inner, rest
}
