package recipe

import (
	"strings"
	"testing"
)

func TestAlways(t *testing.T) {
	for text, want := range map[string][2]bool{
		"Yes": {true, true}, "是": {true, true}, "required": {true, true}, "Mandatory.": {true, true}, "必填": {true, true}, "(required)": {true, true},
		"no": {false, true}, "": {false, true}, "Optional": {false, true}, "conditional": {false, true}, "no (since v2)": {false, true},
		"Required if the user is new": {false, true}, "yes, unless signed in": {false, true}, "not required": {false, true}, "N/A": {false, true}, "任意": {false, true},
		"maybe": {false, false}, "?": {false, false}, "for admins": {false, false}, "…": {false, false},
	} {
		value, ok := Always(text)
		if value != want[0] || ok != want[1] {
			t.Errorf("%q is %v, %v, want %v", text, value, ok, want)
		}
	}
}

func TestRequiredOfAColumnAndOfAPattern(t *testing.T) {
	const page = "Name | Required\n---|---\nlimit | yes\npage | perhaps\n"
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {params: Param, columns: {code: Name, required: Required}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err = r.Read("page.txt", []byte(page)); err == nil || !strings.Contains(err.Error(), `page.txt:4: table Param: required of "page" is neither yes nor no: "perhaps"`) {
		t.Errorf("got %v", err)
	}
	r, err = Parse("source.yaml", []byte(recipeHead+"tables:\n  - {params: Param, line: '(?P<code>\\w+) \\| (?P<required>yes|perhaps)'}\n"))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page.md", []byte("# P\n\nlimit | yes\n\npage | perhaps\n"))
	if err != nil {
		t.Fatal(err)
	}
	if e := spec.Tables[0].Entries[1]; !e.Required {
		t.Errorf("a pattern that matched says no: %+v", e)
	}
}

func TestCutRequired(t *testing.T) {
	for kind, want := range map[string]struct {
		rest           string
		required, said bool
	}{
		"string, required":         {"string", true, true},
		"string required":          {"string", true, true},
		"required integer":         {"integer", true, true},
		"array[string] (optional)": {"array[string]", false, true},
		"array of strings":         {"array of strings", false, false},
		"string[]":                 {"string[]", false, false},
		"required":                 {"required", false, false},
		"array<int>，必填":            {"array<int>", true, true},
		"Optional[str]":            {"Optional[str]", false, false},
		"str | None":               {"str | None", false, false},
		"int or None":              {"int or None", false, false},
		"bytes reserved":           {"bytes reserved", false, false},
		"map[string]required":      {"map[string]required", false, false},
		"array[never]":             {"array[never]", false, false},
		"char, c":                  {"char, c", false, false},
		"":                         {"", false, false},
	} {
		if rest, required, said := cutRequired(kind); rest != want.rest || required != want.required || said != want.said {
			t.Errorf("%q gives %q, %v, %v", kind, rest, required, said)
		}
	}
}
