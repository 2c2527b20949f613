package gen

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/spectab/spectab/model/text"
)

// commentWidth is how many characters of text a comment line holds; with the
// slashes, the space and the indentation of a const block it stays under 80.
const commentWidth = 74

// A comment collects paragraphs for one // comment. The zero value is empty.
type comment struct{ lines []string }

// text adds a paragraph of vendor text. Whatever it contains, it stays plain
// text: no directive, and nothing that go doc would read as markup.
func (c *comment) text(s string) {
	words := wordsOf(s)
	if len(words) == 0 {
		return
	}
	if isMarkup(words[0]) || isMarker(words[0]) {
		words[0] = "“" + words[0]
		words[len(words)-1] += "”"
	}
	c.paragraph(wrap(words))
}

// say adds a paragraph that spectab words itself. Vendor text in it is made
// visible, but the sentence is trusted to start harmlessly.
func (c *comment) say(s string) {
	if len(s) <= commentWidth && isPlain(s) && !strings.Contains(s, "[") {
		c.paragraph([]string{s})
		return
	}
	c.paragraph(wrap(wordsOf(s)))
}

// describe adds the comment of what is declared next, a blank line above it.
func describe(f *jen.File, paragraphs ...string) {
	var c comment
	for _, p := range paragraphs {
		c.say(p)
	}
	f.Line()
	f.Comment(c.String())
}

// item adds a list item, in the form that gofmt gives it.
func (c *comment) item(s string) {
	for i, line := range wrap(wordsOf(s)) {
		indent := "    "
		if i == 0 {
			indent = "  - "
		}
		c.lines = append(c.lines, indent+line)
	}
}

func (c *comment) paragraph(lines []string) {
	if len(c.lines) > 0 {
		c.lines = append(c.lines, "")
	}
	c.lines = append(c.lines, lines...)
}

// String is the comment as source, without a newline at its end.
func (c *comment) String() string {
	var b strings.Builder
	c.writeTo(&b, "//")
	return b.String()
}

// writeTo writes the comment with slashes, and what stands before them, in
// front of each line.
func (c *comment) writeTo(b *strings.Builder, slashes string) {
	for i, line := range c.lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(slashes)
		if line != "" {
			b.WriteByte(' ')
			b.WriteString(line)
		}
	}
}

// wordsOf splits s into words of which none is a link to a declaration.
func wordsOf(s string) []string {
	words := strings.Fields(visible(s))
	for i, word := range words {
		if strings.Contains(word, "[") {
			words[i] = docLink.ReplaceAllString(word, "[ $1 ]")
		}
	}
	return words
}

// docLink is what go doc would turn into such a link: a name, or a path, which
// may begin with a digit.
var docLink = regexp.MustCompile(`\[(\*?[\pL_./][\pL\pN_./~+-]*|\*?\pN[\pL\pN_.~+-]*/[\pL\pN_./~+-]*)\]`)

// isMarker reports whether tools look for word at the start of a paragraph:
// "Deprecated:", "BUG(vendor):".
func isMarker(word string) bool { return strings.HasSuffix(word, ":") }

// isMarkup reports whether a line that begins with word could be something
// else than text: a heading, a list item, a link definition, a build tag.
func isMarkup(word string) bool {
	switch r, _ := utf8.DecodeRuneInString(word); {
	case strings.ContainsRune("#-*+•[", r):
		return true
	case r < '0' || r > '9':
		return false
	}
	rest := strings.TrimLeft(word, "0123456789")
	return rest == "." || rest == ")"
}

// wrap fills lines of commentWidth. It breaks the line neither before a word
// that is markup at the start of a line, nor inside a word.
func wrap(words []string) []string {
	var lines []string
	start, width := 0, -1
	for i, word := range words {
		n := utf8.RuneCountInString(word)
		if i > start && width+1+n > commentWidth && !isMarkup(word) {
			lines = append(lines, strings.Join(words[start:i], " "))
			start, width = i, -1
		}
		width += 1 + n
	}
	if start < len(words) {
		lines = append(lines, strings.Join(words[start:], " "))
	}
	return lines
}

// visible drops from s what a reader of the source would not see, and what
// could make the source look other than it is: control, bidirectional and
// zero-width characters. Line breaks of every kind become spaces.
func visible(s string) string {
	if isPlain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			return ' '
		case isHidden(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// isHidden reports whether r has no glyph of its own, or none that every font
// has.
func isHidden(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' || r == 0x7f
	}
	return !unicode.IsGraphic(r) || text.Invisible(r)
}

// isPlain reports whether s is printable ASCII, as most text is: nothing in
// it is hidden.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
