package record

import (
	"github.com/spectab/spectab/scrape/page"
)

// splitSideBySide makes several rows of each row of a table that has records side by
// side: Code, Meaning, Code, Meaning.
func (c *Candidate) splitSideBySide() {
	period := c.period()
	if period == 0 {
		return
	}
	var rows []CandidateRow
	for _, r := range c.Rows {
		for at := 0; at+period <= len(r.Cells); at += period {
			if part := r.Cells[at : at+period]; !blank(part) {
				rows = append(rows, CandidateRow{Cells: part, Group: r.Group})
			}
		}
	}
	c.Rows = rows
	if c.Header != nil {
		c.Header = c.Header[:period]
	}
}

func blank(cells []page.Cell) bool {
	for i := range cells {
		if cells[i].Text() != "" {
			return false
		}
	}
	return true
}

// period is the number of columns of one record, where each row has several
// and the header repeats with them, or, without a header, the forms of the
// cells do: codes in the first column of each record and prose in another. It
// is 0 where each row is one record.
func (c *Candidate) period() int {
	titles := c.Header
	if titles == nil {
		titles = c.columnForms()
	}
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
