package naming

import (
	"fmt"
	"go/token"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
)

// maxIdentifier is the length in bytes of the longest identifier that is
// accepted, maxDerived of the longest that is derived from a symbol or a
// code. What lies between is left to prefixes and suffixes.
const (
	maxIdentifier = 100
	maxDerived    = 80
)

// Valid reports whether name may be declared by an emitted package:
// an exported Go identifier of at most 100 bytes.
func Valid(name string) bool {
	return len(name) <= maxIdentifier && token.IsIdentifier(name) && token.IsExported(name)
}

// joinWords joins words into an identifier. Numbers that meet are kept apart
// by "_", the one place where Go's linters want it; a number in front is
// written out or, of several digits, moved to the end.
func joinWords(words []string) string {
	words = leadWithLetter(words)
	var name strings.Builder
	for i, word := range words {
		if i > 0 && isDigit(word[0]) && isDigit(words[i-1][len(words[i-1])-1]) {
			name.WriteByte('_')
		}
		name.WriteString(word)
	}
	return name.String()
}

var numerals = [...]string{"Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"}

func leadWithLetter(words []string) []string {
	numbers := 0
	for numbers < len(words) && isNumber(words[numbers]) {
		numbers++
	}
	switch {
	case numbers == len(words):
		return nil
	case numbers == 1 && len(words[0]) == 1:
		return append([]string{numerals[words[0][0]-'0']}, words[1:]...)
	case numbers > 0:
		return leadWithLetter(append(slices.Clone(words[numbers:]), words[:numbers]...))
	case !isDigit(words[0][0]):
		return words
	case isDigit(words[0][1]):
		return append([]string{"N"}, words...)
	}
	return append([]string{numerals[words[0][0]-'0'], upperFirst(words[0][1:])}, words[1:]...)
}

// chunksOf splits folded text at everything but ASCII letters and digits.
func chunksOf(folded string) []string {
	return strings.FieldsFunc(folded, func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// isForeign reports whether r is a letter or digit that no identifier keeps.
func isForeign(r rune) bool {
	return r > unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.In(r, unicode.So))
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, digits) == "" }

func countDigits(s string) int {
	n := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			n++
		}
	}
	return n
}

// hashLength is the length of what Hash returns.
const hashLength = 9

// Hash is "X" and eight hexadecimal digits, the same for the same text on
// every machine.
func Hash(s string) string {
	h := fnv.New32a()
	h.Write([]byte(s)) // never fails
	return fmt.Sprintf("X%08X", h.Sum32())
}

// cutWithHash shortens a name to the longest that is derived, with the hash
// of what it was made from at the end.
func cutWithHash(name, origin string) string {
	return cut(name, maxDerived-hashLength) + Hash(origin)
}

func cut(name string, n int) string {
	return strings.TrimRight(name[:min(n, len(name))], "_")
}

// TellingWords are the words of an identifier in lower case, but for short ones
// and those that only announce a number, such as code.
func TellingWords(name string) []string {
	var words []string
	for _, chunk := range strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r < 0x80 && isDigit(byte(r)) }) {
		for _, word := range splitCase(chunk) {
			if word = strings.ToLower(word); len(word) >= 3 && !slices.Contains(numberLabels, word) {
				words = append(words, word)
			}
		}
	}
	return words
}
