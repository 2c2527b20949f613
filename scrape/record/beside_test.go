package record

import (
	"testing"

	"github.com/spectab/spectab/scrape/page"
)

// A label is what is set as code in front of it leaves, or a badge at the end.
func TestBracketed(t *testing.T) {
	mark := func(kind page.MarkKind, from, to int32) []page.Mark {
		return []page.Mark{{Kind: kind, From: from, To: to}}
	}
	for _, c := range []struct {
		text  string
		marks []page.Mark
		want  string
	}{
		{"a_b since v2", mark(page.Code, 0, 3), "a_b (since v2)"},
		{"a_b since", mark(page.Badge, 4, 9), "a_b (since)"},
		{"a_b since v2", mark(page.Badge, 4, 9), ""},
		{"since a_b", mark(page.Code, 6, 9), ""},
		{"a_b since", mark(page.Badge, 0, 9), ""},
		{"a_b (since)", mark(page.Code, 0, 3), ""},
		{"a_b one two three", mark(page.Code, 0, 3), "a_b (one two three)"},
		{"a_b one two three four", mark(page.Code, 0, 3), ""},
		{"a_b", mark(page.Code, 0, 3), ""},
		{"some words here", mark(page.Code, 0, 10), ""},
		{"a_b since", nil, ""},
	} {
		l, ok := bracketed(&page.Cell{Lines: []page.Line{{Text: c.text, No: 7, Marks: c.marks}}})
		if l.Text != c.want || ok != (c.want != "") || ok && l.No != 7 {
			t.Errorf("%q %v: %q in line %d", c.text, c.marks, l.Text, l.No)
		}
	}
	if _, ok := bracketed(&page.Cell{Lines: make([]page.Line, 2)}); ok {
		t.Error("a cell of two lines has a label")
	}
}

func TestBesideCode(t *testing.T) {
	for _, c := range []struct{ text, label, want string }{
		{"E101", "new.", "E101 (new)"},
		{"E101", "(new)", "E101"},
		{"some words", "new", "some words"},
		{"E101 (see below)", "new", "E101 (see below)"},
		{"E101", "5.2", "E101"},
	} {
		if got := besideCode(c.text, c.label); got != c.want {
			t.Errorf("%q beside %q: %q, want %q", c.label, c.text, got, c.want)
		}
	}
}

func TestAsideAll(t *testing.T) {
	for text, want := range map[string]string{
		"E1 (a), E2 (b)": "E1, E2 (a, b)", "E1 (a)": "E1 (a)", "E1 (a), E2": "E1 (a), E2", "E1 (a b), E2 (c)": "E1, E2 (a b, c)", "E1 (a), some words (b)": "E1 (a), some words (b)",
	} {
		if got := asideAll(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
