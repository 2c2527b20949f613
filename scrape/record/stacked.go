package record

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// splitStacked gives a column of its own to what stands in the cells of the names on
// lines below them, as documentation of APIs has it: a parameter, and below it
// its type, or a type, and below it what it is for. The title stays with the
// names, and with what something is for.
func (c *Candidate) splitStacked() {
	if !c.hasLines() {
		return // as most
	}
	if j := c.stackedColumn(); j >= 0 {
		c.splitBelow(j, j+1)
	}
	for j := range c.columns() {
		if c.beginsWithTypes(j) {
			c.splitBelow(j, j)
			return
		}
	}
}

// beginsWithTypes reports whether the cells of a column have a type on their first
// line, and most of them a text below it.
func (c *Candidate) beginsWithTypes(j int) bool {
	types, below := 0, 0
	for i := range c.Rows {
		lines := c.Rows[i].Cells[j].Lines
		if len(lines) == 0 {
			continue
		}
		if !vocab.IsType(lines[0].Text) {
			return false
		}
		types++
		if len(lines) > 1 {
			below++
		}
	}
	return below > 1 && below*2 > types
}

// splitBelow parts a column behind the first lines of its cells; the one of the
// two without a title is column untitled.
func (c *Candidate) splitBelow(j, untitled int) {
	for i := range c.Rows {
		cells := slices.Clone(c.Rows[i].Cells) // the page keeps its own
		below := page.Cell{No: cells[j].No, Copied: cells[j].Copied}
		if lines := cells[j].Lines; len(lines) > 1 {
			cells[j].Lines, below.Lines = lines[:1:1], lines[1:]
		}
		c.Rows[i].Cells = slices.Insert(cells, j+1, below)
	}
	if c.Header != nil {
		c.Header = slices.Insert(slices.Clone(c.Header), min(untitled, len(c.Header)), "")
	}
}

// stackedColumn is the first column whose cells begin with a line that is one
// code or name, another in each row, and go on below it; -1 where it goes on
// with codes, or nowhere. Without a header, where columns are counted, half of
// the rows have to, and two at least.
func (c *Candidate) stackedColumn() int {
	goesOn := func(cell page.Cell) bool { return len(cell.Lines) > 1 }
	if !slices.ContainsFunc(c.Rows, func(r CandidateRow) bool { return slices.ContainsFunc(r.Cells, goesOn) }) {
		return -1 // nearly always
	}
	for j := range c.columns() {
		names, again := map[string]bool{}, c.recurBelow(j)
		below := 0
		for i := range c.Rows {
			lines := c.Rows[i].Cells[j].Lines
			if len(lines) == 0 || !isOneName(lines[0].Text) {
				break
			}
			names[lines[0].Text] = true
			if len(lines) > 1 {
				below++
				if code, ok := vocab.ParseCodeCell(lines[1].Text); ok && !code.Weak || !again && c.hasPairs(i, j) {
					return -1
				}
			}
		}
		if len(names) == len(c.Rows) {
			if below == 0 || c.Header == nil && (below < 2 || below*2 < len(c.Rows)) {
				return -1
			}
			return j
		}
	}
	return -1
}

// recurBelow reports whether what stands below the first lines of a column is the
// same in several rows: a remark, such as required, and no further code.
func (c *Candidate) recurBelow(j int) bool {
	count := map[string]int{}
	for i := range c.Rows {
		if lines := c.Rows[i].Cells[j].Lines; len(lines) > 1 {
			count[page.JoinLines(lines[1:])]++
		}
	}
	for _, n := range count {
		if n < 2 {
			return false
		}
	}
	return len(count) > 0
}

// hasLines reports whether a cell has several lines.
func (c *Candidate) hasLines() bool {
	for i := range c.Rows {
		if slices.ContainsFunc(c.Rows[i].Cells, func(cell page.Cell) bool { return len(cell.Lines) > 1 }) {
			return true
		}
	}
	return false
}

// hasPairs reports whether another cell of row i has a line for each of those
// of cell j: then these are several codes.
func (c *Candidate) hasPairs(i, j int) bool {
	n := len(c.Rows[i].Cells[j].Lines)
	for k := range c.Rows[i].Cells {
		if k != j && len(c.Rows[i].Cells[k].Lines) == n {
			return true
		}
	}
	return false
}

// isOneName reports whether a text is one code or name and nothing else; a star behind
// it says that it has to be there.
func isOneName(text string) bool {
	text = strings.TrimSuffix(text, " *")
	_, ok := vocab.ParseCodeCell(text)
	return ok && !strings.ContainsAny(strings.TrimSpace(text), " ,")
}
