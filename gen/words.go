package gen

import (
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shown is a code as a comment shows it: quoted where it would not stand out
// as one word.
func shown(code string) string {
	if code == "" || visible(code) != code || strings.ContainsAny(code, " \"`'") || docLink.MatchString(code) {
		return brackets.Replace(quote(code))
	}
	return code
}

// brackets keeps go doc from taking what stands in them for a link.
var brackets = strings.NewReplacer("[", "\\x5b", "]", "\\x5d")

func shownAll(codes []string) []string {
	list := make([]string, len(codes))
	for i, code := range codes {
		list[i] = shown(code)
	}
	return list
}

// unexported turns an exported identifier into an unexported one: "httpStatus"
// for "HTTPStatus".
func unexported(id string) string {
	runes := []rune(id)
	n := 0
	for n < len(runes) && unicode.IsUpper(runes[n]) {
		n++
	}
	if n > 1 && n < len(runes) && unicode.IsLower(runes[n]) {
		n-- // the last capital begins the next word
	}
	for i := range n {
		runes[i] = unicode.ToLower(runes[i])
	}
	if s := string(runes); !token.IsKeyword(s) && !token.IsExported(s) {
		return s
	}
	return "the" + id
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
