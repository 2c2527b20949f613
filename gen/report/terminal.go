package report

import (
	"strconv"
	"strings"
	"unicode"
)

// visible writes as an escape what a terminal would obey and what a reader
// could not see: control, bidirectional and zero-width characters. The joiners
// stay, since Persian and Indic scripts are spelled with them.
func visible(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		if unicode.IsGraphic(r) || r == zwnj || r == zwj {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		}
	}
	return b.String()
}

const (
	zwnj = '\u200C'
	zwj  = '\u200D'
)

// proseLines are the lines of s that say something, white space folded.
func proseLines(s string) []string {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		if words := strings.Fields(line); len(words) > 0 {
			lines = append(lines, strings.Join(words, " "))
		}
	}
	return lines
}

// A piece is a text that no line break may part.
type piece struct {
	text   string
	spaced bool // a space stands before it, unless it begins a line
}

// pieces cuts a line at its spaces, and between wide characters: Chinese and
// Japanese have no spaces.
func pieces(line string) []piece {
	var all []piece
	for i, word := range strings.Split(line, " ") {
		spaced := i > 0
		from := 0
		last := rune(0)
		for at, r := range word {
			if at > 0 && parts(last, r) {
				all = append(all, piece{word[from:at], spaced})
				from, spaced = at, false
			}
			last = r
		}
		all = append(all, piece{word[from:], spaced})
	}
	return all
}

// parts reports whether a line may end between two characters: beside a wide
// one, but not before punctuation, nor behind an opening bracket.
func parts(before, after rune) bool {
	if !unicode.Is(wide, before) && !unicode.Is(wide, after) {
		return false
	}
	return !unicode.In(before, unicode.Ps, unicode.Pi) && (!unicode.IsPunct(after) || unicode.In(after, unicode.Ps, unicode.Pi))
}

// fill makes lines of at most limit columns. A piece that is wider has a line to
// itself.
func fill(all []piece, limit int) []string {
	var lines []string
	used := 0
	for _, p := range all {
		gap := ""
		if p.spaced {
			gap = " "
		}
		if n := width(gap + p.text); len(lines) > 0 && used+n <= limit {
			lines[len(lines)-1] += gap + p.text
			used += n
			continue
		}
		lines, used = append(lines, p.text), width(p.text)
	}
	return lines
}

// width is how many columns of a terminal s takes.
func width(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.Is(wide, r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// wide has the blocks of characters that take two columns, by Unicode's report
// on East Asian width (UAX #11).
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115F, 1},
		{0x2E80, 0x303E, 1},
		{0x3041, 0xA4CF, 1},
		{0xAC00, 0xD7A3, 1},
		{0xF900, 0xFAFF, 1},
		{0xFE30, 0xFE6F, 1},
		{0xFF01, 0xFF60, 1},
		{0xFFE0, 0xFFE6, 1},
	},
	R32: []unicode.Range32{
		{0x1F300, 0x1F64F, 1},
		{0x1F900, 0x1F9FF, 1},
		{0x20000, 0x3FFFD, 1},
	},
}
