package record

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// ways are the prefixes of a line, each with its fields.
func (b *begin) ways(line string, recurs uint16) []string {
	var list []string
	l := scan(line)
	b.line, b.recurs = &l, recurs
	b.emit = func(key []byte, elems []elem, atoms [fieldLimit]uint8, after string, end bool) {
		list = append(list, fmt.Sprintf("%q %d %q %t", key, atoms[:fields(elems)], after, end))
	}
	if b.may() {
		b.all()
	}
	return list
}

// Lines of one shape begin in the same ways, whatever their codes and words are;
// those that are wanted are those that begin as was said.
func FuzzShape(f *testing.F) {
	for _, line := range []string{
		"E1: the first", "12 - not found", "A_B (12) = x, y", "-v, --verbose says more", "Error 12 (now) A_B: text", "404 Not Found - there is none", "the last one: E1", `"a b" c`, "E1, E2, E3: some", "a", "",
	} {
		f.Add(line, uint16(0))
		f.Add(line, uint16(5))
	}
	other := strings.NewReplacer("a", "o", "e", "u", "A", "O", "E", "U", "1", "2", "4", "5")
	f.Fuzz(func(t *testing.T, line string, recurs uint16) {
		var a, b begin
		first, second := a.ways(line, recurs), b.ways(other.Replace(line), recurs)
		a.shape()
		b.shape()
		if string(a.shaped) == string(b.shaped) && strings.Join(first, "\n") != strings.Join(second, "\n") {
			t.Errorf("%q begins as %q, and a line of its shape as %q", line, first, second)
		}
		a.own = []byte(a.key[:len(a.key)/2])
		for _, way := range first {
			if strings.HasPrefix(way, strings.TrimSuffix(fmt.Sprintf("%q", a.own), `"`)) && !strings.Contains(strings.Join(a.ways(line, recurs), "\n"), way) {
				t.Errorf("%q begins as %s, and is not told to where %q is wanted", line, way, a.own)
			}
		}
	})
}

// Columns are apart where an expression finds so.
func FuzzColumns(f *testing.F) {
	for _, line := range []string{"a  b", "a b", "a\tb", "a \tb", "a \n b", "a\vb", "a\u00a0\u00a0b", ""} {
		f.Add(line)
	}
	gap := regexp.MustCompile(`\s{2,}|\t+`)
	f.Fuzz(func(t *testing.T, line string) {
		if got, want := atGaps(line), gap.Split(line, -1); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	})
}

// Lines that begin in other ways have other shapes.
func TestShapes(t *testing.T) {
	const long = "A_B the text is longer than what is looked at, "
	for _, lines := range [][2]string{
		{"-v: text", "A_B: text"},
		{"A_B 0 text", "A_B (0) text"},
		{"A_B: text", "A_B - (text"},
		{"A_B", "12"},
		{"A_B, C", "A_B, C."},
		{long + strings.Repeat("x", scanLimit-len(long)), long + strings.Repeat("x", scanLimit+1-len(long))},
	} {
		var a, b begin
		first, second := a.ways(lines[0], 0), b.ways(lines[1], 0)
		a.shape()
		b.shape()
		if string(a.shaped) == string(b.shaped) {
			t.Errorf("%q and %q have one shape, and begin as %q and %q", lines[0], lines[1], first, second)
		}
	}
	var a begin
	for _, recurs := range []uint16{0, 1, 2} {
		before := string(a.shaped)
		a.ways("Error E1: text", recurs)
		if a.shape(); string(a.shaped) == before {
			t.Errorf("the shape does not say that atoms %b recur", recurs)
		}
	}
}
