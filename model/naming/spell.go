package naming

import (
	_ "embed" // for the lists of words
	"strings"
	"sync"
)

//go:embed words.txt
var wordList string

//go:embed english.txt
var englishList string

//go:embed initialisms.txt
var initialismList string

//go:embed errno.txt
var errnoList string

//go:embed american.txt
var americanList string

// vocabulary is the set of words.txt, in lower case.
var vocabulary = sync.OnceValue(func() map[string]bool { return setOf(wordList) })

// english is the set of the words of words.txt and english.txt.
var english = sync.OnceValue(func() map[string]bool { return setOf(wordList + englishList) })

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for word := range listed(list) {
		set[word] = true
	}
	return set
}

// initialisms maps "oauth" to "OAuth", as initialisms.txt writes it.
var initialisms = sync.OnceValue(func() map[string]string {
	spelled := map[string]string{}
	for word := range listed(initialismList) {
		spelled[strings.ToLower(word)] = word
	}
	return spelled
})

// listed yields the lines of an embedded list without its comments.
func listed(list string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}

// errnos are the names that C has for errors and signals, in lower case.
var errnos = sync.OnceValue(func() map[string]bool { return setOf(strings.ToLower(errnoList)) })

// american maps British spelling to that of Go's own library.
var american = sync.OnceValue(func() map[string]string {
	spelled := map[string]string{}
	for line := range listed(americanList) {
		british, american, _ := strings.Cut(line, " ")
		spelled[british] = american
	}
	return spelled
})

// spell spells one word of a symbol as a part of an identifier.
func (n *Namer) spell(word string) string {
	lower := strings.ToLower(word)
	switch {
	case n.initialism(lower) != "":
		return n.initialism(lower)
	case american()[lower] != "":
		return upperFirst(american()[lower])
	case word != lower && !isCapitals(word): // the vendor has a case of its own
		return upperFirst(word)
	case isAbbreviation(lower):
		return strings.ToUpper(word)
	}
	return upperFirst(lower)
}

// longestAbbreviation is the length of the longest letters without a vowel
// that pass for an abbreviation; longer ones are words that were clipped.
const longestAbbreviation = 5

// isAbbreviation reports whether a word has letters alone, none of them a
// vowel, and no list knows it.
func isAbbreviation(lower string) bool {
	stem := strings.TrimRight(lower, digits)
	return len(stem) > 1 && len(stem) <= longestAbbreviation && !strings.ContainsAny(stem, "aeiouy"+digits) && !isEnglish(stem)
}

const digits = "0123456789"

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isCapitals reports whether word has no lower-case letter.
func isCapitals(word string) bool { return word == strings.ToUpper(word) }

func upperFirst(word string) string {
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}
