package markup

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/spectab/spectab/scrape/page"
)

// The widest and tallest span that is believed. HTML itself stops at 1,000
// columns and 65,534 rows; a page that says more than a person would scroll
// past is wrong or hostile, and its cell spans what it stands on alone.
const (
	maxColspan = 100
	maxRowspan = 5000
)

// toEnd is the rowspan of a cell that spans all rows below it.
const toEnd = -1

// maxGridWidth is the width of a row past which nothing spans.
const maxGridWidth = 1000

// table makes a grid of a table element.
func (w *htmlWalker) table(n *html.Node) {
	w.flush()
	g := &grid{}
	w.tableRows(n, g)
	g.settle()
	if g.absurd > 0 {
		w.warnings.Add("", g.absurd, "", "cells say that they span more rows or columns than any table has; that is not believed")
	}
	w.blocks = append(w.blocks, g.made(classOf(n), g.isData())...)
}

// made is what a table of a class is on the page. One that holds another one is
// layout: its cells are read as if they stood on the page. But where it is data
// itself, that is no part of what the cell says, and stands behind it.
func (g *grid) made(class string, data bool) []page.Block {
	switch {
	case (g.holders > 0 || g.isFrame()) && !data:
		return g.asBlocks()
	case len(g.rows) == 0:
		return nil
	}
	inner := g.takeInner()
	return append([]page.Block{{Kind: page.Grid, Class: class, Rows: g.rows}}, inner...)
}

// frameRows is how many rows a table has at most that lays out a page.
const frameRows = 2

// isFrame reports whether a table has one cell, or lays out what has headings of
// its own beside or below other things. A code alone in a cell is what its row is
// about.
func (g *grid) isFrame() bool {
	if len(g.rows) == 1 && len(g.rows[0].Cells) == 1 {
		return len(g.rows[0].Cells[0].Lines) > 1
	}
	if len(g.rows) > frameRows || slices.ContainsFunc(g.rows, hasCode) {
		return false
	}
	return slices.ContainsFunc(g.rows, func(r page.Row) bool {
		return !r.Header && slices.ContainsFunc(r.Cells, func(c page.Cell) bool {
			return len(c.Blocks) > 1 && slices.ContainsFunc(c.Blocks, func(b page.Block) bool { return b.Kind == page.Heading })
		})
	})
}

// hasCode reports whether a cell of a row is a code alone: a word with figures,
// underscores, or capitals behind its first letter.
func hasCode(r page.Row) bool {
	return slices.ContainsFunc(r.Cells, func(c page.Cell) bool {
		return len(c.Lines) == 1 && c.Lines[0].Text != "" && !strings.Contains(c.Lines[0].Text, " ") &&
			strings.ContainsFunc(c.Lines[0].Text[1:], func(r rune) bool { return '0' <= r && r <= '9' || r == '_' || 'A' <= r && r <= 'Z' })
	})
}

// tableRows lays out the rows of a table or of a part of it, as the head, body
// and foot of the table stand on the screen: pages may have them in any order.
func (w *htmlWalker) tableRows(n *html.Node, g *grid) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Tr:
			if !w.isHidden(c) {
				w.tableRow(c, g)
			}
		case atom.Thead, atom.Tbody, atom.Tfoot:
			if !w.isHidden(c) {
				from := len(g.rows)
				w.tableRows(c, g)
				g.endPart(c.DataAtom, from)
			}
		case atom.Caption:
			w.node(c)
			w.flush()
		}
	}
}

func (w *htmlWalker) tableRow(tr *html.Node, g *grid) {
	g.beginRow()
	header := true
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		if isUnseen(c) {
			w.skip(c)
			continue
		}
		header = header && c.DataAtom == atom.Th
		lines, blocks := w.content(c)
		cell := page.Cell{Lines: lines, No: w.lines.no(w.lines.line), Blocks: blocks}
		if len(lines) > 0 {
			cell.No = lines[0].No
		}
		g.add(cell, span(c, "colspan"), rowspan(c))
	}
	g.endRow(header)
}

// rowspan is how many rows a cell spans; 0 is all that its part of the table
// has left.
func rowspan(n *html.Node) int {
	if strings.TrimSpace(attribute(n, "rowspan")) == "0" {
		return toEnd
	}
	return span(n, "rowspan")
}

// span reads a span attribute; what is no number from 1 counts as 1.
func span(n *html.Node, key string) int {
	text := attribute(n, key)
	if text == "" {
		return 1 // nearly always
	}
	if v, err := strconv.Atoi(text); err == nil && v > 1 {
		return v
	}
	return 1
}

// A grid lays cells out in rows and columns: each cell is repeated wherever
// it spans. Nothing is laid out below the last row that the table has.
type grid struct {
	rows  []page.Row
	row   page.Row
	carry map[int]*carried // by column, cells that reach down into later rows

	head bool   // there was a head
	foot [2]int // the rows of the foot: from and to

	holders int  // rows with a cell that holds a table
	holds   bool // the row is one
	absurd  int  // the line of a span that is not believed, or 0
	cells   int  // and what they weigh, by weight
	copies  int  // the weight of cells that continue others
}

// isData reports whether a table that holds others says something itself: it has
// a row of headers, and most rows hold none.
func (g *grid) isData() bool {
	return g.holders*2 < len(g.rows) && slices.ContainsFunc(g.rows, func(r page.Row) bool {
		return r.Header && len(r.Cells) > 1 && slices.ContainsFunc(r.Cells[1:], func(c page.Cell) bool { return !c.Copied })
	})
}

