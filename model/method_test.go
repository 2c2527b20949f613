package model

import (
	"fmt"
	"testing"
)

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

// What is set in an entry is what its cell has.
func TestRolesSet(t *testing.T) {
	for _, role := range Roles() {
		values, want := []string{"7"}, any("7")
		switch role.Type {
		case "int":
			want = 7
		case "bool":
			values, want = []string{"true"}, true
		case "list":
			values = []string{"7", "8"}
			want = values
		}
		var e Entry
		if _, present := role.Cell(&e); present {
			t.Errorf("%s is there from the start", role.Method)
		}
		role.Set(&e, values)
		if got, present := role.Cell(&e); !present || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s is %v, want %v", role.Method, got, want)
		}
	}
}

// Two languages of texts make a method, and one does not.
func TestMessageIn(t *testing.T) {
	for want, texts := range map[string]map[string]string{"": {"de": "Eins."}, "texts": {"de": "Eins.", "en": "One."}} {
		s := codes("1 | One.")
		s.Tables[0].Entries[0].Texts = texts
		if got := s.Tables[0].methods()["MessageIn"]; got != want {
			t.Errorf("of %v it returns %q", texts, got)
		}
	}
}

func TestLostMethodsHaveADay(t *testing.T) {
	s := codes("1 | One.")
	s.Tables[0].Entries[0].Remedy = "Call."
	l := assign(t, emptyLock(), s)
	after := codes("1 | One.")
	assign(t, l, after)
	if got := after.Tables[0].Lost; len(got) != 1 || got[0] != (LostColumn{Name: "Remedy", Type: "string", Since: after.Snapshot.Retrieved}) {
		t.Errorf("lost is %+v", got)
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
