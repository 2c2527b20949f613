package record

import (
	"slices"

	"github.com/spectab/spectab/scrape/page"
)

// splitSideBySide makes several rows of each row of a table that has records side by
// side: Code, Meaning, Code, Meaning. A blank column may part them.
func (c *Candidate) splitSideBySide() {
	titles := c.Header
	if titles == nil {
		titles = c.columnForms()
	}
	if !recurs(titles) {
		return
	}
	kept := c.filled()
	period := period(picked(titles, kept))
	if period == 0 {
		return
	}
	var rows []CandidateRow
	for _, r := range c.Rows {
		cells := picked(r.Cells, kept)
		for at := 0; at+period <= len(cells); at += period {
			if part := cells[at : at+period]; !blank(part) {
				rows = append(rows, CandidateRow{Cells: part, Group: r.Group})
			}
		}
	}
	c.Rows = rows
	if c.Header != nil {
		c.Header = picked(c.Header, kept)[:period]
	}
}

// filled is the columns that have a title or a text.
func (c *Candidate) filled() []int {
	var some []bool
	note := func(column int, is bool) {
		for len(some) <= column {
			some = append(some, false)
		}
		some[column] = some[column] || is
	}
	for i, title := range c.Header {
		note(i, title != "")
	}
	for _, r := range c.Rows {
		for i := range r.Cells {
			note(i, r.Cells[i].Text() != "")
		}
	}
	var columns []int
	for i, is := range some {
		if is {
			columns = append(columns, i)
		}
	}
	return columns
}

// picked is the elements of some at the places that there are.
func picked[T any](some []T, places []int) []T {
	var list []T
	for _, i := range places {
		if i < len(some) {
			list = append(list, some[i])
		}
	}
	return list
}

func blank(cells []page.Cell) bool {
	for i := range cells {
		if cells[i].Text() != "" {
			return false
		}
	}
	return true
}

// recurs reports whether the first of the titles, blank ones aside, comes
// again.
func recurs(titles []string) bool {
	first := slices.IndexFunc(titles, func(title string) bool { return title != "" })
	return first >= 0 && slices.Contains(titles[first+1:], titles[first])
}

// period is the number of columns of one record, where each row has several
// and the header repeats with them, or, without a header, the forms of the
// cells do: codes in the first column of each record and prose in another. It
// is 0 where each row is one record.
func period(titles []string) int {
	for period := 2; period*2 <= len(titles); period++ {
		if len(titles)%period == 0 && repeats(titles, period) {
			return period
		}
	}
	return 0
}

func repeats(titles []string, period int) bool {
	differs := false
	for j := period; j < len(titles); j++ {
		if titles[j] != titles[j-period] || titles[j] == "" {
			return false
		}
		differs = differs || titles[j] != titles[j-1]
	}
	return differs
}

// columnForms is the form that all cells of each column have, "" where they
// differ; nil where the rows are too few to tell or not equally long.
func (c *Candidate) columnForms() []string {
	if len(c.Rows) < 3 {
		return nil
	}
	var forms []string
	for i, r := range c.Rows {
		for j := range r.Cells {
			text := r.Cells[j].Text()
			switch form := cellForm(text); {
			case i == 0:
				forms = append(forms, form)
			case j >= len(forms):
				return nil
			case text != "" && forms[j] != form || form == "word":
				forms[j] = ""
			}
		}
	}
	return forms
}
