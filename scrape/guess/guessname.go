package guess

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
	"github.com/spectab/spectab/scrape/vocab"
)

// baseNames are the Go types of tables whose heading gives none.
var baseNames = map[model.Kind]string{
	model.Codes: "Code", model.Results: "Result", model.Params: "Param", model.Fields: "Field",
}

// Likely is the confidence from which a guess is more likely right than not.
const Likely = 0.5

// nameTables gives each guess a Go type of its own. The only likely one of a
// kind has the name of the kind, or of its values; others are called by their headings, as long
// as these have words for it, and so are results beside other tables: events,
// states or flags.
func nameTables(guesses []Guess) {
	of, all := map[model.Kind]int{}, 0
	for i := range guesses {
		if guesses[i].Table.Confidence >= Likely {
			of[guesses[i].Table.Kind]++
			all++
		}
	}
	names := nameSet{taken: map[string]bool{"Error": true, "ParseError": true}}
	order := make([]*Guess, len(guesses)) // what is no table takes no name from one
	for i := range guesses {
		order[i] = &guesses[i]
	}
	slices.SortStableFunc(order, func(a, b *Guess) int {
		return cmp.Compare(min(b.Table.Confidence, Likely), min(a.Table.Confidence, Likely))
	})
	for _, g := range order {
		t := &g.Table
		name := cmp.Or(g.valueType(), baseNames[t.Kind])
		if of[t.Kind] != 1 || t.Confidence < Likely || t.Kind == model.Results && all > 1 {
			if called := recipe.HeadingType(t.Heading); called != "" {
				name = called
			}
		}
		t.Name = names.unused(name)
	}
}

// valueType is the Go type that a header gives to results, where it says what
// they are: events, flags, roles. It is "" where it says no more than that they
// are codes, names or values, and for any other kind, which says what they are.
func (g *Guess) valueType() string {
	if g.Table.Kind != model.Results {
		return ""
	}
	for _, role := range []string{"key", "code"} {
		at := slices.Index(g.Roles, role)
		if at < 0 || at >= len(g.Header) {
			continue
		}
		if header := g.Header[at]; vocab.HeaderSays(header, "key") == 0 && vocab.HeaderSays(header, "code") == 0 {
			return recipe.HeadingType(header)
		}
	}
	return ""
}

// A nameSet has the names of Go types that are taken, with their plurals.
type nameSet struct {
	taken map[string]bool
	last  map[string]int // the number that a name had last
}

func (s *nameSet) clone() nameSet { return nameSet{maps.Clone(s.taken), maps.Clone(s.last)} }

// unused takes a name, or the first of it with a number that is not taken.
func (s *nameSet) unused(name string) string {
	if s.taken == nil {
		s.taken = map[string]bool{}
	}
	if s.last == nil {
		s.last = map[string]int{}
	}
	unique := name
	for n := max(2, s.last[name]); s.taken[unique] || s.taken[model.Plural(unique)]; n++ {
		unique, s.last[name] = name+strconv.Itoa(n), n
	}
	s.taken[unique], s.taken[model.Plural(unique)] = true, true
	return unique
}
