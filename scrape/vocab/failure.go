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

// failureInitials are some of the words by the letters that they begin with: two
// of ASCII, or else one of any script.
type failureInitials struct {
	pairs  [26][26][]failureWord
	others map[rune][]failureWord
}

func (f *failureInitials) add(w failureWord) {
	if a, b := w.text[0]-'a', w.text[1]-'a'; a < 26 && b < 26 {
		f.pairs[a][b] = append(f.pairs[a][b], w)
		return
	}
	first, _ := utf8.DecodeRuneInString(w.text)
	f.others[first] = append(f.others[first], w)
}

// begin reports whether one of the words begins s, whose first letter is r.
func (f *failureInitials) begin(s []byte, r rune) bool {
	var words []failureWord
	switch {
	case r < 'a':
		return false
	case r <= 'z' && len(s) > 1 && s[1]-'a' < 26:
		words = f.pairs[r-'a'][s[1]-'a']
	default:
		words = f.others[r]
	}
	for _, w := range words {
		if len(s) >= len(w.text) && string(s[:len(w.text)]) == w.text && !(w.whole && beginsWithLetter(s[len(w.text):])) {
			return true
		}
	}
	return false
}

// failureWords are the words of titles and of texts, in all languages at once: a
// page mixes them.
var failureWords = sync.OnceValue(func() map[string]*failureInitials {
	m := map[string]*failureInitials{"title": {others: map[rune][]failureWord{}}, "text": {others: map[rune][]failureWord{}}}
	for line := range strings.Lines(failureList) {
		head, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(head, "#") {
			continue
		}
		where, _, _ := strings.Cut(head, " ")
		for w := range strings.SplitSeq(words, ",") {
			w = strings.TrimSpace(w)
			text, whole := strings.CutSuffix(w, ".")
			m[where].add(failureWord{text, whole})
		}
	}
	return m
})

// TitlesErrors reports whether a title, a heading or a header speaks of errors.
func TitlesErrors(text string) bool { return hasFailure(text, failureWords()["title"]) }

// TellsFailure reports whether a text, or a name in symbols, says that something
// went wrong.
func TellsFailure(text string) bool { return hasFailure(text, failureWords()["text"]) }

func hasFailure(text string, words *failureInitials) bool {
	var short [256]byte
	s := spaced(short[:0], text)
	inWord := false
	for len(s) > 0 {
		r, size, letter := rune(s[0]), 1, isLetter(s[0])
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(s)
			letter = unicode.IsLetter(r)
		}
		if (!inWord || !isSpelt(r)) && words.begin(s, r) {
			return true
		}
		inWord, s = letter, s[size:]
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

func beginsWithLetter(s []byte) bool {
	r, _ := utf8.DecodeRune(s)
	return unicode.IsLetter(r)
}

// spaced appends to s a text in lower case, with blanks between the words of symbols:
// invalid token, of InvalidToken and INVALID_TOKEN.
func spaced(s []byte, text string) []byte {
	last := ' '
	for _, r := range text {
		switch {
		case r == ' ' || r >= 'a' && r <= 'z': // most
			s = append(s, byte(r))
		case r == '_' || r == '-' || r == '.':
			s = append(s, ' ')
		case unicode.IsUpper(r) && unicode.IsLower(last):
			s = utf8.AppendRune(append(s, ' '), unicode.ToLower(r))
		default:
			s = utf8.AppendRune(s, unicode.ToLower(r))
		}
		last = r
	}
	return s
}
