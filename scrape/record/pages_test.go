package record_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
	"github.com/spectab/spectab/scrape/record"
)

// Each file of testdata/pages has small pages, and behind "--" what is found on
// them:
//
//	== what it is about
//	# Errors
//	- E1: one
//	- E2: two
//	--
//	list under Errors
//	2 E1 | one
//	3 E2 | two
//
// A title that begins with the ending of a file gives the format of its page,
// else it is Markdown. A header stands behind double bars, the group of a row in
// front of it in brackets, what is set as code between backticks; of records
// that are calls, their share. Rows begin with the line that they stand on.
func TestPages(t *testing.T) {
	pagetest.Written(t, "testdata/pages/*.txt", found)
}

// found are the candidates of a page as testdata/pages has them.
func found(t *testing.T, name, text string) string {
	t.Helper()
	blocks := blocksOf(t, name, text)
	list := record.Candidates(blocks)
	checkAgain(t, blocks, list)
	var lines []string
	for _, c := range list {
		line := strings.TrimSuffix(c.Form+" under "+c.Heading, " under ")
		if c.Sampled > 0 {
			line += fmt.Sprintf(", calls %.2f", c.Sampled)
		}
		lines = append(lines, line)
		if c.Header != nil {
			lines = append(lines, strings.TrimSpace("|| "+strings.Join(c.Header, " | ")))
		}
		for _, r := range c.Rows {
			texts := record.CellTexts(r.Cells)
			for i := range r.Cells {
				if lines := r.Cells[i].Lines; len(lines) == 1 && lines[0].WhollyMarked(page.Code) {
					texts[i] = "`" + texts[i] + "`"
				}
			}
			line := fmt.Sprint(lineOf(r.Cells), " ", strings.Join(texts, " | "))
			if r.Group != "" {
				line = "[" + r.Group + "] " + line
			}
			if r.Lost {
				line += " (lost)"
			}
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return strings.Join(lines, "\n")
}

// lineOf is the line of the first cell of a row that has any.
func lineOf(cells []page.Cell) int {
	for i := range cells {
		if len(cells[i].Lines) > 0 {
			return cells[i].Lines[0].No
		}
	}
	return 0
}
