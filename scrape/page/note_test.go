package page

import "testing"

func TestNotes(t *testing.T) {
	line := func(text string, marks ...Mark) *Line { return &Line{Text: text, Marks: marks} }
	for name, c := range map[string]struct {
		line *Line
		want string // without the notes
	}{
		"behind a sentence":   {line("It failed.1", Mark{Raised, 10, 11}), "It failed."},
		"behind a word":       {line("Aprobada1", Mark{Raised, 8, 9}), "Aprobada"},
		"a sign":              {line("E1*", Mark{Raised, 2, 3}), "E1"},
		"in brackets":         {line("m[2] wide", Mark{Raised, 1, 4}), "m wide"},
		"a link":              {line("E2 1 or so", Mark{Raised, 3, 4}, Mark{Link, 3, 4}), "E2 or so"},
		"a link around it":    {line("E21", Mark{Link, 2, 3}, Mark{Raised, 2, 3}), "E2"},
		"of an exponent":      {line("5 mol2", Mark{Raised, 5, 6}), "5 mol2"},
		"the ending of words": {line("the 2nd", Mark{Raised, 5, 7}), "the 2nd"},
		"no note":             {line("It failed.1", Mark{Strong, 10, 11}), "It failed.1"},
	} {
		var taken []Mark
		for _, m := range c.line.Marks {
			if c.line.IsNote(m) {
				taken = append(taken, m)
			}
		}
		if got := c.line.Cut(taken); got.Text != c.want {
			t.Errorf("%s: %q, want %q", name, got.Text, c.want)
		}
	}
}

// What is kept keeps its marks, at their new places.
func TestCutMovesMarks(t *testing.T) {
	l := Line{Text: "E1 new one two", Marks: []Mark{{Code, 0, 2}, {Badge, 3, 6}, {Emphasis, 5, 10}, {Strong, 7, 10}}}
	got := l.Cut(l.Marks[1:2])
	if got.Text != "E1 one two" || len(got.Marks) != 3 || got.Marks[1] != (Mark{Emphasis, 3, 6}) || got.Marks[2] != (Mark{Strong, 3, 6}) {
		t.Errorf("%q, %v", got.Text, got.Marks)
	}
}
