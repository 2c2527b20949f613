package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsNote reports whether what a mark raises refers to a note: a sign, a number
// in brackets, one that is a link, or one behind the end of a sentence or behind
// a word that no unit is as long as. Else it is an exponent, or the ending of a
// word.
func (l *Line) IsNote(m Mark) bool {
	if m.Kind != Raised {
		return false
	}
	raised := l.Marked(m)
	digits := strings.Trim(raised, "0123456789") == ""
	if !digits && !strings.ContainsFunc(raised, unicode.IsLetter) || strings.HasPrefix(raised, "[") {
		return true
	}
	before := l.Text[:m.From]
	last, _ := utf8.DecodeLastRuneInString(before)
	return digits && (strings.ContainsRune(".!?…。", last) || endsWord(before) || l.links(m))
}

// unitLetters is how many letters a unit has at most: mol².
const unitLetters = 3

func endsWord(text string) bool {
	word := text[strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	return utf8.RuneCountInString(word) > unitLetters
}

// links reports whether what is marked is a link too.
func (l *Line) links(m Mark) bool {
	at, _ := slices.BinarySearchFunc(l.Marks, m.From, func(other Mark, from int32) int { return cmp.Compare(other.From, from) })
	for _, other := range l.Marks[at:] {
		if other.From >= m.To {
			break
		}
		if other.Kind == Link && (other.From == m.From || other.To >= m.To) {
			return true
		}
	}
	return false
}

// IsPower reports whether raised figures are the exponent of what stands before
// them, and not the number of a note. The first power is the number itself, and
// what is written so is rather the first note.
func IsPower(base, raised string) bool {
	return (base == "2" || base == "10" || base == "16") && raised != "" && raised != "1" && strings.Trim(raised, "0123456789") == ""
}

// Cut is the line without what some of its marks mark, which come in order.
func (l *Line) Cut(taken []Mark) Line {
	if len(taken) == 0 {
		return *l
	}
	kept := Line{No: l.No, Indent: l.Indent}
	at := make([]int32, len(l.Text)+1) // where each byte goes
	var text []byte
	behind := 0 // the last that is taken
	for i := range len(l.Text) {
		at[i] = int32(len(text))
		for len(taken) > 0 && int(taken[0].From) <= i {
			behind, taken = max(behind, int(taken[0].To)), taken[1:]
		}
		gone := i < behind
		if blank := l.Text[i] == ' ' && (len(text) == 0 || text[len(text)-1] == ' '); !gone && !blank {
			text = append(text, l.Text[i])
		}
	}
	at[len(l.Text)] = int32(len(text))
	kept.Text = strings.TrimRight(string(text), " ")
	for _, m := range l.Marks {
		m.From, m.To = at[m.From], min(at[m.To], int32(len(kept.Text)))
		if m.From < m.To {
			kept.Marks = append(kept.Marks, m)
		}
	}
	return kept
}
