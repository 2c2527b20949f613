package recipe

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// records cuts records out of the region by the one form that the recipe
// gives, and reports whether there were any.
func (rd *reading) records() bool {
	t := rd.table
	lines := rd.recordLines()
	before := len(rd.rows)
	switch {
	case t.Line != nil:
		rd.singleLines(lines)
	case len(t.Lines) > 0:
		rd.fixedLines(lines)
	case t.Record != nil:
		rd.joinedLines(lines)
	}
	return len(rd.rows) > before
}

// starts reports whether a record may begin with this line.
func (t *Table) starts(l *FlowLine) bool {
	switch {
	case t.In == "items" && l.place != inItem, l.place == inCell && l.cell > 0:
		return false
	case t.Start != nil:
		return t.Start.MatchWhole(l.Text)
	case t.Line != nil:
		return t.Line.MatchWhole(l.Text)
	case len(t.Lines) > 0:
		return t.startsFixed(l.Text)
	}
	return t.Code.head.MatchString(l.Text)
}

// startsFixed reports whether a line consists of codes alone.
func (t *Table) startsFixed(text string) bool {
	if t.Code.MatchWhole(text) {
		return true
	}
	by := defaultSplit
	if t.Split != nil {
		by = t.Split.find
	}
	for _, part := range by.Split(text, -1) {
		if !t.Code.MatchWhole(part) {
			return false
		}
	}
	return true
}

// recordLines are the lines of the region in which records are looked for:
// no examples, no header cells, and nothing outside the innermost unit that
// holds the beginnings of all records, so that what a page has below its list
// is no part of the last record.
func (rd *reading) recordLines() []FlowLine {
	var lines []FlowLine
	common, first := 0, true
	for i := rd.region.from; i < rd.region.to; i++ {
		l := rd.flow.Lines[i]
		if l.place == inPre || l.place == inTitle || rd.skipLine(l.Text) {
			continue
		}
		lines = append(lines, l)
		if !rd.table.starts(&l) {
			continue
		}
		u := l.unit
		if r := rd.flow.recordUnit(u); r >= 0 {
			u = rd.flow.units[r].parent
			rd.holders[u] = true
		}
		if first {
			common, first = u, false
		}
		common = rd.flow.common(common, u)
	}
	return slices.DeleteFunc(lines, func(l FlowLine) bool { return !rd.flow.within(l.unit, common) })
}

const orphanHint = "mend the page, name such lines under facets:, or declare them under skip: with a why"

// orphan reports a line between records that belongs to none.
func (rd *reading) orphan(l *FlowLine) {
	rd.problem(l.No, orphanHint, "a row without its code: %q", Excerpt(l.Text))
}

// orphans reports lines that belong to no record: those between records, those
// before and behind them where the recipe bounds the rows, and those that stand
// as records do.
func (rd *reading) orphans(loose []FlowLine, first, last bool) {
	bounded := !(first && !rd.region.strict || last && !rd.region.bounded)
	for i := range loose {
		if bounded || rd.lostCode(loose, i) {
			rd.orphan(&loose[i])
		}
	}
}

// lostCode reports whether line i begins an item, term or row beside those
// that begin records: there is no other reading of it than that its code is
// missing. Of a row that is so where the first cell is empty, since a row that
// is none has one.
func (rd *reading) lostCode(lines []FlowLine, i int) bool {
	l := &lines[i]
	u := rd.flow.recordUnit(l.unit)
	if u < 0 || !rd.holders[rd.flow.units[u].parent] {
		return false
	}
	switch l.place {
	case inItem, inTerm:
		return true
	case inCell:
		return l.cell > 0 && (i == 0 || lines[i-1].unit != l.unit)
	}
	return false
}

// singleLines reads records of one line. Any other line has to be a facet of
// the record before it; with in: items, prose between lists is passed over.
func (rd *reading) singleLines(lines []FlowLine) {
	var current *row
	var loose []FlowLine
	unit := 0
	for i := range lines {
		l := &lines[i]
		if rd.table.starts(l) {
			rd.orphans(loose, current == nil, false)
			loose = nil
			current = newRow(l.No, i)
			m := rd.table.Line.findWhole(l.Text)
			if m == nil {
				rd.problem(l.No, "", "the line begins a record but does not match line: %q", Excerpt(l.Text))
				continue
			}
			current.setAll(groups(rd.table.Line.whole, m))
			rd.rows = append(rd.rows, current)
			unit = l.unit
			continue
		}
		if current != nil && rd.table.facet(l.Text, current) {
			continue
		}
		if rd.table.In == "items" && l.place != inItem && (current == nil || !rd.flow.within(l.unit, unit)) {
			continue
		}
		loose = append(loose, *l)
	}
	rd.orphans(loose, current == nil, true)
}

