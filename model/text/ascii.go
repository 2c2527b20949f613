package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ASCII brings Latin letters, full-width forms and typographic apostrophes and
// hyphens to ASCII, and drops what is Invisible. Other scripts stay,
// decomposed. Bytes that are no UTF-8 become spaces.
func ASCII(s string) string {
	if isASCII(s) {
		return s
	}
	s = norm.NFKD.String(strings.ToValidUTF8(s, " "))
	latin := false
	return unfoldable().Replace(strings.Map(func(r rune) rune {
		switch {
		case latin && unicode.Is(unicode.Mn, r), Invisible(r):
			return -1
		case !unicode.Is(unicode.M, r):
			latin = unicode.Is(unicode.Latin, r)
		}
		return r
	}, s))
}

// unfoldable replaces the Latin letters, and the apostrophes and hyphens,
// that no normalisation brings to ASCII.
var unfoldable = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("ß", "ss", "ẞ", "SS", "æ", "ae", "Æ", "AE", "œ", "oe", "Œ", "OE", "ø", "o", "Ø", "O",
		"ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "ð", "d", "Ð", "D", "þ", "th", "Þ", "Th", "ı", "i", "ħ", "h", "Ħ", "H",
		"’", "'", "‘", "'", "ʼ", "'", "\u2010", "-", "\u2011", "-", "−", "-")
})

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
