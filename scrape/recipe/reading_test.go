package recipe

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// A pageTest reads a page by the recipe of one table.
type pageTest struct {
	table  string // a flow mapping, in line 7 of source.yaml
	page   string // markup where it begins with "<"
	want   []string
	errors []string // the beginnings of all problems
}

func testPages(t *testing.T, tests map[string]pageTest) {
	t.Helper()
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			got, problems := readOne(t, c.table, c.page)
			if !slices.Equal(got, c.want) {
				t.Errorf("entries\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
			for i := range max(len(problems), len(c.errors)) {
				switch {
				case i >= len(problems):
					t.Errorf("no problem says %s", c.errors[i])
				case i >= len(c.errors) || !strings.HasPrefix(problems[i], c.errors[i]):
					t.Errorf("problem %d is\n%s\nwant %q", i, problems[i], c.errors)
				}
			}
		})
	}
}

// readOne returns the entries of one table, each as "line code text" with what
// else it has, and the problems.
func readOne(t *testing.T, table, page string) (entries, problems []string) {
	t.Helper()
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - "+table+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	file := "page.txt"
	if strings.HasPrefix(page, "<") {
		file = "page.html"
	}
	spec, err := r.Read(file, []byte(page))
	var list model.Problems
	if err != nil && !errors.As(err, &list) {
		t.Fatalf("%T: %v", err, err)
	}
	for _, p := range list {
		problems = append(problems, p.Error())
	}
	if spec == nil {
		return nil, problems
	}
	for _, e := range spec.Tables[0].Entries {
		entries = append(entries, entryString(e))
	}
	return entries, problems
}

func entryString(e model.Entry) string {
	s := strings.TrimSpace(fmt.Sprintf("%d %s %s", e.Line, e.Code, e.Text))
	for _, part := range []struct{ name, text string }{
		{"key", e.Key},
		{"remedy", e.Remedy},
		{"detail", e.Detail},
		{"group", e.Group},
		{"type", e.Type},
		{"default", e.Default},
		{"deprecated", e.Deprecated},
		{"also", strings.Join(e.Also, ";")},
		{"notes", strings.Join(e.Notes, ";")},
		{"values", strings.Join(e.Values, ";")},
		{"holes", strings.Join(e.Placeholders, ";")},
	} {
		if part.text != "" {
			s += " " + part.name + "=" + part.text
		}
	}
	for _, part := range []struct {
		name   string
		number int
	}{{"http", e.HTTP}, {"max", e.Max}} {
		if part.number != 0 {
			s += fmt.Sprintf(" %s=%d", part.name, part.number)
		}
	}
	if e.Required {
		s += " required"
	}
	if len(e.Extra) > 0 {
		s += fmt.Sprint(" ", e.Extra)
	}
	return s
}

