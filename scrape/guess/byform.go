package guess

import (
	"strings"

	"github.com/spectab/spectab/scrape/record"
)

// byForm parts a candidate of which some sections list names in capitals and
// the others names that are written otherwise: the errors of a call, and the
// members of the structure that it fills.
func byForm(c record.Candidate) []record.Candidate {
	if c.Header != nil || c.Template == "" {
		return []record.Candidate{c}
	}
	capitals, others := c, c
	capitals.Rows, others.Rows = nil, nil
	for from := 0; from < len(c.Rows); {
		end := from + 1
		for end < len(c.Rows) && c.Rows[end].Group == c.Rows[from].Group {
			end++
		}
		switch upper := inCapitals(&c, c.Rows[from:end]); upper {
		case end - from:
			capitals.Rows = append(capitals.Rows, c.Rows[from:end]...)
		case 0:
			others.Rows = append(others.Rows, c.Rows[from:end]...)
		default:
			return []record.Candidate{c}
		}
		from = end
	}
	if len(capitals.Rows) < 2 || len(others.Rows) < 2 {
		return []record.Candidate{c}
	}
	return []record.Candidate{titledByGroup(others), titledByGroup(capitals)}
}

// inCapitals is how many of the codes of rows are names in capitals, or numbers.
func inCapitals(c *record.Candidate, rows []record.CandidateRow) int {
	n := 0
	for i := range rows {
		if cells := rows[i].Cells; c.Code < len(cells) && cells[c.Code].Text() == strings.ToUpper(cells[c.Code].Text()) {
			n++
		}
	}
	return n
}

// titledByGroup is a candidate under the heading of its first rows; where all
// have that, it is no group of theirs.
func titledByGroup(c record.Candidate) record.Candidate {
	first := c.Rows[0].Group
	c.Heading, c.Line = first, c.Rows[0].Cells[0].No
	for i := range c.Rows {
		if c.Rows[i].Group != first {
			return c
		}
	}
	for i := range c.Rows {
		c.Rows[i].Group = ""
	}
	return c
}
