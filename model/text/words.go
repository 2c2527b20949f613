package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unspaced reports whether a letter is of a script that does not part words.
func Unspaced(r rune) bool {
	return r > 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// wordLength is how many letters a word of an unspaced script is taken to have:
// in Chinese most have two.
const wordLength = 2

// Spaces is how many spaces a text has, or would have if each script parted its
// words.
func Spaces(s string) int {
	n, run := strings.Count(s, " "), 0
	if len(s) < utf8.UTFMax {
		return n
	}
	for _, r := range s {
		if r >= utf8.RuneSelf && Unspaced(r) {
			run++
			continue
		}
		n, run = n+max(0, (run-1)/wordLength), 0
	}
	return n + max(0, (run-1)/wordLength)
}
