package model

import (
	"slices"
	"strings"
	"sync"
)

// isWord reports whether the vocabulary has the word or, from four letters
// on, one that it is made of: "tokens", "creating", "unreleased".
func isWord(lower string) bool { return isFormOf(vocabulary(), lower) }

// isEnglish reports the same of all the words that are known.
func isEnglish(lower string) bool { return isFormOf(english(), lower) }

func isFormOf(words map[string]bool, lower string) bool {
	if words[lower] {
		return true
	}
	for _, prefix := range []string{"un", "re", "non", "dis", "mis", "de", "in", "pre", "over", "sub", "under"} {
		stem, ok := strings.CutPrefix(lower, prefix)
		if ok && len(stem) >= 4 && (words[stem] || isInflected(words, stem)) {
			return true
		}
	}
	return isInflected(words, lower)
}

func isInflected(words map[string]bool, lower string) bool {
	for _, ending := range []string{"s", "es", "d", "ed", "ing", "ly", "able", "er"} {
		stem, ok := strings.CutSuffix(lower, ending)
		if !ok || len(stem) < 4 {
			continue
		}
		if words[stem] || (ending == "ing" || ending == "able") && words[stem+"e"] {
			return true
		}
		if n := len(stem) - 1; (ending == "ing" || ending == "ed" || ending == "er") && stem[n] == stem[n-1] && words[stem[:n]] {
			return true // clip, clipping
		}
	}
	stem, ok := strings.CutSuffix(lower, "ies")
	return ok && len(stem) >= 3 && words[stem+"y"]
}

// A place is where a word stands in a symbol: what no list has is likely an
// abbreviation where it leads, or is all there is.
type place int

const (
	inside place = iota
	leading
	alone
)

func placeOf(part string, first, only bool) place {
	switch {
	case only:
		return alone
	case first && len(part) <= longestPrefix:
		return leading
	}
	return inside
}

// spellWord spells one word as a part of a Go identifier. Capitals that are no
// known word, and do not look like one for the place, stay ("ENOENT").
func spellWord(word string, at place) string {
	lower := strings.ToLower(word)
	if spelled := initialism(lower); spelled != "" {
		return spelled
	}
	if !isCapitals(word) || len(word) == 1 {
		return upperFirst(word)
	}
	stem := strings.TrimRight(lower, digits)
	switch {
	case isEnglish(stem), at == inside && len(stem) > 4 && isSpeakable(stem), isSpeakable(stem) && hasWordEnding(stem):
		return upperFirst(lower)
	case at == alone && isSpeakable(stem) && looksEnglish(stem):
		return upperFirst(lower)
	}
	return word
}

// isSpeakable tells a word from an abbreviation by its sounds: it has vowels,
// and no more than three of either in a row.
func isSpeakable(lower string) bool {
	vowels, consonants, seen := 0, 0, false
	for i := range len(lower) {
		switch {
		case strings.IndexByte(digits, lower[i]) >= 0:
			return false
		case strings.IndexByte("aeiouy", lower[i]) >= 0:
			vowels, consonants, seen = vowels+1, 0, true
		default:
			vowels, consonants = 0, consonants+1
		}
		if vowels > 3 || consonants > 3 {
			return false
		}
	}
	return seen
}

// hasWordEnding reports whether a word ends as no abbreviation does.
func hasWordEnding(lower string) bool { return len(lower) > 5 && endsIn(lower, wordEndings) }

// looksEnglish reports whether a word that no list has is likely one all the
// same: it has only such letters beside each other as known words have, or
// nearly so and a common ending.
func looksEnglish(lower string) bool {
	if len(lower) < 7 || len(lower) > longestRun || isPrefixed(lower) {
		return false
	}
	strange := 0
	for triple := range triples(lower) {
		if !knownTriples()[triple] {
			strange++
		}
	}
	return strange == 0 || strange <= 2 && endsIn(lower, inflections)
}

func endsIn(lower string, endings []string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(lower, ending) })
}

// wordEndings are those of words alone, inflections may be an accident.
var (
	wordEndings = []string{
		"able", "ance", "ber", "day", "ence", "ible", "ism", "ity", "ive", "ment", "ness", "ous", "ship", "tion", "ture",
	}
	inflections = []string{
		"age", "al", "ant", "ary", "ate", "ed", "ent", "er", "est", "ful", "ic", "ify", "ing", "ion", "ise", "ish", "ist", "ize",
		"less", "or", "ory",
	}
)

// isPrefixed reports whether a word is likely an abbreviation of the C
// library's: one of its prefixes, and letters that may well look like a word.
func isPrefixed(lower string) bool {
	if rest, ok := strings.CutPrefix(lower, "e"); ok {
		return !endsIn(lower, inflections) || isEnglish(rest) || cheapestCover(rest) != nil
	}
	return strings.HasPrefix(lower, "sig") || strings.HasPrefix(lower, "wsa")
}

// knownTriples are the letters that stand beside each other in known words,
// by threes, with the words' ends.
var knownTriples = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for word := range english() {
		for triple := range triples(word) {
			known[triple] = true
		}
	}
	return known
})

// triples yields the letters of a word by threes, with a space at both ends.
func triples(lower string) func(yield func(string) bool) {
	spaced := " " + lower + " "
	return func(yield func(string) bool) {
		for i := range len(spaced) - 2 {
			if !yield(spaced[i : i+3]) {
				return
			}
		}
	}
}
