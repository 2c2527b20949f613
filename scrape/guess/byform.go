package guess

import (
	"strings"

	"github.com/spectab/spectab/scrape/record"
)

// byForm parts a candidate of which some sections list names in capitals and
// the others names in small letters: the errors of a call, and the members of
// the structure that it fills.
func byForm(c record.Candidate) []record.Candidate {
	capitals, small := c, c
	capitals.Rows, small.Rows = nil, nil
	for from := 0; from < len(c.Rows); {
		end := from + 1
		for end < len(c.Rows) && c.Rows[end].Group == c.Rows[from].Group {
			end++
		}
		switch letters := namesOf(&c, c.Rows[from:end]); {
		case letters == strings.ToUpper(letters):
			capitals.Rows = append(capitals.Rows, c.Rows[from:end]...)
		case letters == strings.ToLower(letters):
			small.Rows = append(small.Rows, c.Rows[from:end]...)
		default:
			return []record.Candidate{c}
		}
		from = end
	}
	if c.Header != nil || c.Template == "" || len(capitals.Rows) < 2 || len(small.Rows) < 2 {
		return []record.Candidate{c}
	}
	return []record.Candidate{titledByGroup(small), titledByGroup(capitals)}
}

// namesOf are the codes of rows in one text; numbers say nothing.
func namesOf(c *record.Candidate, rows []record.CandidateRow) string {
	var b strings.Builder
	for i := range rows {
		if cells := rows[i].Cells; c.Code < len(cells) {
			b.WriteString(cells[c.Code].Text())
		}
	}
	return b.String()
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
