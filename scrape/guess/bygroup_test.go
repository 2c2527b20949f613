package guess

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
)

func TestGroupsThatRepeatCodesArePartsOfTheirOwn(t *testing.T) {
	for _, test := range []struct {
		groups string // the codes of each
		parts  int
	}{
		{"0 1 2 / 0 1", 2},
		{"0 1 2 / 3 4 5", 1},
		{"C / B / C / E / C / B", 1}, // titles of single rows
	} {
		var c subject
		for i, codes := range strings.Split(test.groups, " / ") {
			for _, code := range strings.Fields(codes) {
				cell := page.Cell{Lines: []page.Line{{Text: code}}}
				c.Rows = append(c.Rows, record.CandidateRow{Cells: []page.Cell{cell}, Group: string(rune('a' + i))})
			}
		}
		if got := len(c.byGroup(0)); got != test.parts {
			t.Errorf("%s: %d parts, want %d", test.groups, got, test.parts)
		}
	}
}
