package scrape

import (
	"math"
	"regexp"
	"slices"
	"unicode/utf8"
)

// releaseHeading is the title of a release: 2.1.0 (2026-10-02).
var releaseHeading = regexp.MustCompile(`^\[?[vV]?\d+\.\d+(?:\.\d+)*(?:-\w+)?\]?(?:\s*[-–—(/].*)?$`)

// confidence weighs the evidence that a candidate is a table of codes: first
// what its cells look like, then what its header says.
func (c *candidate) confidence(stats []stat, roles []string, rows int) float64 {
	code, text := slices.Index(roles, "code"), slices.Index(roles, "text")
	s := &stats[code]
	z := -3.4 + 2.2*s.codes + 1.2*s.unique + 0.8*s.alike - 1.8*s.weak
	z += 1.6*headerSays(s.header, "code") + 0.6*headerSays(s.header, "key") - 2.5*headerSays(s.header, "none")
	if text >= 0 {
		z += math.Min(stats[text].spaces, 3)/3*0.9 + 0.6*stats[text].filled + 0.9*headerSays(stats[text].header, "text")
	} else {
		z -= 1.2
	}
	if slices.Contains(roles, "key") || s.symbols > 0.5 && s.numbers > 0.5 {
		z += 0.8
	}
	z += math.Min(math.Log10(float64(rows)), 2)*0.9 - 0.6
	if c.header != nil && slices.ContainsFunc(c.header, func(h string) bool { return headerSays(h, "catalogue") == 1 }) {
		z -= 4 // things that somebody owns, or that happen
	}
	if text >= 0 {
		z -= 2 * stats[text].amounts
	}
	if utf8.RuneCountInString(c.heading) == 1 || releaseHeading.MatchString(c.heading) {
		z -= 3 // a letter of an index, a release of a change log
	}
	z += 0.8*headerSays(c.heading, "params") + 0.5*headerSays(c.heading, "under")
	z += formWeight[c.form] - c.measures(stats, code) - 2*headerSays(c.heading, "aside")
	return math.Round(100/(1+math.Exp(-z))) / 100
}

// measures weighs the evidence that the numbers of a column count or measure
// something instead of naming it: units, years, versions, no order, and a
// subject in the first column that is not the number.
func (c *candidate) measures(stats []stat, code int) float64 {
	s := &stats[code]
	if s.numbers < 0.5 {
		return 0
	}
	z := 2.5*s.units + 1.5*s.years
	if headerSays(s.header, "code")+headerSays(s.header, "key") > 0 {
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
	if first := &stats[0]; c.header != nil && code > 0 && first.codes-first.weak < 0.5 {
		z += 2.2
	}
	if c.header != nil && headerWords(c.header) == 0 {
		z += 0.6
	}
	return z
}

// formWeight is how much less is to be believed of forms that other content
// takes too.
var formWeight = map[string]float64{"table": 0, "definitions": -0.2, "list": -0.7, "headings": 0.2, "lines": -0.6, "code": -0.4}

// byGroup parts a candidate where its groups repeat codes: each group then
// counts on its own, as the enumerations of one page do.
func (c candidate) byGroup() []candidate {
	groups := map[string]bool{}
	for _, r := range c.rows {
		groups[r.group] = true
	}
	if len(groups) < 2 || !c.repeatsCodes() {
		return []candidate{c}
	}
	var parts []candidate
	at := map[string]int{}
	for _, r := range c.rows {
		i, ok := at[r.group]
		if !ok {
			i = len(parts)
			at[r.group] = i
			part := c
			part.rows = nil
			if r.group != "" {
				part.heading = r.group
			}
			parts = append(parts, part)
		}
		parts[i].rows = append(parts[i].rows, r)
	}
	return parts
}

// repeatsCodes reports whether the first cell of a row recurs in another
// group.
func (c *candidate) repeatsCodes() bool {
	group := map[string]string{}
	repeated := 0
	for _, r := range c.rows {
		if len(r.cells) == 0 {
			continue
		}
		text := r.cells[0].Text()
		if first, ok := group[text]; ok && first != r.group {
			repeated++
		}
		group[text] = r.group
	}
	return repeated*5 > len(c.rows)
}
