package record

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/page"
)

// A body is what stands below the first line of a record.
type body struct {
	code   string // the first field
	rest   bool   // something is left of the first line
	lines  []page.Line
	heads  []bool // which of the lines are headings or terms, or title the cell beside them
	first  []bool // which of them begin a paragraph, below a blank line
	begins []bool // which of them begin a paragraph, or the like
	above  int    // how many of them stand above the first line
	end    int    // the piece behind it
}

// body is what stands below the first line of record i, without its examples
// where anything else is said.
func (m *match) body(list []piece, i, above, end int) body {
	b, omitted := m.bodyOf(list, i, above, end, false)
	if omitted && b.onlyLeads() {
		b, _ = m.bodyOf(list, i, above, end, true)
	}
	return b
}

// bodyOf is the same with or without examples, and whether it omitted any.
func (m *match) bodyOf(list []piece, i, above, end int, examples bool) (_ body, omitted bool) {
	b := body{end: end}
	if g := m.groups[i]; len(g) > 2 && g[2] >= 0 {
		b.code = list[m.at[i]].line.Text[g[2]:g[3]]
	}
	if g := m.groups[i]; m.rest() > 0 && g != nil {
		b.rest = g[2*m.rest()] >= 0 && g[2*m.rest()] < g[2*m.rest()+1]
	}
	from := m.at[i] + 1
	if m.groups[i] == nil && m.rest() == 0 {
		from--
	}
	var block *sample
	isExample := false
	for at := m.at[i] - above; at < end; at++ {
		if at >= m.at[i] && at < from {
			continue
		}
		p := &list[at]
		if m.form == "headings" && p.sample != block {
			block, isExample = p.sample, p.sample != nil && b.illustratedBy(p)
		}
		if isExample && !examples {
			omitted = true
			continue
		}
		if t := page.Clean(p.line.Text); t != "" && (m.form != "code" || strings.ContainsFunc(t, isAtomRune)) {
			if at < m.at[i] {
				b.above++
			}
			l := page.Line{Text: t, No: p.line.No}
			if len(t) == len(p.line.Text) {
				l.Marks = p.line.Marks
			}
			b.lines = append(b.lines, l)
			b.begins = append(b.begins, p.first)
			b.first = append(b.first, p.first && at > 0 && p.line.No > list[at-1].line.No+1)
			b.heads = append(b.heads, p.level > 0 || p.form == "definitions" || p.label)
		}
	}
	return b, omitted
}

// illustratedBy reports whether the preformatted lines that begin with a piece are an
// example of what has been said: a program, a request or a reply, or
// whatever stands below a finished sentence. A single line above all text declares
// what the heading names.
func (b *body) illustratedBy(p *piece) bool {
	if len(b.lines) == 0 && p.sample.all == 1 {
		return false
	}
	if p.sample.isProgram() || exchange.MatchString(p.line.Text) {
		return true
	}
	return len(b.lines) > 0 && endsSentence(b.lines[len(b.lines)-1].Text)
}

// endsSentence reports whether a text ends with a sign that ends a sentence.
func endsSentence(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, `"'”’»」)）`))
	return strings.ContainsRune(".!?。！？", r)
}

// onlyLeads reports whether all lines only announce what comes next.
func (b *body) onlyLeads() bool {
	return !slices.ContainsFunc(b.lines, func(l page.Line) bool { return !strings.HasSuffix(l.Text, ":") && !strings.HasSuffix(l.Text, "：") })
}
