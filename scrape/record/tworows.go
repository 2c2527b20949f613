package record

import (
	"slices"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// JoinBelow puts what spans a table below each of its records into the record
// above, as one field more: a line of details that opens with a click, or the
// description of a directive. Rows that title those below stand above the first.
// Where the rows are of another make they come back as they are.
func JoinBelow(rows []page.Row) []page.Row {
	first := slices.IndexFunc(rows, func(r page.Row) bool { return !r.Header })
	if first < 0 || !followsEach(rows[first:]) {
		return rows
	}
	var joined []page.Row
	for i, r := range rows {
		if _, spans := spanning(r.Cells); spans && i > first {
			last := joined[len(joined)-1].Cells
			last[len(last)-1] = r.Cells[0]
			continue
		}
		r.Cells = append(slices.Clone(r.Cells), page.Cell{No: r.Cells[0].No})
		joined = append(joined, r)
	}
	return joined
}

// followsEach reports whether a row that spans the table stands below each of two
// rows or more; the first may be a header, and one in five may have none.
func followsEach(rows []page.Row) bool {
	below, whole := 0, 0
	for i := range rows {
		cells := rows[i].Cells
		if len(cells) < 2 {
			return false
		}
		if title, spans := spanning(cells); !spans {
			whole++
		} else if below++; i == 0 || title == "" || isSpanning(rows[i-1].Cells) {
			return false
		}
	}
	if below < 2 {
		return false
	}
	if !isSpanning(rows[1].Cells) {
		whole-- // a header
	}
	return below*5 >= whole*4 && isSpanning(rows[len(rows)-1].Cells)
}

func isSpanning(cells []page.Cell) bool {
	_, spans := spanning(cells)
	return spans
}

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
