package plain

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

var (
	boxRule    = regexp.MustCompile(`^\s*(?:\+(?:[-=]+\+)+|\|(?:[-=]+\+)+[-=]+\|)\s*$`) // the second as Emacs draws
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

// A tableLine is one line of cells; open says that the line above is of the same
// box.
type tableLine struct {
	row  page.Row
	open bool
}

// boxRows reads lines between rules of +---+. What stands above the second rule
// is the header, unless there is a rule of the same kind below each row, and the
// first begins as the others do.
func boxRows(lines []textLine) ([]page.Row, int) {
	var cells []tableLine
	var rules []int // how many lines of cells stand above each
	double, open, n := false, false, len(lines)
	for i, l := range lines {
		text := strings.TrimSpace(l.text)
		switch {
		case boxRule.MatchString(text):
			double = double || len(rules) == 1 && strings.Contains(text, "=")
			rules, open = append(rules, len(cells)), false
			continue
		case strings.HasPrefix(text, "|"):
			cells = append(cells, tableLine{pipeRow(l, true, true), open})
			open = true
			continue
		}
		n = i
		break
	}
	if len(rules) < 2 || len(cells) == 0 { // no second rule ends the rows: they are no table
		return nil, n
	}
	rows := folded(cells)
	each := len(rules) > len(rows) && !double
	rows[0].Header = !(each && beginAlike(rows)) && len(folded(cells[:rules[1]])) == 1
	return rows, n
}

// beginAlike reports whether the first cells of the first rows have one form.
func beginAlike(rows []page.Row) bool {
	for _, row := range rows[:min(len(rows), 3)] {
		if len(row.Cells) == 0 || vocab.Shape(row.Cells[0].Text()) != vocab.Shape(rows[0].Cells[0].Text()) {
			return false
		}
	}
	return len(rows) > 2
}

// folded joins the lines of each row: one whose first cell is empty goes on with
// the row above. Where nearly all of these have something in every other cell,
// they are rows, over which the first cell reaches down.
func folded(lines []tableLine) []page.Row {
	var rows []page.Row
	down := reachDown(lines)
	for _, l := range lines {
		if !l.goesOn() || len(rows) == 0 {
			rows = append(rows, l.row)
			continue
		}
		last := &rows[len(rows)-1]
		if down {
			l.row.Cells[0] = last.Cells[0]
			l.row.Cells[0].Copied = true
			rows = append(rows, l.row)
			continue
		}
		for j := range min(len(l.row.Cells), len(last.Cells)) {
			last.Cells[j].Lines = append(last.Cells[j].Lines, l.row.Cells[j].Lines...)
		}
	}
	return rows
}

func (l *tableLine) goesOn() bool {
	return l.open && len(l.row.Cells) > 0 && len(l.row.Cells[0].Lines) == 0
}

func reachDown(lines []tableLine) bool {
	n, full := 0, 0
	for _, l := range lines {
		if l.goesOn() {
			n++
			if c := len(l.row.Cells); c > 2 && filledCells(l.row) == c-1 {
				full++
			}
		}
	}
	return full > 1 && full*10 >= n*9
}

// columnRows reads lines below rules of equals signs, whose gaps part the
// columns. The rule below the header is the second, the last ends the table.
func columnRows(lines []textLine) ([]page.Row, int) {
	starts := ruleStarts(lines[0].text, '=')
	var cells []tableLine
	rules, head := 1, 0
	for i, l := range lines[1:] {
		switch {
		case columnRule.MatchString(l.text):
			rules++
			end := i+2 >= len(lines) || lines[i+2].blank()
			if rules == 2 && len(folded(cells)) == 1 && !end {
				head = len(cells)
				continue
			}
			rows := folded(cells[head:])
			if head > 0 {
				rows = append(folded(cells[:head]), rows...)
				rows[0].Header = true
			}
			return rows, i + 2
		case !l.blank():
			cells = append(cells, tableLine{cutRow(l, starts), true})
		}
	}
	return nil, 0
}

// ruleStarts are the columns, in characters, at which the parts of a rule of one
// sign begin.
func ruleStarts(rule string, sign rune) []int {
	var starts []int
	before := ' '
	for i, r := range []rune(rule) {
		if r == sign && before != sign {
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
		for _, read := range []func() (page.Block, bool){r.ruledTable, r.pipeTable, r.alignedTable} {
			if b, ok := read(); ok && len(b.Rows) > 1 {
				tables = append(tables, b)
				r.at--
				break
			}
		}
	}
	return tables
}
