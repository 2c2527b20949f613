package pagetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
)

// parting is the line between a page and what is wanted of it.
const parting = "\n======\n"

// Files wants of each file of testdata, a page and below a line of equals signs
// the blocks that it must give, that a reader gives these, with what it tells.
// The page has the name of the file but for the last extension.
// Where UPDATE is set, they are written anew.
func Files(t *testing.T, fill func(*page.Page, string)) {
	t.Helper()
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
			text, want, _ := strings.Cut(string(data), parting)
			p := &page.Page{File: strings.TrimSuffix(file, ".txt")}
			fill(p, text)
			got := Dump(p.Blocks)
			for _, w := range p.Warnings {
				got += w.Error() + "\n"
			}
			if got != want && os.Getenv("UPDATE") != "" {
				os.WriteFile(file, []byte(text+parting+got), 0o644)
			}
			Same(t, got, want)
		})
	}
}

// Pages are the pages of those files.
func Pages() []string {
	var pages []string
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		data, _ := os.ReadFile(file)
		text, _, _ := strings.Cut(string(data), parting)
		pages = append(pages, text)
	}
	return pages
}

// Blocks wants of pages that a reader gives their blocks.
func Blocks(t *testing.T, read func(string) ([]page.Block, error), tests map[string]BlocksTest) {
	t.Helper()
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			blocks, err := read(c.Page)
			if err != nil {
				t.Fatal(err)
			}
			Same(t, Dump(blocks), c.Want)
		})
	}
}

// Body is a reader that gives the blocks of the body alone, of one that fills
// pages.
func Body(fill func(*page.Page, string) error) func(string) ([]page.Block, error) {
	return func(text string) ([]page.Block, error) {
		p := &page.Page{}
		err := fill(p, text)
		if len(p.Blocks) == 1 && p.Blocks[0].Kind == page.Section {
			return p.Blocks[0].Blocks, err
		}
		return p.Blocks, err
	}
}
