package vocab

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed deprecated.txt
var deprecatedList string

var deprecating = sync.OnceValue(func() []string {
	var phrases []string
	for line := range strings.Lines(deprecatedList) {
		_, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for phrase := range strings.SplitSeq(list, ",") {
			phrases = append(phrases, strings.TrimSpace(phrase))
		}
	}
	return phrases
})

// Deprecates reports whether a remark, beside a code or alone in a badge,
// advises against it. The word stands first or last in it, since a sentence
// may speak of anything that is deprecated.
func Deprecates(remark string) bool {
	remark = strings.TrimFunc(strings.ToLower(remark), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
	return slices.ContainsFunc(deprecating(), func(phrase string) bool {
		if rest, ok := strings.CutPrefix(remark, phrase); ok && !startsWithLetter(rest) {
			return true
		}
		rest, ok := strings.CutSuffix(remark, phrase)
		return ok && !endsWithLetter(rest)
	})
}

// remarkWords is how many words a text may have that advises against its code, beside
// what else it says.
const remarkWords = 6

// Deprecation is what a text says against its code: in brackets before or behind
// the rest, or as a label, "Deprecated: use E103". It is "" of any other text.
func Deprecation(text string) string {
	if !strings.ContainsAny(text, "(（[【:：") {
		return "" // as most
	}
	for _, find := range []*regexp.Regexp{bracketsFirst, bracketsLast} {
		if m := find.FindStringSubmatch(text); m != nil && len(strings.Fields(m[1])) <= remarkWords && Deprecates(m[1]) {
			return m[1]
		}
	}
	at := strings.IndexAny(text, ":：")
	if at > 0 && len(strings.Fields(text[:at])) <= remarkWords/2 && Deprecates(text[:at]) {
		return text
	}
	return ""
}

var (
	bracketsFirst = regexp.MustCompile(`^\s*[(（\[【]([^()（）\[\]【】]+)[)）\]】]`)
	bracketsLast  = regexp.MustCompile(`[(（\[【]([^()（）\[\]【】]+)[)）\]】][.。\s]*$`)
)

func startsWithLetter(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	}
	return false
}

func endsWithLetter(s string) bool {
	runes := []rune(s)
	return len(runes) > 0 && startsWithLetter(string(runes[len(runes)-1]))
}
