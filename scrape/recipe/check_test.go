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
		"a form that is none":               {"tables:\n  - {name: Code, kind: codes, form: tabel, columns: {code: 1}}\n", []string{`there is no form "tabel"`, `did you mean "table"?`}},
		"a form without columns":            {"tables:\n  - {name: Code, kind: codes, form: list, line: 'E\\d'}\n", []string{"table Code has a form, but no columns"}},
		"each of what is none":              {"tables:\n  - {name: Code, kind: codes, form: table, each: row, columns: {code: 1}}\n", []string{`not for each "row"`}},
		"each without a form":               {"tables:\n  - {name: Code, kind: codes, each: heading, columns: {code: Code}}\n", []string{"table Code has each, but no form"}},
		"records in what is none":           {"tables:\n  - {name: Code, kind: codes, in: rows, line: '(?P<code>E)'}\n", []string{`records can begin in items, not in "rows"`}},
		"a record without a beginning":      {"tables:\n  - {name: Code, kind: codes, record: '(?P<code>E) x'}\n", []string{"does not say how a record begins"}},
		"lines without a code":              {"tables:\n  - {name: Code, kind: codes, code: E, lines: [text]}\n", []string{"no line of table Code is the code"}},
		"a line of no role":                 {"tables:\n  - {name: Code, kind: codes, code: E, lines: [code, txet]}\n", []string{`there is no role "txet"`}},
		"a group of no role":                {"tables:\n  - {name: Code, kind: codes, line: '(?P<code>E) (?P<txet>x)'}\n", []string{`there is no role "txet"`, `did you mean "text"?`}},
		"a facet of no role":                {"tables:\n  - {name: Code, kind: codes, line: '(?P<code>E)', facets: ['(?P<nte>x)']}\n", []string{`there is no role "nte"`}},
		"an empty facet":                    {"tables:\n  - {name: Code, kind: codes, line: '(?P<code>E)', facets: [~]}\n", []string{"table Code lists a pattern that is empty"}},
		"a capture without a code":          {"tables:\n  - {name: Code, kind: codes, capture: ['(?P<text>x)']}\n", []string{"is the code"}},
		"a constant without a name":         {"tables:\n  - {name: Limit, kind: constants, capture: ['\\d+']}\n", []string{"has a name"}},
		"an extra column of no type":        {"tables:\n  - {name: Code, kind: codes, columns: {code: Code}, types: {Since: seconds}}\n", []string{`Since cannot be of type "seconds"`}},
		"a language that is none":           {"tables:\n  - {name: Code, kind: codes, language: q, columns: {code: Code}}\n", []string{`language "q"`}},
		"fewer rows than none":              {"tables:\n  - {name: Code, kind: codes, min: -1, columns: {code: Code}}\n", []string{"min is -1"}},
		"gone since no day":                 {"tables:\n  - {name: Code, kind: codes, gone: May, columns: {code: Code}}\n", []string{`gone "May" is no date`}},
		"said twice what it is":             {"tables:\n  - {codes: Code, name: Other, columns: {code: Code}}\n", []string{"says twice what it is"}},
		"two tables of one name":            {"tables:\n  - {codes: Code, columns: {code: Code}}\n  - {codes: Code, columns: {code: Code}}\n", []string{"source.yaml:8: two tables are called Code; the first is in line 7"}},
		"a name that names nothing":         {"tables:\n  - {codes: Code, columns: {code: Code}, names: {E1: {why: w}}}\n", []string{`the name for "E1" has neither name nor values`}},
		"a name that is no Go name":         {"tables:\n  - {codes: Code, columns: {code: Code}, names: {E1: {name: a-b, why: w}}}\n", []string{`"a-b" is no Go identifier`}},
		"a skip without a reason":           {"tables:\n  - {codes: Code, columns: {code: Code}, skip: [{match: x}]}\n", []string{"a skip needs code or match, and why"}},
		"a skip of two things":              {"tables:\n  - {codes: Code, columns: {code: Code}, skip: [{match: x, code: y, why: w}]}\n", []string{"a skip needs code or match, and why"}},
		"an envelope without a code":        {"tables:\n  - {codes: Code, columns: {code: Code}}\nenvelopes:\n  - {format: xml}\n", []string{"an envelope needs the path of its code"}},
		"an envelope of a message of holes": {"tables:\n  - {codes: Code, columns: {code: Code}}\nenvelopes:\n  - {format: xml, code: a, message: a..b}\n", []string{`path "a..b" has an empty key`}},
		"a member that is no Go name":       {"tables:\n  - {codes: Code, columns: {code: Code}}\nenvelopes:\n  - {format: xml, code: a, extra: {id: b}}\n", []string{`the further member "id" is no exported Go identifier`}},
		"a key given twice":                 {"tables: []\ntables: []\n", []string{"source.yaml:7", "tables"}},
		"a list where a text":               {"tables:\n  - {name: [a], kind: codes}\n", []string{"source.yaml:7"}},
		"no tables":                         {"", []string{"the recipe has no tables"}},
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
