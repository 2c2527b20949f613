package scrape

import (
	"cmp"
	"regexp"
)

// sectionCount is the number of a section before its title: 6.5.4. Not Found.
var sectionCount = regexp.MustCompile(`^(?:\d+\.)+(?:\d+|\s)\s*|^\d+(?:\.\d+)+\s+`)

// sections makes candidates of headings that are codes, each with the text
// below it: one for each run of headings of one level below one heading of a
// higher level. A heading of the level that is no code is passed over.
func (s *search) sections(blocks []Block) {
	outer := s.heading
	var open [7]candidate // by level
	var titles [7]string  // the last heading of each level
	current := 0          // level whose last row takes the text
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == Grid && current > 0 && open[current].titles() { // the codes are in the table
			open[current].rows = open[current].rows[:len(open[current].rows)-1]
			current = 0
		}
		if b.Kind != Heading {
			if current > 0 && b.Kind != Preformatted {
				rows := open[current].rows
				body := &rows[len(rows)-1].cells[1]
				body.Lines = append(body.Lines, linesOf(blocks[i:i+1])...)
			}
			continue
		}
		for deeper := b.Level + 1; deeper < len(open); deeper++ {
			s.addSections(&open[deeper])
		}
		current, titles[b.Level] = 0, joinLines(b.Lines)
		if title := codeTitle(titles[b.Level]); title != "" {
			c := &open[b.Level]
			if len(c.rows) == 0 {
				c.heading = cmp.Or(titles[b.Level-1], outer)
			}
			c.rows = append(c.rows, candidateRow{cells: []Cell{cellOf([]Line{{title, b.Lines[0].No}}), {}}})
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
	cell, ok := parsePhrasedCell(title)
	isName := !cell.weak && len(title) == len(heading) // numbered titles in capitals are no symbols
	if !ok || len(cell.numbers) == 0 && !isName || len(title) == 1 || headerSays(title, "section") == 1 {
		return ""
	}
	return title
}

// titles reports whether the last heading is a number with its name, which may
// stand above a table of other codes: 404 Not Found.
func (c *candidate) titles() bool {
	_, isCode := parseCodeCell(c.rows[len(c.rows)-1].cells[0].Text())
	return !isCode
}

// addSections ends a run of headings.
func (s *search) addSections(c *candidate) {
	if len(c.rows) >= 2 {
		c.form, c.line = "headings", c.rows[0].cells[0].No
		s.found = append(s.found, *c)
	}
	*c = candidate{}
}
