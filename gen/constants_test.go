package gen

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

func TestDeprecation(t *testing.T) {
	for said, want := range map[string]string{
		"use E103":               "Deprecated: use E103",
		"Deprecated: use E103.":  "Deprecated: use E103.",
		"Deprecated. Use E103.":  "Deprecated: Use E103.",
		"deprecated since 4.2":   "Deprecated: since 4.2",
		"deprecated":             "Deprecated: the page says so.",
		"Deprecatedness is bad.": "Deprecated: Deprecatedness is bad.",
	} {
		if got := deprecation(said); got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}

// What is said against a value is not said twice, and each block of constants
// has a title: that of the section, or of the type.
func TestConstantDocs(t *testing.T) {
	source := mainFile(t, newSpec("docs", model.Table{Name: "Code", Kind: model.Codes, Entries: []model.Entry{
		{Code: "a", Name: "A", Text: "Deprecated: use b.", Deprecated: "Deprecated: use b.", Order: 1},
		{Code: "b", Name: "B", Text: "It failed (deprecated).", Deprecated: "deprecated", Group: "Failures", Order: 2},
	}}))
	for _, want := range []string{
		"// Values of Code.\nconst (\n\t// Deprecated: use b.\n\tA Code",
		"// Failures\nconst (\n\t// It failed (deprecated).\n\t//\n\t// Deprecated: the page says so.\n\tB Code",
	} {
		if !strings.Contains(source, want) {
			t.Errorf("no\n%s\nin\n%s", want, source)
		}
	}
}

// Comments call results what their type does.
func TestNouns(t *testing.T) {
	for name, want := range map[string]string{
		"Result": "a result", "Event": "an event", "GatewayEvent": "an event", "ReplyCode": "a code", "Status": "a status",
		"StateMQTT": "a result", "DataType": "a result", "Err": "a result", "Nouns": "a result",
	} {
		source := mainFile(t, newSpec("nouns", model.Table{Name: name, Kind: model.Results, Entries: []model.Entry{{Code: "a", Name: "A", Text: "It works.", Order: 1}}}))
		if sentence := "// Lookup" + name + " finds " + want + " of"; !strings.Contains(source, sentence) {
			t.Errorf("no %q in\n%s", sentence, source)
		}
		if sentence := "not so " + want + " that"; !strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(source, "//", "")), " "), sentence) {
			t.Errorf("no %q in\n%s", sentence, source)
		}
	}
}

// mainFile is the file of a package that declares its types.
func mainFile(t *testing.T, spec *model.Spec) string {
	t.Helper()
	for _, file := range mustPackage(t, spec) {
		if strings.HasSuffix(file.Path, "/"+spec.Package+".go") {
			return string(file.Content)
		}
	}
	t.Fatalf("%s has no file of its name", spec.Package)
	return ""
}
