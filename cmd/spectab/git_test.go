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
