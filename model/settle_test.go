package model

import (
	"strings"
	"testing"
)

// A refusal says who has the name, or why it is none.
func TestSettleRefuses(t *testing.T) {
	long := strings.Repeat("Long", 23)
	tests := []struct {
		lock []string
		spec *Spec
		want string
	}{
		{nil, source(table("Code", Codes, "4")), ""},
		{nil, source(table("Code", Codes, "4"), table("Code4", Results)), `page.txt:1: "4" of table Code wants the identifier Code4, but type Code4 has it`},
		{[]string{"Param p ParamP 1 type Code4"}, source(table("Param", Params), table("Code", Codes, "4")), `page.txt:1: "4" of table Code wants the identifier Code4, but type Code4, of the values of "p", has it`},
		{[]string{"Param p ParamP 1 was Code4"}, source(table("Param", Params), table("Code", Codes, "4")), `page.txt:1: "4" of table Code wants the identifier Code4, but "p" of table Param has it`},
		{[]string{"Param p ParamP 1 type " + long}, params("p |  | 4-4-4-4-4-4-4-4-4-4"), ""},
	}
	for _, test := range tests {
		_, err := lockOf(t, test.lock...).Assign(test.spec)
		if test.want == "" {
			requireProblems(t, err)
			continue
		}
		requireProblems(t, err, test.want)
	}
}

// Three that clash pair by pair move on together.
func TestSettleChains(t *testing.T) {
	a := newAssigner(emptyLock(), codes())
	got := a.settle("Code", []want{
		{id: "1", names: []string{"A", "B", "X"}},
		{id: "2", names: []string{"A", "C", "Y"}},
		{id: "3", names: []string{"B", "C", "Z"}},
		{id: "4", names: []string{"D", "A"}},
		{id: "5", names: []string{"", "bad", "Code", "E"}},
	})
	for id, name := range map[string]string{"1": "X", "2": "Y", "3": "Z", "4": "D", "5": "E"} {
		if got[id] != name {
			t.Errorf("%s is called %q, want %q", id, got[id], name)
		}
	}
}
