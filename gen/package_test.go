package gen

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

func TestPackageIsPure(t *testing.T) {
	for i, spec := range cases() {
		first, second := mustPackage(t, spec), mustPackage(t, cases()[i])
		for j := range first {
			if first[j].Path != second[j].Path || !bytes.Equal(first[j].Content, second[j].Content) {
				t.Errorf("%s differs from run to run", first[j].Path)
			}
		}
	}
}

func TestRowsAndIndexHaveFilesOfTheirOwn(t *testing.T) {
	files := mustPackage(t, manyCodes("long", 400))
	if len(files) != 4 || files[0].Path != "long/long.go" || files[1].Path != "long/long_table.go" || files[2].Path != "long/long_index.go" || files[3].Path != "long/example_test.go" {
		t.Fatalf("%d files", len(files))
	}
	if small := mustPackage(t, manyCodes("small", maxScan)); len(small) != 3 {
		t.Errorf("%d files of a small table, which needs no index", len(small))
	}
	for _, file := range files {
		if SourceOf(file.Content) == "" {
			t.Errorf("%s has no header", file.Path)
		}
	}
	if bytes.Contains(files[0].Content, []byte("\nvar codeRows")) || bytes.Contains(files[1].Content, []byte("import ")) || bytes.Contains(files[1].Content, []byte(`\x`)) {
		t.Error("the rows belong into the table file, and the index into a third")
	}
}

// TestConstantsComeEarly holds that a reader sees the first constant on the
// first screen.
func TestConstantsComeEarly(t *testing.T) {
	for _, spec := range cases() {
		source := string(mustPackage(t, spec)[0].Content)
		_, source, _ = strings.Cut(source, "\npackage ")
		head, _, found := strings.Cut(source, "\nconst (")
		if found && strings.Count(head, "\n") >= 30 {
			t.Errorf("%s: %d lines before the first constant", spec.Source, strings.Count(head, "\n"))
		}
	}
}

func TestPackageRefuses(t *testing.T) {
	code := func(s *model.Spec) *model.Entry { return &s.Tables[0].Entries[0] }
	for _, test := range []struct {
		edit func(*model.Spec)
		want string
	}{
		{func(s *model.Spec) { s.Source = "a\n//go:build x" }, "no name of a source"},
		{func(s *model.Spec) { s.Source = "../a" }, "no name of a source"},
		{func(s *model.Spec) { s.Package = "x_test" }, "no name for a Go package"},
		{func(s *model.Spec) { s.Package = "func" }, "no name for a Go package"},
		{func(s *model.Spec) { code(s).Name = "" }, "no exported Go identifier"},
		{func(s *model.Spec) { code(s).Name = "a b" }, "no exported Go identifier"},
		{func(s *model.Spec) { code(s).Name = "Codes" }, "both have the identifier Codes"},
		{func(s *model.Spec) { code(s).Name = "ParseError" }, "both have the identifier ParseError"},
		{func(s *model.Spec) { code(s).Aliases = []string{"Code2"} }, "both have the identifier Code2"},
		{func(s *model.Spec) { code(s).Code = s.Tables[0].Entries[1].Code }, "twice"},
		{func(s *model.Spec) { s.Tables[0].Value.Type = "float64" }, "no type for codes"},
		{func(s *model.Spec) { s.Tables[0].Value.Type = "int8" }, "is no int8"},
		{func(s *model.Spec) {
			s.Tables[0].Columns = []model.Column{{Header: "Sev", Name: "Message", Type: "string"}}
		}, "cannot become a method"},
		{func(s *model.Spec) {
			s.Tables[0].Columns = []model.Column{{Header: "Sev", Name: "Severity", Type: "int"}}
			code(s).Extra = map[string]string{"Sev": "high"}
		}, `"high" in column "Sev" of Code is no int
	a whole number`},
		{func(s *model.Spec) {
			s.Tables[0].Value = model.Value{Type: "string", Bits: []model.Bits{{Name: "Message"}}}
		}, `the bits "Message" cannot become a method`},
		{func(s *model.Spec) { s.Tables[0].Carries = regexp.MustCompile(".*") }, "would be a number"},
		{func(s *model.Spec) { s.Envelopes[0].Table = "Nothing" }, "which there is not"},
		{func(s *model.Spec) { s.Envelopes[0].Format = "yaml" }, "neither json nor xml"},
		{func(s *model.Spec) { s.Envelopes[0].Code = nil }, "lacks a path to the code"},
		{func(s *model.Spec) {
			s.Tables = append(s.Tables, model.Table{Name: "Limit", Kind: model.Constants, Entries: []model.Entry{{Code: "five", Name: "Five", Type: "seconds"}}})
		}, "no number of seconds"},
	} {
		spec := manyCodes("bad", 3)
		spec.Envelopes = []model.Envelope{{Table: "Code", Format: "json", Code: []string{"code"}}}
		test.edit(spec)
		files, err := Package(spec)
		var problems model.Problems
		if files != nil || !errors.As(err, &problems) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v, want %q", err, test.want)
		}
	}
}
