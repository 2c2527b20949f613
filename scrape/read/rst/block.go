package rst

import (
	"regexp"
	"strings"
)

// maxDepth is how deep blocks may lie within one another; what is deeper is
// text.
const maxDepth = 30

// blocks reads lines that have no indentation in common.
func (r *reader) blocks(lines []line) {
	if r.depth == maxDepth {
		r.paragraph(lines)
		return
	}
	r.depth++
	objects := r.objects
	r.objects = ""
	for i := 0; i < len(lines); {
		if lines[i].blank() {
			i++
			continue
		}
		i += r.block(lines[i:])
	}
	r.endObjects()
	r.objects = objects
	r.depth--
}

// content reads the blocks of an element; one paragraph alone is its text.
func (r *reader) content(lines []line) {
	lines = trimBlank(lines)
	if isParagraph(lines) {
		r.inline(lines)
		return
	}
	r.blocks(lines)
}

// isParagraph reports whether lines are nothing but text.
func isParagraph(lines []line) bool {
	for i, l := range lines {
		if l.blank() || l.indent() > 0 || i == 0 && begins(l.text) || isAdornment(l.text) {
			return false
		}
	}
	return len(lines) > 0 && !strings.HasSuffix(lines[len(lines)-1].text, "::")
}

// begins reports whether a line begins something else than a paragraph.
func begins(text string) bool {
	for _, mark := range []string{"..", "| ", ">>> ", "__ ", "+-", "+="} {
		if strings.HasPrefix(text, mark) {
			return true
		}
	}
	return bulletWidth(text) > 0 || enumeratorWidth(text) > 0 || fieldWidth(text) > 0 || rules.MatchString(text) || option.MatchString(text)
}

// block reads what the first line begins, and returns how many lines it has.
func (r *reader) block(lines []line) int {
	text := lines[0].text
	if n := r.title(lines); n > 0 {
		return n
	}
	if strings.HasPrefix(text, ".. ") || text == ".." {
		return r.explicit(lines)
	}
	r.endObjects()
	for _, read := range []func([]line) int{r.quote, r.rule, r.gridTable, r.simpleTable, r.bullets, r.numbers, r.fields, r.options, r.lineBlock, r.doctest, r.anonymous, r.terms} {
		if n := read(lines); n > 0 {
			return n
		}
	}
	return r.text(lines)
}

// quote reads lines that are indented.
func (r *reader) quote(lines []line) int {
	if lines[0].indent() == 0 {
		return 0
	}
	n := indented(lines, 1)
	r.f.Open("blockquote")
	r.blocks(dedent(lines[:n], 0))
	r.f.Close("blockquote")
	return n
}

var adornment = regexp.MustCompile("^(?:=+|-+|`+|:+|\\.+|'+|\"+|~+|\\^+|_+|\\*+|\\++|#+|<+|>+|!+|\\$+|%+|&+|,+|/+|;+|\\?+|@+|\\\\+|\\|+)$")

func isAdornment(text string) bool { return len(text) > 1 && adornment.MatchString(text) }

// title reads a title with a line below it, or around it.
func (r *reader) title(lines []line) int {
	over := 0
	if isAdornment(lines[0].text) {
		over = 1
	}
	if len(lines) < over+2 {
		return 0
	}
	title, under := lines[over], lines[over+1].text
	if title.blank() || !isAdornment(under) || isAdornment(title.text) || over == 0 && title.indent() > 0 {
		return 0
	}
	if len(under) < min(4, columns(title.text)) || over > 0 && under != lines[0].text {
		return 0
	}
	r.endObjects()
	style := under[:1] + strings.Repeat("o", over)
	tag := "h" + string(rune('1'+min(r.level(style), 5)))
	r.f.At(title.no)
	r.f.Open(tag)
	r.inline(dedent([]line{title}, 0))
	r.f.Close(tag)
	return over + 2
}

// level is the level of titles of a style: that at which it was first met.
func (r *reader) level(style string) int {
	for i, a := range r.adornments {
		if a == style {
			return i
		}
	}
	r.adornments = append(r.adornments, style)
	return len(r.adornments) - 1
}

// rule reads a line that parts the text.
func (r *reader) rule(lines []line) int {
	if len(lines[0].text) < 4 || !isAdornment(lines[0].text) || len(lines) > 1 && !lines[1].blank() {
		return 0
	}
	return 1
}

// lineBlock reads lines that are kept as they are.
func (r *reader) lineBlock(lines []line) int {
	n := 0
	for n < len(lines) && (strings.HasPrefix(lines[n].text, "| ") || lines[n].text == "|" || n > 0 && lines[n].indent() > 0) {
		n++
	}
	if n == 0 {
		return 0
	}
	r.f.Open("p")
	for i, l := range lines[:n] {
		if i > 0 && l.indent() == 0 {
			r.f.Open("br")
		}
		l.text = strings.TrimSpace(strings.TrimPrefix(l.text, "|"))
		r.inline([]line{l})
	}
	r.f.Close("p")
	return n
}

// doctest reads what was typed at a prompt, up to a blank line.
func (r *reader) doctest(lines []line) int {
	if !strings.HasPrefix(lines[0].text, ">>> ") {
		return 0
	}
	n := 0
	for n < len(lines) && !lines[n].blank() {
		n++
	}
	r.literal(lines[:n])
	return n
}

// anonymous passes over a target that has no name.
func (r *reader) anonymous(lines []line) int {
	if !strings.HasPrefix(lines[0].text, "__ ") {
		return 0
	}
	return 1
}

// text reads a paragraph, and what it announces.
func (r *reader) text(lines []line) int {
	n := 1
	for n < len(lines) && !lines[n].blank() {
		n++
	}
	last := lines[n-1].text
	if !strings.HasSuffix(last, "::") {
		r.paragraph(lines[:n])
		return n
	}
	para := append([]line(nil), lines[:n]...)
	para[n-1].text = strings.TrimSuffix(last, ":")
	if para[n-1].text == ":" {
		para = para[:n-1]
	}
	r.paragraph(para)
	return n + r.announced(lines[n:])
}

func (r *reader) paragraph(lines []line) {
	if len(lines) > 0 {
		r.f.At(lines[0].no)
		r.f.Open("p")
		r.inline(lines)
		r.f.Close("p")
	}
}

// announced reads the literal text behind "::": what is indented, or quoted by
// the same sign in each line.
func (r *reader) announced(lines []line) int {
	from := 0
	for from < len(lines) && lines[from].blank() {
		from++
	}
	if from == len(lines) {
		return from
	}
	if n := indented(lines[from:], 1); n > 0 {
		r.literal(dedent(lines[from:from+n], 0))
		return from + n
	}
	n := 0
	if isAdornment(strings.Repeat(lines[from].text[:1], 2)) {
		for from+n < len(lines) && !lines[from+n].blank() && lines[from+n].text[0] == lines[from].text[0] {
			n++
		}
		r.literal(lines[from : from+n])
	}
	return from + n
}

func (r *reader) literal(lines []line) {
	if lines = trimBlank(lines); len(lines) == 0 {
		return
	}
	r.f.At(lines[0].no)
	r.f.Open("pre")
	for _, l := range lines {
		r.f.At(l.no)
		r.f.Text(l.text)
	}
	r.f.Close("pre")
}
