package record

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// textLimit is how many lines a record may have that nothing else bounds;
// what follows is prose.
const textLimit = 12

// region cuts the records of a match.
func (m *match) region(list []piece) Candidate {
	c := Candidate{Form: m.form, Line: list[m.at[0]].line.No}
	m.heads = m.headings(list)
	c.Heading = m.heading(list)
	longest := 0
	bodies := make([]body, len(m.at))
	titles, above := m.titles(list), m.above(list)
	for i := range m.at {
		end := m.end(list, i, longest)
		if at := titles[i]; at > 0 {
			end = min(end, at)
		}
		if i+1 < len(m.at) {
			end = min(end, m.at[i+1]-above[i+1])
		}
		if i < len(m.at)-1 {
			longest = max(longest, end-m.at[i])
		}
		bodies[i] = m.body(list, i, above[i], end)
	}
	m.apart = m.standsApart(list, bodies)
	header, columns := layOut(m.form, bodies)
	unmark(columns) // marks have told what labels are
	c.Rows = make([]CandidateRow, len(m.at))
	lines := make([]page.Line, 0, len(m.at)*(len(m.names)-1)) // of the fields
	for i := range m.at {
		c.Rows[i] = m.row(list, i, columns[i], &lines)
	}
	c.Header = m.header(header)
	m.alternatives(&c)
	if !m.saysAfterColon(list) {
		c.phrases()
	}
	m.dropOutline(&c)
	asides := m.asides() + c.addLabels(list, m.at, bodies)
	c.asideCodes(asides)
	dropEmpty(&c, asides)
	c.clean()
	m.group(list, &c)
	m.parts(list, &c)
	return c
}

// card is the section that record i of lines begins, with all that titles its parts;
// nil where it begins none.
func (m *match) card(list []piece, i int) *section {
	if s := list[m.at[i]].section; m.form == "lines" && s != nil && s.from == m.at[i] {
		return s
	}
	return nil
}

// sectionEnd is where what the page keeps together ends that holds all records:
// what follows, its footer, is no part of the last.
func (m *match) sectionEnd(list []piece) int {
	last := m.at[len(m.at)-1]
	for s := list[m.at[0]].section; s != nil; s = s.outer {
		if s.to > last {
			return s.to
		}
	}
	return len(list)
}

// unmark drops the marks of lines.
func unmark(columns [][][]page.Line) {
	for _, row := range columns {
		for _, lines := range row {
			for i := range lines {
				lines[i].Marks = nil
			}
		}
	}
}

// end is the piece behind record i.
func (m *match) end(list []piece, i, longest int) int {
	p := &list[m.at[i]]
	end := p.bound
	if i+1 < len(m.at) {
		end = min(end, m.at[i+1])
	} else {
		end = min(end, m.sectionEnd(list))
	}
	switch m.form {
	case "headings":
		for at := m.at[i] + 1; at < end; at++ {
			if l := list[at].level; l > 0 && l <= p.level {
				return at
			}
		}
		return end
	case "list", "definitions":
		if p.own > m.at[i]+1 || m.form == "list" {
			return min(end, p.own)
		}
	}
	if s := m.card(list, i); s != nil {
		return min(end, s.to)
	}
	limit := textLimit
	if i == len(m.at)-1 && longest > 0 {
		limit = longest
	}
	end = min(end, m.at[i]+limit)
	for at := m.at[i] + 1; at < end; at++ {
		if q := &list[at]; q.level > 0 || q.form == "" || q.form == m.form && (q.depth < p.depth || q.line.Indent < p.line.Indent && m.form == "lines") {
			return at
		}
	}
	return end
}

// addLabels adds a column of what is set beside the lines of records, where any
// has that, and is how many it adds.
func (c *Candidate) addLabels(list []piece, at []int, bodies []body) int {
	cells := make([]page.Cell, len(at))
	some := false
	for i := range at {
		for j := at[i]; j < bodies[i].end; j++ {
			for _, label := range list[j].labels {
				some = true
				cells[i].Lines = append(cells[i].Lines, page.Line{Text: label, No: list[j].line.No})
			}
		}
	}
	if !some {
		return 0
	}
	for i := range c.Rows {
		c.Rows[i].Cells = append(c.Rows[i].Cells, cells[i])
	}
	if c.Header != nil {
		c.Header = append(c.Header, "")
	}
	return 1
}

