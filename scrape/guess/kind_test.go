package guess

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/read"
)

// Symbols of errors make a list one of errors, whatever its texts say.
func TestKindBySymbols(t *testing.T) {
	const page = "# Values of oven_open\n\n| Value | Symbol | Meaning |\n|---|---|---|\n" +
		"| 0 | OVEN_DONE | It is open. |\n| 1 | OVEN_E_DOOR | The door moves. |\n| 2 | OVEN_E_GLOVE | Somebody needs a glove. |\n| 3 | OVEN_E_CAKE | There is a cake. |\n"
	for text, want := range map[string]model.Kind{page: model.Codes, strings.ReplaceAll(page, "_E_", "_"): model.Results} {
		p, err := read.Page("page.md", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		guesses := Tables(p)
		if len(guesses) == 0 || guesses[0].Table.Kind != want {
			t.Errorf("a list of %s is none: %v", want, guesses)
		}
	}
}
