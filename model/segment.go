package model

import (
	"cmp"
	_ "embed" // for the word lists
	"slices"
	"strings"
	"sync"
)

//go:embed words.txt
var wordList string

//go:embed english.txt
var englishList string

//go:embed initialisms.txt
var initialismList string

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

// initialism spells the word as Go does where it is an initialism, the plural
// of one, or one with digits behind it: "ID", "URLs", "SHA256". Otherwise "".
func initialism(lower string) string {
	if spelled := initialisms()[lower]; spelled != "" {
		return spelled
	}
	if stem, ok := strings.CutSuffix(lower, "s"); ok {
		if spelled := initialisms()[stem]; spelled != "" {
			return spelled + "s"
		}
	}
	stem := strings.TrimRight(lower, digits)
	if spelled := initialisms()[stem]; spelled != "" && stem != lower {
		return spelled + lower[len(stem):]
	}
	return ""
}

const digits = "0123456789"

// longestPiece bounds the words that segment looks for.
const longestPiece = 16

// longestRun bounds the symbols that segment looks at: beyond it, the time
// would go into text that nobody named anything with.
const longestRun = 64

// segment splits words that were written as one: "passwordtooshort" gives
// password, too, short. It answers nil where the whole is a word, where the
// vocabulary does not cover it, or where the pieces are so short that they
// are more likely an accident.
func segment(lower string) []string {
	if len(lower) < 5 || len(lower) > longestRun || isEnglish(lower) || initialism(lower) != "" {
		return nil
	}
	pieces := cheapestCover(lower)
	if len(pieces) < 2 {
		return segmentPrefixed(lower)
	}
	if float64(len(lower))/float64(len(pieces)) < 2.5 || slices.Contains(joints, pieces[len(pieces)-1]) {
		return nil
	}
	return pieces
}

// segmentPrefixed splits what follows a short prefix of a vendor's own, such
// as lg in "lguserid". A prefix is believed only where no English word begins
// with these consonants.
func segmentPrefixed(lower string) []string {
	if slices.Contains(onsets, lower[:2]) {
		return nil
	}
	consonants := len(lower) - len(strings.TrimLeft(lower, "bcdfghjklmnpqrstvwxz"))
	for n := 2; n <= min(consonants, 3); n++ {
		prefix, rest := lower[:n], lower[n:]
		pieces := []string{rest}
		if !isWord(rest) && initialism(rest) == "" {
			pieces = cheapestCover(rest)
		}
		if len(pieces) > 0 && len(rest) >= 4 && len(rest) >= 3*len(pieces) {
			return append([]string{prefix}, pieces...)
		}
	}
	return nil
}

// onsets are the pairs of consonants that English words begin with.
var onsets = []string{
	"bl", "br", "ch", "cl", "cr", "ct", "dr", "dw", "fl", "fr", "gh", "gl", "gn", "gr", "kl", "kn", "kr", "ll", "mn", "ph",
	"pl", "pr", "ps", "pt", "rh", "sc", "sh", "sk", "sl", "sm", "sn", "sp", "sq", "st", "sv", "sw", "th", "tr", "ts", "tw", "wh", "wr",
}

// cheapestCover splits the whole of lower into words of the vocabulary, at
// the lowest sum of their costs, by dynamic programming. It is nil where no
// cover exists.
func cheapestCover(lower string) []string {
	cost := make([]int, len(lower)+1) // of the cheapest cover of lower[:i]
	last := make([]int, len(lower)+1) // where its last word begins
	for end := 1; end <= len(lower); end++ {
		cost[end] = noWord
		for start := max(0, end-longestPiece); start < end; start++ {
			if c := cost[start] + pieceCost(lower[start:end]); c < cost[end] {
				cost[end], last[end] = c, start
			}
		}
	}
	if cost[len(lower)] == noWord {
		return nil
	}
	var pieces []string
	for end := len(lower); end > 0; end = last[end] {
		pieces = append(pieces, lower[last[end]:end])
	}
	slices.Reverse(pieces)
	return pieces
}

// noWord is the cost of letters that are no word, above that of any cover.
const noWord = 1 << 20

// pieceCost is low for words that are rarely there by accident: long ones.
// Each word has a price, so that fewer words win.
func pieceCost(piece string) int {
	listed := vocabulary()[piece]
	switch {
	case len(piece) < 2, len(piece) == 2 && !listed:
		return noWord
	case !listed && initialisms()[piece] == "" && !isWord(piece):
		return noWord
	case len(piece) == 2:
		return 18
	case len(piece) == 3:
		return 14
	case !listed:
		return 12 // an inflected form
	}
	return 10
}

// splitCase splits letters and digits where the case says that a word begins:
// "getURLFor" gives get, URL, For; "userIDs" gives user, IDs.
func splitCase(chunk string) []string {
	var words []string
	start := 0
	for i := 1; i < len(chunk); i++ {
		if !isUpper(chunk[i]) {
			continue
		}
		next := i+1 < len(chunk) && isLower(chunk[i+1])
		if isLower(chunk[i-1]) || next && !pluralEnds(chunk, i+1) {
			words, start = append(words, chunk[start:i]), i
		}
	}
	return append(words, chunk[start:])
}

// pluralEnds reports whether chunk[i] is the s behind capitals: "URLs".
func pluralEnds(chunk string, i int) bool {
	return chunk[i] == 's' && isUpper(chunk[i-1]) && i >= 2 && isUpper(chunk[i-2]) &&
		(i+1 == len(chunk) || !isLower(chunk[i+1]))
}

// longestPrefix is the length of the longest capitals in front of a symbol
// that pass for a vendor's own prefix, whatever they look like: "CURLUE".
const longestPrefix = 7

// spellChunk spells the letters and digits between two separators of a
// symbol. First says that they stand in front, only that they are all of it.
func spellChunk(chunk string, first, only bool) []string {
	var spelled []string
	parts := splitCase(chunk)
	for _, part := range parts {
		if len(parts) > 1 && isCapitals(part) { // beside lower case, capitals mean something
			spelled = append(spelled, cmp.Or(initialism(strings.ToLower(part)), part))
			continue
		}
		pieces := segment(strings.ToLower(part))
		if len(pieces) == 0 {
			spelled = append(spelled, spellWord(part, placeOf(part, first, only)))
			continue
		}
		for i, piece := range pieces {
			if i == 0 && isCapitals(part) && !isWord(piece) {
				piece = part[:len(piece)] // a prefix that the vendor writes in capitals
			}
			spelled = append(spelled, spellWord(piece, leading))
		}
	}
	return spelled
}

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
