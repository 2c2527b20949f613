package record

import (
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// joinTwoRows puts a text that has a row of its own, below an empty first cell, into
// the row above: generators of documentation write a declaration and, on the
// next row, what it is for.
func (c *Candidate) joinTwoRows() {
	below, codes, others := 0, 0, 0
	for i := range c.Rows {
		cells := c.Rows[i].Cells
		switch {
		case len(cells) < 2 || c.Header != nil:
			return
		case i > 0 && c.continuesRow(i):
			below++
		case isCode(cells[0]) || isCode(cells[1]):
			codes++
		default:
			others++
		}
	}
	if below < 2 || below*10 < codes*6 || others > codes {
		return
	}
	var rows []CandidateRow
	for i, r := range c.Rows {
		if i == 0 || !c.continuesRow(i) {
			rows = append(rows, r)
			continue
		}
		last := &rows[len(rows)-1]
		last.Cells = append(append([]page.Cell(nil), last.Cells...), r.Cells[1])
	}
	c.Rows = rows
}

// continuesRow reports whether a row is a text below an empty cell, and the
// row above is none.
func (c *Candidate) continuesRow(i int) bool {
	text := func(i int) bool {
		cells := c.Rows[i].Cells
		return len(cells[0].Lines) == 0 && !cells[0].Copied && len(cells[1].Lines) > 0 && !isCode(cells[1])
	}
	return text(i) && !text(i-1)
}

func isCode(cell page.Cell) bool {
	code, ok := vocab.ParseCodeCell(cell.Text())
	return ok && !code.Weak
}
