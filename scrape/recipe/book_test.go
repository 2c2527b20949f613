package recipe

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// Each entry, and each problem, of a source in parts has the file and the
// line that it stands on, in every format.
func TestPartsKeepTheirLines(t *testing.T) {
	rows := func(codes ...string) string {
		var b strings.Builder
		b.WriteString("<table>\n<tr><th>Code</th>\n<th>Text</th></tr>\n")
		for _, code := range codes {
			fmt.Fprintf(&b, "<tr><td rowspan=1><p>%s</p></td>\n<td><ul><li>one</li>\n<li>two</li></ul></td></tr>\n", code)
		}
		return b.String() + "</table>\n"
	}
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {name: Code, kind: codes, code: 'E\\d+', columns: {code: Code, text: Text}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	pages := []PageFile{
		{Name: "page.html", Data: []byte("<h1>One</h1>\n" + rows("E1", "E2"))},
		{Name: "page-b.txt", Data: []byte("Code | Text\n---|---\nE3 | three\n")},
		{Name: "page-c.html", Data: []byte("\n\n\n" + rows("E4", "E5"))},
	}
	spec, err := r.ReadPages(pages)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range spec.Tables[0].Entries {
		got = append(got, fmt.Sprintf("%s %s:%d", e.Code, e.File, e.Line))
	}
	if want := "E1 page.html:5, E2 page.html:8, E3 page-b.txt:3, E4 page-c.html:7, E5 page-c.html:10"; strings.Join(got, ", ") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, ", "), want)
	}
	if n := len(spec.Snapshot.Further); n != 2 || spec.Snapshot.Further[1].File != "page-c.html" {
		t.Errorf("got %+v", spec.Snapshot)
	}
	if file, line := (&book{files: []string{"a", "b"}, from: []int{0, 9}}).place(0); file != "a" || line != 0 {
		t.Errorf("what has no line is in %s:%d", file, line)
	}
	pages[2].Data = []byte(rows("E4", "bad"))
	_, err = r.ReadPages(pages)
	var problems model.Problems
	if !errors.As(err, &problems) || problems[0].File != "page-c.html" || problems[0].Line != 7 {
		t.Errorf("got %v", err)
	}
}

// A translation gives texts and no more. What only one of the pages has, and
// what both say differently, is warned of.
func TestMergeLanguage(t *testing.T) {
	const head = "Code | Key | HTTP | Max | Text\n---|---|---|---|---\n"
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {codes: Code, columns: {code: Code, key: Key, http: HTTP, max: Max, text: Text}}\n  - {constants: Limit, capture: ['(?P<Tries>\\d+) tries']}\n"))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page.txt", []byte(head+"E1 | ONE | 400 | 5 | one\nE2 | TWO | | | two\nE3 | | 403 | 7 |\n\nAt most 3 tries.\n"))
	if err != nil {
		t.Fatal(err)
	}
	translated, err := r.InLanguage("pt").Read("page.pt.txt", []byte(head+"E1 | UM | 401 | 6 | um\nE3 | TRÊS | | 7 | três\nE4 | | | | quatro\n"))
	if err != nil {
		t.Fatal(err)
	}
	translated.Snapshot.Further = []model.Snapshot{{File: "page-b.pt.txt"}}
	MergeLanguage(spec, translated)
	var got []string
	for _, e := range spec.Tables[0].Entries {
		got = append(got, fmt.Sprint(entryString(e), " ", e.Texts))
	}
	for _, w := range spec.Warnings {
		got = append(got, w.Error())
	}
	for _, s := range spec.Snapshot.Further {
		got = append(got, fmt.Sprint(s.File, len(s.Further)))
	}
	want := []string{
		"3 E1 one key=ONE http=400 max=5 map[en:one pt:um]", "4 E2 two key=TWO map[en:two]", "5 E3 http=403 max=7 map[pt:três]", "5 E4 map[pt:quatro]",
		`page.pt.txt:3: the symbol of "E1" is UM here, and ONE in the page in en, which holds`,
		`page.pt.txt:3: the HTTP status of "E1" is 401 here, and 400 in the page in en, which holds`,
		`page.pt.txt:3: the maximum of "E1" is 6 here, and 5 in the page in en, which holds`,
		`page.pt.txt:5: only the page in pt lists "E4" of table Code`, `page.pt.txt: the page in pt does not list "E2" of table Code`,
		"page.pt.txt0", "page-b.pt.txt0",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
