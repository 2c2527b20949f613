package plain

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
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
// part. Each line has the first field, and most have others. Lines that begin
// with codes are no table: they are found one by one, also where some of them do
// not stand in the columns.
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
		lines = append(lines, textLine{inColumnsOfOne(l.text), l.no})
	}
	starts := stripStarts(lines)
	if len(lines) < stripLines || len(starts) < 2 {
		return page.Block{}, false
	}
	rows := make([]page.Row, len(lines))
	for i, l := range lines {
		rows[i] = cutRow(l, starts)
		for j := range rows[i].Cells {
			for k := range rows[i].Cells[j].Lines {
				line := &rows[i].Cells[j].Lines[k]
				line.Text = strings.ReplaceAll(line.Text, second, "")
			}
		}
	}
	if !inStrips(rows) {
		return page.Block{}, false
	}
	uncommented(rows)
	r.at = end
	return page.Block{Kind: page.Grid, Rows: rows}, true
}

// inStrips reports whether rows are those of a table: each has one word first,
// which is no code in a fifth of them and more, and few have nothing else.
func inStrips(rows []page.Row) bool {
	single, full, codes := 0, 0, 0
	for i := range rows {
		first := rows[i].Cells[0].Text()
		if first == "" {
			return false
		}
		if !strings.Contains(first, " ") {
			single++
		}
		if filledCells(rows[i]) > 1 {
			full++
		}
		if cell, ok := vocab.ParseCodeCell(first); ok && !cell.Weak {
			codes++
		}
	}
	return single*10 >= len(rows)*8 && full*10 >= len(rows)*8 && codes*10 < len(rows)*8
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

// second stands for the second column of a wide letter: a character that means
// nothing.
const second = "\ue000"

// inColumnsOfOne is a line with a character for each column that a terminal
// shows: blanks up to every eighth for its tabs, and a second behind each letter
// of the scripts that are wide.
func inColumnsOfOne(line string) string {
	if !strings.ContainsFunc(line, func(c rune) bool { return c == '\t' || isWide(c) }) {
		return line
	}
	var b strings.Builder
	at := 0
	for _, c := range line {
		if c == '\t' {
			n := 8 - at%8
			b.WriteString(strings.Repeat(" ", n))
			at += n
			continue
		}
		b.WriteRune(c)
		at++
		if isWide(c) {
			b.WriteString(second)
			at++
		}
	}
	return b.String()
}

// isWide reports whether a letter takes two columns: those of East Asia, and
// the forms of others that have their width.
func isWide(c rune) bool {
	return c >= 0x1100 && (unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || c >= 0x3000 && c <= 0x30ff || c >= 0xff01 && c <= 0xff60)
}
