package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape"
)

// toldPages is how many pages at least become one type, with two codes that a
// person knows in it: a number that only rises.
const toldPages = 91

// From a page that nobody here has seen to a package that compiles: one command
// and two known codes.
func TestAddOfTheCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a package for each page of the corpus")
	}
	cases, _ := filepath.Glob("../../../shared/corpus/cases/*/truth.json")
	if len(cases) == 0 {
		t.Skip("the corpus of real pages is not here")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/app\n\ngo 1.26\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	good, pages := 0, 0
	var failed []string
	for _, truth := range cases {
		codes := toldCodes(t, truth)
		if len(codes) == 0 {
			continue
		}
		pages++
		if addTold(t, dir, filepath.Dir(truth), codes) {
			good++
		} else {
			failed = append(failed, filepath.Base(filepath.Dir(truth)))
		}
	}
	vet := exec.Command("go", "vet", "./...")
	vet.Dir = dir
	if out, err := vet.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if t.Logf("%d of %d pages; not %v", good, pages, failed); good < toldPages {
		t.Errorf("%d pages, fewer than %d", good, toldPages)
	}
}

// toldCodes are the codes at a quarter and at three quarters of a list, as
// somebody would know them; none of a page that has no list.
func toldCodes(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var truth struct {
		Kind string
		Rows []struct {
			Code     string
			Optional bool
		}
	}
	if err := json.Unmarshal(data, &truth); err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, r := range truth.Rows {
		if !r.Optional {
			codes = append(codes, strings.Trim(r.Code, "`"))
		}
	}
	switch n := len(codes); {
	case truth.Kind == "none" || n == 0:
		return nil
	case n > 3:
		return []string{codes[n/4], codes[n*3/4]}
	}
	return codes[:1]
}

// addTold adds a page by two of its codes, and reports whether that makes one
// type that has both.
func addTold(t *testing.T, dir, folder string, codes []string) bool {
	t.Helper()
	pages, _ := filepath.Glob(filepath.Join(folder, "page.*"))
	name := "p" + strings.NewReplacer("_", "", "-", "").Replace(strings.ToLower(filepath.Base(folder)))
	args := []string{"add", pages[0], "--name", name, "--as", "Code", "--specs", filepath.Join(dir, "specs"), "--out", filepath.Join(dir, "generated")}
	for _, code := range codes {
		args = append(args, "--has="+code)
	}
	var out, complaint bytes.Buffer
	if run(args, nil, &out, &complaint) != exitClean {
		return false
	}
	source, err := scrape.Open(os.DirFS(filepath.Join(dir, "specs")), name, name)
	if err != nil {
		t.Error(err)
		return false
	}
	spec, _, err := source.Spec()
	if err != nil {
		t.Error(err)
		return false
	}
	var found []string
	for _, e := range spec.Tables[0].Entries {
		found = append(found, e.Code, e.Key)
	}
	return len(spec.Tables) == 1 && !slices.ContainsFunc(codes, func(c string) bool { return !slices.Contains(found, c) })
}
