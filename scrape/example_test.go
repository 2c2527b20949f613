package scrape_test

import (
	"fmt"
	"log"

	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/scrape/guess"
)

var faults = []byte(`# Faults

| Code | Meaning               |
|------|-----------------------|
| E1   | Nobody is there.      |
| E2   | The door is closed.   |
| E3   | The window is closed. |

The lift answers in colours:

- RED - it stands still
- GREEN - it is on its way
- BLUE - it waits for you
`)

// A page that nobody wrote a recipe for.
func ExampleGuess() {
	spec, err := scrape.Guess("faults.md", faults)
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range spec.Tables[0].Entries {
		fmt.Println(e.Code, e.Text)
	}
	// Output:
	// E1 Nobody is there.
	// E2 The door is closed.
	// E3 The window is closed.
}

// Values that the caller knows tell which table is meant.
func ExampleGuess_has() {
	spec, err := scrape.Guess("faults.md", faults, "RED", "it is on its way")
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range spec.Tables[0].Entries {
		fmt.Println(e.Code, e.Text)
	}
	// Output:
	// RED it stands still
	// GREEN it is on its way
	// BLUE it waits for you
}

// The recipe that reads the page again, next year too.
func ExampleDraft() {
	recipe, err := scrape.Draft("faults.md", faults, guess.About{Source: "acme", Package: "acme", Retrieved: "2026-11-22"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(recipe))
	// Output:
	// source: acme
	// title: Faults
	// language: und
	// package: acme
	// retrieved: '2026-11-22'
	// tables:
	//   - codes: Code
	//     form: table
	//     columns: {code: Code, text: Meaning}
	//     code: '[A-Z]+\d+'
	//     min: 1
	//     must: [E2]
}

// A page that has a recipe.
func ExampleRead() {
	recipe, err := scrape.Draft("faults.md", faults, guess.About{Source: "acme", Package: "acme", Retrieved: "2026-11-22"})
	if err != nil {
		log.Fatal(err)
	}
	spec, err := scrape.Read(recipe, "faults.md", faults)
	if err != nil {
		log.Fatal(err)
	}
	e := spec.Tables[0].Entries[1]
	fmt.Println(e.Name, e.Code, e.Text)
	// Output: DoorIsClosed E2 The door is closed.
}
