package gen

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// flat is a source without the line breaks of its comments.
func flat(source []byte) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(string(source), "//", "")), " ")
}

// TestSentences holds comments to what they say of a small table.
func TestSentences(t *testing.T) {
	for _, test := range []struct {
		edit       func(*model.Spec)
		want, none string
	}{
		{func(s *model.Spec) { s.Title = "Kafka errors" }, `Code is a code of the page "Kafka errors".`, "an error code of"},
		{func(s *model.Spec) { s.Title = "Kafka" }, `Code is an error code of the page "Kafka".`, ""},
		{func(s *model.Spec) { s.Tables[0].Entries[0].HTTP = 404 }, "Code 001-000, HTTP 404.", ""},
		{func(s *model.Spec) { s.Tables[0].Entries[0].HTTP, s.Tables[0].Entries[0].Group = 404, "404 Not Found" }, "Something went wrong with the object of kind 0", "HTTP 404"},
		{func(s *model.Spec) { s.Tables[0].Entries[0].HTTP, s.Tables[0].Entries[0].Code = 404, "404" }, "const (", "HTTP 404"},
		{func(s *model.Spec) { s.Tables[0].Groups = &model.ValueSet{Type: "Group"} }, "- Code: error codes To follow", "of type Group"},
		{func(s *model.Spec) {
			for i := range s.Tables[0].Entries {
				s.Tables[0].Entries[i].Group = "One"
			}
			s.Tables[0].Groups = &model.ValueSet{Type: "Group", Names: []string{"GroupOne"}}
		}, "- Code: error codes in groups of type Group", ""},
		{limitTable("RateLimit", 1), "- functions, one for each rate limit", "RateLimit:"},
		{limitTable("URLPart", 2), "- functions, one for each url part", "URLPart:"},
		{func(s *model.Spec) {
			s.Tables[0].Columns = []model.Column{{Header: "Can retry", Name: "Retriable", Type: "bool"}}
		}, `Retriable reports whether the page says yes under "Can retry".`, ""},
		{func(s *model.Spec) {
			for i := range s.Tables[0].Entries {
				s.Tables[0].Entries[i].Text = ""
			}
		}, "Error returns the code. func", "It is an error"},
		{func(s *model.Spec) { s.Tables[0].Entries[0].Key, s.Tables[0].Entries[2].Key = "same", "same" }, "or by the vendor's symbol, unless several codes share it. What is gone", ""},
		{func(s *model.Spec) { s.Tables[0].Entries[0].Key, s.Tables[0].Entries[2].Key = "one", "other" }, "or by the vendor's symbol. What is gone", ""},
		{func(s *model.Spec) { symbols(s, "ONE", "1") }, "UnmarshalText takes any number,", "a symbol of the page"}, // a symbol that is a number tells nothing
		{func(s *model.Spec) { symbols(s, "ONE", "TWO") }, "UnmarshalText takes a symbol of the page, or any number,", ""},
	} {
		s := manyCodes("small", 3)
		for i := range s.Tables[0].Entries {
			s.Tables[0].Entries[i].HTTP = 0
		}
		test.edit(s)
		source := flat(mustPackage(t, s)[0].Content)
		if !strings.Contains(source, test.want) {
			t.Errorf("no comment says %q", test.want)
		}
		if test.none != "" && strings.Contains(source, test.none) {
			t.Errorf("a comment says %q, where one is %q", test.none, test.want)
		}
	}
}

// symbols makes the codes numbers with symbols.
func symbols(s *model.Spec, first, last string) {
	t := &s.Tables[0]
	t.Value.Type = "int32"
	for i := range t.Entries {
		t.Entries[i].Code = string(rune('1' + i))
	}
	t.Entries[0].Key, t.Entries[2].Key = first, last
}

// limitTable adds a table of n limits.
func limitTable(name string, n int) func(*model.Spec) {
	return func(s *model.Spec) {
		limits := model.Table{Name: name, Kind: model.Constants}
		for i := range n {
			id := "Limit" + string(rune('A'+i))
			limits.Entries = append(limits.Entries, model.Entry{Code: "1", Key: id, Name: id})
		}
		s.Tables = append(s.Tables, limits)
	}
}
