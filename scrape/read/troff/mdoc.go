package troff

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// beginList is .Bl: a list of a kind, up to .El.
func (r *reader) beginList(args []string) {
	how := "-tag"
	for _, arg := range args {
		if slices.Contains(listKinds, arg) {
			how = arg
		}
	}
	v := r.layout.nest()
	v.own, v.how = true, how
	if how == "-column" {
		v.blocks = []page.Block{{Kind: page.Grid}}
	}
}

var listKinds = []string{"-tag", "-column", "-bullet", "-dash", "-hyphen", "-enum", "-item", "-diag", "-hang", "-ohang", "-inset"}

// listItem is .It: a term, a row, or a point.
func (r *reader) listItem(args []string) {
	v := r.layout.top()
	if !v.own {
		r.layout.term(r.input.escapes.line(r.words(args), r.no, false), false)
		return
	}
	switch v.how {
	case "-column":
		r.columns(v, args)
	case "-bullet", "-dash", "-hyphen", "-enum", "-item":
		r.layout.item(page.List)
	default:
		r.layout.term(r.input.escapes.line(r.words(args), r.no, false), r.bare(v))
	}
}

// bare reports whether the last term has no text yet: two names of one thing.
func (r *reader) bare(v *level) bool {
	if !v.list || v.how == "-diag" {
		return false
	}
	items := v.blocks[len(v.blocks)-1].Items
	return len(items[len(items)-1].Blocks) == 0
}

// columns adds a row of a list that is a table. The first is a header where
// all of it is in another font.
func (r *reader) columns(v *level, args []string) {
	grid := &v.blocks[0]
	var row page.Row
	for text := range strings.SplitSeq(r.words(args), "\t") {
		c := page.Cell{No: r.no}
		if line := r.input.escapes.line(text, r.no, false); line.Text != "" {
			c.Lines = []page.Line{line}
		}
		row.Cells = append(row.Cells, c)
	}
	grid.Rows = append(grid.Rows, row)
}

func (r *reader) endList([]string) {
	v := r.layout.top()
	if !v.own {
		return
	}
	if v.how == "-column" {
		if rows := v.blocks[0].Rows; len(rows) == 0 {
			v.blocks = v.blocks[1:]
		} else if len(rows) > 1 && allStrong(&rows[0]) && !allStrong(&rows[1]) {
			rows[0].Header = true
		}
	}
	v.list = false
	r.layout.unnest()
}
