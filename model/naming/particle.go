package naming

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed particles.txt
var particlesText string

// A tongue has the small words of a language, and what English says for each.
type tongue map[string]string

// tongues are the languages of particles.txt, in its order.
var tongues = sync.OnceValue(func() []tongue {
	var list []tongue
	language := ""
	for line := range strings.Lines(particlesText) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		if fields[0] != language {
			language = fields[0]
			list = append(list, tongue{})
		}
		for _, word := range fields[2:] {
			list[len(list)-1][word] = fields[1]
		}
	}
	return list
})

// tongueOf is that of a message of which it has more small words than English
// and any other; nil where there is none.
func tongueOf(words []string) tongue {
	var best tongue
	most := 0
	for _, w := range words {
		if isSmall(w) {
			most++
		}
	}
	for _, t := range tongues() {
		count := 0
		for _, w := range words {
			if t[w] != "" {
				count++
			}
		}
		if count > most {
			best, most = t, count
		}
	}
	return best
}

// isSmall reports whether a word only joins, denies or points at others in
// English.
func isSmall(lower string) bool {
	return leadsOn(lower) || slices.Contains(looseWords, lower) || slices.Contains(determiners, lower)
}

// english is the word that says in English what a small one says, or the word.
func (t tongue) english(lower string) string {
	if said := t[lower]; said != "" {
		return said
	}
	return lower
}
