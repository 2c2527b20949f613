package record

import (
	"slices"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// splitComposed gives columns of their own to the parts of a column whose cells
// begin with codes and go on with what these mean, or the other way round, in a
// table that has no column of codes: "E101: The key is wrong", "Not Found (404)".
// The cells are taken as items of a list, and split as those are. The title stays
// with the codes.
func (c *Candidate) splitComposed() {
	n := c.columns()
	if len(c.Rows) == 0 || !slices.ContainsFunc(c.Rows[0].Cells[:n], mayBeComposed) {
		return // as most
	}
	for j := range n {
		if c.hasCodes(j) && !c.tellsMore(j) {
			return
		}
	}
	for j := range n {
		list := c.composed(j)
		if list == nil {
			continue
		}
		for i := range c.Rows {
			c.Rows[i].Cells = slices.Replace(slices.Clone(c.Rows[i].Cells), j, j+1, list.Rows[i].Cells...) // the page keeps its own
		}
		if j < len(c.Header) {
			titles := make([]string, len(list.Rows[0].Cells))
			copy(titles, list.Header)
			titles[list.Code] = c.Header[j]
			c.Header = slices.Replace(slices.Clone(c.Header), j, j+1, titles...)
		}
		return
	}
}

// tellsMore reports whether the header says that the codes of a column are statuses of
// HTTP or versions beside others.
func (c *Candidate) tellsMore(j int) bool {
	if j >= len(c.Header) {
		return false
	}
	h := c.Header[j]
	return vocab.HeaderSays(h, "http") > 0 || vocab.HeaderSays(h, "none") == 1
}

// nearlyAll reports whether n rows are nine in ten of them.
func (c *Candidate) nearlyAll(n int) bool { return n*10 >= len(c.Rows)*9 }

// hasCodes reports whether nearly all cells of a column are codes, or a code and
// its reason phrase.
func (c *Candidate) hasCodes(j int) bool {
	others := 0
	for i := range c.Rows {
		if code, ok := vocab.ParsePhrasedCell(c.Rows[i].Cells[j].Text()); !ok || code.Weak && len(code.Numbers) == 0 {
			if others++; !c.nearlyAll(len(c.Rows) - others) {
				return false
			}
		}
	}
	return true
}

// Of a column that may be composed: how many rows it has at least, the first
// of which are looked at, and among how many words of a cell the code is.
const (
	composedRows = 3
	composedAt   = 2
)

// composed is a column as a list whose items are a code and what it means, one
// for each row; nil where it is none.
func (c *Candidate) composed(j int) *Candidate {
	if len(c.Rows) < composedRows {
		return nil
	}
	list := page.Block{Kind: page.List, Items: make([]page.Item, len(c.Rows))}
	for i := range c.Rows {
		cell := &c.Rows[i].Cells[j]
		if len(cell.Lines) == 0 || cell.Copied || i < composedRows && !mayBeComposed(*cell) {
			return nil
		}
		list.Items[i].Blocks = []page.Block{{Kind: page.Paragraph, Lines: []page.Line{page.Join(cell.Lines)}}}
	}
	found := texts(pieces([]page.Block{list}, drawings{}), nil)
	if len(found) != 1 || found[0].Form != "list" || len(found[0].Rows) != len(c.Rows) {
		return nil
	}
	coded, columns := 0, found[0].columns()
	for _, r := range found[0].Rows {
		if len(r.Cells) != columns {
			return nil
		}
		if found[0].Code < columns && len(r.Cells[found[0].Code].Lines) > 0 {
			coded++
		}
	}
	if columns < 2 || !c.nearlyAll(coded) {
		return nil
	}
	return &found[0]
}

// mayBeComposed reports whether a number or a symbol is among the first words of
// a cell that goes on with words behind it, or in brackets behind all of them:
// 001 - 002 is one code.
func mayBeComposed(c page.Cell) bool {
	if len(c.Lines) == 0 {
		return false
	}
	sc := scan(c.Lines[0].Text)
	isWord := func(a atom) bool { return a.kind == word || a.kind == text }
	at := slices.IndexFunc(sc.atoms, func(a atom) bool { return a.kind == number || a.kind == symbol })
	return at >= 0 && at < composedAt && slices.ContainsFunc(sc.atoms[at+1:], isWord) || at > 0 && at == len(sc.atoms)-1 && sc.atoms[at].bracketed
}