// fixedLines reads records of so many lines in a fixed order. In a table row
// each cell is one line.
func (rd *reading) fixedLines(lines []FlowLine) {
	lines = joinCells(lines)
	var loose []FlowLine
	seen := false
	for i := 0; i < len(lines); {
		l := &lines[i]
		if !rd.table.starts(l) {
			loose = append(loose, *l)
			i++
			continue
		}
		rd.orphans(loose, !seen, false)
		loose, seen = nil, true
		i += rd.fixedRecord(lines[i:], i)
	}
	rd.orphans(loose, !seen, true)
}

// fixedRecord reads the record at the head of lines and returns how many
// lines it took.
func (rd *reading) fixedRecord(lines []FlowLine, at int) int {
	r := newRow(lines[0].No, at)
	want := len(rd.table.Lines)
	for i := range min(want, len(lines)) {
		if i > 0 && rd.table.starts(&lines[i]) {
			rd.problem(r.line, "the recipe gives each record "+strings.Join(rd.table.Lines, ", "),
				"the record of %q has %d of its %d lines", Excerpt(lines[0].Text), i, want)
			return i
		}
		r.set(rd.table.Lines[i], lines[i].Text)
	}
	if len(lines) < want {
		rd.problem(r.line, "", "the record of %q has %d of its %d lines", Excerpt(lines[0].Text), len(lines), want)
		return len(lines)
	}
	rd.rows = append(rd.rows, r)
	return want
}

// joinCells makes one line of each cell.
func joinCells(lines []FlowLine) []FlowLine {
	var joined []FlowLine
	for _, l := range lines {
		last := len(joined) - 1
		if l.place == inCell && last >= 0 && joined[last].place == inCell && joined[last].unit == l.unit && joined[last].cell == l.cell {
			joined[last].Text = page.JoinLines([]page.Line{{Text: joined[last].Text}, {Text: l.Text}})
			continue
		}
		joined = append(joined, l)
	}
	return joined
}

// joinedLines reads records of any number of lines: each goes on until the
// next begins, or until the item, term or row that it began in ends.
func (rd *reading) joinedLines(lines []FlowLine) {
	var record, loose []FlowLine
	seen := false
	end := func() {
		if len(record) > 0 {
			rd.joinedRecord(record)
		}
		record = nil
	}
	for i := range lines {
		l := &lines[i]
		switch {
		case rd.table.starts(l):
			end()
			rd.orphans(loose, !seen, false)
			loose, seen = nil, true
			record = append(record, *l)
		case len(record) > 0 && rd.flow.within(l.unit, max(0, rd.flow.recordUnit(record[0].unit))):
			record = append(record, *l)
		default:
			loose = append(loose, *l)
		}
	}
	end()
	rd.orphans(loose, !seen, true)
}

// joinedRecord matches the lines of one record, facets aside, as one text.
// Facets end the text: what follows one is the text of a record whose code is
// missing.
func (rd *reading) joinedRecord(lines []FlowLine) {
	r := newRow(lines[0].No, 0)
	var rest []page.Line
	once, facets := 0, false
	for i, l := range lines {
		if rd.table.Once != nil && rd.table.Once.find.MatchString(l.Text) {
			if once++; once > 1 {
				rd.orphan(&l)
				return
			}
		}
		switch {
		case i > 0 && rd.table.facet(l.Text, r):
			facets = true
		case facets:
			rd.orphan(&l)
			return
		default:
			rest = append(rest, page.Line{Text: l.Text})
		}
	}
	text := page.JoinLines(rest)
	m := rd.table.Record.findWhole(text)
	if m == nil {
		rd.problem(r.line, rd.recipe.place(rd.table, "record"), "the record does not match record: %q", Excerpt(text))
		return
	}
	r.setAll(groups(rd.table.Record.whole, m))
	rd.rows = append(rd.rows, r)
}
