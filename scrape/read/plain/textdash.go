package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/page"
)

// dashedRows reads a table whose titles are underlined with a dash rule a
// column, and says how many lines it takes. Blank lines part groups of rows: it
// goes on where a line behind them stands in its columns too.
func (r *textReader) dashedRows() ([]page.Row, int) {
	if r.at+1 >= len(r.lines) || !dashRule.MatchString(r.lines[r.at+1].text) || r.lines[r.at].blank() || !r.try(&r.dashed) {
		return nil, 0
	}
	starts := ruleStarts(r.lines[r.at+1].text, '-')
	cells := []tableLine{{cutLoose(r.lines[r.at], starts), true}}
	n := 2
	for ; r.at+n < len(r.lines); n++ {
		if n = r.nextInColumns(n, starts); r.lines[r.at+n].blank() {
			break
		}
		l := r.lines[r.at+n]
		if dashRule.MatchString(l.text) {
			n++
			break
		}
		row := cutLoose(l, starts)
		cells = append(cells, tableLine{row, filledCells(row) == 1 && len(cells) > 1})
	}
	rows := folded(cells)
	rows[0].Header = true
	return rows, n
}

// nextInColumns is n, or the next line that holds something where line n is
// blank and that one stands in the columns.
func (r *textReader) nextInColumns(n int, starts []int) int {
	next := n
	for r.at+next < len(r.lines) && r.lines[r.at+next].blank() {
		next++
	}
	at := r.at + next
	titles := at+1 < len(r.lines) && dashRule.MatchString(r.lines[at+1].text) // of another table
	if at < len(r.lines) && (next == n || !titles && inColumns(r.lines[at], starts)) {
		return next
	}
	return n
}

// inColumns reports whether most columns of a line begin behind a blank, one
// of them behind two, as few of prose do.
func inColumns(l textLine, starts []int) bool {
	text := shown(l.text, starts)
	behind, far := 0, false
	for _, at := range starts[1:] {
		if at < len(text) && text[at-1] == ' ' {
			behind++
			far = far || text[max(0, at-2)] == ' '
		}
	}
	return far && behind*2 >= len(starts)-1 && filledCells(cutLoose(l, starts)) > 1
}

func filledCells(row page.Row) int {
	n := 0
	for i := range row.Cells {
		if len(row.Cells[i].Lines) > 0 {
			n++
		}
	}
	return n
}

// cutLoose cuts a line at the starts of columns; a word that stands across one
// belongs to the column that most of it stands in.
func cutLoose(l textLine, starts []int) page.Row {
	text := shown(strings.ReplaceAll(l.text, "\t", "        "), starts)
	cuts := make([]int, len(starts)+1)
	cuts[len(starts)] = len(text)
	for j := 1; j < len(starts); j++ {
		cuts[j] = max(cuts[j-1], looseCut(text, starts[j]))
	}
	var row page.Row
	for j := range starts {
		row.Cells = append(row.Cells, textCell(strings.ReplaceAll(string(text[cuts[j]:cuts[j+1]]), second, ""), l.no))
	}
	return row
}

// looseCut is where to cut near a column.
func looseCut(text []rune, at int) int {
	if at >= len(text) {
		return len(text)
	}
	if text[at] == ' ' || text[at-1] == ' ' {
		return at
	}
	from, to := at, at
	for from > 0 && text[from-1] != ' ' {
		from--
	}
	for to < len(text) && text[to] != ' ' {
		to++
	}
	if at-from < to-at {
		return from
	}
	return to
}

// fieldRows reads lines that have as many fields as one another, parted by
// tabs, or by blanks of any width where each line begins with the same word:
// VALUE Error-Cause Invalid-Request 404. Nothing else says that it is a table,
// so that there must be several.
func (r *textReader) fieldRows() (page.Block, bool) {
	const enough = 3
	if !r.try(&r.fields) {
		return page.Block{}, false
	}
	for _, split := range []func(textLine) []string{byTabs, r.byBlanks} {
		fields := split(r.lines[r.at])
		if len(fields) < 2 || len(fields) > 8 {
			continue
		}
		var rows []page.Row
		end := r.at
		for end < len(r.lines) && !r.lines[end].blank() {
			cells := split(r.lines[end])
			if len(cells) != len(fields) {
				break
			}
			row := page.Row{}
			for _, text := range cells {
				row.Cells = append(row.Cells, textCell(text, r.lines[end].no))
			}
			rows, end = append(rows, row), end+1
		}
		whole := end == len(r.lines) || r.lines[end].blank()
		if len(rows) >= enough && whole && !r.prose(rows) {
			r.at = end
			return page.Block{Kind: page.Grid, Rows: rows}, true
		}
	}
	return page.Block{}, false
}

// byTabs are the parts of a line between tabs of any number.
func byTabs(l textLine) []string {
	if !strings.Contains(l.text, "\t") {
		return nil
	}
	return strings.FieldsFunc(l.text, func(c rune) bool { return c == '\t' })
}

// byBlanks are the words of a line that begins with the same word as the line
// before or behind it, which is no bullet, and that has no sentence.
func (r *textReader) byBlanks(l textLine) []string {
	words := strings.Fields(l.text)
	if len(words) < 3 || len(words) > 8 || !strings.ContainsFunc(words[0], isWordly) || l.indent() > 0 || words[0] != strings.Fields(r.lines[r.at].text)[0] {
		return nil
	}
	return words
}

// isWordly reports whether a rune is a letter or a figure.
func isWordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// prose reports whether cells hold more text than fields do.
func (r *textReader) prose(rows []page.Row) bool {
	long := 0
	for i := range rows {
		if utf8.RuneCountInString(rows[i].Cells[0].Text()) > 40 {
			long++
		}
	}
	return long*2 > len(rows)
}
