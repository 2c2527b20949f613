package record_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read"
	"github.com/spectab/spectab/scrape/record"
)

// rows are those of the candidates of text forms: the cells that hold
// something.
func rows(found []record.Candidate) []string {
	var list []string
	for i := range found {
		if found[i].Template == "" {
			continue
		}
		for _, r := range found[i].Rows {
			var cells []string
			for _, text := range record.CellTexts(r.Cells) {
				if text != "" {
					cells = append(cells, text)
				}
			}
			list = append(list, strings.Join(cells, " | "))
		}
	}
	return list
}

func blocksOf(t *testing.T, name, text string) []page.Block {
	t.Helper()
	p, err := read.Page(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p.Blocks
}

// Each page gives the records that are written beside it.
func TestRecords(t *testing.T) {
	files, _ := filepath.Glob("testdata/records/*.want")
	if len(files) == 0 {
		t.Fatal("no pages")
	}
	for _, want := range files {
		file := strings.TrimSuffix(want, ".want")
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			wanted, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			blocks := blocksOf(t, filepath.Base(file), string(text))
			found := record.Candidates(blocks)
			got := strings.Join(rows(found), "\n") + "\n"
			if got != string(wanted) {
				t.Errorf("got\n%swant\n%s", got, wanted)
			}
			checkAgain(t, blocks, found)
		})
	}
}

// checkAgain wants the template of every candidate to give its rows again.
func checkAgain(t *testing.T, blocks []page.Block, found []record.Candidate) {
	t.Helper()
	for _, c := range found {
		if c.Template == "" {
			continue
		}
		again := rows(record.Find(blocks, c.Form, regexp.MustCompile(c.Template)))
		for _, r := range rows([]record.Candidate{c}) {
			if !slices.Contains(again, r) {
				t.Errorf("%s is not found again by %s", r, c.Template)
			}
		}
	}
}

// A value that is told weighs: the shorter of two readings wins where it holds
// what a person knows.
func TestToldValues(t *testing.T) {
	blocks := blocksOf(t, "page.md", "# A\n\n- E101: one\n- E102: two\n- E103: three\n")
	plain, told := record.Candidates(blocks), record.Candidates(blocks, "E102")
	if len(plain) != 1 || len(told) != 1 || told[0].Weight <= plain[0].Weight {
		t.Errorf("%v is not more than %v", told, plain)
	}
}

// A page of twice the size takes about twice the time, whatever its lines are.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("measures pages of two sizes")
	}
	for name, line := range map[string]string{
		"codes": "E%d: text\n\n", "items": "- E%d (x) text, a, b: c - d\n", "headings": "## 404 %d\n\n", "words": "one two three %d: four\n", "commas": "A1,B2,C3,D4,E5,F6,G7,H8 %d\n\n",
	} {
		t.Run(name, func(t *testing.T) {
			for range 3 { // the machine may be busy
				one, two := cost(t, line, 4000), cost(t, line, 8000)
				if two <= 4*one || two <= 500*time.Millisecond {
					return
				}
				t.Logf("%v, of the double %v", one, two)
			}
			t.Error("always more than four times")
		})
	}
}

// cost is the least of three measurements.
func cost(t *testing.T, line string, n int) time.Duration {
	t.Helper()
	var text strings.Builder
	for i := range n {
		text.WriteString(strings.ReplaceAll(line, "%d", strings.Repeat("1", 1+i%7)))
	}
	blocks := blocksOf(t, "page.md", text.String())
	least := time.Hour
	for range 3 {
		begin := time.Now()
		record.Candidates(blocks)
		least = min(least, time.Since(begin))
	}
	return least
}

// Whatever is on a page, each template compiles and finds its records again.
func FuzzCandidates(f *testing.F) {
	f.Add("- E1: one\n- E2 (x): two\n\n## 404 Not found\n\ntext\n\n## 405: No\n")
	f.Add("\"AB\" / \"c d\"\n\n--depth=N\n\nORA-01：x\n\n%{a}i\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := read.Page("page.md", []byte(text))
		if err != nil {
			return
		}
		for _, c := range record.Candidates(p.Blocks) {
			if c.Template == "" {
				continue
			}
			record.Find(p.Blocks, c.Form, regexp.MustCompile(c.Template))
		}
	})
}

// Among names that begin with small letters a term of one word is a name, however
// much stands below such terms; one of several words may be prose.
func TestWordsAmongNames(t *testing.T) {
	var b strings.Builder
	b.WriteString("<dl>")
	for i := range 60 {
		fmt.Fprintf(&b, "<dt>oven_%c_%c (default: see \"oven -%c\")</dt><dd><p>Where it is.</p></dd>\n", 'a'+i%26, 'a'+i/26, 'a'+i%26)
		if i == 30 {
			for _, word := range []string{"kettle", "toaster", "mixer", "sink"} {
				fmt.Fprintf(&b, "<dt>%s (default: $home, $%s)</dt><dd>%s</dd>\n", word, word, strings.Repeat("<p>Where it is.</p>", 12))
			}
			b.WriteString("<dt>anything else</dt><dd><p>Where it is.</p></dd>\n")
		}
	}
	found := record.Candidates(blocksOf(t, "page.html", b.String()+"</dl>"))
	codes := map[string]bool{}
	for _, c := range found {
		for _, r := range c.Rows {
			codes[r.Cells[0].Text()] = true
		}
	}
	if len(found) != 1 || len(codes) != 65 || !codes["mixer"] || codes["anything"] {
		t.Errorf("%d regions, codes %v", len(found), codes)
	}
}