// titles are, for lines, the pieces between records that title what comes next
// where a page has no markup for headings: a few words on their own that are no
// sentence. Where most records have such a line, it is a part of them; and where
// most have something below, the first that one has is what it says.
func (m *match) titles(list []piece) map[int]int {
	titles := map[int]int{}
	if m.form != "lines" {
		return titles
	}
	below := 0
	for i := range m.at[1:] {
		below += min(m.at[i+1]-m.at[i]-1, 1)
	}
	first := 1
	if below*2 >= len(m.at) {
		first = 2
	}
	for i := range m.at {
		end := m.end(list, i, 0)
		for at := m.at[i] + first; at < end; at++ {
			if list[at].line.Indent <= list[m.at[i]].line.Indent && (isAlone(list, at) || list[at].line.WhollyMarked(page.Strong)) && isTitle(list[at].line.Text) {
				titles[i] = at
				break
			}
		}
	}
	if len(titles)*4 > len(m.at)+3 {
		clear(titles)
	}
	return titles
}

// isAlone reports whether a piece is a paragraph of its own, with blank lines before
// it and behind.
func isAlone(list []piece, at int) bool {
	no := list[at].line.No
	return list[at].first && no > list[at-1].line.No+1 && (at+1 == len(list) || list[at+1].line.No > no+1)
}

// rest is the group of the template that is what is left of the line, 0 where
// it has none.
func (m *match) rest() int { return max(0, slices.Index(m.names, "rest")) }

// asides are the groups of remarks, which go behind all other cells.
func (m *match) asides() int {
	n := 0
	for _, name := range m.names {
		if name == "aside" {
			n++
		}
	}
	return n
}

// quotes are pairs of an opening and a closing quotation mark.
var quotes = []string{`""`, "“”", "«»", "「」"}

// standsApart reports whether most records that have something left of their
// first line have it on that line alone, and a text of its own set in below a
// blank line: a setting with its default, and what it is for. That is the text,
// and the rest of the line goes behind it.
func (m *match) standsApart(list []piece, bodies []body) bool {
	if m.form != "lines" || m.rest() == 0 {
		return false
	}
	rests, apart := 0, 0
	for i := range bodies {
		if !bodies[i].rest {
			continue
		}
		rests++
		b, next := &bodies[i], m.at[i]+1
		if len(b.lines) > b.above && b.first[b.above] && list[next].line.Indent > list[m.at[i]].line.Indent {
			apart++
		}
	}
	return apart > 1 && apart*10 >= rests*8
}

// dropOutline takes away what counts the headings of the page where a name stands
// behind it: 8.5.1 add-header.
func (m *match) dropOutline(c *Candidate) {
	if m.form != "headings" || len(c.Rows) < 2 || len(m.names) < 3 || m.names[2] != "" && m.names[2] != "aside" {
		return
	}
	steps, before := 0, []string(nil)
	for i := range c.Rows {
		number := c.Rows[i].Cells[0].Text()
		parts := strings.Split(number, ".")
		if len(parts) < 2 || !isDotted(number) {
			return
		}
		if before == nil || counted(before, parts) {
			steps++
		}
		before = parts
	}
	if steps*2 <= len(c.Rows) {
		return
	}
	for i := range c.Rows {
		c.Rows[i].Cells = c.Rows[i].Cells[1:]
	}
	if c.Header != nil {
		c.Header = c.Header[1:]
	}
	m.outlined = true
}

