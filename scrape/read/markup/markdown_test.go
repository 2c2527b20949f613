package markup

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	gmtext "github.com/yuin/goldmark/text"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

var update = flag.Bool("update", false, "rewrite the .blocks files of testdata")

func TestReadMarkdown(t *testing.T) { testBlocks(t, "testdata/markdown/*.md", readMarkdown) }

// testBlocks compares the blocks of each page with the .blocks file beside it.
func testBlocks(t *testing.T, pattern string, read func(string) ([]page.Block, error)) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			blocks, err := read(string(data))
			if err != nil {
				t.Fatal(err)
			}
			compareGolden(t, strings.TrimSuffix(file, filepath.Ext(file))+".blocks", outline(blocks, ""))
		})
	}
}

func compareGolden(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

var kindNames = [...]string{"heading", "paragraph", "pre", "list", "definitions", "grid", "section"}

// outline writes blocks down for a person: each line as number:text.
func outline(blocks []page.Block, indent string) string {
	var b strings.Builder
	for i := range blocks {
		block := &blocks[i]
		b.WriteString(indent + kindNames[block.Kind])
		if block.Kind == page.Heading {
			fmt.Fprint(&b, " ", block.Level)
		}
		b.WriteString(lineOutline(block.Lines) + "\n")
		for _, item := range block.Items {
			b.WriteString(indent + "  -" + lineOutline(item.Term) + "\n" + outline(item.Blocks, indent+"    "))
		}
		for _, row := range block.Rows {
			b.WriteString(indent + "  " + rowOutline(row) + "\n")
		}
		b.WriteString(outline(block.Blocks, indent+"  "))
	}
	return b.String()
}

func rowOutline(row page.Row) string {
	mark := "|"
	if row.Header {
		mark = "!"
	}
	var b strings.Builder
	for _, cell := range row.Cells {
		b.WriteString(mark)
		if cell.Copied {
			b.WriteString("^")
		}
		if len(cell.Lines) == 0 {
			fmt.Fprintf(&b, " %d:", cell.No)
		}
		b.WriteString(lineOutline(cell.Lines) + " ")
	}
	return strings.TrimSpace(b.String())
}

func lineOutline(lines []page.Line) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteString(" /")
		}
		fmt.Fprintf(&b, " %d:%s", l.No, l.Text)
	}
	return b.String()
}

// corpus is a folder of real pages beside the repository, where there is one.
const corpus = "../../../../shared/corpus/cases"

// Each row that an independent source knows stands in the blocks, and the
// first word of each of their lines on that line of the page.
func TestMarkdownCorpus(t *testing.T) { testCorpus(t, "page.md", readMarkdown) }

func testCorpus(t *testing.T, name string, read func(string) ([]page.Block, error)) {
	files, _ := filepath.Glob(filepath.Join(corpus, "*", name))
	if len(files) == 0 {
		t.Skip("no corpus beside the repository")
	}
	for _, file := range files {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text := string(data)
			blocks, err := read(text)
			if err != nil {
				t.Fatal(err)
			}
			lines := page.LinesOf(blocks)
			checkTruth(t, filepath.Join(filepath.Dir(file), "truth.json"), text, lines)
			checkPlaces(t, strings.Split(text, "\n"), lines)
		})
	}
}

func checkTruth(t *testing.T, file, page string, lines []page.Line) {
	t.Helper()
	var truth struct {
		Rows []struct{ Code, Key, Message string }
	}
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, &truth)
	}
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, l := range lines {
		all.WriteString(l.Text + "\n")
	}
	text := marks.Replace(all.String())
	for _, row := range truth.Rows {
		for _, want := range []string{row.Code, row.Key, row.Message} {
			if want == row.Message && !strings.Contains(page, want) {
				continue // the other source words it differently
			}
			if !strings.Contains(text, marks.Replace(want)) {
				t.Errorf("%q is not in the blocks", want)
			}
		}
	}
}

var marks = strings.NewReplacer(`\`, "", "`", "", "*", "", "[", "", "]", "", "_", "")

// firstLetters are the first six letters and digits that stand together: no
// markup of the page parts them.
func firstLetters(word string) string {
	word = strings.TrimLeftFunc(word, isMark)
	if i := strings.IndexFunc(word, isMark); i >= 0 {
		word = word[:i]
	}
	runes := []rune(word)
	return string(runes[:min(len(runes), 6)])
}

func isMark(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// checkPlaces looks for the first letters of each line in the line of the page.
func checkPlaces(t *testing.T, page []string, lines []page.Line) {
	t.Helper()
	for _, l := range lines {
		word, _, _ := strings.Cut(strings.TrimSpace(l.Text), " ")
		source := marks.Replace(page[l.No-1])
		if plain := firstLetters(word); !strings.Contains(source, plain) {
			t.Errorf("line %d has no %q: %s", l.No, word, source)
		}
	}
}

func FuzzReadMarkdown(f *testing.F) { fuzzReader(f, "testdata/markdown/*.md", readMarkdown) }

func fuzzReader(f *testing.F, pattern string, read func(string) ([]page.Block, error)) {
	files, _ := filepath.Glob(pattern)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, page string) {
		text := strings.ReplaceAll(strings.ToValidUTF8(page, ""), "\r", "\n")
		blocks, err := read(text)
		if err != nil && !strings.Contains(err.Error(), "cannot be parsed") {
			t.Fatal(err)
		}
		pagetest.CheckLines(t, text, blocks)
	})
}

