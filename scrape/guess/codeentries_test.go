package guess

import (
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/vocab"
)

func TestParseCodeCell(t *testing.T) {
	for text, want := range map[string]struct {
		first, key string
		ok         bool
	}{
		"404 (NOT FOUND)":    {"404", "NOT FOUND", true},
		"13 (0xD)":           {"13", "", true},
		"0xC0,0x2F":          {"0xC0,0x2F", "", true},
		"E_ONE (1)":          {"1", "E_ONE", true},
		"%{name}i":           {"%{name}i", "i", true},
		"$29":                {"", "", false},
		"$HOME":              {"$HOME", "", true},
		"−32700":             {"-32700", "", true},
		"see the next table": {"", "", false},
	} {
		cell, ok := vocab.ParseCodeCell(text)
		if ok != want.ok {
			t.Errorf("%q: %v, want %v", text, ok, want.ok)
		}
		if !ok {
			continue
		}
		for _, e := range codeEntries(&cell, model.Entry{}) {
			if e.Code != want.first || e.Key != want.key {
				t.Errorf("%q: code %q and key %q, want %q and %q", text, e.Code, e.Key, want.first, want.key)
			}
		}
	}
}
