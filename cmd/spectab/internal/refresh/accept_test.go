package refresh

import "testing"

func TestAcceptance(t *testing.T) {
	for text, wrong := range map[string]bool{
		"shrink=Code": false, "breaking=9f2c": false, "table-lost=Result": false,
		"shrink": true, "shrink=": true, "robots=x": true, "challenge=page": true, "breaking=9f": true, "": true,
	} {
		if _, err := ParseAcceptance(text); (err != nil) != wrong {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, test := range []struct {
		accepted, guard, what string
		want                  bool
	}{
		{"shrink=Code", GuardShrink, "Code", true},
		{"shrink=Code", GuardShrink, "CodeTwo", false},
		{"shrink=Code", GuardDuplicate, "Code", false},
		{"breaking=9f2c", GuardBreaking, "9f2c0011", true},
		{"breaking=9f2c0011", GuardBreaking, "9f2c", false},
		{"table-lost=Code", GuardTableLost, "", false}, // the last table
	} {
		a, err := ParseAcceptance(test.accepted)
		if got := a.lets(&Refusal{Guard: test.guard, What: test.what}); err != nil || got != test.want {
			t.Errorf("%+v: %v, %v", test, got, err)
		}
	}
}
