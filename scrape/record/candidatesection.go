package record

import (
	"cmp"
	"regexp"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// sectionCount is the number of a section before its title: 6.5.4. Not Found.
var sectionCount = regexp.MustCompile(`^(?:\d+\.)+(?:\d+|\s)\s*|^\d+(?:\.\d+)+\s+`)

// sections makes candidates of headings that are codes, each with the text
// below it: one for each run of headings of one level below one heading of a
// higher level. A heading of the level that is no code is passed over.
func (s *search) sections(blocks []page.Block) {
	outer := s.heading
	var open [7]Candidate // by level
	var titles [7]string  // the last heading of each level
	current := 0          // level whose last row takes the text
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == page.Grid && current > 0 && open[current].titles() { // the codes are in the table
			open[current].Rows = open[current].Rows[:len(open[current].Rows)-1]
			current = 0
		}
		if b.Kind != page.Heading {
			if current > 0 && b.Kind != page.Preformatted {
				rows := open[current].Rows
				body := &rows[len(rows)-1].Cells[1]
				body.Lines = append(body.Lines, page.LinesOf(blocks[i:i+1])...)
			}
			continue
		}
		for deeper := b.Level + 1; deeper < len(open); deeper++ {
			s.addSections(&open[deeper])
		}
		current, titles[b.Level] = 0, page.JoinLines(b.Lines)
		if title := codeTitle(titles[b.Level]); title != "" {
			c := &open[b.Level]
			if len(c.Rows) == 0 {
				c.Heading = cmp.Or(titles[b.Level-1], outer)
			}
			c.Rows = append(c.Rows, CandidateRow{Cells: []page.Cell{cellOf([]page.Line{{Text: title, No: b.Lines[0].No}}), {}}})
			current = b.Level
		}
	}
	for level := range open {
		s.addSections(&open[level])
	}
}

// codeTitle is a heading that is a code, without the number of its section, ""
// for any other. A letter alone is one of an index.
func codeTitle(heading string) string {
	title := sectionCount.ReplaceAllString(heading, "")
	cell, ok := vocab.ParsePhrasedCell(title)
	isName := !cell.Weak && len(title) == len(heading) // numbered titles in capitals are no symbols
	if !ok || len(cell.Numbers) == 0 && !isName || len(title) == 1 || vocab.HeaderSays(title, "section") == 1 {
		return ""
	}
	return title
}

// titles reports whether the last heading is a number with its name, which may
// stand above a table of other codes: 404 Not Found.
func (c *Candidate) titles() bool {
	_, isCode := vocab.ParseCodeCell(c.Rows[len(c.Rows)-1].Cells[0].Text())
	return !isCode
}

// addSections ends a run of headings.
func (s *search) addSections(c *Candidate) {
	if len(c.Rows) >= 2 {
		c.Form, c.Line = "headings", c.Rows[0].Cells[0].No
		s.found = append(s.found, *c)
	}
	*c = Candidate{}
}
