package plain

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/page"
)

// overstrike is how terminals print bold and underlined letters: one over
// another. terminal is what sets colours.
var (
	overstrike = regexp.MustCompile("[^\x08\n]\x08")
	terminal   = regexp.MustCompile("\x1b\\[[0-9;?]*[A-Za-z]|\x1b[()][0-9A-B]|\x1b\\]8;[^\x07\x1b\n]*(?:\x07|\x1b\\\\)")
)

// plainText is a text without what makes letters bold on paper and terminals.
func plainText(text string) string {
	if strings.IndexByte(text, 0x1b) >= 0 {
		text = terminal.ReplaceAllString(text, "")
	}
	if strings.IndexByte(text, 0x08) >= 0 {
		text = strings.ReplaceAll(overstrike.ReplaceAllString(text, ""), "\x08", "")
	}
	return text
}

// manualName is the name of a manual page with its section, on the first line
// of a rendered one: LS(1).
var manualName = regexp.MustCompile(`^\s*(\S+\([0-9n][0-9a-zA-Z]*\))(?:\s.*\s|\s*)(\S+\([0-9n][0-9a-zA-Z]*\))$`)

// manual reports whether lines are a rendered manual page, which its first
// line says at both ends. What stands on the edges of its pages, which repeats
// the name, is emptied but for the first.
func manual(lines []textLine) bool {
	first := textBelow(lines, -1, -1)
	if first == len(lines) {
		return false
	}
	m := manualName.FindStringSubmatch(lines[first].text)
	if m == nil || m[1] != m[2] {
		return false
	}
	for i := first + 1; i < len(lines); i++ {
		if text := lines[i].text; strings.HasSuffix(text, m[1]) && lines[i].indent() == 0 && strings.Contains(text, "   ") {
			lines[i].text = ""
		}
	}
	lines[first].text = m[1]
	return true
}

// manualHeading reads the name of a section of a manual page: at the margin,
// above text that is indented and that no blank line parts from it. Where the
// page does not say that it is one, the name is in capitals.
func (r *textReader) manualHeading() (page.Block, bool) {
	l := r.lines[r.at]
	if r.manual && r.lines[r.at].text != "" && manualTitle.MatchString(l.text) {
		r.at++
		return heading(1, l), true
	}
	if r.at > 0 && !r.lines[r.at-1].blank() || r.at+1 >= len(r.lines) || r.lines[r.at+1].blank() {
		return page.Block{}, false
	}
	indent, below := l.indent(), r.lines[r.at+1].indent()
	switch {
	case indent == 0 && below >= 3 && (r.manual || isCapitalHeading(l.text) && !r.isTerm()):
		r.at++
		b := heading(2, l)
		b.Source = page.Manual
		return b, true
	case r.manual && indent == 3 && below > 4 && !strings.Contains(strings.TrimSpace(l.text), "  "):
		r.at++
		return heading(3, l), true
	}
	return page.Block{}, false
}

// isTerm reports whether another line in capitals follows at once upon what is
// indented below the current one: a list of terms has no blank lines between them.
func (r *textReader) isTerm() bool {
	for _, l := range r.lines[r.at+1:] {
		if l.blank() || l.indent() == 0 {
			return !l.blank() && isCapitalHeading(l.text)
		}
	}
	return false
}

var manualTitle = regexp.MustCompile(`^\S+\([0-9n][0-9a-zA-Z]*\)$`)

// headingLength is how many letters and marks a heading in capitals may have.
const headingLength = 40

// isCapitalHeading reports whether a line is a heading of a manual page, in any
// script that has capitals.
func isCapitalHeading(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	n := utf8.RuneCountInString(s)
	return n > 2 && n <= headingLength && unicode.IsUpper(first) && strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsUpper(r) && !unicode.Is(unicode.M, r) && !strings.ContainsRune(" ,/&-", r)
	}) < 0
}

func heading(level int, l textLine) page.Block {
	return page.Block{Kind: page.Heading, Level: level, Lines: []page.Line{{Text: page.Clean(l.text), No: l.no}}}
}

// joinHyphens puts words together that the ends of lines divide: at a hyphen
// that printing programs set (U+2010, or one that is soft), and at one of the
// keyboard where the page has the word without it elsewhere, but nowhere with
// it. The end of the word moves up.
func joinHyphens(lines []textLine) {
	var words map[string]bool
	for i := 0; i+1 < len(lines); i++ {
		head, hyphen := cutHyphen(lines[i].text)
		if hyphen == "" {
			continue
		}
		tail, rest := firstWord(lines[i+1].text)
		before := lastWord(head)
		if before == "" || tail == "" || !sameCase(before, tail) {
			continue
		}
		if words == nil {
			words = wordsOf(lines)
		}
		letters := strings.TrimRightFunc(tail, func(r rune) bool { return !unicode.IsLetter(r) })
		joined, compound := words[strings.ToLower(before+letters)], words[strings.ToLower(before+"-"+letters)]
		switch {
		case hyphen == "-" && (!joined || compound):
			continue
		case hyphen == "\u2010" && compound && !joined:
			head += "-"
		}
		lines[i].text, lines[i+1].text = head+tail, rest
	}
}

// cutHyphen parts a line from the hyphen at its end.
func cutHyphen(text string) (head, hyphen string) {
	for _, h := range []string{"\u2010", "\u00ad", "-"} {
		if head, ok := strings.CutSuffix(text, h); ok {
			return head, h
		}
	}
	return text, ""
}

// firstWord parts the first word of a line, with what stands behind it without
// a space, from the rest, which keeps its indentation.
func firstWord(text string) (word, rest string) {
	trimmed := strings.TrimLeft(text, " \t\u00a0")
	word, rest, _ = strings.Cut(trimmed, " ")
	rest = strings.TrimLeft(rest, " ")
	if r, _ := utf8.DecodeRuneInString(word); !unicode.IsLetter(r) {
		return "", text
	}
	if rest == "" {
		return word, ""
	}
	return word, text[:len(text)-len(trimmed)] + rest
}

// lastWord are the letters at the end of a line.
func lastWord(text string) string {
	at := strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if at < 0 {
		return text
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return text[at+size:]
}

// sameCase reports whether two parts may be of one word: a capital does not
// follow a small letter.
func sameCase(before, tail string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(tail)
	return unicode.IsUpper(last) == unicode.IsUpper(first)
}

// wordsOf are the words of a page, with the hyphens inside them.
func wordsOf(lines []textLine) map[string]bool {
	words := map[string]bool{}
	for _, l := range lines {
		for _, w := range strings.FieldsFunc(strings.ReplaceAll(l.text, "\u2010", "-"), func(r rune) bool { return r != '-' && !unicode.IsLetter(r) }) {
			if !strings.HasSuffix(w, "-") {
				words[strings.ToLower(w)] = true
			}
		}
	}
	return words
}
