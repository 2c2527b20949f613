package model

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestProblemError(t *testing.T) {
	tests := []struct {
		problem Problem
		want    string
	}{
		{Problem{File: "a/b.yaml", Line: 3, Column: 5, Message: "no", Hint: "do\nthis"}, "a/b.yaml:3:5: no\n\tdo\n\tthis"},
		{Problem{File: "b.yaml", Line: 3, Message: "no"}, "b.yaml:3: no"},
		{Problem{File: "b.yaml", Column: 5, Message: "no"}, "b.yaml: no"},
		{Problem{File: "b.yaml", Message: "no", Hint: "do"}, "b.yaml: no\n\tdo"},
		{Problem{Message: "no"}, "no"},
	}
	for _, test := range tests {
		if got := test.problem.Error(); got != test.want {
			t.Errorf("%+v reads %q, want %q", test.problem, got, test.want)
		}
	}
}

func TestProblemsAreOrdered(t *testing.T) {
	var ps Problems
	if err := ps.Err(); err != nil {
		t.Errorf("no problems are the error %v", err)
	}
	ps.Add("b", 2, "", "third")
	ps.Add("b", 10, "hint", "fifth, %d", 5)
	ps.Add("a", 9, "", "second")
	ps.Add("b", 2, "", "fourth")
	ps.Take(&Problem{File: "b", Line: 10, Column: 1, Message: "sixth"})
	ps.Add("a", 0, "", "first")
	want := "a: first\na:9: second\nb:2: third\nb:2: fourth\nb:10: fifth, 5\n\thint\nb:10:1: sixth"
	if got := ps.Err().Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestProblemsTake(t *testing.T) {
	var inner, ps Problems
	inner.Add("a", 1, "", "one")
	inner.Add("a", 2, "", "two")
	ps.Take(nil)
	if len(ps) != 0 {
		t.Errorf("nil gives %v", ps)
	}
	ps.Take(fmt.Errorf("reading: %w", inner.Err()))
	ps.Take(fmt.Errorf("reading: %w", &Problem{File: "b", Message: "three"}))
	ps.Take(errors.New("four"))
	if got := ps.Error(); got != "a:1: one\na:2: two\nb: three\nfour" {
		t.Errorf("got\n%s", got)
	}
	var one *Problem
	if err := ps.Err(); !errors.As(err, &ps) || errors.As(err, &one) {
		t.Errorf("%T is not Problems alone", err)
	}
	if !strings.HasPrefix(ps.Err().Error(), "four\n") {
		t.Errorf("a problem without a place does not come first:\n%v", ps.Err())
	}
}

func TestAHintOfSeveralProblemsIsGivenOnce(t *testing.T) {
	var ps Problems
	ps.Add("a", 1, "mend it", "one")
	ps.Add("a", 2, "mend it", "two")
	ps.Add("b", 1, "mend it", "three")
	ps.Add("b", 2, "leave it", "four")
	want := "a:1: one\na:2: two\n\tmend it\nb:1: three\n\tmend it\nb:2: four\n\tleave it"
	if got := ps.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
