package plain

import (
	"regexp"
	"strings"
)

var digitRun = regexp.MustCompile(`\d+`)

// dropPageBreaks empties the lines that a printed text repeats on every page:
// the footer above each form feed and the header below it. Each counts as one
// where, numbers aside, at least half of the pages have it.
func dropPageBreaks(lines []textLine) {
	var footers, headers []int
	above, below := -1, -1 // the nearest lines of text
	for i, l := range lines {
		before := above
		if strings.Trim(l.text, " \t\f") != "" {
			above = i
		}
		if !strings.Contains(l.text, "\f") {
			continue
		}
		if rest := strings.TrimLeft(l.text, "\f"); rest != "" {
			headers = append(headers, i)
		} else if below = textBelow(lines, i, below); below < len(lines) {
			headers = append(headers, below)
		}
		if before >= 0 {
			footers = append(footers, before)
		}
	}
	dropRepeated(lines, footers)
	dropRepeated(lines, headers)
}

// textBelow is the nearest line below one that is not blank, len(lines) where
// there is none; last is what it was for a line above, and serves again.
func textBelow(lines []textLine, from, last int) int {
	i := max(from+1, last)
	for i < len(lines) && strings.Trim(lines[i].text, " \t\f") == "" {
		i++
	}
	return i
}

// dropRepeated empties those of the lines that are alike but for numbers.
func dropRepeated(lines []textLine, at []int) {
	count := map[string]int{}
	form := func(i int) string {
		return digitRun.ReplaceAllString(strings.Trim(lines[i].text, " \t\f"), "0")
	}
	for _, i := range at {
		count[form(i)]++
	}
	var repeated []int
	for _, i := range at {
		if n := count[form(i)]; n >= 2 && n*2 >= len(at) {
			repeated = append(repeated, i)
		}
	}
	for _, i := range repeated {
		lines[i].text = ""
	}
}