// Any mixture of what has a meaning is read.
func testMixtures(t *testing.T, read func(string) ([]page.Block, error), parts []string) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var page strings.Builder
		for range 1 + random.IntN(30) {
			page.WriteString(parts[random.IntN(len(parts))])
		}
		blocks, err := read(page.String())
		if err != nil {
			t.Fatalf("%q: %v", page.String(), err)
		}
		pagetest.CheckLines(t, page.String(), blocks)
	}
}

func TestMarkdownMixtures(t *testing.T) {
	testMixtures(t, readMarkdown, []string{
		"\n", "\n\n", "| ", " | ", "|---|---|\n", "a", "`", "``", "```\n", "**", "*", "\\|", "\\", "<br>", "<dl>", "<dt>", "</dt>", "<table>\n", "</table>\n",
		"<td>", "<pre>", "</pre>", "<!-- ", "-->", "# ", "- ", "1. ", "> ", ": ", "    ", "  ", "\t", "---\n", "===\n", "[a](b)", "![", "](", "[a]: b\n",
		"&amp;", "&#0;", "&#xd800;", "<A/>\n", "<http://a>", "~~", "{#a}", "{{% a %}}", "\x00", "\u200b", "é", "x: y\n",
	})
}

// BenchmarkMarkdownRepeats reports how much longer a page of eight times the
// length takes, for the part that is worst when it is repeated: about 8.
func BenchmarkMarkdownRepeats(b *testing.B) {
	benchmarkRepeats(b, readMarkdown, []string{
		"| `a\\|b` | c |\n", "* a\n", "<div>\n\n", "<td>", "<!-- ", "<div><!-- a -->\n", "a <dl><dt>b ", "**a ", "[a](", "`", "&", "\\", "{{% ",
		"# a {#", "[", "![", "[a][", "]", "[a](b '", "[a](<b", "[a](b (", "![a](", "[a](()", "a\n: b\n\n", "|", "|-|\n", "- - ", "<a \"", "a <p> b\n\n",
	})
}

func benchmarkRepeats(b *testing.B, read func(string) ([]page.Block, error), parts []string) {
	worst := 0.0
	for b.Loop() {
		for _, part := range parts {
			short, long := strings.Repeat(part, 20_000/len(part)), strings.Repeat(part, 160_000/len(part))
			worst = max(worst, float64(readingTime(read, long))/float64(readingTime(read, short)))
		}
	}
	b.ReportMetric(worst, "worst-for-8-times")
}

func readingTime(read func(string) ([]page.Block, error), page string) time.Duration {
	start := time.Now()
	_, _ = read(page) // too deep a page is an error
	return time.Since(start)
}

// BenchmarkReadMarkdown reports the time of making blocks as a ratio to that
// of goldmark's parse with the same parsers, measured in turns in one run.
func BenchmarkReadMarkdown(b *testing.B) {
	for name, page := range markdownPages(b) {
		b.Run(name, func(b *testing.B) {
			var floors, reads []time.Duration
			b.SetBytes(int64(len(page)))
			for b.Loop() {
				start := time.Now()
				markdownParser().Parse(gmtext.NewReader([]byte(page)))
				half := time.Now()
				if _, err := readMarkdown(page); err != nil {
					b.Fatal(err)
				}
				floors, reads = append(floors, half.Sub(start)), append(reads, time.Since(half))
			}
			b.ReportMetric(float64(pagetest.Median(reads))/float64(pagetest.Median(floors)), "x-goldmark.Parse")
		})
	}
}

// markdownPages are those of testdata, and of the corpus where there is one.
func markdownPages(t testing.TB) map[string]string {
	pages := map[string]string{}
	for _, pattern := range []string{"testdata/markdown/*.md", filepath.Join(corpus, "*", "page.md")} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
			pages[strings.TrimSuffix(filepath.Base(filepath.Dir(file))+"-"+filepath.Base(file), ".md")] = string(data)
		}
	}
	return pages
}

// Definitions of links are no text, wherever they stand, and links are theirs.
func TestReferences(t *testing.T) {
	for text, want := range map[string]string{
		"[a]: b\n[c d]: e\n\nSee [a] and [c d], not [x].\n": "See a and c d, not [x].",
		"[a]: b\n\"title\"\n\nSee [a].\n":                   "See a.",
		"[a]:\nb\n\nSee [a].\n":                             "See a.",
		"[a]: b 'c'\n\nSee [a].\n":                          "See a.",
		"[a]: b\nSee [a].\n":                                "See a.",
	} {
		blocks, err := readMarkdown(text)
		if err != nil || len(blocks) != 1 || page.JoinLines(blocks[0].Lines) != want {
			t.Errorf("%q is %+v, %v", text, blocks, err)
		}
	}
}

// The title of a page is that of its front matter.
func TestTitleOfFrontMatter(t *testing.T) {
	for text, want := range map[string]string{
		"---\ntitle: Codes of the API\nid: x\n---\n# Codes\n": "Codes of the API",
		"---\nid: x\ntitle: \"Codes: all\"\n---\nText\n":      "Codes: all",
		"---\nid: x\ntitle: >\n  folded\n---\nText\n":         "",
		"---\nsubtitle: Codes\n---\nText\n":                   "",
		"Text\n\n---\ntitle: this is no front matter\n---\n":  "",
	} {
		p := &page.Page{}
		if err := FillMarkdown(p, text); err != nil || p.Title != want {
			t.Errorf("%q: %q, %v, want %q", text, p.Title, err, want)
		}
	}
}

func readMarkdown(text string) ([]page.Block, error) {
	p := &page.Page{}
	err := FillMarkdown(p, text)
	return p.Blocks, err
}
