package guess

import (
	"strconv"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// baseNames are the Go types of tables whose heading gives none.
var baseNames = map[model.Kind]string{
	model.Codes: "Code", model.Results: "Result", model.Params: "Param", model.Fields: "Field",
}

// Likely is the confidence from which a guess is more likely right than not.
const Likely = 0.5

// nameTables gives each guess a Go type of its own. The only likely one of a
// kind has the name of the kind; others are called by their headings, as long
// as these have words for it.
func nameTables(guesses []Guess) {
	of := map[model.Kind]int{}
	for i := range guesses {
		if guesses[i].Table.Confidence >= Likely {
			of[guesses[i].Table.Kind]++
		}
	}
	taken := map[string]bool{"Error": true, "ParseError": true}
	for i := range guesses {
		t := &guesses[i].Table
		name := baseNames[t.Kind]
		if of[t.Kind] != 1 || t.Confidence < Likely {
			if called := recipe.HeadingType(t.Heading); called != "" {
				name = called
			}
		}
		t.Name = unused(name, taken)
		taken[t.Name], taken[model.Plural(t.Name)] = true, true
	}
}

func unused(name string, taken map[string]bool) string {
	unique := name
	for n := 2; taken[unique] || taken[model.Plural(unique)]; n++ {
		unique = name + strconv.Itoa(n)
	}
	return unique
}
