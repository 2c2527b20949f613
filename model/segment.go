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
	if len(lower) < 7 || isPrefixed(lower) {
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
