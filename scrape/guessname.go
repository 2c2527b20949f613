package scrape

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// baseNames are the Go types of tables whose heading gives none.
var baseNames = map[model.Kind]string{
	model.Codes: "Code", model.Results: "Result", model.Params: "Param", model.Fields: "Field",
}

// likely is the confidence from which a guess is more likely right than not.
const likely = 0.5

// nameTables gives each guess a Go type of its own. The only likely one of a
// kind has the name of the kind; others are called by their headings, as long
// as these have words for it.
func nameTables(guesses []Guess) {
	of := map[model.Kind]int{}
	for i := range guesses {
		if guesses[i].Table.Confidence >= likely {
			of[guesses[i].Table.Kind]++
		}
	}
	taken := map[string]bool{"Error": true, "ParseError": true}
	for i := range guesses {
		t := &guesses[i].Table
		name := baseNames[t.Kind]
		if of[t.Kind] != 1 || t.Confidence < likely {
			if called := headingType(t.Heading); called != "" {
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

var (
	sectionNumber = regexp.MustCompile(`^(?:(?i:table|section|chapter|appendix)\s+)?[\d.]+\s+`)
	headingMark   = regexp.MustCompile(`[¶§#]+\s*$`)
	headingRest   = regexp.MustCompile(`\s+(?:(?i:and|with)|&)\s.*$`) // a value is one of the first
)

// headingType is the Go type that a heading gives a table, in the singular:
// "4.1 Reply codes and texts" makes ReplyCode. It is "" where the heading is
// too long, or of letters that make no exported name.
func headingType(heading string) string {
	heading = headingMark.ReplaceAllString(sectionNumber.ReplaceAllString(heading, ""), "")
	if len(heading) > 60 || strings.Count(heading, " ") > 5 {
		return ""
	}
	name := singular(model.SymbolName(headingRest.ReplaceAllString(heading, "")))
	if !model.ValidIdentifier(name) || len(name) < 3 || len(name) > 40 || strings.Contains(name, "_") {
		return ""
	}
	if name == "Error" { // the type that ParseError returns
		return "ErrorCode"
	}
	return name
}

// singular is the singular of an English plural, as far as its end tells.
func singular(name string) string {
	for _, keep := range []string{"ss", "us", "is", "as"} {
		if strings.HasSuffix(name, keep) {
			return name
		}
	}
	if stem, ok := strings.CutSuffix(name, "ies"); ok && len(stem) > 2 {
		return stem + "y"
	}
	if stem, ok := strings.CutSuffix(name, "sses"); ok && stem != "" {
		return stem + "ss"
	}
	if stem, ok := strings.CutSuffix(name, "s"); ok && len(stem) > 2 {
		return stem
	}
	return name
}
