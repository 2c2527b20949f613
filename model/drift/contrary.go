package drift

import (
	"slices"
	"strings"
)

// mostReplaced is how many words a run may have that says the contrary now. A
// sentence that was written anew says things in its own way.
const mostReplaced = 4

// A run is words of one text that stand for those of another, in the same
// place. Either side may be empty.
type run struct{ before, after []string }

// contraries lists the words by which a text says the contrary of what it said
// before: negations that came or went, words that got or lost a prefix that
// turns them, and words that were replaced by their opposite.
func contraries(before, after string) []string {
	was, is := between(before, after, isSpaceEdge)
	list := opposedParts(was, is)
	gone, come := difference(lowerWords(was), lowerWords(is))
	isTurned := len(negated(gone)) != len(negated(come)) && saySame(before, after)
	if !isTurned && !mayBeContrary(gone, come) {
		return list
	}
	for _, r := range runs(was, is) {
		list = append(list, r.contraries(gone, come, isTurned)...)
	}
	return list
}

// contraries are those of one run; gone and come are the words that only one
// of the whole texts has.
func (r *run) contraries(gone, come []string, isTurned bool) []string {
	var turns, list []string
	if isTurned {
		turns = turnedBy(negated(r.before), negated(r.after))
	}
	for _, g := range r.before {
		for _, c := range r.after {
			if !slices.Contains(gone, g) || !slices.Contains(come, c) {
				continue
			}
			switch {
			case areContrary(g, c) && len(turns) == 1: // not reachable, unreachable
				turns = nil
			case areContrary(g, c), areOpposed(opposites.sides(g), opposites.sides(c)):
				list = append(list, g+" → "+c)
			}
		}
	}
	return append(turns, list...)
}

// mayBeContrary is a quick test before the texts are cut into runs.
func mayBeContrary(gone, come []string) bool {
	var opposed []side
	for _, c := range come {
		opposed = append(opposed, opposites.sides(c)...)
	}
	return slices.ContainsFunc(gone, func(g string) bool {
		return slices.ContainsFunc(come, func(c string) bool { return areContrary(g, c) }) ||
			slices.ContainsFunc(opposites.sides(g), func(s side) bool { return opposesAny(s, opposed) })
	})
}

// opposesAny reports whether some side of a list is another one of the same
// line.
func opposesAny(s side, list []side) bool {
	return slices.ContainsFunc(list, func(o side) bool { return o.line == s.line && o.side != s.side })
}

// runs are the short runs in which two texts differ.
func runs(before, after string) []run {
	var list []run
	segments := Segments(strings.ToLower(before), strings.ToLower(after))
	for i := 0; i < len(segments); i++ {
		var r run
		if segments[i].Old && segments[i].New {
			continue
		}
		if segments[i].Old {
			r.before = lowerWords(segments[i].Text)
			if i+1 < len(segments) && !segments[i+1].Old {
				i++
			}
		}
		if segments[i].New {
			r.after = lowerWords(segments[i].Text)
		}
		if len(r.before) <= mostReplaced && len(r.after) <= mostReplaced {
			list = append(list, r)
		}
	}
	return list
}

// turnedBy lists the negations that one side has more of.
func turnedBy(before, after []string) []string {
	if len(before) == len(after) {
		return nil
	}
	gone, come := difference(before, after)
	var list []string
	for _, w := range gone {
		list = append(list, "- "+w)
	}
	for _, w := range come {
		list = append(list, "+ "+w)
	}
	return list
}

// saySame reports whether two texts have most of their words in common, so
// that a negation is about what the other text said.
func saySame(before, after string) bool {
	was, is := between(before, after, isSpaceEdge)
	words, otherWords := told(was), told(is)
	gone, come := difference(words, otherWords)
	around := countTold(before) - len(words)
	shorter := around + min(len(words), len(otherWords))
	return 2*(around+len(words)-len(gone)) >= shorter && len(gone)+len(come) <= 3+shorter/3
}

// told are the words of a text in lower case, ideographs each by itself.
func told(s string) []string {
	var list []string
	for w := range wordsOf(strings.ToLower(s)) {
		if strings.ContainsFunc(w, isTold) {
			list = append(list, w)
		}
	}
	return list
}

// countTold is how many words told finds.
func countTold(s string) int {
	n := 0
	for w := range wordsOf(s) {
		if strings.ContainsFunc(w, isTold) {
			n++
		}
	}
	return n
}

// areContrary reports whether one word is the other behind a prefix that turns
// it.
func areContrary(a, b string) bool { return isContrary(a, b) || isContrary(b, a) }

func isContrary(word, contrary string) bool {
	prefix, ok := strings.CutSuffix(contrary, word)
	return ok && len(word) > 3 && slices.Contains(negations.prefixes, prefix)
}
