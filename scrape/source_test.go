package scrape

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/spectab/spectab/model"
)

// A brokenFS has files that cannot be read.
type brokenFS struct {
	fs.FS
	broken string
}

func (f brokenFS) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, f.broken) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.FS.Open(name)
}

func TestOpen(t *testing.T) {
	recipe := &fstest.MapFile{Data: []byte(sourceHead + "tables:\n  - {name: Code, kind: codes, columns: {code: Code, text: Text}}\n")}
	page := &fstest.MapFile{Data: []byte("Code | Text\n---|---\nE1 | Not found\n")}
	bad := &fstest.MapFile{Data: []byte("surce: shop\n")}
	for name, c := range map[string]struct {
		files  fstest.MapFS
		broken string
		want   []string
	}{
		"all there":         {fstest.MapFS{"shop/source.yaml": recipe, "shop/page.txt": page}, "no", nil},
		"no recipe":         {fstest.MapFS{"shop/page.txt": page}, "no", []string{"specs/shop: the folder has no recipe source.yaml"}},
		"nothing":           {fstest.MapFS{}, "no", []string{"specs/shop: the folder has no recipe source.yaml", "specs/shop: the folder has no snapshot page.*"}},
		"two pages":         {fstest.MapFS{"shop/source.yaml": recipe, "shop/page.txt": page, "shop/page.html": page}, "no", []string{"specs/shop: the folder has several snapshots: page.html, page.txt"}},
		"a broken recipe":   {fstest.MapFS{"shop/source.yaml": recipe, "shop/page.txt": page}, ".yaml", []string{"specs/shop/source.yaml: open"}},
		"a broken page":     {fstest.MapFS{"shop/source.yaml": recipe, "shop/page.txt": page}, ".txt", []string{"specs/shop/page.txt: open"}},
		"a broken lock":     {fstest.MapFS{"shop/source.yaml": recipe, "shop/page.txt": page, "shop/names.lock": page}, ".lock", []string{"specs/shop/names.lock: open"}},
		"a lock that is no": {fstest.MapFS{"shop/source.yaml": recipe, "shop/page.txt": page, "shop/names.lock": page}, "no", []string{"specs/shop/names.lock:1: "}},
		"a bad recipe, and no page": {fstest.MapFS{"shop/source.yaml": bad}, "no", []string{
			"specs/shop: the folder has no snapshot", "specs/shop/source.yaml:1: ",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Open(brokenFS{c.files, c.broken}, "shop", "specs/shop")
			var problems model.Problems
			if err != nil && !errors.As(err, &problems) {
				t.Fatalf("%T: %v", err, err)
			}
			if (err == nil) != (c.want == nil) {
				t.Fatalf("error %v, want %q", err, c.want)
			}
			for i, want := range c.want {
				if i >= len(problems) || !strings.HasPrefix(problems[i].Error(), want) {
					t.Errorf("%q is not problem %d of\n%v", want, i, err)
				}
			}
		})
	}
}

func TestSpecNamesTheFiles(t *testing.T) {
	recipe := &fstest.MapFile{Data: []byte(sourceHead + "tables:\n  - {name: Code, kind: codes, code: 'E\\d', columns: {code: Code, text: Text}}\n")}
	open := func(page string) *Source {
		s, err := Open(fstest.MapFS{"shop/source.yaml": recipe, "shop/page.txt": &fstest.MapFile{Data: []byte(page)}}, "shop", "specs/shop")
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	spec, lock, err := open("Code | Text\n---|---\nE1 | Not found\n").Spec()
	if err != nil {
		t.Fatal(err)
	}
	if spec.Snapshot.File != "page.txt" || len(spec.Snapshot.SHA256) != 64 || spec.Tables[0].Entries[0].Name == "" || lock == nil {
		t.Errorf("got %s", asJSON(spec))
	}
	_, _, err = open("Code | Text\n---|---\nE10 | Not found\n").Spec()
	if err == nil || !strings.HasPrefix(err.Error(), "specs/shop/page.txt:3: table Code: \"E10\" is no code") || !strings.Contains(err.Error(), "specs/shop/source.yaml:7") {
		t.Errorf("got %v", err)
	}
}

// sourceHead is the head of a recipe.
const sourceHead = `source: shop
url: https://example.com/
language: en
package: shop
retrieved: 2026-11-22
`
