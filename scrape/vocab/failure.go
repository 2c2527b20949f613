package vocab

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed failures.txt
var failureList string

// A failureWord is one of failures.txt.
type failureWord struct {
	text  string
	whole bool // nothing may follow in the same word
}

// failureWords are the words of titles and of texts, by their first letter, in
// all languages at once: a page mixes them.
var failureWords = sync.OnceValue(func() map[string]map[rune][]failureWord {
	m := map[string]map[rune][]failureWord{"title": {}, "text": {}}
	for line := range strings.Lines(failureList) {
		head, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(head, "#") {
			continue
		}
		where, _, _ := strings.Cut(head, " ")
		for w := range strings.SplitSeq(words, ",") {
			w = strings.TrimSpace(w)
			text, whole := strings.CutSuffix(w, ".")
			first, _ := utf8.DecodeRuneInString(text)
			m[where][first] = append(m[where][first], failureWord{text, whole})
		}
	}
	return m
})

// TitlesErrors reports whether a title, a heading or a header speaks of errors.
func TitlesErrors(text string) bool { return hasFailure(text, failureWords()["title"]) }

// TellsFailure reports whether a text, or a name in symbols, says that something
// went wrong.
func TellsFailure(text string) bool { return hasFailure(text, failureWords()["text"]) }

func hasFailure(text string, words map[rune][]failureWord) bool {
	text = spaced(text)
	inWord := false
	for i, r := range text {
		if !inWord || !isSpelt(r) {
			for _, w := range words[r] {
				if rest, ok := strings.CutPrefix(text[i:], w.text); ok && !(w.whole && beginsWithLetter(rest)) {
					return true
				}
			}
		}
		inWord = unicode.IsLetter(r)
	}
	return false
}

// isSpelt reports whether r is a letter of a script that writes words apart.
func isSpelt(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(byte(r))
	}
	return unicode.In(r, unicode.Latin, unicode.Cyrillic)
}

func beginsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// spaced is a text in lower case, with blanks between the words of symbols:
// invalid token, of InvalidToken and INVALID_TOKEN.
func spaced(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 8)
	last := ' '
	for _, r := range text {
		switch {
		case r == '_' || r == '-' || r == '.':
			b.WriteByte(' ')
		case unicode.IsUpper(r) && unicode.IsLower(last):
			b.WriteByte(' ')
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteRune(unicode.ToLower(r))
		}
		last = r
	}
	return b.String()
}
