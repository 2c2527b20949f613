package plain

import "strings"

// shown are the characters of a line by the columns that they stand in, where more
// cells begin in columns that are known than if each character took one: not all
// programs count letters of East Asia as two.
func shown(line string, starts []int) []rune {
	text := []rune(line)
	if !strings.ContainsFunc(line, isWide) {
		return text
	}
	if wide := []rune(inColumnsOfOne(line)); begun(wide, starts) > begun(text, starts) {
		return wide
	}
	return text
}

// begun is how many of some columns are the beginning of a cell.
func begun(text []rune, starts []int) int {
	n := 0
	for _, at := range starts {
		if at > 0 && at < len(text) && text[at-1] == ' ' && text[at] != ' ' {
			n++
		}
	}
	return n
}
