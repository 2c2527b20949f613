package record

import (
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// divGrid makes a table of a section that holds nothing but short paragraphs
// which repeat their forms with a period: a grid that the page lays out with
// styles instead of a table. It reports whether the section is one.
func (s *search) divGrid(blocks []page.Block) bool {
	for i := range blocks {
		if blocks[i].Kind != page.Paragraph || len(blocks[i].Lines) != 1 {
			return false
		}
	}
	lines, forms := make([]page.Line, len(blocks)), make([]string, len(blocks))
	for i := range blocks {
		lines[i] = blocks[i].Lines[0]
		forms[i] = cellForm(lines[i].Text)
	}
	for period := 2; period <= divColumns && period*2 <= len(lines); period++ {
		if len(lines)%period == 0 && periodic(forms, period) {
			grid := gridOf(lines, period)
			if len(grid.Rows) < divRowsLeast && vocab.HeaderWords(CellTexts(grid.Rows[0].Cells)) == 0 {
				continue // of one row below another anything is periodic
			}
			grid.Rows[0].Header = titles(forms, period)
			s.grid(grid)
			return true
		}
	}
	return false
}

// Of a grid of elements: how many rows it has at least, and columns at most.
const (
	divRowsLeast = 3
	divColumns   = 8
)

// divRows is a table of the sections from one block on, each of as many
// paragraphs, in forms that repeat or below a header: a grid in which each row is
// an element of its own. It is nil where there is none, or where such a row
// stands before.
func divRows(blocks []page.Block, from int) *page.Block {
	period := len(blocks[from].Blocks)
	if period < 2 || period > divColumns {
		return nil
	}
	if from > 0 {
		if _, goesOn := divRow(&blocks[from-1], period); goesOn {
			return nil
		}
	}
	grid := &page.Block{Kind: page.Grid}
	var forms []string
	for i := range blocks[from:] {
		row, ok := divRow(&blocks[from+i], period)
		if !ok {
			break
		}
		grid.Rows = append(grid.Rows, row)
		for j := range row.Cells {
			forms = append(forms, cellForm(row.Cells[j].Text()))
		}
	}
	if len(grid.Rows) < divRowsLeast {
		return nil
	}
	if header := CellTexts(grid.Rows[0].Cells); !periodic(forms, period) && vocab.HeaderWords(header)*2 <= period {
		return nil
	}
	grid.Rows[0].Header = titles(forms, period)
	return grid
}

// divRow is a section of so many paragraphs as a row.
func divRow(b *page.Block, period int) (row page.Row, ok bool) {
	if b.Kind != page.Section || len(b.Blocks) != period {
		return row, false
	}
	for j := range b.Blocks {
		if b.Blocks[j].Kind != page.Paragraph {
			return row, false
		}
		row.Cells = append(row.Cells, cellOf(b.Blocks[j].Lines))
	}
	return row, true
}

// cellForm is the coarse form of a cell, by which columns are told apart.
func cellForm(text string) string {
	c, ok := vocab.ParseCodeCell(text)
	switch {
	case !ok:
		return "prose"
	case len(c.Numbers) > 0:
		return "number"
	case c.Weak:
		return "word"
	}
	return "symbol"
}

// periodic reports whether the forms repeat with a period, the first row, a
// header, aside: two columns at least keep to one form, and they differ.
func periodic(forms []string, period int) bool {
	rows := len(forms)/period - 1
	var commonest []string
	for column := range period {
		count, best := map[string]int{}, ""
		for row := 1; row <= rows; row++ {
			form := forms[row*period+column]
			count[form]++
			if count[form] > count[best] {
				best = form
			}
		}
		switch {
		case count[best]*10 >= rows*9:
			commonest = append(commonest, best)
		case (count["number"]+count["symbol"])*10 >= rows*9:
			commonest = append(commonest, "code")
		}
	}
	if len(commonest) < 2 {
		return false
	}
	for _, form := range commonest {
		if form != commonest[0] {
			return true
		}
	}
	return false
}

// titles reports whether the first row is a header: words where the rows below
// have symbols or numbers.
func titles(forms []string, period int) bool {
	differs := false
	for column := range period {
		first, below := forms[column], forms[column+period]
		if first == "number" || first == "symbol" {
			return false
		}
		differs = differs || below == "number" || below == "symbol"
	}
	return differs
}

func gridOf(lines []page.Line, period int) *page.Block {
	b := &page.Block{Kind: page.Grid}
	for at := 0; at < len(lines); at += period {
		var row page.Row
		for _, l := range lines[at : at+period] {
			row.Cells = append(row.Cells, cellOf([]page.Line{l}))
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}
