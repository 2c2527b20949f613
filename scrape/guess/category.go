package guess

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/vocab"
)

// joinCategories makes one table of those that a page has for each category of
// its codes: they are alike, and no code stands in two of them. The heading of
// each becomes the group of its rows.
func joinCategories(guesses []Guess) []Guess {
	joined := slices.Grow([]Guess(nil), len(guesses))
	families, first := alike(guesses)
	for i, family := range families {
		if !areCategories(guesses, family) {
			delete(families, i)
		}
	}
	for i := range guesses {
		family, ok := families[first[i]]
		switch {
		case !ok:
			joined = append(joined, guesses[i])
		case first[i] == i:
			joined = append(joined, join(guesses, family))
		}
	}
	return joined
}

// alike puts together guesses that have the form, the header and the roles of
// another: a page with a table for each category. The families are by their
// first member, and first has that of each guess.
func alike(guesses []Guess) (families map[int][]int, first []int) {
	families, first = map[int][]int{}, make([]int, len(guesses))
	at := map[string]int{}
	for i := range guesses {
		g := &guesses[i]
		key := g.family()
		if j, ok := at[key]; ok {
			first[i] = j
		} else {
			at[key], first[i] = i, i
		}
		families[first[i]] = append(families[first[i]], i)
	}
	return families, first
}

// family is what tables have in common that a page has for several categories.
func (g *Guess) family() string {
	return strings.Join(slices.Concat([]string{g.Form}, g.Header, []string{"\x00"}, g.Roles), "\x00")
}

// areCategories reports whether guesses that are alike list the codes of one
// kind: each under a heading of its own, and each code once. What one of them is
// worth is then worth to all. Lists and the like have no header that says so, and
// their codes have to look alike. Tables of one row each are the rows of one.
func areCategories(guesses []Guess, family []int) bool {
	if len(family) < 2 || guesses[family[0]].enumerates() {
		return false
	}
	headings, codes, form := map[string]bool{}, map[string]bool{}, ""
	if !slices.ContainsFunc(family, func(i int) bool { return guesses[i].Table.Confidence >= Likely }) {
		return false
	}
	alone := !slices.ContainsFunc(family, func(i int) bool { return len(guesses[i].Table.Entries) > 1 })
	for _, i := range family {
		t := &guesses[i].Table
		if t.Kind != guesses[family[0]].Table.Kind || !alone && (t.Kind != model.Codes && t.Kind != model.Results || t.Heading == "" || guesses[i].Header == nil && headings[t.Heading]) {
			return false
		}
		headings[t.Heading] = true
		for j := range t.Entries {
			code := t.Entries[j].Code
			if codes[code] || t.Entries[j].Group != "" {
				return false
			}
			codes[code] = true
			if guesses[i].Header != nil {
				continue
			}
			if form = cmp.Or(form, style(code)); style(code) != form {
				return false
			}
		}
	}
	return true
}

// enumerates reports whether a table is an enumeration, of which each is a type
// of its own: one of source code, or one whose header titles one column of
// several.
func (g *Guess) enumerates() bool {
	return g.from[0].Source == "enum" || len(g.Header) > 1 && g.Header[0] != "" && !slices.ContainsFunc(g.Header[1:], func(h string) bool { return h != "" })
}

// style is the form of a number, or the letters that a symbol is written in.
func style(code string) string {
	if vocab.Classify(code) == vocab.Number {
		return vocab.Shape(code)
	}
	if strings.ToUpper(code) == code {
		return "capitals"
	}
	return "letters"
}

// join makes one guess of those of a family.
func join(guesses []Guess, family []int) Guess {
	all := guesses[family[0]]
	all.Table.Heading, all.from, all.Uncoded = "", nil, nil
	for _, i := range family {
		all.Table.Confidence = max(all.Table.Confidence, guesses[i].Table.Confidence)
		all.from = append(all.from, guesses[i].from...)
	}
	all.read(*all.recipe)
	return all
}
