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
