package model

import (
	"fmt"
	"go/token"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/model/text"
)

// maxIdentifier is the length in bytes of the longest identifier that is
// accepted, maxDerived of the longest that is derived from a symbol or a
// code. What lies between is left to prefixes and suffixes.
const (
	maxIdentifier = 100
	maxDerived    = 80
)

// ValidIdentifier reports whether name may be declared by an emitted package:
// an exported Go identifier of at most 100 bytes.
func ValidIdentifier(name string) bool {
	return len(name) <= maxIdentifier && token.IsIdentifier(name) && token.IsExported(name)
}

// isSymbol reports whether a code is a name in itself ("invalid_request",
// "EPERM", "E2BIG") rather than a number, with or without letters around it
// ("E001", "002-016", "42P01", "0x80240001", "ORA-00942").
func isSymbol(code string) bool {
	if strings.ContainsFunc(fold(code), isForeign) {
		return false
	}
	chunks := chunksOf(fold(code))
	letters, numbers, words := 0, 0, 0 // letters and digits; chunks without digits
	for _, chunk := range chunks {
		n := countDigits(chunk)
		letters, numbers = letters+len(chunk)-n, numbers+n
		if n == 0 && len(chunk) >= 2 {
			words++
		}
	}
	switch {
	case letters < 2:
		return false
	case numbers == 0:
		return true
	case len(chunks) == 1:
		return isSymbolWithDigits(chunks[0])
	case words == 0:
		return slices.ContainsFunc(chunks, func(c string) bool { return countDigits(c) > 0 && isSymbolWithDigits(c) })
	case words == 1 && len(chunks) == 2 && isNumber(chunks[1]):
		return strings.Contains(code, "_") && chunks[1][0] != '0' && len(chunks[1]) < len(chunks[0]) &&
			!slices.Contains(numberLabels, strings.ToLower(chunks[0]))
	}
	return true
}

// isSymbolWithDigits judges letters and digits without a separator.
func isSymbolWithDigits(chunk string) bool {
	stem := strings.TrimRight(chunk, digits)
	switch {
	case isDigit(chunk[0]):
		return slices.ContainsFunc(splitCase(strings.TrimLeft(chunk, digits)), func(part string) bool {
			return len(part) >= 3 && isWord(strings.ToLower(part))
		}) || initialisms()[strings.ToLower(chunk)] != ""
	case stem == chunk: // E2BIG, but not HV00A
		return len(chunk)-strings.LastIndexAny(chunk, digits) > 2 && countDigits(chunk)*2 < len(chunk)
	case countDigits(stem) > 0:
		return false
	}
	return isNumbered(stem, chunk[len(stem):])
}

// isNumbered tells a word with a number ("address2", "SHA256") from a number
// with letters before it ("E001", "SQL0100", "ERR42").
func isNumbered(word, number string) bool {
	word = strings.ToLower(word)
	if len(number) > 3 || number[0] == '0' && len(number) > 1 || slices.Contains(numberLabels, word) {
		return false
	}
	return initialisms()[word] != "" || isWord(word) && len(number) < len(word) || segment(word) != nil ||
		len(splitCase(word)) > 1
}

// numberLabels are words that make no name of the number behind them.
var numberLabels = []string{"code", "err", "error", "errors", "msg", "message", "no", "num", "number", "status", "warning"}

// symbolName turns a vendor's symbol into a Go identifier:
// "redirect_uri_mismatch" gives RedirectURIMismatch, "EPERM" stays. It is ""
// where the symbol has no Latin letters.
func symbolName(symbol string) string {
	chunks := chunksOf(fold(symbol))
	var words []string
	for i, chunk := range chunks {
		words = append(words, spellChunk(chunk, i == 0, len(chunks) == 1)...)
	}
	name := joinWords(words)
	if len(name) > maxDerived {
		return cutWithHash(name, symbol)
	}
	return name
}

// fallbackName makes an identifier of a code that is no name, where its row
// has no message either: "002-016" of Code gives Code002_016.
func fallbackName(typeName, code string) string {
	return appendSuffix(typeName, codeSuffix(code), code)
}

// appendSuffix is the identifier of a code, of its type and what stands for
// the code itself.
func appendSuffix(typeName, suffix, code string) string {
	if !ValidIdentifier(typeName) {
		typeName = "Code"
	}
	name := typeName + suffix
	if isDigit(typeName[len(typeName)-1]) && isDigit(suffix[0]) {
		name = typeName + "_" + suffix
	}
	if len(name) > maxDerived {
		return cutWithHash(name, typeName+"\x00"+code)
	}
	return name
}

// maxSuffix is the length in bytes of the longest codeSuffix.
const maxSuffix = 32

// codeSuffix is what tells a clashing name apart: the code with its letters
// and digits as they are, or the words for its marks where it has neither.
// What the form of an identifier cannot hold, the hash of the code stands for.
func codeSuffix(code string) string {
	folded := fold(code)
	suffix := chunkSuffix(folded)
	if suffix == "" && !strings.ContainsFunc(folded, isForeign) {
		suffix = operatorSuffix(code)
	}
	switch {
	case isSymbol(code), suffix == "", strings.ContainsFunc(folded, isForeign):
		return hashSuffix(code)
	case len(code) == 1 && isLower(code[0]):
		return "Lower" + suffix
	case len(suffix) > maxSuffix:
		return cutWithHash(suffix[:maxSuffix-hashLength], code)
	}
	return suffix
}

// hashSuffix is what is left to tell a code apart: its letters and digits, as
// many as fit, and the hash of the whole.
func hashSuffix(code string) string {
	return cut(chunkSuffix(fold(code)), maxSuffix-hashLength) + hash(code)
}

// chunkSuffix joins the letters and digits of a code. "_" keeps numbers apart,
// "Minus" stands for a sign, so that 4.4, 44 and -44 differ.
func chunkSuffix(folded string) string {
	chunks := chunksOf(folded)
	suffix := strings.Builder{}
	if len(chunks) > 0 && isDigit(chunks[0][0]) && strings.HasPrefix(strings.TrimSpace(folded), "-") {
		suffix.WriteString("Minus")
	}
	for i, chunk := range chunks {
		if i > 0 && isDigit(chunk[0]) && isDigit(chunks[i-1][len(chunks[i-1])-1]) {
			suffix.WriteByte('_')
		}
		suffix.WriteString(upperFirst(chunk))
	}
	return suffix.String()
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

// fold brings Latin letters to ASCII.
func fold(s string) string { return text.ASCII(s) }

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

// hashLength is the length of what hash returns.
const hashLength = 9

// hash is "X" and eight hexadecimal digits, the same for the same text on
// every machine.
func hash(s string) string {
	h := fnv.New32a()
	h.Write([]byte(s)) // never fails
	return fmt.Sprintf("X%08X", h.Sum32())
}

// cutWithHash shortens a name to the longest that is derived, with the hash
// of what it was made from at the end.
func cutWithHash(name, origin string) string {
	return cut(name, maxDerived-hashLength) + hash(origin)
}

func cut(name string, n int) string {
	return strings.TrimRight(name[:min(n, len(name))], "_")
}
