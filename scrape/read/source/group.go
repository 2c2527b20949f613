package source

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// blocks makes a table of each group, under its name.
func (s *scanner) blocks() []page.Block {
	var blocks []page.Block
	for _, g := range s.groups {
		if g.data != nil {
			if g.title != nil {
				blocks = append(blocks, page.Block{Kind: page.Heading, Level: 3, Lines: g.title})
			}
			blocks = append(blocks, g.data...)
		}
		s.tell(g)
		for _, part := range g.split() {
			if len(part.columns()) == 0 { // there is none, or they are empty
				continue
			}
			if part.title != nil {
				blocks = append(blocks, page.Block{Kind: page.Heading, Level: 3, Lines: part.title[:1]})
			}
			if part.note != nil {
				blocks = append(blocks, page.Block{Kind: page.Paragraph, Lines: part.note})
			}
			blocks = append(blocks, part.grid())
		}
	}
	return blocks
}

// tell tells of the definitions of a group that have no value where others have
// one: in their place in the table, where the others are read, so that none is
// lost without a word.
func (s *scanner) tell(g *group) {
	known := 0
	for _, d := range g.list {
		if d.value.known() {
			known++
		}
	}
	if g.kind == "macro" || g.kind == "error" || known == 0 && g.kind == "enum" {
		return
	}
	if known < 2 { // no table of which they are rows
		s.notRead(g)
		return
	}
	kept := g.list[:0]
	for _, d := range g.list {
		if d.value.known() || len(d.expr) == 0 && len(d.text) > 0 {
			kept = append(kept, d)
		} else if g.kind != "define" || isNumber(d.expr) || s.family(d, g) {
			d.lost = true
			kept = append(kept, d)
		}
	}
	g.list = kept
}

// notRead tells of the definitions of a group that have no value, and drops
// them.
func (s *scanner) notRead(g *group) {
	g.list = slices.DeleteFunc(g.list, func(d *definition) bool {
		isText := len(d.expr) == 0 && len(d.text) > 0
		if !d.value.known() && !isText && (g.kind != "define" || isNumber(d.expr) || s.family(d, g)) {
			s.notUnderstood(&token{text: d.name, no: d.no})
		}
		return !d.value.known() && !isText
	})
}

// exprLimit is how many tokens of an expression are shown.
const exprLimit = 12

// shown is the value of a definition, or what stands there that is not
// understood.
func (d *definition) shown() string {
	if !d.lost {
		return d.value.String()
	}
	var b strings.Builder
	b.WriteString(page.NotUnderstood)
	for i, t := range d.expr[:min(len(d.expr), exprLimit)] {
		if i == 0 || t.kind != punctToken && d.expr[i-1].kind != punctToken {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}

var prefix = regexp.MustCompile(`^_*[A-Za-z0-9]+_`)

// family reports whether a macro without a value is likely one of the
// constants: others of the group have its prefix.
func (s *scanner) family(d *definition, g *group) bool {
	if s.prefixes == nil || s.prefixesOf != g {
		s.prefixes, s.prefixesOf = map[string]int{}, g
		for _, other := range g.list {
			if other.value.known() {
				s.prefixes[prefix.FindString(other.name)]++
			}
		}
	}
	return s.prefixes[prefix.FindString(d.name)] > 1
}

// grid is a row a definition, with those columns that any of them has. A
// banner spans the table.
func (g *group) grid() page.Block {
	columns := g.columns()
	b := page.Block{Kind: page.Grid, Source: g.kind}
	head := page.Row{Header: true}
	for _, c := range columns {
		head.Cells = append(head.Cells, cell([]page.Line{{Text: c.name, No: g.list[0].no}}, g.list[0].no))
	}
	b.Rows = append(b.Rows, head)
	var last *banner
	for _, d := range g.list {
		if d.banner != last && d.banner != nil && len(columns) > 1 {
			b.Rows = append(b.Rows, spanning(d.banner.lines[:1], len(columns)))
		}
		last = d.banner
		var row page.Row
		for _, c := range columns {
			row.Cells = append(row.Cells, cell(c.of(d), d.no))
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}

// A column is what a table says of each definition.
type column struct {
	name string
	of   func(*definition) []page.Line
}

var allColumns = []column{
	{"Name", func(d *definition) []page.Line { return line(d.name, d.no) }},
	{"Value", func(d *definition) []page.Line { return line(d.shown(), d.no) }},
	{"Description", func(d *definition) []page.Line { return d.text }},
	{"HTTP status", func(d *definition) []page.Line { return d.status() }},
	{"Comment", func(d *definition) []page.Line { return d.remark }},
	{"Deprecated", func(d *definition) []page.Line { return d.deprecated }},
}

// status is that of HTTP which a definition has beside its code.
func (d *definition) status() []page.Line {
	if len(d.literals.status) == 0 {
		return nil
	}
	t := d.literals.status[0]
	return line(t.text, t.no)
}

func (g *group) columns() []column {
	var columns []column
	for _, c := range allColumns {
		for _, d := range g.list {
			if len(c.of(d)) > 0 {
				columns = append(columns, c)
				break
			}
		}
	}
	return columns
}

func line(text string, no int) []page.Line {
	if text = page.Clean(text); text == "" {
		return nil
	}
	return []page.Line{{Text: text, No: no}}
}

func cell(lines []page.Line, no int) page.Cell {
	if len(lines) > 0 {
		no = lines[0].No
	}
	return page.Cell{Lines: lines, No: no}
}

func spanning(lines []page.Line, width int) page.Row {
	row := page.Row{Cells: []page.Cell{cell(lines, lines[0].No)}}
	for len(row.Cells) < width {
		c := row.Cells[0]
		c.Copied = true
		row.Cells = append(row.Cells, c)
	}
	return row
}
