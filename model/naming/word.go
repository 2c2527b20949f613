package naming

import "strings"

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