// One recipe reads the same content in every layout that a page may have.
func TestLayoutsReadAlike(t *testing.T) {
	recipes := map[string]string{
		"fixed lines":    `{name: Code, kind: codes, code: 'E\d', lines: [code, text]}`,
		"joined records": `{name: Code, kind: codes, code: 'E\d', record: '(?P<code>E\d) (?P<text>.+)'}`,
	}
	layouts := map[string]struct{ page, lines string }{
		"table":           {"<table>\n<tr><th>Code<th>Info\n<tr><td>E1<td>one\n<tr><td>E2<td>two\n<tr><td>E3<td>three\n</table>", "3 4 5"},
		"table on a line": {"<table><tr><td>E1<td>one<tr><td>E2<td>two<tr><td>E3<td>three</table>", "1 1 1"},
		"definitions":     {"<dl>\n<dt>E1</dt>\n<dd>one</dd>\n<dt>E2\n<dd>two\n<dt>E3<dd><p>three</p>\n</dl>", "2 4 6"},
		"nested list":     {"<ul>\n<li>E1\n<ul><li>one</ul>\n<li>E2 <ul>\n<li>two</ul>\n<li><b>E3</b>\n<ul><li>three</ul></ul>", "2 4 6"},
		"headings":        {"<h3>E1</h3><p>one</p>\n<h3>E2</h3><p>two</p>\n<h3>E3</h3>\n<p>three</p>", "1 2 3"},
		"breaks":          {"<p>E1<br>one<br>\nE2<br>two<br>\nE3<br>three", "1 2 3"},
		"lines of text":   {"E1\none\n\nE2\ntwo\nE3\n\nthree\n", "1 4 6"},
		"list in text":    {"  • E1\n    • one\n  • E2\n      two\n  • E3\n    • three\n", "1 3 5"},
		"pipe table":      {"Info | about\n---|---\nE1 | one\nE2 | two\nE3 | three\n", "3 4 5"},
	}
	for form, table := range recipes {
		for layout, c := range layouts {
			t.Run(form+"/"+layout, func(t *testing.T) {
				got, problems := readOne(t, table, c.page)
				no := strings.Fields(c.lines)
				want := []string{no[0] + " E1 one", no[1] + " E2 two", no[2] + " E3 three"}
				if !slices.Equal(got, want) || problems != nil {
					t.Errorf("got %q, want %q; problems %q", got, want, problems)
				}
			})
		}
	}
}

