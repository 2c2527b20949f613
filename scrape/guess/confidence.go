package guess

import (
	"math"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/vocab"
)

// releaseHeading is the title of a release: 2.1.0 (2026-10-02).
var releaseHeading = regexp.MustCompile(`^\[?[vV]?\d+\.\d+(?:\.\d+)*(?:-\w+)?\]?(?:\s*[-–—(/].*)?$`)

// confidence weighs the evidence that a candidate is a table of codes: first
// what its cells look like, then what its header says.
func (c *subject) confidence(stats []stat, roles []string, rows int) float64 {
	code, text := slices.Index(roles, "code"), slices.Index(roles, "text")
	s := &stats[code]
	z := -3.4 + 2.2*s.codes + 1.2*s.unique + 0.8*s.alike - 1.8*s.weak
	z += 1.6*vocab.HeaderSays(s.header, "code") + 0.6*vocab.HeaderSays(s.header, "key") - 2.5*vocab.HeaderSays(s.header, "none")
	if text >= 0 {
		z += math.Min(stats[text].spaces, 3)/3*0.9 + 0.6*stats[text].filled + 0.9*vocab.HeaderSays(stats[text].header, "text")
	} else {
		z -= 1.2
	}
	if slices.Contains(roles, "key") || s.symbols > 0.5 && s.numbers > 0.5 {
		z += 0.8
	}
	z += math.Min(math.Log10(float64(rows)), 2)*0.9 - 0.6
	if c.Header != nil && slices.ContainsFunc(c.Header, func(h string) bool { return vocab.HeaderSays(h, "catalogue") == 1 }) {
		z -= 4 // things that somebody owns, or that happen
	}
	if text >= 0 {
		z -= 2 * stats[text].amounts
	}
	if utf8.RuneCountInString(c.Heading) == 1 || releaseHeading.MatchString(c.Heading) {
		z -= 3 // a letter of an index, a release of a change log
	}
	z += 0.8*vocab.HeaderSays(c.Heading, "params") + 0.5*vocab.HeaderSays(c.Heading, "under")
	z += formWeight[c.Form] - c.measures(stats, code) - 2*vocab.HeaderSays(c.Heading, "aside")
	return math.Round(100/(1+math.Exp(-z))) / 100
}

// measures weighs the evidence that the numbers of a column count or measure
// something instead of naming it: units, years, versions, no order, and a
// subject in the first column that is not the number.
func (c *subject) measures(stats []stat, code int) float64 {
	s := &stats[code]
	if s.numbers < 0.5 {
		return 0
	}
	z := 2.5*s.units + 1.5*s.years
	if vocab.HeaderSays(s.header, "code")+vocab.HeaderSays(s.header, "key") > 0 {
		return z
	}
	if s.sorted < 0.6 {
		z += 0.8
	}
	if s.dotted > 0.8 {
		z++
		if s.falling {
			z++
		}
	}
	if first := &stats[0]; c.Header != nil && code > 0 && first.codes-first.weak < 0.5 {
		z += 2.2
	}
	if c.Header != nil && vocab.HeaderWords(c.Header) == 0 {
		z += 0.6
	}
	return z
}

// formWeight is how much less is to be believed of forms that other content
// takes too.
var formWeight = map[string]float64{"table": 0, "definitions": -0.2, "list": -0.7, "headings": 0.2, "lines": -0.6, "code": -0.4}

// byGroup parts a candidate where its groups repeat codes: each group then
// counts on its own, as the enumerations of one page do.
func (c subject) byGroup() []subject {
	groups := map[string]bool{}
	for _, r := range c.Rows {
		groups[r.Group] = true
	}
	if len(groups) < 2 || !c.repeatsCodes() {
		return []subject{c}
	}
	var parts []subject
	at := map[string]int{}
	for _, r := range c.Rows {
		i, ok := at[r.Group]
		if !ok {
			i = len(parts)
			at[r.Group] = i
			part := c
			part.Rows = nil
			if r.Group != "" {
				part.Heading = r.Group
			}
			parts = append(parts, part)
		}
		parts[i].Rows = append(parts[i].Rows, r)
	}
	return parts
}

// repeatsCodes reports whether the first cell of a row recurs in another
// group.
func (c *subject) repeatsCodes() bool {
	group := map[string]string{}
	repeated := 0
	for _, r := range c.Rows {
		if len(r.Cells) == 0 {
			continue
		}
		text := r.Cells[0].Text()
		if first, ok := group[text]; ok && first != r.Group {
			repeated++
		}
		group[text] = r.Group
	}
	return repeated*5 > len(c.Rows)
}
