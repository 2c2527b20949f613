package recipe

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
)

// columns reads every table of the region whose header has a cell for each
// role of the recipe, and reports whether there is one.
func (rd *reading) columns() bool {
	found := false
	for _, g := range rd.flow.grids {
		if g.from < rd.region.from || g.from >= rd.region.to {
			continue
		}
		header, roles := rd.header(g.rows)
		if header < 0 {
			continue
		}
		found = true
		rd.gridRows(g, header, roles)
	}
	return found
}

// header finds the header among the first rows of a table: its index, and the
// role or extra column of each cell.
func (rd *reading) header(rows []page.Row) (int, []string) {
	for i, row := range rows[:min(len(rows), 3)] {
		roles := make([]string, len(row.Cells))
		found := 0
		for j := range row.Cells {
			text := strings.TrimRight(row.Cells[j].Text(), " :：")
			roles[j] = rd.table.role(text)
			if roles[j] == "" {
				roles[j] = extraName(text)
			} else if slices.Index(roles, roles[j]) == j {
				found++
			}
		}
		if found == len(rd.table.Columns) {
			return i, roles
		}
	}
	return -1, nil
}

// extraName is the name of a column that has no role: its header, but no word
// that a role has for its name.
func extraName(header string) string {
	if slices.Contains(roles, header) {
		return strings.ToUpper(header[:1]) + header[1:]
	}
	return header
}

func (rd *reading) gridRows(g gridAt, header int, roles []string) {
	group, titles := "", record.TitleRows(g.rows)
	for i := header + 1; i < len(g.rows); i++ {
		cells := g.rows[i].Cells
		if title, ok := titles[i]; ok {
			group = title
			continue
		}
		if repeatsHeader(cells, g.rows[header].Cells) {
			continue
		}
		if r := rd.gridRow(cells, roles, g.from); r != nil {
			if r.cells.of("group") == "" {
				r.set("group", group)
			}
			rd.rows = append(rd.rows, r)
		}
	}
}

// repeatsHeader recognises a header that stands again between the rows.
func repeatsHeader(cells, header []page.Cell) bool {
	return slices.EqualFunc(cells, header, func(a, b page.Cell) bool { return a.Text() == b.Text() })
}

// gridRow makes a row of the cells. One without a code is a problem, unless
// it is blank or declared.
func (rd *reading) gridRow(cells []page.Cell, roles []string, at int) *row {
	if len(cells) == 0 {
		return nil
	}
	r := newRow(cells[0].No, at)
	coded := ""
	for i := range cells {
		text := cells[i].Text()
		if i >= len(roles) {
			if text != "" {
				rd.problem(r.line, "a bar inside a cell is written \\|", "the row has %s, the header %d: %q", page.Count(len(cells), "cell"), len(roles), Excerpt(text))
			}
			continue
		}
		if roles[i] == "code" {
			r.line, coded = cells[i].No, text
		}
		rd.cell(&cells[i], roles[i], r)
	}
	if isBlank(cells) || rd.skip(coded, cells) {
		return nil
	}
	if r.cells.of("code") == "" {
		rd.uncoded(r.line, coded, rowText(cells))
		return nil
	}
	return r
}

// uncoded keeps a row that has no code.
func (rd *reading) uncoded(line int, cell, row string) {
	rd.uncodedRows = append(rd.uncodedRows, Uncoded{Line: line, Cell: cell, Row: row})
}

// cell adds one cell to a row; lines that are facets go where they belong, and
// so does what is set beside a code or a text.
func (rd *reading) cell(c *page.Cell, role string, r *row) {
	switch role {
	case "":
		return
	case "code":
		l := page.Join(c.Lines)
		text, labels := besideCodes(&l)
		r.set(role, text)
		r.label(labels)
		if text != "" && l.WhollyMarked(page.Struck) {
			r.strike()
		}
		return
	}
	rest := make([]page.Line, 0, len(c.Lines))
	for _, l := range c.Lines {
		if rd.table.facet(l.Text, r) {
			continue
		}
		if role == "text" {
			if isStruck(&l) {
				r.strike()
			}
			text, labels := said(&l)
			l.Text = text
			r.label(labels)
		}
		rest = append(rest, l)
	}
	r.set(role, page.JoinLines(rest))
}

// headersSeen lists the headers of the tables of the page, for the message
// that none is the wanted one.
func (rd *reading) headersSeen() string {
	var seen []string
	for _, g := range rd.flow.grids {
		var cells []string
		for i := range g.rows[0].Cells {
			cells = append(cells, g.rows[0].Cells[i].Text())
		}
		seen = append(seen, fmt.Sprintf("line %d: %s", g.rows[0].Cells[0].No, Excerpt(strings.Join(cells, " | "))))
	}
	if len(seen) == 0 {
		return "the page has no tables at all"
	}
	return "tables of the page: " + strings.Join(seen[:min(len(seen), 5)], "; ")
}
