package matrix

import "strconv"

// A grid is rows and columns of rendered cells.
type grid struct {
	head []string // nil where there is none
	rows []gridRow
}

type gridRow struct {
	title string // of the rows below, instead of cells
	cells []string
	first int // rows that the first cell spans; 0 where one above does
}

func newGrid(t *table, rows []record, how layout) *grid {
	g := &grid{}
	if how&headless == 0 {
		g.head = append(lead(how, "№", "Area"), t.header...)
	}
	for i, r := range rows {
		begins := i == 0 || r.group != rows[i-1].group
		if begins && how&spanning != 0 {
			g.rows = append(g.rows, gridRow{title: t.groups[r.group]})
		}
		row := gridRow{first: 1, cells: lead(how, strconv.Itoa(i+1), t.groups[r.group])}
		if how&merged != 0 {
			for row.first = 0; begins && i+row.first < len(rows) && rows[i+row.first].group == r.group; {
				row.first++
			}
		}
		for _, role := range t.roles {
			text := map[string]string{"code": r.Code, "key": r.Key, "extra": r.extra, "text": r.Text}[role]
			if how&wrapped != 0 && role == "text" {
				text = wrapLines(text, "")
			}
			row.cells = append(row.cells, text)
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// lead is the first cell of a row, where there is one more than the table has.
func lead(how layout, number, group string) []string {
	switch {
	case how&numbered != 0:
		return []string{number}
	case how&merged != 0:
		return []string{group}
	}
	return nil
}

func (g *grid) columns() int { return len(g.rows[len(g.rows)-1].cells) }

// all are the rows with the header as the first, where there is one.
func (g *grid) all() []gridRow {
	if g.head == nil {
		return g.rows
	}
	return append([]gridRow{{cells: g.head, first: 1}}, g.rows...)
}

// flat are the cells of a row of a format without spans: what is spanned is
// empty.
func (g *grid) flat(r gridRow) []string {
	cells := make([]string, g.columns())
	copy(cells, r.cells)
	if r.title != "" {
		cells[0] = r.title
	} else if r.first == 0 {
		cells[0] = ""
	}
	return cells
}
