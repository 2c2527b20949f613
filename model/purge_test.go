package model

import (
	"fmt"
	"slices"
	"testing"
)

func TestPurge(t *testing.T) {
	l := lockOf(t,
		"Code 1 One 1", "Code 2 Two 2 gone 2026-01-02 was Second", "Code 3 Three 3 gone 2026-01-03", "Code() Message string 1", "Code() Remedy string 1 gone 2026-01-04",
		"Code{} \"\" Group 7 type Group", "Code{} Old GroupOld 8 gone 2026-01-02",
		"Param format Format 4 gone 2026-01-02 type FormatValue", "Param/format html FormatValueHTML 5 gone 2026-01-02", "Param/lang en LangEn 6 gone 2026-01-02")
	for _, test := range []struct {
		codes []string
		want  []string // identifiers that are gone with it
	}{
		{nil, []string{"Two", "Second", "Three", "Code.Remedy", "GroupOld", "Format", "FormatValueHTML", "LangEn"}},
		{[]string{"2"}, []string{"Two", "Second"}},
		{[]string{"Second", "Three"}, []string{"Two", "Second", "Three"}},
		{[]string{"Code.Remedy"}, []string{"Code.Remedy"}},
		{[]string{"format"}, []string{"Format", "FormatValueHTML"}},
		{[]string{"en"}, []string{"LangEn"}},
	} {
		left, purged, err := l.Purge(test.codes)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range purged {
			got = append(got, purged[i].Identifiers()...)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.codes, got, test.want)
		}
		if len(left.Rows())+len(purged) != len(l.Rows()) {
			t.Errorf("%q: %d left and %d purged of %d", test.codes, len(left.Rows()), len(purged), len(l.Rows()))
		}
	}
	_, _, err := l.Purge([]string{"1", "9"})
	requireProblems(t, err, `names.lock: the lock has no tombstone for "1"`, `names.lock: the lock has no tombstone for "9"`)
}

// A code that comes back after a purge is a new one.
func TestPurgedCodeIsNew(t *testing.T) {
	l := assign(t, emptyLock(), codes("1 | Token expired.", "2 | User not found."))
	l = assign(t, l, codes("1 | Token expired."))
	l, _, err := l.Purge(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := codes("1 | Token expired.", "2 | No such user.")
	assign(t, l, s)
	if got := fmt.Sprint(s.Tables[0].Entries[1].Name, s.Tables[0].Gone); got != "NoSuchUser[]" {
		t.Errorf("got %s", got)
	}
}
