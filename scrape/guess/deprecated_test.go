package guess

import (
	"testing"

	"github.com/spectab/spectab/scrape/read"
)

// A column whose header speaks of it says which codes are deprecated; a header
// that only has the word does not.
func TestDeprecatedColumn(t *testing.T) {
	for header, want := range map[string]string{"Deprecated": "in 2.1", "Deprecated since": "in 2.1", "Successor of a deprecated one": ""} {
		page, err := read.Page("page.md", []byte("# Errors\n\n| Code | Meaning | "+header+" |\n|---|---|---|\n"+
			"| E101 | The cart is empty. | |\n| E102 | The cart was lost. | in 2.1 |\n| E103 | The cart is too heavy. | |\n| E104 | The cart is somewhere else. | |\n"))
		if err != nil {
			t.Fatal(err)
		}
		guesses := Tables(page)
		if len(guesses) == 0 {
			t.Fatalf("%s: no table", header)
		}
		if got := guesses[0].Table.Entries[1].Deprecated; got != want {
			t.Errorf("%s: %q, want %q", header, got, want)
		}
	}
}
