package recipe

import (
	"strings"
	"testing"
)

const recipeHead = `source: shop
url: https://example.com/
language: en
package: shop
retrieved: 2026-11-22
`

// Every mistake in a recipe is named with its line; those of one recipe are
// told at once.
func TestRecipeMistakes(t *testing.T) {
	for name, c := range map[string]struct {
		yaml string // the tables begin in line 6
		want []string
	}{
		"misspelt keys at every level": {
			"tables:\n  - nme: Code\n    kind: codes\n    columns: {code: Code}\n    names: {E1: {nam: X, why: y}}\nenvelops: []\n",
			[]string{`source.yaml:7:5: there is no key "nme"`, `did you mean "name"?`, `source.yaml:10:18: there is no key "nam"`, `source.yaml:11:1: there is no key "envelops"`, `did you mean "envelopes"?`},
		},
		"bad patterns": {
			"tables:\n  - name: Code\n    kind: codes\n    line: '(?P<code>x'\n    facets: ['[', '(?!x)']\n",
			[]string{"source.yaml:9: error parsing regexp: missing closing )", "source.yaml:10: error parsing regexp: missing closing ]", "source.yaml:10: error parsing regexp: invalid or unsupported Perl syntax"},
		},
		"no way to find the rows": {"tables:\n  - {name: Code, kind: codes}\n", []string{"source.yaml:7: table Code does not say where its rows are"}},
		"two forms of records": {
			"tables:\n  - {name: Code, kind: codes, code: E, lines: [code], line: '(?P<code>E)'}\n",
			[]string{"more than one of line, lines and record"},
		},
		"a pattern without a code":        {"tables:\n  - {name: Code, kind: codes, line: 'E\\d'}\n", []string{"source.yaml:7: no group of /E\\d/ is the code"}},
		"columns without a code":          {"tables:\n  - {name: Code, kind: codes, columns: {text: Text}}\n", []string{"no column of table Code is the code"}},
		"a role that is none":             {"tables:\n  - {name: Code, kind: codes, columns: {code: Code, txet: Text}}\n", []string{`there is no role "txet"`, `did you mean "text"?`}},
		"records without a beginning":     {"tables:\n  - {name: Code, kind: codes, lines: [code, text]}\n", []string{"does not say how a record begins"}},
		"a table name that is no Go name": {"tables:\n  - {name: code, kind: codes, columns: {code: Code}}\n", []string{`table name "code" is no exported Go identifier`}},
		"an unknown kind":                 {"tables:\n  - {name: Code, kind: errors, columns: {code: Code}}\n", []string{`there is no kind "errors"`}},
		"an unknown value type":           {"tables:\n  - {name: Code, kind: codes, value: int, columns: {code: Code}}\n", []string{`there is no value type "int"`}},
		"a constant of no type":           {"tables:\n  - {name: Limit, kind: constants, capture: ['(?P<Max>\\d+)'], types: {Max: second}}\n", []string{`Max cannot be of type "second"`, `did you mean "seconds"?`}},
		"a name without a reason":         {"tables:\n  - {name: Code, kind: codes, columns: {code: Code}, names: {E1: {name: One}}}\n", []string{`the name for "E1" has no why`}},
		"an envelope for nothing": {
			"tables:\n  - {name: Code, kind: codes, columns: {code: Code}}\nenvelopes:\n  - {table: Cod, format: yaml, code: a..b}\n",
			[]string{"source.yaml:9: the envelope is for table Cod", `not "yaml"`, `path "a..b" has an empty key`},
		},
		"a key given twice":   {"tables: []\ntables: []\n", []string{"source.yaml:7", "tables"}},
		"a list where a text": {"tables:\n  - {name: [a], kind: codes}\n", []string{"source.yaml:7"}},
		"no tables":           {"", []string{"the recipe has no tables"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse("source.yaml", []byte(recipeHead+c.yaml))
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q is not in:\n%v", want, err)
				}
			}
		})
	}
}

func TestRecipeHeadMistakes(t *testing.T) {
	_, err := Parse("specs/shop/source.yaml", []byte("source: other\nurl: nowhere\nlanguage: q\ntexts: q\npackage: Shop\nretrieved: today\n"))
	for _, want := range []string{
		`source is "other", but the folder is "shop"`, `url "nowhere" is no address`, `language "q"`, `texts "q"`,
		`package "Shop" is no Go package name`, `retrieved "today" is no date`, "no tables",
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in:\n%v", want, err)
		}
	}
}

// Codes are texts: quotes do not matter.
func TestRecipeKeepsCodesAsTheyAreWritten(t *testing.T) {
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {name: Code, kind: codes, columns: {code: Code}, must: [007, 0x80, '1e3', ~x], names: {010: {name: Ten, why: w}}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []Literal{"007", "0x80", "1e3", "~x"} {
		if got := r.Tables[0].Must[i]; got != want {
			t.Errorf("must has %q, want %q", got, want)
		}
	}
	if r.Tables[0].Names["010"].Name != "Ten" {
		t.Errorf("names has %v", r.Tables[0].Names)
	}
}
