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

// deprecating are the phrases of all languages, and each one's own word for
// "deprecated", which is the first of its line.
var deprecating = sync.OnceValue(func() (list struct{ phrases, words []string }) {
	for line := range strings.Lines(deprecatedList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		_, line, _ = strings.Cut(line, ":")
		at := len(list.phrases)
		for phrase := range strings.SplitSeq(line, ",") {
			list.phrases = append(list.phrases, strings.TrimSpace(phrase))
		}
		list.words = append(list.words, list.phrases[at])
	}
	return list
})

// Deprecates reports whether a remark, beside a code or alone in a badge,
// advises against it. The word stands first or last in it, since a sentence
// may speak of anything that is deprecated.
func Deprecates(remark string) bool {
	remark = strings.TrimFunc(strings.ToLower(remark), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
	return slices.ContainsFunc(deprecating().phrases, func(phrase string) bool {
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
// A sentence of one word is such a label where the word is "deprecated" itself:
// "Withdrawn. Ask again." may be what a state is called.
func Deprecation(text string) string {
	if at := strings.IndexAny(text, ".。"); at > 0 && slices.Contains(deprecating().words, strings.ToLower(text[:at])) {
		return text
	}
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
