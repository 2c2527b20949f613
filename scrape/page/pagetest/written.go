package pagetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Written holds small pages against what is written down of them in files: a
// page stands below its title, "== what it is about", and behind "--" what is to
// be got of it. Where UPDATE is set, that is written anew. A title that begins with the ending
// of a file and a colon gives the format of its page, and so the name, else it is
// Markdown.
func Written(t *testing.T, pattern string, got func(t *testing.T, name, text string) string) {
	t.Helper()
	files, _ := filepath.Glob(pattern)
	if len(files) == 0 {
		t.Fatal("no pages")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		blocks := strings.Split("\n"+string(data), "\n== ")[1:]
		for i, block := range blocks {
			title, body, _ := strings.Cut(block, "\n")
			text, want, _ := strings.Cut(body, "\n--\n")
			name := "page.md"
			if ending, _, ok := strings.Cut(title, ": "); ok && ending == filepath.Base(ending) && len(ending) < 5 {
				name = "page." + ending
			}
			t.Run(title, func(t *testing.T) {
				got := got(t, name, text+"\n")
				if got != strings.TrimSpace(want) {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
				blocks[i] = title + "\n" + text + "\n--\n" + got + "\n"
			})
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(file, []byte("== "+strings.Join(blocks, "\n== ")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
