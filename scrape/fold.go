package scrape

// fold puts a text that has a row of its own, below an empty first cell, into
// the row above: generators of documentation write a declaration and, on the
// next row, what it is for.
func (c *candidate) fold() {
	below, codes, others := 0, 0, 0
	for i := range c.rows {
		cells := c.rows[i].cells
		switch {
		case len(cells) < 2 || c.header != nil:
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
	var rows []candidateRow
	for i, r := range c.rows {
		if i == 0 || !c.continuesRow(i) {
			rows = append(rows, r)
			continue
		}
		last := &rows[len(rows)-1]
		last.cells = append(append([]Cell(nil), last.cells...), r.cells[1])
	}
	c.rows = rows
}

// continuesRow reports whether a row is a text below an empty cell, and the
// row above is none.
func (c *candidate) continuesRow(i int) bool {
	text := func(i int) bool {
		cells := c.rows[i].cells
		return len(cells[0].Lines) == 0 && !cells[0].Copied && len(cells[1].Lines) > 0 && !isCode(cells[1])
	}
	return text(i) && !text(i-1)
}

func isCode(cell Cell) bool {
	code, ok := parseCodeCell(cell.Text())
	return ok && !code.weak
}
