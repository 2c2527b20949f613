package troff

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

// Each file of testdata is a page, and below a line of equals signs the blocks
// that it must give, with what is told.
func TestManualPages(t *testing.T) {
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
			if got := described(text); got != want {
				if os.Getenv("UPDATE") != "" {
					os.WriteFile(file, []byte(text+"\n======\n"+got), 0o644)
				}
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func described(text string) string {
	p := &page.Page{}
	Fill(p, text)
	out := pagetest.Dump(p.Blocks)
	for _, w := range p.Warnings {
		out += w.Error() + "\n"
	}
	return out
}

// Macros and strings that define themselves end, and add no more than the page
// is long.
func TestTroffIsBounded(t *testing.T) {
	for name, text := range map[string]string{
		"a macro of itself":  ".de A\n.A x\n..\n.A\n",
		"two of each other":  ".de A\n.B\n.B\n..\n.de B\n.A\n.A\n..\n.A\n",
		"one that doubles":   ".de A\n\\$1\\$1\\$1\\$1\n..\n" + strings.Repeat(".A "+strings.Repeat("x", 1000)+"\n", 100),
		"a string of itself": ".ds a \\*a\\*a\\*a\n" + strings.Repeat("\\*a\n", 1000),
		"long strings":       ".ds a " + strings.Repeat("x", 1000) + "\n" + strings.Repeat("\\*a\n", 10000),
		"nesting":            strings.Repeat(".RS\n.TP\nx\n", 10000),
		"conditions":         strings.Repeat(".if n \\{\n", 10000),
	} {
		p := &page.Page{}
		Fill(p, text)
		size := 0
		for _, l := range page.LinesOf(p.Blocks) {
			size += len(l.Text)
		}
		if size > 3*len(text)+1<<13 {
			t.Errorf("%s: %d bytes of %d", name, size, len(text))
		}
	}
}

func TestTroffGrowsAsItShould(t *testing.T) {
	pagetest.Grows(t, map[string]string{
		"macros":       ".de A\n.A\n..\n.A\n",
		"strings":      ".ds a \\*a\n\\*a\n",
		"nesting":      ".RS\n.TP\nx\n",
		"unnesting":    ".RS\nx\n.RE\n",
		"conditions":   ".if n \\{\n",
		"no condition": ".if t \\{\n",
		"tables":       ".TS\nl l.\na\tb\n",
		"blocks":       ".TS\nl l.\nT{\na\nT}\tb\n",
		"forms":        ".TS\nl,l,\n",
		"lists":        ".Bl -column\n.It a Ta b\n",
		"quotes":       ".B \"\"\"\"\"\"\n",
		"continued":    "a\\\n",
		"joined":       "a\\c\n",
		"fonts":        "\\fBa\\fIb\\fR\n",
		"brackets":     ".Bq Bq Bq Bq Po\n",
		"terms":        ".TP\na\n.TQ\nb\n",
		"vertical":     ".TS\nl l.\na\tb\n\\^\tc\n",
	}, func(text string) { Fill(&page.Page{}, text) })
}

func FuzzReadTroff(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		data, _ := os.ReadFile(file)
		text, _, _ := strings.Cut(string(data), "\n======\n")
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, data string) {
		text, err := charset.Decode([]byte(data), true)
		if err != nil {
			return
		}
		p := &page.Page{}
		Fill(p, text)
		pagetest.CheckLines(t, text, p.Blocks)
	})
}
