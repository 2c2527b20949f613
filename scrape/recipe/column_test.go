package recipe

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

const columnsHead = "source: acme\nlanguage: en\npackage: acme\nretrieved: 2026-11-22\ntables:\n"

// Two roles never share a column, however they name it.
func TestOneRoleAColumn(t *testing.T) {
	for columns, want := range map[string]string{
		"{code: Code, text: Code}":            `the column "code" cannot be both code and text`,
		"{code: Code, text: [Message, CODE]}": `the column "code" cannot be both code and text`,
		"{code: 1, text: [Text, 1]}":          "the column number 1 cannot be both code and text",
		"{code: 1, text: '1'}":                "",
		"{code: Code, text: ''}":              "no column is named for the role text",
	} {
		for _, form := range []string{"", "    form: table\n"} {
			_, err := Parse("", []byte(columnsHead+"  - codes: Code\n"+form+"    columns: "+columns+"\n"))
			if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
				t.Errorf("%s: %v, want %q", columns, err, want)
			}
		}
	}
}

// A column by its number and one whose header is a number are two.
func TestHeaderThatIsANumber(t *testing.T) {
	spec := readWith(t, "  - codes: Code\n    form: table\n    columns: {code: 1, text: '1'}\n",
		"<table><tr><th></th><th>1</th></tr><tr><td>E100<td>Locked<tr><td>E101<td>Invalid</table>")
	if e := spec.Tables[0].Entries[1]; e.Code != "E101" || e.Text != "Invalid" {
		t.Errorf("%+v", e)
	}
}

// What a cell says of its code beside it is no part of it.
func TestRemarksOfFormedCodes(t *testing.T) {
	spec := readWith(t, "  - codes: Code\n    form: table\n    columns: {code: Code, text: Text}\n    code: '\\d{3}-\\d{3}'\n",
		"<table><tr><th>Code<th>Text<tr><td>005-001<td>a<tr><td>005-029 Deprecated<td>b<tr><td>005-030 (new)<td>c<tr><td>More to come<td>d</table>")
	entries := spec.Tables[0].Entries
	if len(entries) != 3 || entries[1].Code != "005-029" || entries[1].Deprecated != "Deprecated" || entries[1].Key != "" || entries[2].Code != "005-030" {
		t.Errorf("%+v", entries)
	}
	if len(spec.Warnings) != 1 || !strings.Contains(spec.Warnings[0].Error(), "More to come") {
		t.Errorf("%v", spec.Warnings)
	}
}

// A code of another form is never taken, and never passed over.
func TestCodeOfAnotherForm(t *testing.T) {
	r, err := Parse("", []byte(columnsHead+"  - codes: Code\n    form: table\n    columns: {code: Code, text: Text}\n    code: '\\d{3}-\\d{3}'\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range []string{"005-0291", "E5", ""} {
		_, err = r.Read("page.html", []byte("<table><tr><th>Code<th>Text<tr><td>005-001<td>a<tr><td>005-002<td>b<tr><td>"+cell+"<td>c</table>"))
		if err == nil || !strings.Contains(err.Error(), "the row has no code") {
			t.Errorf("%q: %v", cell, err)
		}
	}
}

func readWith(t *testing.T, tables, text string) *model.Spec {
	t.Helper()
	r, err := Parse("", []byte(columnsHead+tables))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page.html", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return spec
}
