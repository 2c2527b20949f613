package matrix

import "strings"

// Tables that are drawn with letters, and lines of text.
var alignedForms = []form{
	{name: "rst-table-grid", extension: "rst", dialect: "rst", holds: tabular &^ merged &^ spanning, table: boxed},
	{name: "rst-table-simple", extension: "rst", dialect: "rst", holds: tabular &^ merged &^ spanning, table: ruled("=", true)},
	{name: "text-table-box", extension: "txt", dialect: "plain", holds: tabular &^ spanning, table: boxed},
	{name: "text-table-drawn", extension: "txt", dialect: "plain", holds: tabular &^ spanning, table: drawn},
	{name: "text-table-dashes", extension: "txt", dialect: "plain", holds: tabular &^ spanning, table: ruled("-", false)},
	{name: "text-columns", extension: "txt", dialect: "plain", holds: tabular &^ spanning &^ merged, table: columns("  ")},
	{name: "text-columns-indented", extension: "txt", dialect: "plain", holds: sections | wrapped | headless | numbered, table: columns("      ")},
	{name: "text-tabs", extension: "txt", dialect: "plain", holds: sections | headless | numbered, table: lines("", "", "\t", "\n", "\n", "")},
	{name: "html-pre", extension: "html", dialect: "pre", holds: sections | wrapped | headless, table: func(g *grid) string { return "<pre>\n" + columns("  ")(g) + "</pre>\n" }},
	{name: "md-fence-columns", extension: "md", dialect: "fence", holds: sections | wrapped | headless, table: func(g *grid) string { return "```\n" + columns("   ")(g) + "```\n\n" }},
}

var textForms = []form{
	{name: "text-items", extension: "txt", dialect: "plain", holds: sections | wrapped, wrap: "  ", row: "* {code}‹ {key}› - {text}\n", end: "\n"},
	{name: "text-lines", extension: "txt", dialect: "plain", holds: sections | wrapped, wrap: "    ", row: "{code}‹ {key}›: {text}\n", end: "\n"},
	{name: "text-lines-apart", extension: "txt", dialect: "plain", holds: sections | wrapped, wrap: "    ", row: "{code}‹ ({key})› - {text}\n\n"},
	{name: "text-terms", extension: "txt", dialect: "plain", holds: sections | wrapped, wrap: "    ", row: "{code}‹ {key}›\n    {text}\n", end: "\n"},
	{name: "text-terms-apart", extension: "txt", dialect: "plain", holds: sections | wrapped, wrap: "          ", row: "    {code}‹ ({key})›\n          {text}\n\n"},
	{name: "text-fields", extension: "txt", dialect: "plain", takes: keyed, holds: sections | wrapped, wrap: "             ", row: "Code:        {code}\nName:        {key}\nDescription: {text}\n\n"},
	{name: "text-underlined", extension: "txt", dialect: "plain", holds: wrapped, row: "{code}‹ {key}›\n{~}\n\n{text}\n\n"},
}

// A text row has several lines in each of its cells.
type textRow [][]string

func (g *grid) textRows() (rows []textRow, widths []int) {
	widths = make([]int, g.columns())
	for _, r := range g.all() {
		var row textRow
		for j, cell := range g.flat(r) {
			cell := strings.Split(cell, "\n")
			for _, line := range cell {
				widths[j] = max(widths[j], shownWidth(line))
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	return rows, widths
}

// shownWidth is how many columns a text takes: letters of the East take two.
func shownWidth(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x1100 && r < 0x1200 || r >= 0x2e80 && r < 0xe000 || r >= 0xff00 && r < 0xff61 {
			n++
		}
	}
	return n
}

// write writes a row's lines: what begins them, parts their cells and ends them.
func (row textRow) write(b *strings.Builder, widths []int, begin, between, end string) {
	height := 0
	for _, cell := range row {
		height = max(height, len(cell))
	}
	for i := range height {
		var line strings.Builder
		line.WriteString(begin)
		for j, cell := range row {
			if j > 0 {
				line.WriteString(between)
			}
			text := ""
			if i < len(cell) {
				text = cell[i]
			}
			line.WriteString(text + strings.Repeat(" ", widths[j]-shownWidth(text)))
		}
		b.WriteString(strings.TrimRight(line.String()+end, " ") + "\n")
	}
}

// rule is a line of one sign below each column.
func rule(widths []int, begin, sign, between, end string) string {
	var cells []string
	for _, w := range widths {
		cells = append(cells, strings.Repeat(sign, w))
	}
	return begin + strings.Join(cells, between) + end + "\n"
}

func boxed(g *grid) string {
	rows, widths := g.textRows()
	var b strings.Builder
	b.WriteString(rule(widths, "+-", "-", "-+-", "-+"))
	for i, row := range rows {
		row.write(&b, widths, "| ", " | ", " |")
		if i == 0 && g.head != nil {
			b.WriteString(rule(widths, "+=", "=", "=+=", "=+"))
		} else {
			b.WriteString(rule(widths, "+-", "-", "-+-", "-+"))
		}
	}
	return b.String() + "\n"
}

// drawn has no rules between its rows.
func drawn(g *grid) string {
	rows, widths := g.textRows()
	var b strings.Builder
	b.WriteString(rule(widths, "┌─", "─", "─┬─", "─┐"))
	for i, row := range rows {
		row.write(&b, widths, "│ ", " │ ", " │")
		if i == 0 && g.head != nil {
			b.WriteString(rule(widths, "├─", "─", "─┼─", "─┤"))
		}
	}
	return b.String() + rule(widths, "└─", "─", "─┴─", "─┘") + "\n"
}

// ruled has a rule below the header, or rules around and below it.
func ruled(sign string, around bool) func(*grid) string {
	return func(g *grid) string {
		rows, widths := g.textRows()
		var b strings.Builder
		line := rule(widths, "", sign, "  ", "")
		if around {
			b.WriteString(line)
		}
		for i, row := range rows {
			row.write(&b, widths, "", "  ", "")
			if i == 0 && g.head != nil {
				b.WriteString(line)
			}
		}
		if around {
			b.WriteString(line)
		}
		return b.String() + "\n"
	}
}

func columns(between string) func(*grid) string {
	return func(g *grid) string {
		rows, widths := g.textRows()
		var b strings.Builder
		for _, row := range rows {
			row.write(&b, widths, strings.Repeat(" ", len(between)-2), between, "")
		}
		return b.String() + "\n"
	}
}
