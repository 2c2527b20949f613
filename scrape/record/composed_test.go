package record

import (
	"testing"

	"github.com/spectab/spectab/scrape/page"
)

func TestMayBeComposed(t *testing.T) {
	for text, want := range map[string]bool{
		"E101: The key is wrong.": true, "101 Wrong": true, "001 - 002": false, "E101": false, "The key of E101 is wrong.": false, "1001 - 2000, 3000": false,
		"Wrong key (101)": true, "Wrong key 101": false, "(101)": false, "Wrong key (101) of 3": false,
	} {
		if got := mayBeComposed(page.Cell{Lines: []page.Line{{Text: text}}}); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
