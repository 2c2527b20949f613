package recipe

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// Each mistake is told with its file, line and, of a key, column, and with
// what may have been meant; all of a recipe at once.
func TestRecipeProblemsHavePlaces(t *testing.T) {
	const table = "tables:\n  - {name: Code, kind: codes, columns: {code: Code}}\n"
	for name, c := range map[string]struct {
		yaml string // behind the head: from line 6
		want []string
	}{
		"keys at several levels": {
			"lisence: x\ntables:\n  - name: Code\n    kind: codes\n    colums: {}\n    columns: {code: Code}\n    names:\n      E1: {nme: A, name: B, why: w}\n    skip: [{match: a, wy: b, why: c}]\nenvelopes:\n  - fromat: json\n    format: json\n    code: a\n",
			[]string{
				"source.yaml:6:1: there is no key \"lisence\"\n\tdid you mean \"license\"?",
				"source.yaml:10:5: there is no key \"colums\"\n\tdid you mean \"columns\"?",
				"source.yaml:13:12: there is no key \"nme\"\n\tdid you mean \"name\"?",
				"source.yaml:14:23: there is no key \"wy\"\n\tdid you mean \"why\"?",
				"source.yaml:16:5: there is no key \"fromat\"\n\tdid you mean \"format\"?",
			},
		},
		"a key like no other": {
			table + "envelopes:\n  - {format: json, code: a, zzzzzz: b}\n",
			[]string{"source.yaml:9:29: there is no key \"zzzzzz\"\n\tknown: code, extra, format, message, success, table"},
		},
		"a key behind an anchor": {"tables: &all\n  - {name: Code, kind: codes, columns: {code: Code}, kid: codes}\n", []string{"source.yaml:7:54: there is no key \"kid\"\n\tdid you mean \"kind\"?"}},
		"keys and patterns and kinds together": {
			"tables:\n  - name: Code\n    kind: code\n    knd: x\n    value: int9\n    line: '(?P<code>E'\n    until: '*'\n    facets: ['(?<=x)']\n    min: 1\n",
			[]string{
				"source.yaml:8: there is no kind \"code\"\n\tdid you mean \"codes\"?",
				"source.yaml:9:5: there is no key \"knd\"\n\tdid you mean \"kind\"?",
				"source.yaml:10: there is no value type \"int9\"\n\tdid you mean \"int8\"?",
				"source.yaml:11: error parsing regexp: missing closing )",
				"source.yaml:12: error parsing regexp: missing argument to repetition operator: `*`",
				"source.yaml:13: error parsing regexp: invalid named capture",
			},
		},
		"two tables of one name": {
			table + "  - kind: params\n    name: Code\n    columns: {code: Name}\n",
			[]string{"source.yaml:9: two tables are called Code; the first is in line 7\n\tgive one of them another name"},
		},
		"a role that is none, in a group": {
			"tables:\n  - {name: Code, kind: codes, line: '(?P<code>E) (?P<txt>.+)', facets: ['(?P<Since>\\d+) (?P<nots>.+)']}\n",
			[]string{"source.yaml:7: there is no role \"txt\"\n\tdid you mean \"text\"?", "source.yaml:7: there is no role \"nots\"\n\tdid you mean \"note\"?"},
		},
		"patterns that are empty": {
			"tables:\n  - name: Code\n    kind: codes\n    columns: {code: Code}\n    facets: [a, null]\n  - name: Field\n    kind: fields\n    capture: [~]\n",
			[]string{"source.yaml:10: table Code lists a pattern that is empty", "source.yaml:13: table Field lists a pattern that is empty"},
		},
		"a pattern too large to be held to a line": {
			"tables:\n  - {name: Code, kind: codes, columns: {code: Code}, code: '" + strings.Repeat("(", 999) + "a" + strings.Repeat(")", 999) + "'}\n",
			[]string{"source.yaml:7: error parsing regexp: expression nests too deeply"},
		},
		"names in order": {
			"tables:\n  - {name: Code, kind: codes, columns: {code: Code}, names: {b: {name: B}, a: {name: A}, c: {name: '1', why: w}, d: {why: w}}}\n",
			[]string{
				`source.yaml:7: the name for "a" has no why`, `source.yaml:7: the name for "b" has no why`,
				`source.yaml:7: "1" is no Go identifier`, `source.yaml:7: the name for "d" has neither name nor values`,
			},
		},
		"an envelope": {
			table + "envelopes:\n  - format: yaml\n    table: Cod\n    code: a..b\n  - format: xml\n",
			[]string{
				"source.yaml:9: the envelope is for table Cod", `source.yaml:9: the format of an envelope is json or xml, not "yaml"`,
				`source.yaml:9: path "a..b" has an empty key`, "source.yaml:12: an envelope needs the path of its code",
			},
		},
		"a text where a list":   {"tables: x\n", []string{"source.yaml:6:9: "}},
		"a text where a number": {"tables:\n  - name: Code\n    min: many\n", []string{"source.yaml:8:10: cannot unmarshal string"}},
		"a list where a pattern": {"tables:\n  - name: Code\n    under: [a]\n    mni: 3\n", []string{
			"source.yaml:8:12: cannot unmarshal", "source.yaml:9:5: there is no key \"mni\"",
		}},
		"a merge key":             {"tables:\n  - name: a\n    <<: b\n", []string{"source.yaml:8:5: merge keys (<<) are not read"}},
		"broken YAML":             {"tables: [\n", []string{"source.yaml:6:9: "}},
		"an alias without anchor": {"tables: *a\n", []string{"source.yaml:6:"}},
		"a second document":       {table + "---\nsource: b\n", []string{"source.yaml:9: the file has several documents\n\tkeep one of them"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse("source.yaml", []byte(recipeHead+c.yaml))
			var problems model.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("%T: %v", err, err)
			}
			lines := strings.Split(recipeHead+c.yaml, "\n")
			for i := range max(len(problems), len(c.want)) {
				if i < len(problems) && problems[i].Line > 0 && problems[i].Line <= len(lines) {
					if text := problems[i].Text; text == "" || !strings.HasPrefix(strings.TrimSpace(lines[problems[i].Line-1]), strings.TrimSuffix(text, "…")) {
						t.Errorf("problem %d shows %q", i, text)
					}
					problems[i].Text = ""
				}
				switch {
				case i >= len(problems):
					t.Errorf("no problem says %s", c.want[i])
				case i >= len(c.want) || !strings.HasPrefix(problems[i].Error(), c.want[i]):
					t.Errorf("problem %d is\n%v", i, problems[i])
				}
			}
		})
	}
}

