package gen

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spectab/spectab/model"
)

// vendorPage is a page of n codes with every column that errors have, as a
// vendor lists them: sections of forty, and some with a remedy.
func vendorPage(n int) *model.Spec {
	t := model.Table{Name: "Code", Kind: model.Codes}
	for i := range n {
		t.Entries = append(t.Entries, vendorEntry(i))
	}
	return newSpec("shop", t)
}

func vendorEntry(i int) model.Entry {
	e := model.Entry{
		Code: fmt.Sprintf("%05d", i*3), Key: fmt.Sprintf("reason_%d", i), HTTP: 400 + i%20, Group: fmt.Sprintf("Section %d", i/40), Line: i + 10,
		Text: fmt.Sprintf("The request was refused for the reason that has the number %d in the list.", i),
	}
	if i%3 == 1 {
		e.Remedy = fmt.Sprintf("Do what the guide says under %d.", i)
	}
	return e
}

// insert puts a new code at a place of the page.
func insert(s *model.Spec, at int, code string) {
	t := &s.Tables[0]
	e := vendorEntry(max(0, at-1))
	e.Remedy = ""
	e.Code, e.Key = code, "reason_"+strings.ReplaceAll(code, "-", "_")
	t.Entries = slices.Insert(t.Entries, at, e)
}

// A revision is a lock and the package that was made with it.
type revision struct {
	lock  *model.Lock
	files map[string][]byte
}

func (r revision) next(t testing.TB, s *model.Spec) revision {
	t.Helper()
	lock, err := r.lock.Assign(s)
	if err != nil {
		t.Fatal(err)
	}
	next := revision{lock, map[string][]byte{"specs/shop/names.lock": lock.Bytes()}}
	for _, file := range mustPackage(t, s) {
		next.files["generated/"+file.Path] = file.Content
	}
	return next
}

func firstRevision(t testing.TB, s *model.Spec) revision {
	return revision{lock: model.NewLock(model.LockFile)}.next(t, s)
}

// changedLines counts the lines that git shows of the difference: all but those
// of the index.
func (r revision) changedLines(t *testing.T, next revision) (n int) {
	t.Helper()
	dir := t.TempDir()
	for side, files := range map[string]map[string][]byte{"a": r.files, "b": next.files} {
		for name, content := range files {
			if !strings.HasSuffix(name, "_index.go") {
				writeFile(t, filepath.Join(dir, side, filepath.FromSlash(name)), content)
			}
		}
	}
	output, _ := try(dir, "diff", "--no-index", "--numstat", "a", "b") // it fails where there is a difference
	for line := range strings.Lines(output) {
		var added, removed int
		if _, err := fmt.Sscan(line, &added, &removed); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		n += added + removed
	}
	if *showEdits {
		output, _ := try(dir, "diff", "--no-index", "-U1", "a", "b")
		t.Log(output)
	}
	return n
}

var showEdits = flag.Bool("edits", false, "show the differences that are measured")

