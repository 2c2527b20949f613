package gen

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	dir := folder(t, "a/old.go", ours, "b/b.go", ours, "c/c.go", ours, "c/notes.txt", "x", "top.go", foreign)
	out := filepath.Join(dir, "a")
	if runtime.GOOS != "windows" {
		if err := os.Chmod(filepath.Join(out, "old.go"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files := []File{{"a/old.go", []byte(ours + "// new\n")}, {"new/new.go", []byte(ours)}}
	changes, err := Compare(dir, files, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(Job{Folders: []Folder{{dir, changes}}}); err != nil {
		t.Fatal(err)
	}
	if changes, err = Compare(dir, files, true); err != nil || len(changes) > 0 {
		t.Errorf("still %v, %v", summary(changes), err)
	}
	want := "a/old.go 0600, c/notes.txt 0644, new/new.go 0644, top.go 0644"
	if got := tree(t, dir); got != want && runtime.GOOS != "windows" {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, err := os.Stat(filepath.Join(dir, "b")); err == nil {
		t.Error("the empty folder is still there")
	}
}

func TestWriteInOneFolder(t *testing.T) {
	dir := folder(t, "old.go", ours)
	if err := Write(Job{Folders: []Folder{{dir, []Change{{Path: "old.go", Kind: Orphaned, Old: []byte(ours)}}}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); err != nil {
		t.Errorf("the output folder itself is gone: %v", err)
	}
}

// TestWriteFailsWhole lets the last file be one that cannot be written.
func TestWriteFailsWhole(t *testing.T) {
	dir := folder(t, "a/a.go", ours, "a/b.go", ours, "y", "a file where a folder is wanted")
	before := tree(t, dir)
	err := Write(Job{Home: dir, Folders: []Folder{{dir, []Change{
		{Path: "a/a.go", Kind: Changed, Old: []byte(ours), New: []byte("changed")},
		{Path: "a/b.go", Kind: Orphaned, Old: []byte(ours)},
		{Path: "deep/er/new.go", Kind: Missing, New: []byte("new")},
		{Path: "y/y.go", Kind: Missing, New: []byte("new")},
	}}}})
	if err == nil {
		t.Error("no error")
	}
	if after := tree(t, dir); after != before {
		t.Errorf("%s became %s", before, after)
	}
	if content, _ := os.ReadFile(filepath.Join(dir, "a", "a.go")); string(content) != ours {
		t.Errorf("a.go is now %q", content)
	}
	if _, err := os.Stat(filepath.Join(dir, "deep")); err == nil {
		t.Error("a folder was left behind")
	}
}

// tree lists the files under dir with their modes.
func tree(t *testing.T, dir string) string {
	t.Helper()
	var parts []string
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		parts = append(parts, filepath.ToSlash(rel)+fmt.Sprintf(" %#o", info.Mode().Perm()))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(parts, ", ")
}

// What somebody else wrote since it was compared is not written over; what is
// as it should be by then is.
func TestWriteMeanwhile(t *testing.T) {
	dir := folder(t, "a/a.go", ours, "b/b.go", ours)
	changes := []Change{{Path: "a/a.go", Kind: Changed, Old: []byte("before"), New: []byte(ours)}, {Path: "b/b.go", Kind: Changed, Old: []byte("before"), New: []byte("after")}}
	err := Write(Job{Home: dir, Folders: []Folder{{dir, changes}}})
	if err == nil || !strings.Contains(err.Error(), "b/b.go has changed meanwhile") || strings.Contains(err.Error(), "a/a.go") {
		t.Errorf("the error is %v", err)
	}
	if err := Write(Job{Home: dir, Folders: []Folder{{dir, changes[:1]}}}); err != nil {
		t.Error(err)
	}
}

// A link to nowhere in the place of a folder is an error.
func TestWriteThroughDanglingLink(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege there")
	}
	dir := t.TempDir()
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "out")); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out", "deep")
	if err := Write(Job{Folders: []Folder{{out, []Change{{Path: "a/a.go", Kind: Missing, New: []byte(ours)}}}}}); err == nil {
		t.Error("no error")
	}
	if got := tree(t, dir); strings.Contains(got, "a.go") {
		t.Errorf("it wrote %s", got)
	}
}
