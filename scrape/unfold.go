package scrape

// unfold makes several rows of each row of a table that has records side by
// side: Code, Meaning, Code, Meaning.
func (c *candidate) unfold() {
	period := c.period()
	if period == 0 {
		return
	}
	var rows []candidateRow
	for _, r := range c.rows {
		for at := 0; at+period <= len(r.cells); at += period {
			if part := r.cells[at : at+period]; !blank(part) {
				rows = append(rows, candidateRow{cells: part, group: r.group})
			}
		}
	}
	c.rows = rows
	if c.header != nil {
		c.header = c.header[:period]
	}
}

func blank(cells []Cell) bool {
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
func (c *candidate) period() int {
	titles := c.header
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
func (c *candidate) columnForms() []string {
	if len(c.rows) < 3 {
		return nil
	}
	var forms []string
	for i, r := range c.rows {
		for j := range r.cells {
			text := r.cells[j].Text()
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
