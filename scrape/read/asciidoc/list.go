package asciidoc

import (
	"regexp"
	"strings"
)

var (
	itemMark = regexp.MustCompile(`^[ \t]*(\*{1,6}|-|•|\.{1,6}|\d+\.|[A-Za-z]\.|[ivxIVX]+\)|<(?:\d+|\.)>)[ \t]+(\S.*)$`)
	termMark = regexp.MustCompile(`^[ \t]*((?:\S.*?\S|[^\s:;]))(:{2,4}|;;)(?:[ \t]+(.*))?$`)
)

// marker is the mark of the item that a line begins, "" where it begins none.
// All numbers are one mark, and so are all letters.
func marker(text string) string {
	if m := itemMark.FindStringSubmatch(text); m != nil {
		switch c := m[1]; {
		case c[0] == '<':
			return "<1>"
		case '0' <= c[0] && c[0] <= '9':
			return "1."
		case c[len(c)-1] == ')':
			return "i)"
		case c[0] != '.' && c[len(c)-1] == '.':
			return "a."
		default:
			return c
		}
	}
	if m := termMark.FindStringSubmatch(text); m != nil && !strings.HasPrefix(text, "//") {
		return m[2]
	}
	return ""
}

func isTerm(mark string) bool { return mark[0] == ':' || mark[0] == ';' }

// list reads the list that begins, and those within its items: an item with a
// mark that no open list has begins one of those.
func (r *reader) list(lines []line) int {
	var open []string
	n := 0
	for n < len(lines) {
		size := r.unshownItem(lines[n:])
		mark := ""
		if n+size < len(lines) {
			mark = marker(lines[n+size].text)
		}
		if mark == "" || n > 0 && size > 0 && lines[n+size-1].text == "" && heading.MatchString(lines[n+size].text) {
			break
		}
		n += size
		open = r.begin(open, mark)
		n += r.item(lines[n:], mark)
		n += r.attached(lines[n:])
	}
	for i := len(open) - 1; i >= 0; i-- {
		r.end(open[i])
	}
	return max(n, 1)
}

// unshownItem is how many blank lines and comments stand before the next item.
func (r *reader) unshownItem(lines []line) int {
	n := 0
	for n < len(lines) && (lines[n].blank() || strings.HasPrefix(lines[n].text, "//") && !strings.HasPrefix(lines[n].text, "////")) {
		n++
	}
	return n
}

// begin begins an item, and ends what it is no part of.
func (r *reader) begin(open []string, mark string) []string {
	at := -1
	for i, m := range open {
		if m == mark {
			at = i
		}
	}
	if at < 0 {
		if isTerm(mark) {
			r.f.Open("dl")
		} else {
			r.f.Open("ul")
			r.f.Open("li")
		}
		return append(open, mark)
	}
	for i := len(open) - 1; i > at; i-- {
		r.end(open[i])
	}
	if isTerm(mark) {
		r.f.Close("dd")
	} else {
		r.f.Close("li")
		r.f.Open("li")
	}
	return open[:at+1]
}

func (r *reader) end(mark string) {
	if isTerm(mark) {
		r.f.Close("dd")
		r.f.Close("dl")
		return
	}
	r.f.Close("li")
	r.f.Close("ul")
}

// item writes the text of an item. Of a term, several may stand above one
// definition.
func (r *reader) item(lines []line, mark string) int {
	n := itemEnd(lines)
	text := append([]line(nil), lines[:n]...)
	r.f.At(text[0].no)
	if !isTerm(mark) {
		text[0].text = itemMark.FindStringSubmatch(text[0].text)[2]
		r.inline(text)
		return n
	}
	m := termMark.FindStringSubmatch(text[0].text)
	r.f.Open("dt")
	r.inline([]line{{m[1], text[0].no}})
	r.f.Close("dt")
	text[0].text = m[3]
	if m[3] == "" {
		text = text[1:]
	}
	if n == 1 && m[3] == "" { // the text may stand below a blank line
		blank := 0
		for n+blank < len(lines) && lines[n+blank].blank() {
			blank++
		}
		if rest := lines[n+blank:]; blank > 0 && len(rest) > 0 && isPlain(rest[0].text) {
			size := itemEnd(rest)
			text, n = rest[:size], n+blank+size
		}
	}
	r.f.Open("dd")
	if len(text) > 0 {
		r.inline(text)
	}
	return n
}

// itemEnd is how many lines belong to the text of an item.
func itemEnd(lines []line) int {
	n := 1
	for n < len(lines) && !endsText(lines[n].text) && marker(lines[n].text) == "" && !strings.HasPrefix(lines[n].text, "//") {
		n++
	}
	return n
}

// isPlain reports whether a line begins nothing but text.
func isPlain(text string) bool {
	return marker(text) == "" && !endsText(text) && !heading.MatchString(text) && !titleLine.MatchString(text) && !attribute.MatchString(text)
}

// attached reads the blocks that a plus sign attaches to an item.
func (r *reader) attached(lines []line) int {
	n := 0
	for n < len(lines) && lines[n].text == "+" {
		n++
		for n < len(lines) {
			size := r.unshown(lines[n:])
			if size == 0 {
				break
			}
			n += size
		}
		if n < len(lines) && r.depth < maxDepth {
			end := len(lines)
			if isPlain(lines[n].text) { // the next item ends a paragraph
				end = n + itemEnd(lines[n:])
			}
			r.depth++
			n += r.block(lines[n:end])
			r.depth--
		}
	}
	return n
}
