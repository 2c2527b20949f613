package compare

import (
	"testing"

	"github.com/spectab/spectab/scrape/read"
)

// What begins with something like a code looks like a row; a sentence does not,
// be it about a function.
func TestLinesThatLookLikeRows(t *testing.T) {
	for text, want := range map[string]int{
		"E_101 The key is wrong.\n": 1, "get_E101() returns the code of the last error.\n": 0, "E_101() The key is wrong.\n": 0, "NOTE: this is none.\n": 0, "404 is meant.\n": 1,
	} {
		p, err := read.Page("page.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if g := groundOf("", []byte(text), p); len(g.Rows) != want {
			t.Errorf("%q: %d rows, want %d", text, len(g.Rows), want)
		}
	}
}
