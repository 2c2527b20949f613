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
	for i, l := range lines {
		if !strings.Contains(l.text, "\f") {
			continue
		}
		if rest := strings.TrimLeft(l.text, "\f"); rest != "" {
			headers = append(headers, i)
		} else if at := nextText(lines, i, 1); at >= 0 {
			headers = append(headers, at)
		}
		if at := nextText(lines, i, -1); at >= 0 {
			footers = append(footers, at)
		}
	}
	dropRepeated(lines, footers)
	dropRepeated(lines, headers)
}

// nextText is the nearest line in a direction that is not blank, or -1.
func nextText(lines []textLine, from, step int) int {
	for i := from + step; i >= 0 && i < len(lines); i += step {
		if strings.Trim(lines[i].text, " \t\f") != "" {
			return i
		}
	}
	return -1
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
