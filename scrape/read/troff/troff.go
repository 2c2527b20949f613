package troff

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// section is the extension of a manual page: its section, and what the
// section is of: .1, .3ssl, .3p, .8.
var section = regexp.MustCompile(`^(?:[1-9][a-z]{0,8}|man|mdoc|roff|troff|n)$`)

// Extensions are those of most manual pages.
func Extensions() []string {
	return []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "man", "mdoc"}
}

// Reads reports whether a file with that extension is a manual page.
func Reads(extension string) bool { return section.MatchString(extension) }

// Fill makes the blocks of a manual page.
func Fill(p *page.Page, text string) {
	r := &reader{page: p, input: newInput(text)}
	for {
		line, ok := r.input.next()
		if !ok {
			break
		}
		r.line(line)
	}
	r.layout.end()
	p.Blocks = r.layout.root()
}

// A reader takes the lines of a page one by one.
type reader struct {
	page   *page.Page
	input  *input
	layout layout
	name   string // of what the page is about, as .Nm repeats it
	styled string // the font of the next line of text
	joined string // a line that \c joins with the next
	no     int
}

// line is one line of the page: a request, or text.
func (r *reader) line(l source) {
	r.no = l.no
	name, rest := request(l.text)
	if name == "" {
		r.text(l)
		return
	}
	if do, ok := requests[name]; ok {
		do(r, arguments(rest))
		return
	}
	if _, ok := inline[name]; ok {
		r.put(r.words(append([]string{name}, arguments(rest)...)))
		return
	}
	if r.input.expand(name, arguments(rest), l) || ignored[name] {
		return
	}
	if rest != "" { // some macro that is not known; its arguments are text
		r.put(strings.Join(arguments(rest), " "))
	}
}

func (r *reader) text(l source) {
	if strings.TrimSpace(l.text) == "" && !r.layout.literal {
		r.layout.paragraph()
		return
	}
	text := l.text
	r.layout.broken = r.layout.broken || strings.HasPrefix(text, " ")
	if r.styled != "" {
		text, r.styled = styled(r.styled, text), ""
	}
	r.put(text)
}

// put adds a line of text, with escapes. One that ends in \c goes on.
func (r *reader) put(text string) {
	text = r.joined + text
	r.joined = ""
	if head, ok := strings.CutSuffix(text, `\c`); ok && len(head) < 1<<12 {
		r.joined = head
		return
	}
	r.layout.put(r.input.escapes.line(text, r.no, r.layout.literal))
}

// request parts a line that begins with a control character into the name of
// a request and what follows.
func request(text string) (name, rest string) {
	if text == "" || text[0] != '.' && text[0] != '\'' {
		return "", text
	}
	text = strings.TrimLeft(text[1:], " \t")
	if text == "" || strings.HasPrefix(text, `\"`) || strings.HasPrefix(text, `\}`) || text[0] == '.' {
		return "\x00", "" // nothing
	}
	end := strings.IndexAny(text, " \t\\")
	if end < 0 {
		return text, ""
	}
	if end == 0 {
		return "\x00", ""
	}
	return text[:end], strings.TrimLeft(text[end:], " \t")
}

// arguments are the words of a request; quotes hold spaces, two of them stand
// for one.
func arguments(rest string) []string {
	var args []string
	for {
		rest = strings.TrimLeft(rest, " \t")
		if rest == "" || strings.HasPrefix(rest, `\"`) {
			return args
		}
		var arg string
		if rest[0] == '"' {
			arg, rest = quoted(rest[1:])
		} else {
			arg, rest = word(rest)
		}
		args = append(args, arg)
	}
}

func quoted(rest string) (arg, behind string) {
	for i := 0; i < len(rest); i++ {
		if rest[i] != '"' {
			continue
		}
		if i+1 < len(rest) && rest[i+1] == '"' {
			i++
			continue
		}
		return strings.ReplaceAll(rest[:i], `""`, `"`), rest[i+1:]
	}
	return strings.ReplaceAll(rest, `""`, `"`), ""
}

// word ends at a space that no backslash is before.
func word(rest string) (arg, behind string) {
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case ' ', '\t':
			return rest[:i], rest[i:]
		}
	}
	return rest, ""
}

// styled is a text in a font.
func styled(font, text string) string {
	if text == "" || font == "R" {
		return text
	}
	return `\f` + font + text + `\fR`
}
