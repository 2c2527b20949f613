package plain

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

var (
	boxRule    = regexp.MustCompile(`^\s*\+(?:[-=]+\+)+\s*$`)
	columnRule = regexp.MustCompile(`^\s*={2,}(?:\s+={2,})+\s*$`)
	// dashRule underlines the titles of columns.
	dashRule = regexp.MustCompile(`^\s*-{2,}(?:\s+-{2,})+\s*$`)
)

// drawing are the characters that draw boxes, and those of the keyboard that
// do.
var drawing = strings.NewReplacer(drawn("─━═╌╍┄┅┈┉╴╶╸╺‐", "-", "│┃║╎╏┆┇┊┋", "|",
	"┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯╰", "+")...)

func drawn(sets ...string) (pairs []string) {
	for i := 0; i < len(sets); i += 2 {
		for _, r := range sets[i] {
			pairs = append(pairs, string(r), sets[i+1])
		}
	}
	return pairs
}

// undraw writes lines that draw a table with the characters of the keyboard. A
// rule without a frame parts cells as the lines around it do.
func undraw(lines []textLine) {
	for i := range lines {
		text := lines[i].text
		at := strings.IndexFunc(text, func(r rune) bool { return r >= '\u2500' && r <= '\u257f' })
		if at < 0 {
			continue
		}
		bars := strings.ContainsAny(text, "│┃║")
		if bars {
			text = strings.ReplaceAll(text, "|", `\|`)
		} else if strings.Trim(text, " \t─━═┼╪╫╬┿╂╋┌┐└┘├┤┬┴╔╗╚╝╠╣╦╩╭╮╯╰┏┓┗┛┣┫┳┻╒╕╘╛╞╡╤╧╓╖╙╜╟╢╥╨") != "" {
			continue // text with a line in it
		}
		text = drawing.Replace(text)
		if rule := strings.TrimSpace(text); !bars && !strings.HasPrefix(rule, "+") {
			text = strings.ReplaceAll(text, "+", "|")
		}
		lines[i].text = text
	}
}

// ruledTable reads a table that is drawn with rules: boxes of +---+ and bars,
// or columns below rules of equals signs, as reStructuredText has them.
func (r *textReader) ruledTable() (page.Block, bool) {
	var rows []page.Row
	n := 0
	if r.at >= r.noBox {
		if rows, n = ruledRows(r.lines[r.at:]); len(rows) < 2 {
			r.noBox = r.at + n // what begins further down in these lines is no longer
		}
	}
	if len(rows) < 2 {
		rows, n = r.dashedRows()
	}
	if len(rows) < 2 {
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

// RuledTables finds the tables that preformatted lines draw with rules.
func RuledTables(lines []page.Line) []page.Block {
	texts := make([]textLine, len(lines))
	for i, l := range lines {
		texts[i] = textLine{strings.TrimRight(l.Text, " \t"), l.No}
	}
	undraw(texts)
	r := &textReader{lines: texts}
	var tables []page.Block
	for ; r.at < len(texts); r.at++ {
		for _, read := range []func() (page.Block, bool){r.ruledTable, r.pipeTable} {
			if b, ok := read(); ok && len(b.Rows) > 1 {
				tables = append(tables, b)
				r.at--
				break
			}
		}
	}
	return tables
}