// A line of prose between the rows that the vendor took out stops nobody: what
// is a code, its form says.
func TestSkipOfCellsThatIsNeededNoMore(t *testing.T) {
	r, err := Parse("source.yaml", []byte(columnsHead+"  - {name: Code, kind: codes, code: 'E\\d', columns: {code: Code}, skip: [{code: Note, why: w}]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for page, warning := range map[string]string{
		"Code | Text\n---|---\nE1 | one\nNote | two\n": "",
		"Code | Text\n---|---\nE1 | one\n":             "the skip /Note/ matches nothing any more: drop it, source.yaml:6",
	} {
		spec, err := r.Read("page.txt", []byte(page))
		if err != nil || (len(spec.Warnings) > 0) != (warning != "") || !strings.Contains(spec.Warnings.Error(), warning) {
			t.Errorf("%v, %q, want %q", err, spec.Warnings.Error(), warning)
		}
	}
}

func TestTooLittleIsAProblem(t *testing.T) {
	testPages(t, map[string]pageTest{
		"a canary that is gone, too few rows": {
			table: `{name: Code, kind: codes, columns: {code: Code, text: Text}, min: 3, must: [E1, E9]}`,
			page:  "Code | Text\n---|---\nE1 | one\nE2 | two\n",
			want:  []string{"3 E1 one", "4 E2 two"},
			errors: []string{
				"page.txt: table Code: too few entries: 2, at least 3 are wanted\n\tthe page lost rows, or source.yaml:7 is too high",
				`source.yaml:7: table Code: "E9" must be there and is not in page.txt`,
			},
		},
		"a skip that matches nothing": {
			table:  `{name: Code, kind: codes, columns: {code: Code}, skip: [{match: 'E2', why: w}, {match: 'E3', why: w}]}`,
			page:   "Code | Text\n---|---\nE1 | one\nE2 |\n",
			want:   []string{"3 E1 map[Text:one]"},
			errors: []string{"source.yaml:7: table Code: the skip /E3/ matches nothing any more"},
		},
		"a skip of cells, where codes have no form": {
			table:  `{name: Code, kind: codes, columns: {code: Code}, skip: [{code: Note, why: w}]}`,
			page:   "Code | Text\n---|---\nE1 | one\n",
			want:   []string{"3 E1 map[Text:one]"},
			errors: []string{"source.yaml:7: table Code: the skip /Note/ matches nothing any more"},
		},
		"the heading is gone": {
			table:  `{name: Code, kind: codes, under: Errors, columns: {code: Code}}`,
			page:   "Code | Text\n---|---\nE1 | one\n",
			errors: []string{"page.txt: table Code: the table is gone: nothing on the page reads /Errors/\n\tsource.yaml:7"},
		},
		"the header is gone": {
			table:  `{name: Code, kind: codes, columns: {code: Code, text: Message}}`,
			page:   "Code | Text\n---|---\nE1 | one\n",
			errors: []string{"page.txt:1: table Code: no header reads text (Message); the headers are Code | Text\n\tadd the new text of the header under columns: in the recipe, if it means the same; source.yaml:7"},
		},
		"no table at all": {
			table:  `{name: Code, kind: codes, columns: {code: Code}}`,
			page:   "E1 one\n",
			errors: []string{"page.txt: table Code: the table is gone: no row was found; it is declared at source.yaml:7\n\tthe page has no tables at all"},
		},
		"no record": {
			table:  `{name: Code, kind: codes, line: '(?P<code>E\d) (?P<text>.+)'}`,
			page:   "X1 one\n",
			errors: []string{"page.txt: table Code: the table is gone: no row was found"},
		},
		"an empty page":  {table: `{name: Code, kind: codes, columns: {code: Code}}`, page: "\n \n", errors: []string{"page.txt: the page is empty"}},
		"a bad encoding": {table: `{name: Code, kind: codes, columns: {code: Code}}`, page: "a\nb\xff", errors: []string{"page.txt"}},
	})
}

// An envelope may be for a table that the page gives its name.
func TestEnvelopeOfATableByHeading(t *testing.T) {
	const page = "# Errors\n\n## Account errors\n\n|Code|Text|\n|---|---|\n|E1|Locked.|\n|E2|Frozen.|\n\n## Card errors\n\n|Code|Text|\n|---|---|\n|E1|Refused.|\n"
	for table, want := range map[string]string{
		"CardError": "",
		"CarError":  "source.yaml:9: the envelope is for table CarError, which is not there\n\tdid you mean \"CardError\"?",
	} {
		r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {codes: Code, form: table, each: heading, columns: {code: 1, text: 2}}\nenvelopes:\n  - {format: json, code: code, table: "+table+"}\n"))
		if err != nil {
			t.Fatal(err)
		}
		_, err = r.Read("page.md", []byte(page))
		if want == "" && err != nil || want != "" && (err == nil || err.Error() != want) {
			t.Errorf("%s: %v", table, err)
		}
	}
}

// FuzzRead reads any page by recipes of every form. What is found has a code
// and a line.
func FuzzRead(f *testing.F) {
	recipe, err := Parse("source.yaml", []byte(`
source: x
url: https://example.com/
language: en
package: x
retrieved: 2026-11-22
tables:
  - {name: Column, kind: codes, code: 'E\d+', columns: {code: Code, text: Text}, facets: ['Note: (?P<note>.+)']}
  - {name: Line, kind: codes, line: '(?P<code>E\d+) (?P<text>.+)', in: items}
  - {name: Lines, kind: codes, code: 'E\d+', lines: [code, text]}
  - {name: Record, kind: codes, code: 'E\d+', record: '(?P<code>E\d+) (?P<text>.+)', under: Errors, until: End}
  - {name: Capture, kind: fields, capture: ['the (?P<code>\w+) field']}
  - {name: Example, kind: fields, example: a.b}
`))
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Code | Text\n---|---\nE1 | one\n", false)
	f.Add("<h2>Errors</h2><table><tr><th>Code<th>Text<tr><td>E1, E2<td>one<br>Note: n</table><ul><li>E3 x</ul>", true)
	f.Add("Errors\nE1\none\nthe x field\n{\"a\": {\"b\": {\"c\": 1}}}\nEnd\n", false)
	f.Fuzz(func(t *testing.T, page string, markup bool) {
		file := "page.txt"
		if markup {
			file = "page.html"
		}
		spec, err := recipe.Read(file, []byte(page))
		if err != nil || spec == nil {
			return
		}
		for _, table := range spec.Tables {
			for _, e := range table.Entries {
				if e.Code == "" || e.Line < 1 {
					t.Errorf("table %s: %+v", table.Name, e)
				}
			}
		}
	})
}
