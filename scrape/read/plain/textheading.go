package plain

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/page"
)

// numberedTitle is a heading of an RFC: 7.  Error Codes, 7.1. Reserved, A.2. Notes.
var numberedTitle = regexp.MustCompile(`^((?:\d+|[A-Z]\b)(?:\.\d+)*)\.?(?:\s{2,}|\.\d+\.?\s+)(\S.{1,70})$`)

// numberedHeading reads a numbered title that stands alone, at the margin with
// an indented text below. A list has one space behind its numbers.
func (r *textReader) numberedHeading() (page.Block, bool) {
	l := r.lines[r.at]
	title := strings.TrimLeft(l.text, " ")
	if title == "" || (title[0] < '0' || title[0] > '9') && !strings.HasPrefix(title[1:], ".") || !r.alone(r.at) {
		return page.Block{}, false
	}
	m := numberedTitle.FindStringSubmatch(title)
	if m != nil && len(title) < len(l.text) && (title[0] > '9' || !strings.Contains(m[1], ".")) {
		return page.Block{}, false // what is indented has to be a section of a section
	}
	next := r.at + 1
	for next < len(r.lines) && r.lines[next].blank() {
		next++
	}
	if m == nil || strings.ContainsAny(m[2][len(m[2])-1:], ".:;,") || strings.Contains(m[2], "..") ||
		next == len(r.lines) || r.lines[next].indent() < min(2, l.indent()+2) && !numberedTitle.MatchString(r.lines[next].text) {
		return page.Block{}, false
	}
	r.at++
	return page.Block{Kind: page.Heading, Level: min(6, 2+strings.Count(m[1], ".")), Lines: []page.Line{{Text: page.Clean(l.text), No: l.no}}}, true
}

// underlinedHeading reads a line with a rule of its length below.
func (r *textReader) underlinedHeading() (page.Block, bool) {
	if r.at+1 >= len(r.lines) || r.at > 0 && !r.lines[r.at-1].blank() {
		return page.Block{}, false
	}
	l, rule := r.lines[r.at], strings.TrimSpace(r.lines[r.at+1].text)
	title := page.Clean(l.text)
	level := strings.IndexAny("=-~^", rule[:min(1, len(rule))])
	if level < 0 || len(rule) < 3 || strings.Trim(rule, rule[:1]) != "" || l.indent() > 0 ||
		title == "" || strings.ContainsAny(title, "|") || strings.Contains(strings.TrimSpace(l.text), "  ") {
		return page.Block{}, false
	}
	if n := utf8.RuneCountInString(title); len(rule) < n-1 || len(rule) > 2*n+2 { // wide letters take two columns
		return page.Block{}, false
	}
	r.at += 2
	return page.Block{Kind: page.Heading, Level: 1 + level, Lines: []page.Line{{Text: title, No: l.no}}}, true
}

// alone reports whether a line has blank ones above and below.
func (r *textReader) alone(i int) bool {
	return (i == 0 || r.lines[i-1].blank()) && i+1 < len(r.lines) && r.lines[i+1].blank()
}
