package scrape

import "strings"

// tabTable reads a table whose cells are parted by tabs, as browsers and
// spreadsheets copy them: a header of known words, and rows of no more cells.
func (r *textReader) tabTable() (Block, bool) {
	header := r.lines[r.at].tabbed()
	if len(header) < 2 || headerWords(header) < 2 {
		return Block{}, false
	}
	var rows []Row
	end := r.at
	for ; end < len(r.lines) && !r.lines[end].blank(); end++ {
		l := r.lines[end]
		cells := l.tabbed()
		if len(cells) < 2 || len(cells) > len(header) {
			break
		}
		row := Row{Header: end == r.at}
		for _, text := range cells {
			row.Cells = append(row.Cells, textCell(text, l.no))
		}
		rows = append(rows, row)
	}
	if len(rows) < 2 {
		return Block{}, false
	}
	r.at = end
	return Block{Kind: Grid, Rows: rows}, true
}

// tabbed are the parts of a line between its tabs; nil where it begins with
// one.
func (l textLine) tabbed() []string {
	if strings.HasPrefix(l.text, "\t") {
		return nil
	}
	return strings.Split(l.text, "\t")
}
