package model

import (
	"maps"
	"slices"
	"strings"
)

// Languages are the languages that the texts of a table are in: that of Text
// first, the others in order of their tags.
func (t *Table) Languages() []string {
	counts := map[string]int{} // of texts that are the main text
	for i := range t.Entries {
		e := &t.Entries[i]
		for language, text := range e.Texts {
			counts[language] += 0
			if text == e.Text {
				counts[language]++
			}
		}
	}
	list := slices.Sorted(maps.Keys(counts))
	slices.SortStableFunc(list, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	slices.Sort(list[min(1, len(list)):])
	return list
}
