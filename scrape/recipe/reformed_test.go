package recipe

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

const known = `  - codes: Code
    form: table
    under: Errors
    columns: {code: Code, text: Text}
    code: 'E\d+'
    min: 2
    must: [E2]
`

// A table outlives another heading and another form, where canaries and the
// form of its codes say that it is the same.
func TestTableThatMoved(t *testing.T) {
	const other = "<h2>Notes</h2><table><tr><th>Code<th>Text<tr><td>N1<td>one<tr><td>N2<td>two</table>"
	table := func(head string) string {
		return "<table>" + head + "<tr><td>E1<td>Nobody is there<tr><td>E2<td>The door is closed<tr><td>E3<td>Nothing</table>"
	}
	list := "<ul><li>E1 - Nobody is there<li>E2 - The door is closed<li>E3 - Nothing</ul>"
	for name, c := range map[string]struct{ page, warning, err string }{
		"as it was":           {"<h2>Errors</h2>" + table("<tr><th>Code<th>Text") + other, "", ""},
		"another heading":     {"<h2>Faults</h2>" + table("<tr><th>Code<th>Text") + other, `the canaries stand under "Faults" now: under: Errors|Faults`, ""},
		"another form":        {"<h2>Errors</h2>" + list + other, `form: list, columns: {code: 1, text: 2}`, ""},
		"both":                {"<h2>Faults</h2>" + list + other, `form: list, columns: {code: 1, text: 2}`, ""},
		"without its canary":  {"<h2>Faults</h2>" + strings.ReplaceAll(table("<tr><th>Code<th>Text"), "E2", "E5") + other, "", "the table is gone"},
		"codes of other form": {"<h2>Faults</h2>" + strings.ReplaceAll(list, "E", "F") + other, "", "the table is gone"},
	} {
		t.Run(name, func(t *testing.T) {
			spec := readMoved(t, columnsHead+known, c.page, c.warning, c.err)
			if spec == nil {
				return
			}
			if entries := spec.Tables[0].Entries; len(entries) != 3 || entries[1].Code != "E2" || entries[1].Text != "The door is closed" {
				t.Errorf("%+v", entries)
			}
		})
	}
}

// readMoved reads a page on which something stands elsewhere than the recipe
// says, with that warning; nil where it is to be an error.
func readMoved(t *testing.T, recipe, page, warning, problem string) *model.Spec {
	t.Helper()
	r, err := Parse("", []byte(recipe))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page.html", []byte(page))
	if problem != "" {
		if err == nil || !strings.Contains(err.Error(), problem) {
			t.Errorf("%v, want %q", err, problem)
		}
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := spec.Warnings.Error(); len(spec.Warnings) > 0 != (warning != "") || !strings.Contains(got, warning) {
		t.Errorf("%q, want %q", got, warning)
	}
	return spec
}

// Without words that could be symbols there are none, and a row that is shorter
// than the others is no code.
func TestColumnsInAnotherForm(t *testing.T) {
	recipe := strings.Replace(known, "text: Text", "key: Name, text: Text", 1)
	for page, want := range map[string]string{
		"<table><tr><td>Nobody is there<td>E1<tr><td>The door is closed<td>E2<tr><td>Nothing at all<td>E3</table>":                         "",
		"<table><tr><td>NOBODY<td>Nobody is there<td>E1<tr><td>DOOR<td>The door is closed<td>E2<tr><td>NO<td>Nothing at all<td>E3</table>": "DOOR",
	} {
		r, err := Parse("", []byte(columnsHead+strings.Replace(recipe, "form: table", "form: list", 1)))
		if err != nil {
			t.Fatal(err)
		}
		spec, err := r.Read("page.html", []byte("<h2>Errors</h2>"+page))
		if err != nil {
			t.Fatal(err)
		}
		if e := spec.Tables[0].Entries; len(e) != 3 || e[1].Code != "E2" || e[1].Text != "The door is closed" || e[1].Key != want {
			t.Errorf("%+v", e)
		}
	}
}

// What is not known by its codes is gone with its heading.
func TestUnknownTableThatMoved(t *testing.T) {
	r, err := Parse("", []byte(columnsHead+strings.Replace(known, "    must: [E2]\n", "", 1)))
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.Read("page.html", []byte("<h2>Faults</h2><table><tr><th>Code<th>Text<tr><td>E1<td>a<tr><td>E2<td>b</table>"))
	if err == nil || !strings.Contains(err.Error(), "the table is gone") {
		t.Error(err)
	}
}

// Columns that a recipe counts are looked for again where the page has fewer of
// them in another form.
func TestCountedColumnsInAnotherForm(t *testing.T) {
	r, err := Parse("", []byte(columnsHead+strings.NewReplacer("form: table", "form: headings", "{code: Code, text: Text}", "{code: 1, text: 3}").Replace(known)))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page.html", []byte("<h1>Errors</h1><table><tr><th>Code<th>Text<tr><td>E1<td>Nobody is there<tr><td>E2<td>The door is closed</table>"))
	if err != nil {
		t.Fatal(err)
	}
	if e := spec.Tables[0].Entries; len(e) != 2 || e[1].Text != "The door is closed" {
		t.Errorf("%+v", e)
	}
}

// Headers that all read otherwise are told as the columns of a recipe that
// reads them.
func TestRetitledColumns(t *testing.T) {
	recipe := columnsHead + "  - codes: Code\n    form: table\n    columns: {code: Code, text: Description}\n    code: '\\d{3}'\n    must: ['102']\n"
	page := "| %s |\n|---|---|\n| 101 | no such user |\n| 102 | wrong password |\n| 103 | too many attempts |\n"
	for headers, want := range map[string]string{
		"Code | Description":   "",
		"Número | Descrição":   "columns: {code: [Code, Número], text: [Description, Descrição]}",
		"Code | What it tells": "columns: {code: Code, text: [Description, What it tells]}",
		"Nr | Description":     "columns: {code: [Code, Nr], text: Description}",
	} {
		r, err := Parse("source.yaml", []byte(recipe))
		if err != nil {
			t.Fatal(err)
		}
		_, err = r.Read("page.md", fmt.Appendf(nil, page, headers))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, want %q", headers, err, want)
		}
	}
}
