package vocab

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed headers.txt
var headerList string

// headerRoles maps the words of headers to the role that they speak for. A
// word may speak for several.
var headerRoles = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(headerList) {
		role, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(role, "#") {
			continue
		}
		for _, w := range strings.Split(words, ",") {
			w = strings.TrimSpace(w)
			m[w] = append(m[w], role)
		}
	}
	return m
})

// wordsOf is a header whose words are parted by spaces, as those of names are
// not that data have for keys: errorCode, http_status, HTTPStatus.
func wordsOf(header string) string {
	if strings.ContainsAny(header, " \t") {
		return header
	}
	var b strings.Builder
	runes := []rune(header)
	for i, r := range runes {
		switch {
		case r == '_' || r == '-':
			r = ' '
		case i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) || unicode.IsUpper(runes[i-1]) && i+1 < len(runes) && unicode.IsLower(runes[i+1])):
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// aroundHeader is what may stand around a header.
const aroundHeader = " :：*`"

// rolesOf are those that a header as a whole speaks for, and its words.
func rolesOf(header string) (roles []string, words string) {
	header = trim(header, aroundHeader)
	words = strings.ToLower(wordsOf(header))
	if roles = headerRoles()[strings.ToLower(header)]; roles == nil {
		roles = headerRoles()[words]
	}
	return roles, words
}

// partsHeader reports whether a rune parts the words of a header; a point does in
// a path of keys, type.name.
func partsHeader(r rune) bool { return strings.ContainsRune(" \t\n\f\r/_-.", r) }

// HeaderSays is how strongly a header speaks for a role: 1 as a whole, 0.6 in
// one of its words, 0 not at all.
func HeaderSays(header, role string) float64 {
	if header == "" {
		return 0
	}
	whole, words := rolesOf(header)
	if slices.Contains(whole, role) {
		return 1
	}
	roles := headerRoles()
	for w := range strings.FieldsFuncSeq(words, partsHeader) {
		if slices.Contains(roles[w], role) {
			return 0.6
		}
	}
	if slices.Contains(headRoles(words), role) {
		return 0.6
	}
	return 0
}

// longestHead is how many characters the word has at most that says what a header
// is in the languages of headRoles.
const longestHead = 12

// headRoles are those of the longest word of several characters that a header
// ends with, in Chinese, Japanese and Korean: their compounds are written in one
// piece, and the last part says what the whole is.
func headRoles(header string) []string {
	if last, _ := utf8.DecodeLastRuneInString(header); !unicode.In(last, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) && last != 'ー' {
		return nil
	}
	runes := []rune(header[max(0, len(header)-longestHead*utf8.UTFMax):])
	for i := max(0, len(runes)-longestHead); i+1 < len(runes); i++ {
		if roles := headerRoles()[string(runes[i:])]; roles != nil {
			return roles
		}
	}
	return nil
}

// HeaderWords counts the cells of a row that speak for any role.
func HeaderWords(cells []string) int {
	n := 0
	for _, text := range cells {
		if roles, _ := rolesOf(text); len(roles) > 0 {
			n++
		}
	}
	return n
}
