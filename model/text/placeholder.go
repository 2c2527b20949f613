package text

import (
	"regexp"
	"slices"
	"strings"
)

// placeholder finds $1, $name and ${name} as wikis and shells write them, printf verbs, %1 and @1, and names and numbers in braces.
var placeholder = regexp.MustCompile(`\$\d+|\$[A-Za-z_]\w*|\$\{\w+\}` +
	`|%(?:\d+\$)?[-+#0-9.*]*(?:hh?|ll?|z)?[sdiufxXqvceEgGop]\b|[%@]\d+\b` +
	`|\{(?:[A-Za-z_]\w*|\d+)\}`)

// Placeholders are the holes of a text that are filled in before anybody reads
// it, each once, in the order of the text.
func Placeholders(s string) []string {
	var found []string
	for _, at := range PlaceholderSpans(s) {
		if placeholder := s[at[0]:at[1]]; !slices.Contains(found, placeholder) {
			found = append(found, placeholder)
		}
	}
	return found
}

// PlaceholderSpans are the places of all Placeholders: the first byte of each,
// and the one behind it.
func PlaceholderSpans(s string) [][]int {
	if !strings.ContainsAny(s, "$%{@") {
		return nil
	}
	return slices.DeleteFunc(placeholder.FindAllStringIndex(s, -1), func(at []int) bool {
		marked := s[at[0]] == '%' || s[at[0]] == '@'
		return marked && at[0] > 0 && isWordByte(s[at[0]-1]) && !isPrefix(s[:at[0]])
	})
}

// isPrefix reports whether what stands before a verb is the 0x of its number,
// and no word as in 50%1 and user@2.
func isPrefix(before string) bool {
	rest, ok := strings.CutSuffix(before, "0x")
	return ok && (rest == "" || !isWordByte(rest[len(rest)-1]))
}

func isWordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
