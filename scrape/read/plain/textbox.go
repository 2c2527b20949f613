package plain

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

var (
	boxRule    = regexp.MustCompile(`^\s*\+(?:[-=]+\+)+\s*$`)
	columnRule = regexp.MustCompile(`^\s*={2,}(?:\s+={2,})+\s*$`)
)

// ruledTable reads a table that is drawn with rules: boxes of +---+ and bars,
// or columns below rules of equals signs, as reStructuredText has them.
func (r *textReader) ruledTable() (page.Block, bool) {
	if r.at < r.noBox {
		return page.Block{}, false
	}
	rows, n := ruledRows(r.lines[r.at:])
	if len(rows) < 2 {
		r.noBox = r.at + n // what begins further down in these lines is no longer
		return page.Block{}, false
	}
	r.at += n
	return page.Block{Kind: page.Grid, Rows: rows}, true
}

// ruledRows reads the table at the head of lines, and says how many of them
// it takes; no rows mean that there is none.
func ruledRows(lines []textLine) ([]page.Row, int) {
	switch {
	case len(lines) == 0:
	case boxRule.MatchString(lines[0].text):
		return boxRows(lines)
	case columnRule.MatchString(lines[0].text):
		return columnRows(lines)
	}
	return nil, 0
}

// boxRows reads lines between rules of +---+. A line whose first cell is empty
// goes on with the row above. What stands above the second rule is the header.
func boxRows(lines []textLine) ([]page.Row, int) {
	var rows []page.Row
	rules, open := 0, false // open: the line above is of the same box
	for i, l := range lines {
		text := strings.TrimSpace(l.text)
		switch {
		case boxRule.MatchString(text):
			if rules++; rules == 2 && len(rows) == 1 {
				rows[0].Header = true
			}
			open = false
		case strings.HasPrefix(text, "|"):
			rows = addBoxed(rows, pipeRow(l, true, true), open)
			open = true
		default:
			return closed(rows, rules), i
		}
	}
	return closed(rows, rules), len(lines)
}

// closed drops rows that no second rule ends: they are no table.
func closed(rows []page.Row, rules int) []page.Row {
	if rules < 2 {
		return nil
	}
	return rows
}

// addBoxed adds a line of cells, or continues the last row with it.
func addBoxed(rows []page.Row, line page.Row, open bool) []page.Row {
	if !open || len(line.Cells) == 0 || len(line.Cells[0].Lines) > 0 || len(rows) == 0 {
		return append(rows, line)
	}
	last := &rows[len(rows)-1]
	for j := range min(len(line.Cells), len(last.Cells)) {
		last.Cells[j].Lines = append(last.Cells[j].Lines, line.Cells[j].Lines...)
	}
	return rows
}

// columnRows reads lines below rules of equals signs, whose gaps part the
// columns. The rule below the header is the second, the last ends the table.
func columnRows(lines []textLine) ([]page.Row, int) {
	starts := ruleStarts(lines[0].text)
	var rows []page.Row
	rules := 1
	for i, l := range lines[1:] {
		switch {
		case columnRule.MatchString(l.text):
			rules++
			end := i+2 >= len(lines) || lines[i+2].blank()
			if rules == 2 && len(rows) == 1 && !end {
				rows[0].Header = true
				continue
			}
			return rows, i + 2
		case !l.blank():
			rows = addBoxed(rows, cutRow(l, starts), true)
		}
	}
	return nil, 0
}

// ruleStarts are the columns, in characters, at which the parts of a rule
// begin.
func ruleStarts(rule string) []int {
	var starts []int
	before := ' '
	for i, r := range []rune(rule) {
		if r == '=' && before != '=' {
			starts = append(starts, i)
		}
		before = r
	}
	return starts
}

// cutRow cuts a line into cells at the starts of the columns; the last reaches
// to the end of the line.
func cutRow(l textLine, starts []int) page.Row {
	text := []rune(l.text)
	var row page.Row
	for j, from := range starts {
		to := len(text)
		if j+1 < len(starts) {
			to = min(to, starts[j+1])
		}
		c := page.Cell{No: l.no}
		if s := page.Clean(string(text[min(from, to):to])); s != "" {
			c.Lines = []page.Line{{Text: s, No: l.no}}
		}
		row.Cells = append(row.Cells, c)
	}
	return row
}

// capitalHeading is a heading of a manual page: capitals at the left margin,
// above text that is indented.
var capitalHeading = regexp.MustCompile(`^[A-Z][A-Z ,/&-]{2,39}$`)

func (r *textReader) manualHeading() (page.Block, bool) {
	l := r.lines[r.at]
	if !capitalHeading.MatchString(l.text) || r.at > 0 && !r.lines[r.at-1].blank() ||
		r.at+1 >= len(r.lines) || r.lines[r.at+1].blank() || r.lines[r.at+1].indent() < 3 {
		return page.Block{}, false
	}
	r.at++
	return page.Block{Kind: page.Heading, Level: 2, Lines: []page.Line{{Text: page.Clean(l.text), No: l.no}}}, true
}

// RuledTables finds the tables that preformatted lines draw with rules.
func RuledTables(lines []page.Line) []page.Block {
	texts := make([]textLine, len(lines))
	for i, l := range lines {
		texts[i] = textLine{l.Text, l.No}
	}
	var tables []page.Block
	for i := 0; i < len(texts); i++ {
		if rows, n := ruledRows(texts[i:]); len(rows) > 1 {
			tables = append(tables, page.Block{Kind: page.Grid, Rows: rows})
			i += n - 1
		}
	}
	return tables
}
