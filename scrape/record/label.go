package record

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// labelled is a cell that begins with what it is: Cause: the disk is full.
var labelled = regexp.MustCompile(`^(\p{L}[\p{L} -]{1,24}?)\s*[:：]\s*(\S.*)$`)

// label parts a text into its label, which has to be one that headers of
// columns have, and the rest.
func label(text string) (name, rest string) {
	if !strings.ContainsAny(text, ":：") { // most texts
		return "", text
	}
	m := labelled.FindStringSubmatch(text)
	if m == nil || strings.Count(m[1], " ") > 2 || vocab.HeaderWords([]string{m[1]}) == 0 {
		return "", text
	}
	return m[1], m[2]
}

// unlabel takes labels out of the cells of a candidate without a header, and
// makes a header of them: of those that stand before a cell in most of the
// rows, and of several in one line, parted by semicolons or commas.
func (c *Candidate) unlabel() {
	if c.Header != nil || len(c.Rows) < 2 {
		return
	}
	c.partLabels()
	names := c.labels()
	if strings.Join(names, "") == "" {
		return
	}
	for i := range c.Rows {
		cells := append([]page.Cell(nil), c.Rows[i].Cells...)
		for j := range min(len(cells), len(names)) {
			if names[j] == "" || len(cells[j].Lines) == 0 {
				continue
			}
			if name, rest := label(cells[j].Lines[0].Text); strings.EqualFold(name, names[j]) {
				cells[j] = cellOf(append([]page.Line{{Text: rest, No: cells[j].Lines[0].No}}, cells[j].Lines[1:]...))
			}
		}
		c.Rows[i].Cells = cells
	}
	c.Header = names
}

// labels are those of each column, "" where most cells have none or another.
func (c *Candidate) labels() []string {
	var names []string
	for j := 0; ; j++ {
		count, filled, best := map[string]int{}, 0, ""
		wide := false
		for _, r := range c.Rows {
			if j >= len(r.Cells) {
				continue
			}
			wide = true
			if len(r.Cells[j].Lines) == 0 {
				continue
			}
			filled++
			name, _ := label(r.Cells[j].Lines[0].Text)
			if name == "" {
				continue
			}
			if count[name]++; count[name] > count[best] {
				best = name
			}
		}
		if !wide {
			return names
		}
		if count[best]*5 < filled*4 || count[best] < 2 {
			best = ""
		}
		names = append(names, best)
	}
}

var betweenLabels = regexp.MustCompile(`\s*[;；]\s*|\s*[,，]\s+`)

// partLabels makes a cell of each of several labelled parts of the first line
// of a row, and one of the first line of the text below that has a label.
func (c *Candidate) partLabels() {
	parts := make([][]page.Cell, len(c.Rows))
	want := ""
	for i, r := range c.Rows {
		if len(r.Cells) == 0 || len(r.Cells[0].Lines) == 0 {
			return
		}
		first := r.Cells[0].Lines[0]
		if !strings.ContainsAny(first.Text, ":：") {
			return
		}
		names := ""
		for _, part := range betweenLabels.Split(first.Text, -1) {
			name, _ := label(part)
			if name == "" {
				return
			}
			names += name + ";"
			parts[i] = append(parts[i], cellOf([]page.Line{{Text: part, No: first.No}}))
		}
		if i == 0 {
			want = names
		}
		if len(parts[i]) < 2 || names != want {
			return
		}
	}
	for i := range c.Rows {
		c.Rows[i].Cells = append(parts[i], c.Rows[i].below()...)
	}
}

// below are the cells behind the first, and what stands in that below its
// first line; a line with a label is a cell of its own.
func (r *CandidateRow) below() []page.Cell {
	lines := append([]page.Line(nil), r.Cells[0].Lines[1:]...)
	for _, cell := range r.Cells[1:] {
		lines = append(lines, cell.Lines...)
	}
	if len(lines) == 0 {
		return nil
	}
	if name, _ := label(lines[0].Text); name == "" || len(lines) == 1 {
		return []page.Cell{cellOf(lines)}
	}
	return []page.Cell{cellOf(lines[:1]), cellOf(lines[1:])}
}
