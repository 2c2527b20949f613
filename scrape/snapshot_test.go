package scrape

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestPagesOfASource(t *testing.T) {
	const head = "Code | Text\n---|---\n"
	recipe := sourceHead + "tables:\n  - {name: Code, kind: codes, columns: {code: Code, text: Text}, skip: [{match: 'E9.*', why: none}]}\n"
	for name, c := range map[string]struct {
		pages map[string]string // name → rows
		want  string            // main page, then the others; or an error
	}{
		"one":                  {map[string]string{"page.txt": "E1 | a"}, "page.txt"},
		"named by language":    {map[string]string{"page.en.txt": "E1 | a", "page.pt.txt": "E1 | b"}, "page.en.txt page.pt.txt"},
		"parts and languages":  {map[string]string{"page.txt": "E1 | a", "page-b.txt": "E2 | a", "page-a.txt": "E3 | a", "page-a.pt-BR.txt": "E3 | b"}, "page.txt page-a.txt page-b.txt page-a.pt-BR.txt"},
		"only parts":           {map[string]string{"page-a.txt": "E1 | a", "page-b.txt": "E2 | a"}, "page-a.txt page-b.txt"},
		"only another":         {map[string]string{"page.pt.txt": "E1 | a"}, "the folder has no snapshot"},
		"one language twice":   {map[string]string{"page.txt": "E1 | a", "page.en.txt": "E1 | a"}, "several snapshots: page.en.txt, page.txt"},
		"no language":          {map[string]string{"page.old-version-of-it.txt": "E1 | a"}, "where a language is wanted"},
		"other files are none": {map[string]string{"page.txt": "E1 | a", "pages.txt": "x", "notes.txt": "x"}, "page.txt"},
	} {
		files := fstest.MapFS{"shop/source.yaml": {Data: []byte(recipe)}}
		for page, rows := range c.pages {
			files["shop/"+page] = &fstest.MapFile{Data: []byte(head + "E9 | skipped\n" + rows + "\n")}
		}
		s, err := Open(files, "shop", "specs/shop")
		if err != nil {
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v, want %q", name, err, c.want)
			}
			continue
		}
		got := s.PageFile
		for _, p := range s.Further {
			got += " " + p.Name
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
		if _, _, err := s.Spec(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTranslations(t *testing.T) {
	files := fstest.MapFS{
		"shop/source.yaml": {Data: []byte(sourceHead + "tables:\n  - {name: Code, kind: codes, columns: {code: Code, text: Text}}\n  - {name: Limit, kind: constants, capture: ['(?P<Max>\\d+) times']}\n")},
		"shop/page.txt":    {Data: []byte("Only 5 times.\n\nCode | Text\n---|---\nE1 | one\nE2 | two\n")},
		"shop/page.pt.txt": {Data: []byte("Só 5 vezes.\n\nCode | Text\n---|---\nE1 | um\nE3 | três\n")},
	}
	s, err := Open(files, "shop", "specs/shop")
	if err != nil {
		t.Fatal(err)
	}
	spec, _, err := s.Spec()
	if err != nil {
		t.Fatal(err)
	}
	entries := spec.Tables[0].Entries
	if len(entries) != 3 || entries[0].Texts["pt"] != "um" || entries[0].Text != "one" || entries[2].Text != "" || entries[2].Texts["pt"] != "três" || entries[2].File != "page.pt.txt" || entries[2].Line != 6 {
		t.Errorf("got %s", asJSON(spec))
	}
	want := `specs/shop/page.pt.txt:6: only the page in pt lists "E3" of table Code; specs/shop/page.pt.txt: the page in pt does not list "E2" of table Code`
	var got []string
	for _, w := range spec.Warnings {
		got = append(got, w.Error())
	}
	if strings.Join(got, "; ") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, "; "), want)
	}
}
