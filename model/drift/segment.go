package drift

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/model/text"
)

// A Segment is a run of text that both sides have, or one of them only.
type Segment struct {
	Text     string
	Old, New bool // the sides that have it
}

// coalesced joins differences that only spaces and marks stand between: three
// words in a row that changed are one change.
func (s segments) coalesced() []Segment {
	var out segments
	for i := 0; i < len(s); i++ {
		if s[i].Old && s[i].New {
			out.add(s[i].Text, true, true)
			continue
		}
		var before, after strings.Builder
		for ; i < len(s); i++ {
			if s[i].Old && s[i].New && (i+1 == len(s) || strings.ContainsFunc(s[i].Text, isTold)) {
				break
			}
			if s[i].Old {
				before.WriteString(s[i].Text)
			}
			if s[i].New {
				after.WriteString(s[i].Text)
			}
		}
		i--
		out.add(before.String(), true, false)
		out.add(after.String(), false, true)
	}
	return out
}

func isTold(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// longestSegmented bounds the words on one side that are compared one by one:
// the table of common subsequences has its square.
const longestSegmented = 1200

// Segments cuts two texts into what they share and what they do not, word by
// word. The texts of all segments with Old make the old text, and so for New.
func Segments(before, after string) []Segment {
	a, b := slices.Collect(wordsOf(before)), slices.Collect(wordsOf(after))
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var list segments
	list.add(strings.Join(a[:head], ""), true, true)
	list.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	list.add(strings.Join(a[len(a)-tail:], ""), true, true)
	return list.coalesced()
}

// between is the part in which two texts differ, cut only where isEdge allows
// it in both.
func between(before, after string, isEdge func(s string, at int) bool) (string, string) {
	head, tail := 0, 0
	for head < len(before) && head < len(after) && before[head] == after[head] {
		head++
	}
	for tail < len(before)-head && tail < len(after)-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	for !(isEdge(before, head) && isEdge(after, head)) {
		head--
	}
	for !(isEdge(before, len(before)-tail) && isEdge(after, len(after)-tail)) {
		tail--
	}
	return before[head : len(before)-tail], after[head : len(after)-tail]
}

// isSpaceEdge reports whether a text ends there, or has a space before or
// behind the place.
func isSpaceEdge(s string, at int) bool {
	return at == 0 || at == len(s) || s[at-1] == ' ' || s[at] == ' '
}

type segments []Segment

// add appends a segment, or makes the last longer.
func (s *segments) add(text string, before, after bool) {
	if text == "" {
		return
	}
	if n := len(*s) - 1; n >= 0 && (*s)[n].Old == before && (*s)[n].New == after {
		(*s)[n].Text += text
		return
	}
	*s = append(*s, Segment{text, before, after})
}

// middle is the part in which two texts differ on both ends.
func (s *segments) middle(a, b []string) {
	if len(a) > longestSegmented || len(b) > longestSegmented {
		s.add(strings.Join(a, ""), true, false)
		s.add(strings.Join(b, ""), false, true)
		return
	}
	common := subsequences(a, b)
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			s.add(a[i], true, true)
			i, j = i+1, j+1
		case i < len(a) && (j == len(b) || common[i+1][j] >= common[i][j+1]):
			s.add(a[i], true, false)
			i++
		default:
			s.add(b[j], false, true)
			j++
		}
	}
}

// subsequences is the length of the longest common subsequence of a[i:] and
// b[j:], for each i and j.
func subsequences(a, b []string) [][]int {
	table, row := make([][]int, len(a)+1), len(b)+1
	cells := make([]int, len(table)*row)
	for i := range table {
		table[i] = cells[i*row : (i+1)*row]
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}

// wordsOf cuts a text before every word, space and mark; ideographs are words
// of their own.
func wordsOf(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		from, last := 0, 0
		for at, r := range s {
			class := classOf(r)
			if at > 0 && (class != last || class == markClass) {
				if !yield(s[from:at]) {
					return
				}
				from = at
			}
			last = class
		}
		if s != "" {
			yield(s[from:])
		}
	}
}

const (
	wordClass = iota + 1
	spaceClass
	markClass
)

func classOf(r rune) int {
	switch {
	case r == '_', (isTold(r) || unicode.IsMark(r)) && !text.Unspaced(r):
		return wordClass
	case unicode.IsSpace(r):
		return spaceClass
	}
	return markClass
}
