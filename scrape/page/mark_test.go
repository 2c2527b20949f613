package page

import (
	"slices"
	"strings"
	"testing"
)

// gather makes lines of text in which (, [ and { open marks of three kinds, )
// closes the last one, and / ends the line.
func gather(text string) []Line {
	var m Marker
	var run []byte
	var lines []Line
	end := func() {
		clean, marks := m.Clean(run)
		lines = append(lines, Line{Text: string(clean), Marks: marks})
		run = run[:0]
	}
	for _, c := range text {
		switch c {
		case '(':
			m.Open(Code, len(run))
		case '[':
			m.Open(Strong, len(run))
		case '{':
			m.Open(Badge, len(run))
		case ')':
			m.Close(m.open[len(m.open)-1], len(run))
		case '/':
			end()
		default:
			run = append(run, string(c)...)
		}
	}
	end()
	return lines
}

func show(l Line) string {
	var parts []string
	for _, m := range l.Marks {
		parts = append(parts, map[MarkKind]string{Code: "code", Strong: "strong", Badge: "badge"}[m.Kind]+":"+l.Marked(m))
	}
	return l.Text + "|" + strings.Join(parts, ",")
}

func TestMarks(t *testing.T) {
	for text, want := range map[string][]string{
		"plain":                       {"plain|"},
		"  ( E1 )  is  [bad":          {"E1 is bad|code:E1,strong:bad"}, // what is not closed ends with the line
		"( E1 ) is [bad) x":           {"E1 is bad x|code:E1,strong:bad"},
		"[a (b) c) d":                 {"a b c d|strong:a b c,code:b"},
		"(a/b) c":                     {"a|code:a", "b c|code:b"},
		"a ()[ ) b":                   {"a b|"},
		"(a\u200b\u00a0 b)c":          {"a bc|code:a b"},
		strings.Repeat("[", 99) + "a": {"a|" + strings.TrimSuffix(strings.Repeat("strong:a,", maxMarks), ",")},
	} {
		var got []string
		for _, l := range gather(text) {
			got = append(got, show(l))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestWithout(t *testing.T) {
	for text, want := range map[string]string{
		"E1 {new)":            "E1",
		"{new) E1 {gone)":     "E1",
		"a {b) c":             "a c",
		"{E1)":                "E1",
		"a {b [{c) d)) e":     "a e",
		"a (b) c":             "a b c",
		"[E1 {x))":            "E1",
		"word{x)":             "word",
		"{a){b) c":            "c",
		"{a [b) c) d [e{f)g)": "d eg",
	} {
		l := gather(text)[0]
		if got, _ := l.Without(Badge); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	l := gather("E1 {new) and {old)")[0]
	if _, taken := l.Without(Badge); len(taken) != 2 || l.Marked(taken[1]) != "old" {
		t.Errorf("taken: %v", taken)
	}
}

func TestJoinKeepsMarks(t *testing.T) {
	l := Join([]Line{gather("a (b)")[0], gather("([c) d)")[0], gather("(.) x")[0]})
	if got := show(l); got != "a b c d. x|code:b,code:c d,strong:c,code:." {
		t.Error(got)
	}
}

func TestALineWithoutMarksAllocatesNone(t *testing.T) {
	var m Marker
	text := []byte("a text")
	if n := testing.AllocsPerRun(100, func() { m.Clean(text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
