package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

// Each file of testdata is a piece of source, and below a line of equals signs
// the blocks that it must give, with what is told.
func TestDefinitions(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) == 0 {
		t.Fatal("no test data")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text, want, _ := strings.Cut(string(data), "\n======\n")
			if got := described(strings.TrimSuffix(file, ".txt"), text); got != want {
				if os.Getenv("UPDATE") != "" {
					os.WriteFile(file, []byte(text+"\n======\n"+got), 0o644)
				}
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// described says what a file gives; the extension of its name is the language.
func described(name, text string) string {
	p := &page.Page{File: name}
	Fill(p, text)
	out := pagetest.Dump(p.Blocks)
	for _, w := range p.Warnings {
		out += w.Error() + "\n"
	}
	return out
}
