package markup

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// Yandex-flavoured Markdown has tables of its own, whose cells may be on lines
// of their own and hold any Markdown: #| || a | b || |#.
var (
	yfmStart = regexp.MustCompile(`^\s*#\|`)
	yfmEnd   = regexp.MustCompile(`^\s*\|#`)
)

// yfmTable finds the first table of that kind in lines: from the line that
// opens it to the one that closes it.
func yfmTable(rows []string) (from, to int) {
	fence := &flavour{}
	from = -1
	depth := 0
	for i, row := range rows {
		switch {
		case from < 0 && fence.inFence(row):
		case yfmStart.MatchString(row):
			if depth++; depth == 1 {
				from = i
			}
			if strings.HasSuffix(strings.TrimSpace(row), "|#") {
				depth--
			}
		case depth > 0 && (yfmEnd.MatchString(row) || strings.HasSuffix(strings.TrimSpace(row), "|#")):
			depth--
		}
		if from >= 0 && depth == 0 {
			return from, i
		}
	}
	return -1, -1
}

// yfmGrid makes a grid of a table that begins on a line of the page.
func yfmGrid(p *page.Page, rows []string, first int) (page.Block, error) {
	g := &grid{}
	y := &yfm{page: p, grid: g, no: first}
	text := strings.TrimSpace(strings.Join(rows, "\n"))
	text = strings.TrimSuffix(strings.TrimPrefix(text, "#|"), "|#")
	code := false
	for at := 0; at < len(text); at++ {
		switch c := text[at]; {
		case c == '\\':
			at++
		case c == '`':
			code = !code
		case c == '\n' && !y.inRow:
			y.skip(text, at)
		case c == '|' && !code && strings.HasPrefix(text[at:], "||"):
			y.row(text, at)
			at++
		case c == '|' && !code && y.inRow:
			y.cell(text, at)
			y.from = at + 1
		}
	}
	return page.Block{Kind: page.Grid, Rows: g.rows}, y.err
}

// yfm is a table that is being read.
type yfm struct {
	page  *page.Page
	grid  *grid
	inRow bool
	from  int // where the cell begins
	no    int // the line of that
	err   error
}

func (y *yfm) skip(text string, at int) {
	y.no += strings.Count(text[y.from:at], "\n")
	y.from = at
}

// row begins a row, or ends it.
func (y *yfm) row(text string, at int) {
	if y.inRow {
		y.cell(text, at)
		y.grid.endRow(false)
	} else {
		y.skip(text, at)
		y.grid.beginRow()
	}
	y.inRow = !y.inRow
	y.from = at + 2
}

// cell reads the cell that ends at an offset. One that holds ">" or "^" is a
// part of the cell at its left, or above.
func (y *yfm) cell(text string, at int) {
	content := text[y.from:at]
	row, above := &y.grid.row, y.grid.rows
	column := len(row.Cells)
	switch mark := strings.TrimSpace(content); {
	case mark == ">" && column > 0:
		y.copy(row.Cells[column-1])
	case mark == "^" && len(above) > 0 && column < len(above[len(above)-1].Cells):
		y.copy(above[len(above)-1].Cells[column])
	default:
		y.grid.add(y.content(content), 1, 1)
	}
	y.no += strings.Count(content, "\n")
}

func (y *yfm) copy(c page.Cell) {
	c.Copied = true
	y.grid.row.Cells = append(y.grid.row.Cells, c)
}

func (y *yfm) content(text string) page.Cell {
	c := page.Cell{No: y.no + strings.Count(text[:len(text)-len(strings.TrimLeft(text, " \n"))], "\n")}
	if strings.TrimSpace(text) == "" {
		c.No = y.no
		return c
	}
	blocks, err := markdownText(y.page, text, y.no)
	if err != nil && y.err == nil {
		y.err = err
	}
	if len(blocks) == 1 && blocks[0].Kind == page.Paragraph {
		c.Lines = blocks[0].Lines
	} else {
		c.Lines, c.Blocks = page.LinesOf(blocks), blocks
	}
	return c
}
