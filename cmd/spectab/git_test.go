package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// repositoryOf makes a repository with one source in a folder of it, and goes
// to where the folder is called dir.
func repositoryOf(t *testing.T, folder string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not there")
	}
	t.Chdir(t.TempDir())
	for name, value := range map[string]string{
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@shop.example",
		"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@shop.example",
	} {
		t.Setenv(name, value)
	}
	gitRun(t, "init", "-q", "-b", "main")
	writePage(t, filepath.Join(folder, "shop"), "| E-1 | No more than 5 orders. |\n| E-2 | It is closed. |\n")
	gitRun(t, "add", "-A")
	gitRun(t, "commit", "-q", "-m", "first")
}

func gitRun(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
		t.Fatalf("git %q: %v\n%s", args, err, out)
	}
}

func writePage(t *testing.T, dir, rows string) {
	t.Helper()
	writeFile(t, filepath.Join(dir, "page.md"), []byte("| Code | Meaning | What to do |\n| --- | --- | --- |\n"+strings.ReplaceAll(rows, " |\n", " | Wait. |\n")))
	writeFile(t, filepath.Join(dir, "source.yaml"), []byte(recipeOf("shop")))
}

func diffOut(args ...string) (int, string) {
	var out, complaint bytes.Buffer
	code := run(append([]string{"diff", "--fail-on", "dangerous"}, args...), nil, &out, &complaint)
	return code, out.String() + complaint.String()
}

// Wherever the folder of sources stands in its repository.
func TestDiffFindsTheFolderInItsRepository(t *testing.T) {
	for _, folder := range []string{"specs", "deep/in/it", "with space/и", "."} {
		t.Run(folder, func(t *testing.T) {
			repositoryOf(t, folder)
			if code, out := diffOut("--specs", folder); code != exitClean || !strings.HasSuffix(out, "no drift\n") {
				t.Fatalf("%d: %s", code, out)
			}
			writePage(t, filepath.Join(folder, "shop"), "| E-1 | No more than 3 orders. |\n| E-2 | It is closed. |\n")
			if code, out := diffOut("--specs", folder); code != exitDrift || !strings.Contains(out, "look at: 5 → 3") {
				t.Errorf("%d: %s", code, out)
			}
		})
	}
}

func TestDiffOfLineEnds(t *testing.T) {
	repositoryOf(t, "specs")
	page := filepath.Join("specs", "shop", "page.md")
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, page, bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")))
	if code, out := diffOut(); code != exitClean {
		t.Errorf("%d: %s", code, out)
	}
}

func TestDiffWithoutGit(t *testing.T) {
	repositoryOf(t, "specs")
	t.Setenv("PATH", t.TempDir())
	code, out := diffOut()
	if code != exitError || !strings.Contains(out, "the program git is needed") || !strings.Contains(out, "--against FOLDER") {
		t.Errorf("%d: %s", code, out)
	}
	if code, out := diffOut("--against", "specs"); code != exitClean {
		t.Errorf("a folder needs no git: %d: %s", code, out)
	}
}

// What git answers is an error of the comparison, never "no drift".
func TestDiffOfBadRevisions(t *testing.T) {
	repositoryOf(t, "specs")
	for _, revision := range []string{"", "nothing", "HEAD~9", "--all", "HEAD:specs", "a b", "\x1b[2J", "main^{tree}", ":"} {
		code, out := diffOut("--against", revision)
		if code != exitError || strings.Contains(out, "no drift") || strings.Contains(out, "\x1b") {
			t.Errorf("%q: %d: %s", revision, code, out)
		}
	}
}

func TestRepositoryLists(t *testing.T) {
	repositoryOf(t, "specs")
	writePage(t, filepath.Join("specs", "fresh"), "| E-1 | New. |\n")
	writeFile(t, filepath.Join("specs", "spectab.yaml"), []byte("drift: {}\n"))
	repo, err := openRepository("specs", "")
	if err != nil {
		t.Fatal(err)
	}
	commit, err := repo.commit("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	if changed, err := repo.changed(commit); err != nil || !slices.Equal(changed, []string{"fresh"}) {
		t.Errorf("changed: %q, %v", changed, err)
	}
	if names, err := repo.sources(commit); err != nil || !slices.Equal(names, []string{"shop"}) {
		t.Errorf("sources: %q, %v", names, err)
	}
	if _, have, err := repo.tree(commit, []string{"fresh", "shop"}); err != nil || !slices.Equal(have, []string{"shop"}) {
		t.Errorf("tree: %q, %v", have, err)
	}
}

// A recipe of long ago that is refused today is said to be, and the page of
// that time is read by the newer one.
func TestDiffOfAnOldRecipe(t *testing.T) {
	repositoryOf(t, "specs")
	recipe := filepath.Join("specs", "shop", "source.yaml")
	writeFile(t, recipe, []byte(recipeOf("shop")+"bygone: true\n"))
	gitRun(t, "commit", "-q", "-am", "with a key that is none")
	writePage(t, filepath.Join("specs", "shop"), "| E-1 | No more than 3 orders. |\n| E-2 | It is closed. |\n")
	code, out := diffOut()
	said := strings.SplitN(out, "\n", 3)[1] // before any change
	if code != exitDrift || !strings.Contains(said, "read by the newer recipe, since its own is refused") || !strings.Contains(said, "bygone") || !strings.Contains(out, "look at: 5 → 3") {
		t.Errorf("%d: %s", code, out)
	}
}

// A snapshot in git that is no page is an error of the comparison, with its
// revision and file.
func TestDiffOfASnapshotThatIsNoPage(t *testing.T) {
	for what, page := range map[string]string{"bytes": "\x00\x01\x02\x00", "nothing": "", "a pointer": "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"} {
		repositoryOf(t, "specs")
		writeFile(t, filepath.Join("specs", "shop", "page.md"), []byte(page))
		gitRun(t, "commit", "-q", "-am", what)
		writePage(t, filepath.Join("specs", "shop"), "| E-1 | No more than 5 orders. |\n")
		if code, out := diffOut(); code != exitError || strings.Contains(out, "no drift") || !strings.Contains(out, "page.md") {
			t.Errorf("%s: %d: %s", what, code, out)
		}
	}
}

// The sources may stand in a submodule, or beside one.
func TestDiffWithSubmodules(t *testing.T) {
	repositoryOf(t, "specs")
	inner, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for what, dir := range map[string]string{"in it": filepath.Join("vendors", "specs"), "beside it": "specs"} {
		t.Chdir(t.TempDir())
		gitRun(t, "init", "-q", "-b", "main")
		writePage(t, filepath.Join("specs", "shop"), "| E-1 | No more than 5 orders. |\n| E-2 | It is closed. |\n")
		gitRun(t, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "vendors")
		gitRun(t, "add", "-A")
		gitRun(t, "commit", "-q", "-m", "both")
		if code, out := diffOut("--specs", dir); code != exitClean || !strings.HasSuffix(out, "no drift\n") {
			t.Fatalf("%s: %d: %s", what, code, out)
		}
		writePage(t, filepath.Join(dir, "shop"), "| E-1 | No more than 3 orders. |\n| E-2 | It is closed. |\n")
		if code, out := diffOut("--specs", dir); code != exitDrift || !strings.Contains(out, "look at: 5 → 3") {
			t.Errorf("%s: %d: %s", what, code, out)
		}
	}
}