// alternatives makes one column of the last field and of what is left of the
// line, where few lines have both: a symbol or words behind a number.
func (m *match) alternatives(c *Candidate) {
	rest := -1
	for f := 1; f <= m.rest(); f++ {
		if m.names[f] != "aside" {
			rest++
		}
	}
	if rest < 2 || m.joins() || m.apart {
		return
	}
	field, other, both := 0, 0, 0
	for i := range c.Rows {
		cells := c.Rows[i].Cells
		switch one, two := len(cells[rest-1].Lines) > 0, len(cells[rest].Lines) > 0; {
		case one && two:
			both++
		case one:
			field++
		case two:
			other++
		}
	}
	if field == 0 || other == 0 || both*5 > field+other {
		return
	}
	for i := range c.Rows {
		cells := c.Rows[i].Cells
		cells[rest].Lines = append(cells[rest-1].Lines, cells[rest].Lines...)
		c.Rows[i].Cells = slices.Delete(cells, rest-1, rest)
	}
	if c.Header != nil {
		c.Header = slices.Delete(c.Header, rest-1, rest)
	}
}

// header puts titles of the columns below before none of the others.
func (m *match) header(below []string) []string {
	if below == nil {
		return nil
	}
	fields, behind := len(m.names)-1-m.asides(), m.asides()
	switch {
	case m.apart:
		fields--
		behind++
	case m.rest() > 0 && m.joins():
		fields--
	}
	return append(append(make([]string, fields), below...), make([]string, behind)...)
}

// dropEmpty takes away the last columns where no row has anything there.
func dropEmpty(c *Candidate, n int) {
	for ; n > 0; n-- {
		for i := range c.Rows {
			if cells := c.Rows[i].Cells; len(cells[len(cells)-1].Lines) > 0 {
				return
			}
		}
		for i := range c.Rows {
			c.Rows[i].Cells = c.Rows[i].Cells[:len(c.Rows[i].Cells)-1]
		}
		if c.Header != nil {
			c.Header = c.Header[:len(c.Header)-1]
		}
	}
}

// saysAfterColon reports whether most records have a colon behind their code, which
// is no status of HTTP: what follows it is what the code means, and no name.
func (m *match) saysAfterColon(list []piece) bool {
	n := 0
	for i, g := range m.groups {
		if len(g) < 4 || g[2] < 0 {
			continue
		}
		text := list[m.at[i]].line.Text
		rest := strings.TrimLeft(text[g[3]:], " )")
		if (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：")) && !vocab.IsRegistered(text[g[2]:g[3]]) {
			n++
		}
	}
	return n*2 > len(m.at)
}

// phrases puts a number and the words that name it into one cell, as pages
// write the statuses of HTTP.
func (c *Candidate) phrases() {
	code := slices.IndexFunc(c.Rows[0].Cells, func(cell page.Cell) bool {
		_, ok := vocab.ParseCodeCell(cell.Text())
		return ok && !strings.Contains(cell.Text(), ".")
	})
	if code < 0 || len(c.Rows[0].Cells) < code+3 {
		return
	}
	named, phrases := 0, 0
	distinct := map[string]bool{}
	for i := range c.Rows {
		cells := c.Rows[i].Cells
		if len(cells) < code+2 {
			return
		}
		p, ok := vocab.ParsePhrasedCell(cells[code].Text() + " " + cells[code+1].Text())
		ok = ok && slices.ContainsFunc(cells[code+2:], func(c page.Cell) bool { return len(c.Lines) > 0 }) // else the words are the text
		switch {
		case ok && p.Remark != "":
			distinct[p.Remark] = true
			phrases++
			named++
		case ok && len(p.Numbers) == 1 && len(p.Symbols) == 1:
			named++
		case len(cells[code].Lines) > 0 && len(cells[code+1].Lines) > 0:
			return // as one cell it would be no code: 5 Access denied
		}
	}
	if named*10 < len(c.Rows)*7 || phrases == 0 || len(distinct)*2 < phrases { // else the words are a class of codes
		return
	}
	for i := range c.Rows {
		cells := c.Rows[i].Cells
		if len(cells[code+1].Lines) > 0 && len(cells[code].Lines) > 0 {
			l := cells[code].Lines[0]
			l.Text += " " + cells[code+1].Text()
			cells[code].Lines = []page.Line{l}
		}
		c.Rows[i].Cells = slices.Delete(cells, code+1, code+2)
	}
	if c.Header != nil {
		c.Header = slices.Delete(c.Header, code+1, code+2)
	}
}
