package asciidoc

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/read/markup"
)

// maxDepth is how deep blocks may lie within one another; what is deeper is
// kept as it is.
const maxDepth = 20

// blocks reads lines from the first to the last.
func (r *reader) blocks(lines []line) {
	if r.depth == maxDepth {
		r.literal(lines)
		return
	}
	r.depth++
	for i := 0; i < len(lines); {
		i += r.block(lines[i:])
	}
	r.depth--
}

// maxAttributes is how much a page may say of a block, in bytes.
const maxAttributes = 1 << 10

// blockAttributes are what a page says of the block that comes next.
type blockAttributes struct {
	list  string // as it stands between the brackets
	title *line
}

// has reports whether a block has a style or an option.
func (a blockAttributes) has(word string) bool {
	for _, part := range strings.FieldsFunc(a.list, func(r rune) bool { return strings.ContainsRune(`,."%=' `, r) }) {
		if part == word {
			return true
		}
	}
	return false
}

var (
	heading     = regexp.MustCompile(`^(={1,6}|#{1,6})[ \t]+(\S.*?)(?:[ \t]+=+)?$`)
	bracketLine = regexp.MustCompile(`^\[(?:\[.*\]|[^\[\]]*|.*[="].*)\]$`)
	titleLine   = regexp.MustCompile(`^\.[^\s.].*`)
	macroLine   = regexp.MustCompile(`^(?:image|video|audio|toc|plantuml|ditaa|mermaid)::`)
	delimiter   = regexp.MustCompile("^(?:-{4,}|\\.{4,}|={4,}|\\*{4,}|_{4,}|\\+{4,}|/{4,}|--|```.*|[|,:!]={3,})$")
	ruleLine    = regexp.MustCompile(`^(?:'{3,}|<{3,}|-{3}|\*{3})$`)
)

// block reads what the first line begins, and returns how many lines it has.
func (r *reader) block(lines []line) int {
	l := lines[0]
	if n := r.unshown(lines); n > 0 {
		return n
	}
	next := r.next
	r.next = blockAttributes{}
	if m := heading.FindStringSubmatch(l.text); m != nil {
		r.heading(len(m[1]), line{m[2], l.no})
		return 1
	}
	if next.title != nil {
		r.paragraph([]line{*next.title})
	}
	switch {
	case delimiter.MatchString(l.text):
		return r.delimited(lines, next)
	case marker(l.text) != "":
		return r.list(lines)
	case l.text[0] == ' ' || l.text[0] == '\t':
		n := untilBlank(lines)
		r.literal(lines[:n])
		return n
	}
	n := paragraphEnd(lines)
	if next.has("source") || next.has("listing") || next.has("literal") {
		n = untilBlank(lines)
		r.literal(lines[:n])
		return n
	}
	r.paragraph(admonished(lines[:n]))
	return n
}

// unshown reads what is no text of the page: blank lines, comments, attributes
// of the page and of the next block.
func (r *reader) unshown(lines []line) int {
	text := lines[0].text
	switch {
	case text == "" || text == "+":
	case strings.HasPrefix(text, "////"):
		return closing(lines)
	case strings.HasPrefix(text, "//"), ruleLine.MatchString(text), macroLine.MatchString(text), attribute.MatchString(text):
	case bracketLine.MatchString(text):
		if len(r.next.list)+len(text) < maxAttributes {
			r.next.list += "," + text[1:len(text)-1]
		}
	case titleLine.MatchString(text) && marker(text) == "" && !delimiter.MatchString(text):
		r.next.title = &line{text[1:], lines[0].no}
	default:
		return 0
	}
	return 1
}

func (r *reader) heading(level int, title line) {
	tag := "h" + string(rune('0'+level))
	r.f.At(title.no)
	r.f.Open(tag)
	r.inline([]line{title})
	r.f.Close(tag)
}

// closing is how many lines a delimited block has, with its delimiters. One
// that is not closed reaches to the end.
func closing(lines []line) int {
	end := lines[0].text
	if strings.HasPrefix(end, "```") {
		end = "```"
	}
	for i, l := range lines[1:] {
		if l.text == end {
			return i + 2
		}
	}
	return len(lines)
}

func (r *reader) delimited(lines []line, next blockAttributes) int {
	n := closing(lines)
	inner := lines[1:n]
	if len(inner) > 0 && inner[len(inner)-1].text == strings.TrimRight(lines[0].text, "abcdefghijklmnopqrstuvwxyz") {
		inner = inner[:len(inner)-1]
	}
	switch c := lines[0].text; {
	case strings.HasSuffix(c, "===") && c[0] != '=':
		r.table(lines[0], inner, next)
	case c[0] == '-' && c != "--", c[0] == '.', c[0] == '`':
		r.literal(inner)
	case c == "--" && (next.has("source") || next.has("listing")):
		r.literal(inner)
	case c[0] == '+':
		r.pass(lines[0].no, inner)
	default:
		r.f.Open("div")
		r.blocks(inner)
		r.f.Close("div")
	}
	return n
}

// pass reads markup that is meant for HTML.
func (r *reader) pass(no int, lines []line) {
	var all strings.Builder
	for _, l := range lines {
		all.WriteString(l.text + "\n")
	}
	if !markup.Whole(all.String()) {
		r.page.Warnings.Add("", no, "", "HTML that does not close what it opens is not read")
		return
	}
	r.f.Open("div")
	for _, l := range lines {
		r.f.At(l.no)
		r.f.HTML(l.text)
	}
	r.f.Close("div")
}

func untilBlank(lines []line) int {
	n := 1
	for n < len(lines) && !lines[n].blank() {
		n++
	}
	return n
}

// paragraphEnd is how many lines belong to the paragraph that begins.
func paragraphEnd(lines []line) int {
	n := 1
	for n < len(lines) && !endsText(lines[n].text) {
		n++
	}
	return n
}

// endsText reports whether a line is no more of a paragraph or an item.
func endsText(text string) bool {
	return text == "" || text == "+" || delimiter.MatchString(text) || bracketLine.MatchString(text)
}

var admonition = regexp.MustCompile(`^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+`)

// admonished is a paragraph without the word that says how important it is.
func admonished(lines []line) []line {
	if m := admonition.FindString(lines[0].text); m != "" {
		lines = append([]line{{lines[0].text[len(m):], lines[0].no}}, lines[1:]...)
	}
	return lines
}

func (r *reader) paragraph(lines []line) {
	if len(lines) > 0 {
		r.f.At(lines[0].no)
		r.f.Open("p")
		r.inline(lines)
		r.f.Close("p")
	}
}

var callout = regexp.MustCompile(`(?:\s*(?://|#|--|;;)?\s*(?:<(?:\d{1,3}|\.)>|<!--(?:\d{1,3}|\.)-->))+$`)

// literal writes lines as they are, without the callouts at their ends.
func (r *reader) literal(lines []line) {
	for len(lines) > 0 && lines[0].blank() {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].blank() {
		lines = lines[:len(lines)-1]
	}
	if len(lines) == 0 {
		return
	}
	r.f.At(lines[0].no)
	r.f.Open("pre")
	for _, l := range lines {
		r.f.At(l.no)
		if strings.HasSuffix(l.text, ">") {
			end := l.text[max(0, len(l.text)-40):]
			l.text = l.text[:len(l.text)-len(end)] + callout.ReplaceAllString(strings.ToValidUTF8(end, ""), "")
		}
		r.f.Text(l.text)
	}
	r.f.Close("pre")
}
