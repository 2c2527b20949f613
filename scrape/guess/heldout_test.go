package guess

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/read"
)

// open are the pages of testdata/guess that are not read right yet.
var open = map[string]bool{
	"decoy-links.md":         true,
	"decoy-package-list.md":  true,
	"furniture.html":         true,
	"nested-values.xml":      true,
	"numbered-headings.adoc": true,
	"numbers-in-prose.html":  true,
	"one-row.md":             true,
	"params-in-lists.md":     true,
	"rows-of-titles.html":    true,
	"rows-over-lines.md":     true,
	"two-registries.xml":     true,
}

// testdata/guess and testdata/heldout have pages of every shape, each with what
// should be found on it, written by hand: code, symbol, text and status of each
// row of the tables that are likely, parted by tabs. Of a page whose want is
// empty nothing may be likely. The weights are learnt of the first folder, and
// have never seen the second.
func TestGuessedRows(t *testing.T) {
	pages, err := filepath.Glob("testdata/*/*.want")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	for _, want := range pages {
		file := strings.TrimSuffix(want, ".want")
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p, err := read.Page(file, data)
			if err != nil {
				t.Fatal(err)
			}
			wanted, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			got := likelyRows(Tables(p)) == string(wanted)
			switch {
			case got && open[filepath.Base(file)]:
				t.Error("it is read right now: strike it from the open ones")
			case !got && !open[filepath.Base(file)]:
				t.Errorf("got\n%swant\n%s", likelyRows(Tables(p)), wanted)
			}
		})
	}
}

func likelyRows(guesses []Guess) string {
	var b strings.Builder
	for i := range guesses {
		if guesses[i].Table.Confidence < Likely {
			continue
		}
		for _, e := range guesses[i].Table.Entries {
			fields := []string{e.Code, e.Key, e.Text}
			if e.HTTP > 0 {
				fields = append(fields, strconv.Itoa(e.HTTP))
			}
			b.WriteString(strings.Join(fields, "\t") + "\n")
		}
	}
	return b.String()
}
