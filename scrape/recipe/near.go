package recipe

import (
	"strings"
	"unicode"

	"github.com/spectab/spectab/model/text"
)

// leastNear is how much of the words of two headings is the same where one is
// the other after an edit, of 1. The codes that must be there decide; this only
// says where to look.
const leastNear = 0.75

// renamedHeading is the line of the heading that reads nearly as the one that
// is missing, -1 where there is none: more like it than every other heading,
// and less like what other tables stand under. A part of a heading may be an
// address or a number that changes while the rest stays.
func (rd *reading) renamedHeading(missing *Pattern) int {
	if missing == nil || !rd.table.isKnown() {
		return -1
	}
	best, most := -1, 0.0
	for i := range rd.flow.Lines {
		l := &rd.flow.Lines[i]
		if l.place != inHeading {
			continue
		}
		switch near := nearness(missing, l.Text); {
		case near < leastNear || rd.isNearerToAnother(l.Text, near):
		case near > most:
			best, most = i, near
		case near == most:
			best = -1 // there is no telling which
		}
	}
	return best
}

// isNearerToAnother reports whether another table stands under a heading that
// is as much like this one.
func (rd *reading) isNearerToAnother(heading string, near float64) bool {
	for i := range rd.recipe.Tables {
		other := &rd.recipe.Tables[i]
		if other != rd.table && other.Under != nil && (other.Under.MatchWhole(heading) || nearness(other.Under, heading) >= near) {
			return true
		}
	}
	return false
}

// followHeading reads on under a heading that was reworded, and warns of it.
func (rd *reading) followHeading(missing *Pattern, at int) {
	rd.region = rd.flow.regionAt(rd.table, at)
	heading := rd.flow.Lines[at]
	rd.warn(heading.No, "no heading reads %s any more, and this one nearly does: under: %s", missing, rd.table.renamed(heading.Text))
}

// nearness is the share of the words of a heading and of the nearest of the
// alternatives of a pattern that both have.
func nearness(p *Pattern, heading string) float64 {
	most := 0.0
	for _, alternative := range strings.Split(p.source, "|") {
		most = max(most, text.Likeness(headingWords(alternative), headingWords(heading)))
	}
	return most
}

func headingWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
