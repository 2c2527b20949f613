package record

import (
	"regexp"

	"github.com/spectab/spectab/scrape/vocab"
)

// What stands behind a name in samples: the end of a member of JSON, a call, and
// what a call gives. A number in brackets is none: X_RANGE(-2).
var (
	memberEnd = regexp.MustCompile(`^["']\s*:`)
	callEnd   = regexp.MustCompile(`^(?:[.\w:!]*\((?:[^-\d]|$)|\s*:?=\s*[\w.:&*]+!?\()`)
)

// sampled is the share of the records that are parts of samples, by what stands
// behind their codes.
func (m *match) sampled(list []piece, code int) float64 {
	group, n := m.fieldGroup(code), 0
	for i, g := range m.groups {
		if group == 0 || g == nil || g[2*group] < 0 {
			continue
		}
		text := list[m.at[i]].line.Text
		if rest := text[g[2*group+1]:]; memberEnd.MatchString(rest) || callEnd.MatchString(rest) || vocab.IsPrototype(text[g[2*group]:]) {
			n++
		}
	}
	return float64(n) / float64(len(m.groups))
}

// fieldGroup is the group of a template that is a leading field, 0 where none is.
func (m *match) fieldGroup(field int) int {
	for i, name := range m.names {
		if i == 0 || name != "" {
			continue
		}
		if field == 0 {
			return i
		}
		field--
	}
	return 0
}