// takeInner takes the tables out of the cells.
func (g *grid) takeInner() []page.Block {
	if g.holders == 0 {
		return nil
	}
	var inner []page.Block
	for i := range g.rows {
		for j := range g.rows[i].Cells {
			cell := &g.rows[i].Cells[j]
			if !page.HasGrid(cell.Blocks) {
				continue
			}
			if !cell.Copied {
				inner = append(inner, gridsOf(cell.Blocks)...)
			}
			cell.Blocks = slices.DeleteFunc(slices.Clone(cell.Blocks), func(b page.Block) bool { return page.HasGrid([]page.Block{b}) })
			cell.Lines = page.LinesOf(cell.Blocks)
		}
	}
	return inner
}

// asBlocks is the content of the cells of a table that is layout.
func (g *grid) asBlocks() []page.Block {
	var blocks []page.Block
	for _, row := range g.rows {
		for _, cell := range row.Cells {
			switch {
			case cell.Copied:
			case cell.Blocks != nil:
				blocks = append(blocks, cell.Blocks...)
			case len(cell.Lines) > 0:
				blocks = append(blocks, page.Block{Kind: page.Paragraph, Lines: cell.Lines})
			}
		}
	}
	return blocks
}

type carried struct {
	cell   page.Cell
	left   int // rows still to come
	weight int
}

// How many letters weigh as much as a cell: whoever joins the lines of each
// cell pays for them in every row.
const lettersOfCell = 64

// weight is what a cell costs wherever it is laid out.
func weight(cell *page.Cell) int {
	return 1 + letters(cell.Lines, cell.Blocks)/lettersOfCell
}

func letters(lines []page.Line, blocks []page.Block) int {
	n := 0
	for i := range lines {
		n += 1 + len(lines[i].Text)
	}
	for i := range blocks {
		b := &blocks[i]
		n += letters(b.Lines, b.Blocks)
		for j := range b.Items {
			n += letters(b.Items[j].Term, b.Items[j].Blocks)
		}
	}
	return n
}

func (g *grid) beginRow() {
	g.row, g.holds = page.Row{}, false
	if n := len(g.rows); n > 0 {
		g.row.Cells = make([]page.Cell, 0, len(g.rows[n-1].Cells))
	}
	g.fill()
}

// fill places the cells that reach down to the next free column.
func (g *grid) fill() {
	for {
		column := len(g.row.Cells)
		c := g.carry[column]
		if c == nil {
			return
		}
		if g.full() {
			g.carry, g.absurd = nil, c.cell.No
			return
		}
		g.row.Cells = append(g.row.Cells, c.cell)
		g.copies += c.weight
		if c.left--; c.left == 0 {
			delete(g.carry, column)
		}
	}
}

func (g *grid) add(cell page.Cell, columns, rows int) {
	g.holds = g.holds || page.HasGrid(cell.Blocks)
	heavy := weight(&cell)
	g.cells += heavy
	columns, rows = g.believed(cell.No, columns, rows)
	g.copies += (columns - 1) * heavy
	for i := range columns {
		if rows != 1 {
			if g.carry == nil {
				g.carry = map[int]*carried{}
			}
			below := cell
			below.Copied = true
			g.carry[len(g.row.Cells)] = &carried{below, rows - 1, heavy}
		}
		g.row.Cells = append(g.row.Cells, cell)
		if i == 0 {
			cell.Copied = true
		}
	}
	g.fill()
}

// believed is the span of a cell on a line, as far as it is laid out. A title
// may say that it is as wide as can be: it is the only cell of its row.
func (g *grid) believed(line, columns, rows int) (int, int) {
	widest := columns > maxColspan && len(g.row.Cells) == 0
	switch {
	case widest && rows == 1 && len(g.rows) > 0:
		columns = max(1, min(maxColspan, len(g.rows[len(g.rows)-1].Cells)))
	case columns > maxColspan, rows > maxRowspan, (columns > 1 || rows != 1) && g.full():
		g.absurd = line
		return 1, 1
	}
	return columns, rows
}

// full reports whether no more cells are laid out that only continue others.
func (g *grid) full() bool {
	return g.copies > page.CopiesOfGrid+page.CopiesOfCell*g.cells || len(g.row.Cells) > maxGridWidth
}

// endPart ends a part of the table, below which none of its cells reach. The
// first head is shown above all rows and the first foot below them; others
// stay where they are.
func (g *grid) endPart(part atom.Atom, from int) {
	g.carry = nil
	switch {
	case part == atom.Thead && !g.head:
		g.head = true
		g.rotate(0, from)
		if g.foot[1] > 0 {
			g.foot[0], g.foot[1] = g.foot[0]+len(g.rows)-from, g.foot[1]+len(g.rows)-from
		}
	case part == atom.Tfoot && g.foot[1] == 0:
		g.foot = [2]int{from, len(g.rows)}
	}
}

// settle puts the foot below all rows.
func (g *grid) settle() { g.rotate(g.foot[0], g.foot[1]) }

// rotate moves the rows from..to-1 behind all others.
func (g *grid) rotate(from, to int) {
	if from < to && to < len(g.rows) {
		g.rows = slices.Concat(g.rows[:from], g.rows[to:], g.rows[from:to])
	}
}

func (g *grid) endRow(header bool) {
	if len(g.row.Cells) == 0 {
		return
	}
	g.row.Header = header
	g.rows = append(g.rows, g.row)
	if g.holds {
		g.holders++
	}
}