// TestEditsReadAsEdits holds what a person has to review to what the vendor
// changed: at most twelve lines for a code, wherever it stands in a page of any
// size, none for markup, four for a text of one
// line, and twelve for the first code that is gone.
func TestEditsReadAsEdits(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not there")
	}
	for _, n := range []int{129, 1238, 2703} {
		before := firstRevision(t, vendorPage(n))
		for _, at := range []int{0, n / 2, n} {
			s := vendorPage(n)
			insert(s, at, "99-001")
			if lines := before.changedLines(t, before.next(t, s)); lines > 12 {
				t.Errorf("%d codes, one more at %d: %d lines", n, at, lines)
			}
		}
		for what, edit := range map[string]struct {
			do   func(*model.Table)
			most int
		}{
			"a blank line":  {func(t *model.Table) { moveLines(t.Entries) }, 0},
			"another order": {func(t *model.Table) { slices.Reverse(t.Entries[:40]) }, 0},
			"a text": {func(t *model.Table) {
				t.Entries[n/2].Text = strings.Replace(t.Entries[n/2].Text, "refused", "denied!", 1)
			}, 4},
			"a code less":      {func(t *model.Table) { t.Entries = slices.Delete(t.Entries, n/2, n/2+1) }, 12},
			"a remedy more":    {func(t *model.Table) { t.Entries[0].Remedy = "Wait." }, 2},
			"another status":   {func(t *model.Table) { t.Entries[n/2].HTTP = 499 }, 4},
			"a code in a list": {func(t *model.Table) { t.Entries[n/2].Notes = []string{"See the guide."} }, 12 + 8},
		} {
			s := vendorPage(n)
			s.Snapshot.SHA256, s.Snapshot.Retrieved = "another", "2026-12-24"
			edit.do(&s.Tables[0])
			before.lock.Remember(named(t, n))
			if lines := before.changedLines(t, before.next(t, s)); lines > edit.most {
				t.Errorf("%d codes, %s: %d lines, want %d", n, what, lines, edit.most)
			}
		}
	}
}

// named is a page with the identifiers of the first revision.
func named(t *testing.T, n int) *model.Spec {
	s := vendorPage(n)
	firstRevision(t, s)
	return s
}

func moveLines(entries []model.Entry) {
	for i := range entries {
		entries[i].Line++
	}
}

// TestBranchesMerge lets git merge two branches that add a code each, without
// anybody's hand: all but the index comes out as if one branch had added both.
func TestBranchesMerge(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not there")
	}
	for _, places := range [][2]int{{0, 129}, {40, 41}, {64, 100}} {
		dir := t.TempDir()
		git(t, dir, "init", "-q", "-b", "main")
		writeFile(t, filepath.Join(dir, ".gitattributes"), []byte("names.lock merge=union\n*_index.go -diff\n"))
		base := firstRevision(t, vendorPage(129))
		commit(t, dir, base)
		both := vendorPage(129)
		for i, code := range []string{"99-002", "99-001"} { // the later place first
			at := places[1-i]
			insert(both, at, code)
			s := vendorPage(129)
			insert(s, at, code)
			git(t, dir, "checkout", "-q", "-b", code, "main")
			commit(t, dir, base.next(t, s))
		}
		output, _ := try(dir, "merge", "-q", "-m", "both", "99-002")
		for _, name := range strings.Fields(git(t, dir, "diff", "--name-only", "--diff-filter=U")) {
			if !strings.HasSuffix(name, "_index.go") {
				t.Errorf("%v: %s is in conflict: %s", places, name, output)
			}
		}
		merged := readFile(t, filepath.Join(dir, "specs", "shop", "names.lock"))
		lock, err := model.ParseLock(model.LockFile, merged)
		if err != nil {
			t.Fatal(err)
		}
		want := revision{lock: lock}.next(t, both)
		for name, content := range want.files {
			if got := readFile(t, filepath.Join(dir, filepath.FromSlash(name))); !strings.HasSuffix(name, "_index.go") && !bytes.Equal(got, content) {
				t.Errorf("%v: %s is not what gen writes:\n%s", places, name, diff.Diff("merged", got, "written", content))
			}
		}
	}
}

func commit(t *testing.T, dir string, r revision) {
	t.Helper()
	for name, content := range r.files {
		writeFile(t, filepath.Join(dir, filepath.FromSlash(name)), content)
	}
	git(t, dir, "add", "-A")
	git(t, dir, "commit", "-q", "-m", "x")
}

func try(dir string, args ...string) (string, error) {
	cmd := exec.Command("git", append([]string{"-c", "user.name=Tester", "-c", "user.email=tester@example.com", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = dir
	output, err := cmd.CombinedOutput()
	return string(output), err
}

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	output, err := try(dir, args...)
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, output)
	}
	return output
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
