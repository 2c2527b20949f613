package recipe

import (
	"errors"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// Every way in which a page can fail its recipe is of a guard that can be
// named.
func TestProblemsOfPagesHaveGuards(t *testing.T) {
	const columns = "{name: Code, kind: codes, code: 'E\\d', columns: {code: Code, text: Text}"
	for _, test := range []struct{ name, table, page, guard string }{
		{"no text", columns + "}", "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0b\x0c\x0e", page.GuardUnreadable},
		{"empty", columns + "}", " \n", page.GuardUnreadable},
		{"broken characters", columns + "}", "<meta charset=utf-8><table><tr><th>Code<th>Text<tr><td>E1<td>\xff\xfe</table>", page.GuardUnreadable},
		{"no table", columns + "}", "nothing here\n", GuardTableLost},
		{"no heading", columns + ", under: Errors}", "Code | Text\n--- | ---\nE1 | one\n", GuardTableLost},
		{"another header", columns + "}", "Code | Message\n--- | ---\nE1 | one\n", GuardColumns},
		{"no column of codes", columns + "}", "Text | More\n--- | ---\none | two\n", GuardColumns},
		{"no code", columns + "}", "Code | Text\n--- | ---\nE1 | one\n | two\n", GuardRowDropped},
		{"another form", columns + "}", "Code | Text\n--- | ---\nE1 | one\nF2 | two\n", GuardCellForm},
		{"numbers of another script", columns + "}", "Code | Text\n--- | ---\nE١ | one\n", GuardCellForm},
		{"too few", columns + ", min: 2}", "Code | Text\n--- | ---\nE1 | one\n", GuardMin},
		{"canary", columns + ", must: [E2]}", "Code | Text\n--- | ---\nE1 | one\n", GuardCanary},
		{"skip", columns + ", skip: [{match: x, why: y}]}", "Code | Text\n--- | ---\nE1 | one\n", GuardPatternLost},
		{"capture", "{name: C, kind: constants, capture: ['(?P<A>\\d+) tries']}", "many tries\n", GuardPatternLost},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - "+test.table+"\n"))
			if err != nil {
				t.Fatal(err)
			}
			file := "page.txt"
			if test.page[0] == '<' {
				file = "page.html"
			}
			_, err = r.Read(file, []byte(test.page))
			var problems model.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("the error is %v", err)
			}
			for _, p := range problems {
				if p.Guard != test.guard {
					t.Errorf("the guard is %q, want %q: %v", p.Guard, test.guard, p)
				}
			}
		})
	}
}

// A table that shares a header with one that is there is lost, and not renamed.
func TestLostTableBesideASimilarOne(t *testing.T) {
	r, err := Parse("source.yaml", []byte(recipeHead+`tables:
  - {name: Code, kind: codes, columns: {code: Code, text: Text}}
  - {name: Field, kind: fields, columns: {code: Field, text: Text}}
`))
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.Read("page.txt", []byte("Code | Text\n--- | ---\nE1 | one\n"))
	var problems model.Problems
	if !errors.As(err, &problems) || len(problems) != 1 || problems[0].Guard != GuardTableLost {
		t.Errorf("the error is %v", err)
	}
}

// A table that the recipe declares gone is not looked for.
func TestGoneTable(t *testing.T) {
	r, err := Parse("source.yaml", []byte(recipeHead+`tables:
  - {name: Code, kind: codes, columns: {code: Code, text: Text}}
  - {name: Result, kind: results, columns: {code: Result}, min: 3, must: [OK], gone: 2026-11-23, names: {OK: {name: Fine, why: x}}}
`))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page.txt", []byte("Code | Text\n--- | ---\nE1 | one\n"))
	if err != nil || len(spec.Tables) != 2 || len(spec.Tables[1].Entries) != 0 || spec.Tables[1].Overrides != nil {
		t.Errorf("got %+v, %v", spec, err)
	}
}

func TestRecipeMistakesOfFetching(t *testing.T) {
	for _, bad := range []string{
		"hosts: [https://a.example/]", "hosts: ['']", "hosts: [a.example/x]",
		"render: []", "render: ['', '{url}']", "render: ['{url}', x]", "render: [chromium, --dump-dom]",
		"pages: {page: https://a.example/}", "pages: {page.pt: nowhere}", "pages: {page.pt.html: https://a.example/}",
		"pages: {../page.pt: https://a.example/}", "pages: {page.pt: 'https://me:secret@a.example/'}",
	} {
		if _, err := Parse("source.yaml", []byte(recipeHead+bad+"\ntables:\n  - {name: Code, kind: codes, columns: {code: Code}}\n")); err == nil {
			t.Errorf("%s is accepted", bad)
		}
	}
	good := "hosts: [docs.a.example, 'a.example:8443']\nrender: [chromium, --dump-dom, '{url}']\n" +
		"pages: {page.pt-BR: 'https://a.example/br', page-limits: 'https://a.example/limits', page-limits.pt-BR: 'https://a.example/br/limits'}\n"
	if _, err := Parse("source.yaml", []byte(recipeHead+good+"tables:\n  - {name: Code, kind: codes, columns: {code: Code}}\n")); err != nil {
		t.Error(err)
	}
}

func TestCredentialsInRecipes(t *testing.T) {
	for _, address := range []string{"https://me:secret@a.example/", "https://secret@a.example/", "https://me:secret@a exam ple/", "me:secret@a.example"} {
		head := strings.Replace(recipeHead, "https://example.com/", "'"+address+"'", 1)
		_, err := Parse("source.yaml", []byte(head+"tables:\n  - {name: Code, kind: codes, columns: {code: Code}}\n"))
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", address, err)
		}
	}
}