func TestRecipesWithoutAnythingInThem(t *testing.T) {
	for _, data := range []string{"", "\n", "# nothing\n", "---\n", "- a\n", "text\n", "7\n", "tables: !\n", "\x00", "{"} {
		var problems model.Problems
		if _, err := Parse("a/source.yaml", []byte(data)); !errors.As(err, &problems) || !strings.HasPrefix(problems[0].Error(), "a/source.yaml:") {
			t.Errorf("%q: %T: %v", data, err, err)
		}
	}
}

func TestKeysMayBeQuoted(t *testing.T) {
	r, err := Parse("source.yaml", []byte(recipeHead+"\"tables\":\n  - {\"name\": Code, 'kind': codes, columns: {\"code\": [Code, \"Código\"], 'text': Text}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Tables[0].Columns["code"]; !slices.Equal(got.Headers, []string{"Code", "Código"}) {
		t.Errorf("aliases are %q", got)
	}
	if got := r.Tables[0].Columns["text"]; !slices.Equal(got.Headers, []string{"Text"}) {
		t.Errorf("one alias is %q", got)
	}
}

func TestNearest(t *testing.T) {
	many := strings.Split(strings.Repeat("word ", 21), " ")
	for _, c := range []struct {
		word  string
		known []string
		want  string
	}{
		{"colums", []string{"code", "columns"}, `did you mean "columns"?`},
		{"CODE", []string{"kind", "code"}, `did you mean "code"?`},
		{"xode", []string{"b", "code"}, `did you mean "code"?`},
		{"InvalidJWTT", []string{"invalid_grant", "InvalidJWT"}, `did you mean "InvalidJWT"?`},
		{"zzzz", []string{"b", "a", "b"}, "known: a, b"},
		{"zzzzzz", many, ""},
	} {
		if got := Nearest(c.word, c.known); got != c.want {
			t.Errorf("%q: %q, want %q", c.word, got, c.want)
		}
	}
}

// codes: Code is short for a name and a kind, and excludes them.
func TestTableInShort(t *testing.T) {
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - columns: {code: Name}\n    params: Option\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Tables[0]; got.Name != "Option" || got.Kind != model.Params || got.line("name") != 8 {
		t.Errorf("got %s of kind %s in line %d", got.Name, got.Kind, got.line("name"))
	}
	for _, table := range []string{"{codes: Code, name: Code, columns: {code: Name}}", "{codes: Code, params: Param, columns: {code: Name}}"} {
		if _, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - "+table+"\n")); err == nil || !strings.Contains(err.Error(), "says twice what it is") {
			t.Errorf("%s: %v", table, err)
		}
	}
}

// The texts of the tables may be in another language than the page.
func TestLanguageOfTexts(t *testing.T) {
	head := strings.Replace(recipeHead, "language: ", "texts: pt\nlanguage: ", 1)
	r, err := Parse("source.yaml", []byte(head+"tables:\n  - {codes: Code, columns: {code: Code, text: Text}}\n  - {params: Param, language: tr, columns: {code: Name, text: Text}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page.html", []byte("<table><tr><th>Code<th>Text<tr><td>E1<td>um</table><table><tr><th>Name<th>Text<tr><td>a<td>bir</table>"))
	if err != nil {
		t.Fatal(err)
	}
	if got := spec.Tables[0].Entries[0].Texts["pt"]; got != "um" {
		t.Errorf("texts %v", spec.Tables[0].Entries[0].Texts)
	}
	if got := spec.Tables[1].Entries[0].Texts["tr"]; got != "bir" {
		t.Errorf("texts %v", spec.Tables[1].Entries[0].Texts)
	}
}

func FuzzParseRecipe(f *testing.F) {
	f.Add("source: a\ntables:\n  - {name: Code, kind: codes, columns: {code: [A, B]}}\n")
	f.Add("tables: [{line: '(?P<code>x', names: {a: {name: B, why: c}}}]")
	f.Fuzz(func(t *testing.T, data string) {
		_, err := Parse("specs/x/source.yaml", []byte(data))
		var problems model.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Errorf("%T: %v", err, err)
		}
	})
}
