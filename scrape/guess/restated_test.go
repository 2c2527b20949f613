package guess

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/read"
)

// What a table says again is not likely a second time; another text, or another
// call with the same few values, is.
func TestRestated(t *testing.T) {
	const all = "# Errors\n\n| Code | Message |\n|--|--|\n| NO_SHIP | There is no ship. |\n| NO_PORT | There is no port. |\n| NO_CREW | There is no crew. |\n| NO_FUEL | There is no fuel. |\n\n## Sail\n\n| Code | Message |\n|--|--|\n"
	for name, test := range map[string]struct {
		below  string
		likely int
	}{
		"a part of it":  {"| NO_SHIP | There is no ship. |\n| NO_PORT | There is no port. |\n", 1},
		"one row":       {"| NO_FUEL | There is no fuel. |\n", 1},
		"another text":  {"| NO_SHIP | The ship has sunk. |\n| NO_PORT | There is no port. |\n", 2},
		"another code":  {"| NO_SHIP | There is no ship. |\n| NO_WIND | There is no wind. |\n", 2},
		"nearly all":    {"| NO_SHIP | There is no ship. |\n| NO_PORT | There is no port. |\n| NO_CREW | There is no crew. |\n", 2},
		"without texts": {"| NO_SHIP | |\n| NO_PORT | |\n", 1},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := read.Page("page.md", []byte(all+test.below))
			if err != nil {
				t.Fatal(err)
			}
			likely := 0
			for _, g := range Tables(p) {
				if g.Table.Confidence >= Likely {
					likely++
				}
			}
			if likely != test.likely {
				t.Errorf("%d tables are likely, want %d", likely, test.likely)
			}
		})
	}
	overview := "# Returns\n\n| Name | Value |\n|--|--|\n| NO_SHIP | 1 |\n| NO_PORT | 2 |\n| NO_CREW | 3 |\n\n" +
		strings.NewReplacer("X", "##").Replace("X 1: NO_SHIP\n\nThere is no ship.\n\nX 2: NO_PORT\n\nThere is no port.\n\nX 3: NO_CREW\n\nThere is no crew.\n")
	p, err := read.Page("page.md", []byte(overview))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := likelyRows(Tables(p)), "1\tNO_SHIP\tThere is no ship.\n2\tNO_PORT\tThere is no port.\n3\tNO_CREW\tThere is no crew.\n"; got != want {
		t.Errorf("of an overview and its details got\n%swant\n%s", got, want)
	}
}
