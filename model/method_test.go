package model

import "testing"

// A parameter may be called like a list of methods or groups of the lock.
func TestParametersWithBrackets(t *testing.T) {
	lines := []string{"first() |  | a, b", "second{} |  | a, b", "third() |  | x", "fourth{} |  | x"}
	l := assign(t, emptyLock(), params(lines...))
	again, err := ParseLock(l.File, l.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	s := params(lines[:2]...)
	assign(t, again, s)
	if len(s.Tables[0].LostSets) != 2 || len(s.Tables[0].Lost) != 0 || s.Tables[0].Groups != nil {
		t.Errorf("got %+v", s.Tables[0])
	}
}

// A method that returns another type than before is warned of, once.
func TestAMethodOfAnotherType(t *testing.T) {
	typed := func(typ string) *Spec {
		s := source(table("Code", Codes, "1 | One.", "2 | Two."))
		s.Tables[0].Columns = []Column{{Header: "Team", Name: "Team", Type: typ}}
		return s
	}
	l := assign(t, emptyLock(), typed("string"))
	s := typed("int")
	l = assign(t, l, s)
	want := "source.yaml:7: the method Team of Code returns int, and returned string before\n\twhoever calls it has to follow: release a major version"
	if got := s.Warnings.Error(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	s = typed("int")
	assign(t, l, s)
	if len(s.Warnings) > 0 {
		t.Errorf("again: %v", s.Warnings)
	}
}
