package drift

import (
	"regexp"
	"strings"
	"unicode"
)

// squeeze folds all white space of a text into single spaces.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// unspaced drops all white space, and what takes no room at all. Pages in
// Chinese and Japanese put spaces beside Latin words or leave them out.
func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || isInvisible(r) {
			return -1
		}
		return r
	}, s)
}

// isInvisible reports whether a character is one of the formatting ones that
// editors leave behind. The joiners are letters to Persian and Indic scripts.
func isInvisible(r rune) bool {
	return r == '\u00AD' || unicode.Is(unicode.Cf, r) && r != '\u200C' && r != '\u200D'
}

// quotes, dashes and stops are characters of one meaning.
const (
	quotes = "\"'`´‘’‚‛“”„‟«»‹›「」『』〝〞＂＇"
	dashes = "-‐‑‒–—―−﹣－"
	stops  = ".。．｡"
)

// fold is a text without what nobody means by it: the case of letters, the
// forms of quotes and dashes, the width of letters and digits, the full stop
// at the end, and white space.
func fold(s string) string {
	s = strings.NewReplacer("…", "...", "、", ",", "\\_", "_").Replace(s)
	s = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(quotes, r):
			return '"'
		case strings.ContainsRune(dashes, r):
			return '-'
		case strings.ContainsRune(stops, r):
			return '.'
		case '\uFF01' <= r && r <= '\uFF5E':
			r -= '\uFF01' - '!'
		}
		return unicode.ToLower(r)
	}, s)
	return strings.TrimRight(unspaced(s), `."`)
}

var link = regexp.MustCompile(`(?i)\b(?:https?|ftp)://[^\s<>"'）)]+|\bwww\.[^\s<>"'）)]+|\[[^\]]*\]\([^)]*\)`)

// withoutLinks drops addresses. Of a link in Markdown the text stays.
func withoutLinks(s string) string {
	return link.ReplaceAllStringFunc(s, func(found string) string {
		if strings.HasPrefix(found, "[") {
			return found[1:strings.Index(found, "]")]
		}
		return ""
	})
}
