package scrape

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"reflect"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/charset"
)

var sources = []string{"mediawiki-oauth", "baidu-oauth", "mediawiki-login", "xsolla-login", "mediawiki-createaccount"}

func openSource(t testing.TB, name string) *Source {
	t.Helper()
	s, err := Open(os.DirFS("../specs"), name, "specs/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The want files were written by a person who read the pages, not by this
// program.
func TestPagesSayWhatAPersonReads(t *testing.T) {
	for _, name := range sources {
		t.Run(name, func(t *testing.T) {
			var want model.Spec
			readJSON(t, path.Join("testdata/want", name+".json"), &want)
			spec, _, err := openSource(t, name).Spec()
			if err != nil {
				t.Fatal(err)
			}
			if len(spec.Tables) != len(want.Tables) {
				t.Errorf("%d tables, want %d", len(spec.Tables), len(want.Tables))
			}
			for i := range want.Tables {
				compareTable(t, withoutNames(spec.Table(want.Tables[i].Name)), &want.Tables[i])
			}
		})
	}
}

func compareTable(t *testing.T, got, want *model.Table) {
	t.Helper()
	if got == nil {
		t.Errorf("no table %s", want.Name)
		return
	}
	if got.Kind != want.Kind || got.Heading != want.Heading {
		t.Errorf("table %s is %s under %q, want %s under %q", want.Name, got.Kind, got.Heading, want.Kind, want.Heading)
	}
	for i := range max(len(got.Entries), len(want.Entries)) {
		switch {
		case i >= len(got.Entries):
			t.Errorf("table %s lacks %q", want.Name, want.Entries[i].Code)
		case i >= len(want.Entries):
			t.Errorf("table %s has %q too much", want.Name, got.Entries[i].Code)
		default:
			compareEntry(t, want.Name, got.Entries[i], want.Entries[i])
		}
	}
}

// withoutNames leaves what the page says; names, and the languages of texts,
// are not on it.
func withoutNames(t *model.Table) *model.Table {
	if t == nil {
		return nil
	}
	for i := range t.Entries {
		e := &t.Entries[i]
		e.Name, e.Stem, e.Texts, e.Order, e.Aliases, e.ValueSet = "", "", nil, 0, nil, nil
	}
	return t
}

func compareEntry(t *testing.T, table string, got, want model.Entry) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("table %s:\n got %s\nwant %s", table, asJSON(got), asJSON(want))
	}
}

func asJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(err)
	}
	return string(data)
}

func readJSON(t testing.TB, file string, v any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

// Both renditions of a page give the same model, lines aside.
func TestHTMLAndTextGiveTheSameModel(t *testing.T) {
	for _, name := range sources {
		t.Run(name, func(t *testing.T) {
			text := openSource(t, name)
			markup := openSource(t, name)
			markup.PageFile = "page.html"
			var err error
			if markup.Page, err = os.ReadFile(path.Join("testdata/pages", name, "page.html")); err != nil {
				t.Fatal(err)
			}
			want := withoutLines(t, text)
			got := withoutLines(t, markup)
			for i := range want.Tables {
				compareTable(t, &got.Tables[i], &want.Tables[i])
			}
			want.Tables, got.Tables = nil, nil
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got %s\nwant %s", asJSON(got), asJSON(want))
			}
		})
	}
}

// withoutLines reads a source and blanks what may differ between renditions.
func withoutLines(t *testing.T, s *Source) *model.Spec {
	t.Helper()
	spec, _, err := s.Spec()
	if err != nil {
		t.Fatal(err)
	}
	spec.Snapshot = model.Snapshot{}
	for i := range spec.Tables {
		for j := range spec.Tables[i].Entries {
			e := &spec.Tables[i].Entries[j]
			if e.Line < 1 {
				t.Errorf("%s %q has no line", spec.Tables[i].Name, e.Code)
			}
			e.Line = 0
		}
	}
	return spec
}

// Each entry of a page of markup has the line on which its code stands, to be
// checked in the bytes of the page.
func TestHTMLEntriesKeepTheirLines(t *testing.T) {
	for _, name := range sources {
		s := openSource(t, name)
		s.PageFile = "page.html"
		var err error
		if s.Page, err = os.ReadFile(path.Join("testdata/pages", name, "page.html")); err != nil {
			t.Fatal(err)
		}
		text, err := charset.Decode(s.Page, true)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(text, "\n")
		spec, _, err := s.Spec()
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range spec.Tables {
			for _, e := range table.Entries {
				if !strings.Contains(lines[e.Line-1], e.Code) {
					t.Errorf("%s %s: line %d does not hold %q: %s", name, table.Name, e.Line, e.Code, lines[e.Line-1])
				}
			}
		}
	}
}
