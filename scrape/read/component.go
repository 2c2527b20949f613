package read

import (
	"html"
	"regexp"
	"strings"
)

var (
	// elementComment is a comment between the elements of a component.
	elementComment = regexp.MustCompile(`(?s)\{\s*/\*.*?\*/\s*\}`)
	// elementText is an expression among them that is one string, as it stands or
	// in the call of a function that translates it; behind a sign of equality it
	// would be an attribute's.
	elementText = regexp.MustCompile("([^=\\s]\\s*)\\{\\s*(?:[\\w.]+\\(\\s*)?(?:" + `"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'` + "|`([^`$\\n]*)`" + `)\s*\)?\s*\}`)
	escaped     = regexp.MustCompile(`\\(.)`)
)

// element is the markup of a component without what only its language has: comments,
// and the quotes of strings. Lines keep their numbers.
func element(text string) string {
	text = elementComment.ReplaceAllStringFunc(text, func(comment string) string {
		return strings.Repeat("\n", strings.Count(comment, "\n"))
	})
	var b strings.Builder
	end := 0
	for _, m := range elementText.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(text[end:m[3]])
		for i := 4; i < len(m); i += 2 {
			if m[i] >= 0 {
				b.WriteString(html.EscapeString(escaped.ReplaceAllString(text[m[i]:m[i+1]], "$1")))
			}
		}
		b.WriteString(strings.Repeat("\n", strings.Count(text[m[3]:m[1]], "\n")))
		end = m[1]
	}
	return b.String() + text[end:]
}
