package recipe

import (
	"errors"
	"fmt"
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
