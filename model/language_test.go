package model

import (
	"slices"
	"testing"
)

func TestLanguages(t *testing.T) {
	entry := func(texts ...string) Entry { // the main text, then languages and texts
		e := Entry{Text: texts[0], Texts: map[string]string{}}
		for i := 1; i+1 < len(texts); i += 2 {
			e.Texts[texts[i]] = texts[i+1]
		}
		return e
	}
	for _, test := range []struct {
		entries []Entry
		want    []string
	}{
		{nil, nil},
		{[]Entry{entry("a")}, nil},
		{[]Entry{entry("a", "pt", "a")}, []string{"pt"}},
		{[]Entry{entry("b", "pt", "b", "en", "c"), entry("", "zh", "d")}, []string{"pt", "en", "zh"}},
		{[]Entry{entry("OK", "pt", "OK", "en", "OK"), entry("b", "pt", "b", "en", "c")}, []string{"pt", "en"}},
	} {
		table := Table{Entries: test.entries}
		if got := table.Languages(); !slices.Equal(got, test.want) {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
