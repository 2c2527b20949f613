package report

import (
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	for _, test := range []struct {
		word string
		want []string // codes
	}{
		{"002-016", []string{"002-016"}},
		{"jwt_invalid", []string{"002-016"}},
		{"JWT_Invalid", []string{"002-016"}},
		{"InvalidJWT", []string{"002-016"}}, // the exact one alone
		{"invalidjwt", []string{"002-016", "a\nb\x1b[2J"}},
		{"acmelogin.InvalidJWT", []string{"002-016"}},
		{"NoUser", []string{"003-007"}}, // before its rename
		{"002", nil},
		{"", nil},
	} {
		var got []string
		for _, h := range Find(sample(), test.word) {
			got = append(got, h.Entry.Code)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("Find(%q) = %q, want %q", test.word, got, test.want)
		}
	}
}

func TestFindTellsWhere(t *testing.T) {
	specs := sample()
	h := Find(specs, "format")[0]
	if h.Spec != specs[0] || h.Table != &specs[0].Tables[1] || h.Entry != &h.Table.Entries[0] {
		t.Errorf("the hit is in %s, table %s, entry %s", h.Spec.Source, h.Table.Name, h.Entry.Code)
	}
}
