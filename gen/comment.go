package gen

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// commentWidth is how many characters of text a comment line holds; with the
// slashes, the space and the indentation of a const block it stays under 80.
const commentWidth = 74

// A comment collects paragraphs for one // comment. The zero value is empty.
type comment struct{ lines []string }

// text adds a paragraph of vendor text. Whatever it contains, it stays plain
// text: no directive, and nothing that go doc would read as markup.
func (c *comment) text(s string) {
	words := strings.Fields(visible(s))
	if len(words) == 0 {
		return
	}
	if isMarkup(words[0]) || isMarker(words[0]) {
		words[0] = "“" + words[0]
		words[len(words)-1] += "”"
	}
	for i, word := range words {
		words[i] = docLink.ReplaceAllString(word, "[ $1 ]")
	}
	c.paragraph(wrap(words))
}

// say adds a paragraph that spectab words itself. Vendor text in it is made
// visible, but the sentence is trusted to start harmlessly.
func (c *comment) say(s string) {
	c.paragraph(wrap(strings.Fields(visible(s))))
}

// item adds a list item, in the form that gofmt gives it.
func (c *comment) item(s string) {
	for i, line := range wrap(strings.Fields(visible(s))) {
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
	for i, line := range c.lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("//")
		if line != "" {
			b.WriteString(" " + line)
		}
	}
	return b.String()
}

// docLink is a word that go doc would turn into a link to a declaration.
var docLink = regexp.MustCompile(`\[(\*?[\pL_][\pL\pN_./]*)\]`)

// marker is a word that tools look for at the start of a paragraph.
var marker = regexp.MustCompile(`^(Deprecated|TODO|BUG|FIXME|Output|Unordered)\b.*:$`)

func isMarker(word string) bool { return marker.MatchString(word) }

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
	width := 0
	for _, word := range words {
		n := utf8.RuneCountInString(word)
		if len(lines) == 0 || width+1+n > commentWidth && !isMarkup(word) {
			lines, width = append(lines, word), n
			continue
		}
		lines[len(lines)-1] += " " + word
		width += 1 + n
	}
	return lines
}

// visible drops from s what a reader of the source would not see, and what
// could make the source look other than it is: control, bidirectional and
// zero-width characters. Line breaks of every kind become spaces.
func visible(s string) string {
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

// isHidden reports whether r has no glyph of its own. strconv.IsPrint alone
// lets variation selectors, fillers and joiners pass.
func isHidden(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' || r == 0x7f
	}
	return !unicode.IsGraphic(r) ||
		unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}
