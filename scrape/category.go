package scrape

import (
	"cmp"
	"strings"

	"github.com/spectab/spectab/model"
)

// joinCategories makes one table of those that a page has for each category of
// its codes: they are alike, and no code stands in two of them. The heading of
// each becomes the group of its rows.
func joinCategories(guesses []Guess) []Guess {
	var joined []Guess
	done := make([]bool, len(guesses))
	for i := range guesses {
		if done[i] {
			continue
		}
		family := alike(guesses, i)
		if !areCategories(guesses, family) {
			family = []int{i}
		}
		for _, j := range family {
			done[j] = true
		}
		joined = append(joined, join(guesses, family))
	}
	return joined
}

// areCategories reports whether guesses that are alike list the codes of one
// kind: each under a heading of its own, and each code once. Lists and the
// like have no header that says so, and their codes have to look alike.
func areCategories(guesses []Guess, family []int) bool {
	headings, codes, form := map[string]bool{}, map[string]bool{}, ""
	for _, i := range family {
		t := &guesses[i].Table
		if t.Kind != model.Codes || t.Heading == "" || headings[t.Heading] || t.Confidence < likely {
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
	return len(family) > 1
}

// style is the form of a number, or the letters that a symbol is written in.
func style(code string) string {
	if classify(code) == number {
		return shape(code)
	}
	if strings.ToUpper(code) == code {
		return "capitals"
	}
	return "letters"
}

// join makes one guess of those of a family.
func join(guesses []Guess, family []int) Guess {
	all := guesses[family[0]]
	if len(family) == 1 {
		return all
	}
	all.Table.Entries, all.Table.Heading = nil, ""
	for _, i := range family {
		t := &guesses[i].Table
		all.Table.Confidence = max(all.Table.Confidence, t.Confidence)
		for _, e := range t.Entries {
			e.Group = t.Heading
			all.Table.Entries = append(all.Table.Entries, e)
		}
	}
	return all
}
