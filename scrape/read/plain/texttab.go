package plain

import (
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// tabTable reads a table whose cells are parted by tabs, as browsers and
// spreadsheets copy them: a header of known words, and rows of no more cells.
func (r *textReader) tabTable() (page.Block, bool) {
	header := r.lines[r.at].tabbed()
	if len(header) < 2 || vocab.HeaderWords(header) < 2 {
		return page.Block{}, false
	}
	var rows []page.Row
	end := r.at
	for ; end < len(r.lines) && !r.lines[end].blank(); end++ {
		l := r.lines[end]
		cells := l.tabbed()
		if len(cells) < 2 || len(cells) > len(header) {
			break
		}
		row := page.Row{Header: end == r.at}
		for _, text := range cells {
			row.Cells = append(row.Cells, textCell(text, l.no))
		}
		rows = append(rows, row)
	}
	if len(rows) < 2 {
		return page.Block{}, false
	}
	r.at = end
	return page.Block{Kind: page.Grid, Rows: rows}, true
}

// tabbed are the parts of a line between its tabs; nil where it begins with
// one.
func (l textLine) tabbed() []string {
	if strings.HasPrefix(l.text, "\t") {
		return nil
	}
	return strings.Split(l.text, "\t")
}
