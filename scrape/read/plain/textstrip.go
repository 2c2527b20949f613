package plain

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// What makes columns of lines where no title, rule or tab does: blanks at one
// place in all of them, at least stripArea in sum, which lines of prose do not
// have by chance.
const (
	stripLines = 5
	stripArea  = 10
	stripLimit = 240 // characters of a line that are looked at
)

// stripRows reads lines whose fields stand in columns that nothing but blanks
// part. Each line has the first field, one word or more, and most have others.
func (r *textReader) stripRows() (page.Block, bool) {
	if len(apart.FindAllStringIndex(r.lines[r.at].text, 2)) < 2 || !r.try(&r.strips) {
		return page.Block{}, false
	}
	end := r.at
	for end < len(r.lines) && !r.lines[end].blank() {
		end++
	}
	lines := make([]textLine, 0, end-r.at)
	for _, l := range r.lines[r.at:end] {
		lines = append(lines, textLine{untabbed(l.text), l.no})
	}
	starts := stripStarts(lines)
	if len(lines) < stripLines || len(starts) < 2 {
		return page.Block{}, false
	}
	rows, single, full := make([]page.Row, len(lines)), 0, 0
	for i, l := range lines {
		rows[i] = cutRow(l, starts)
		first := rows[i].Cells[0].Text()
		if first == "" {
			return page.Block{}, false
		}
		if !strings.Contains(first, " ") {
			single++
		}
		if filledCells(rows[i]) > 1 {
			full++
		}
	}
	if single*10 < len(rows)*8 || full*10 < len(rows)*8 {
		return page.Block{}, false
	}
	uncommented(rows)
	r.at = end
	return page.Block{Kind: page.Grid, Rows: rows}, true
}

// stripStarts are the columns, in characters, that begin behind blanks which
// all lines have; the first is where the lines begin. Where nothing but the one
// blank that parts words stands before a column in each of them, they begin
// with one word.
func stripStarts(lines []textLine) []int {
	var filled, padded [stripLimit]bool
	for _, l := range lines {
		at, gap := 0, 0
		for _, c := range l.text {
			if at == stripLimit {
				break
			}
			if c == ' ' {
				gap++
			} else {
				filled[at], padded[at] = true, padded[at] || gap > 1
				gap = 0
			}
			at++
		}
	}
	starts := []int{0}
	gap := stripLimit // at the margin
	for at, is := range filled {
		switch {
		case !is:
			gap++
		case at > 0 && gap > 0 && gap*len(lines) >= stripArea && padded[at]:
			starts = append(starts, at)
			gap = 0
		default:
			gap = 0
		}
	}
	return starts
}

// uncommented takes the sign of a comment off the cells of a column where all
// begin with it, as files of settings and of names have it behind the fields.
func uncommented(rows []page.Row) {
	for j := range rows[0].Cells {
		sign, all := "", true
		for i := range rows {
			first, _, _ := strings.Cut(rows[i].Cells[j].Text(), " ")
			if first == "" {
				continue
			}
			sign = cmp.Or(sign, first)
			all = all && first == sign && slices.Contains(commentSigns, sign)
		}
		if sign == "" || !all {
			continue
		}
		for i := range rows {
			for k := range rows[i].Cells[j].Lines {
				l := &rows[i].Cells[j].Lines[k]
				l.Text = strings.TrimSpace(strings.TrimPrefix(l.Text, sign))
			}
		}
	}
}

var commentSigns = []string{"#", "//", ";", "--", "!"}

// untabbed is a line with blanks up to every eighth column for its tabs.
func untabbed(line string) string {
	if !strings.Contains(line, "\t") {
		return line
	}
	var b strings.Builder
	at := 0
	for _, c := range line {
		if c != '\t' {
			b.WriteRune(c)
			at++
			continue
		}
		n := 8 - at%8
		b.WriteString(strings.Repeat(" ", n))
		at += n
	}
	return b.String()
}
