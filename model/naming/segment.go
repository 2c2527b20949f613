package naming

import (
	"slices"
	"strings"
)

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
	if isVirtual(lower) {
		return []string{"v", lower[1:]}
	}
	if len(lower) < 5 || len(lower) > longestRun || isEnglish(lower) || noNamer.initialism(lower) != "" {
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

// isVirtual reports whether a v stands before a word, as in vnode and vtab.
func isVirtual(lower string) bool {
	return len(lower) >= 4 && lower[0] == 'v' && vocabulary()[lower[1:]] && !isEnglish(lower) && noNamer.initialism(lower) == ""
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
		if !isWord(rest) && noNamer.initialism(rest) == "" {
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

// noNamer knows the lists alone.
var noNamer *Namer
