package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// killAfter starts a command, and kills it after a part of the time that it
// takes. Writing comes last, so most kills are late.
func (k *killing) killAfter(t *testing.T, part float64, took time.Duration, args ...string) {
	t.Helper()
	cmd := k.command(args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Duration(part * float64(took)))
	cmd.Process.Kill()
	cmd.Wait()
}

// files are the paths of all files but those of the test itself.
func (k *killing) files(t *testing.T) (list []string) {
	t.Helper()
	err := filepath.WalkDir(k.dir, func(path string, e os.DirEntry, err error) error {
		rel, _ := filepath.Rel(k.dir, path)
		switch {
		case err != nil:
			return err
		case rel == "cache":
			return filepath.SkipDir
		case rel != "." && rel != "server.pem":
			list = append(list, filepath.ToSlash(rel))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Killed at any moment, add has made a source and its package, or nothing, not
// even an empty folder, once the next command has run, whichever it is.
func TestAddKilledAtAnyMoment(t *testing.T) {
	linuxOnly(t)
	k := startKilling(t)
	before := k.files(t)
	page := filepath.Join(t.TempDir(), "new.html")
	if err := os.WriteFile(page, []byte(killPage(true)), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"add", page, "--name", "new", "--url", "https://vendor.example/new"}
	remove := func() {
		for _, folder := range []string{"specs/new", "generated/new"} {
			if err := os.RemoveAll(filepath.Join(k.dir, folder)); err != nil {
				t.Fatal(err)
			}
		}
	}
	start := time.Now()
	k.must(t, args...)
	took := time.Since(start)
	after := k.files(t)
	made := 0
	for i := range *kills {
		remove()
		k.killAfter(t, 0.5+0.6*float64(i)/float64(*kills), took, args...)
		k.must(t, "list")
		switch now := k.files(t); {
		case slices.Equal(now, after):
			made++
		case !slices.Equal(now, before):
			t.Fatalf("the files are %q", now)
		}
		k.must(t, "check")
	}
	t.Logf("%d kills, %d of them after the decision", *kills, made)
}

// Killed at any moment, gen has changed every file or none.
func TestGenKilledAtAnyMoment(t *testing.T) {
	linuxOnly(t)
	k := startKilling(t)
	page := filepath.Join(k.dir, "specs/shop/page.html")
	var states [2]map[string][]byte
	var took time.Duration
	for i, odd := range []bool{true, false, true} { // the lock has all names then
		if err := os.WriteFile(page, []byte(killPage(odd)), 0o644); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		k.must(t, "gen")
		took = time.Since(start)
		states[i%2] = k.state(t)
	}
	for i := range *kills {
		odd := i%2 == 1
		if err := os.WriteFile(page, []byte(killPage(odd)), 0o644); err != nil {
			t.Fatal(err)
		}
		k.killAfter(t, 0.5+0.6*float64(i)/float64(*kills), took, "gen")
		k.must(t, "list")
		now := k.state(t)
		for _, s := range states {
			s["specs/shop/page.html"] = now["specs/shop/page.html"]
		}
		if !k.whole(t, states) {
			t.Fatal("some files are old and some new")
		}
		if left := strings.Join(k.files(t), " "); strings.Contains(left, "/.") {
			t.Fatalf("left: %s", left)
		}
		k.must(t, "gen")
		k.must(t, "check")
	}
}
