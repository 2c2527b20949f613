package scrape

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
)

// maxGrowth is how many times as many cells a page may have as it has bytes,
// at most; small tables may have copiesOfGrid more.
const maxGrowth = copiesOfCell + 1

// checkLines wants every line of the blocks to be one of the page and to be
// UTF-8, and rows of tables to have no more cells than spans may make.
func checkLines(t *testing.T, text string, blocks []Block) {
	t.Helper()
	last := strings.Count(text, "\n") + 1
	eachLines(blocks, func(lines []Line) {
		for _, l := range lines {
			if l.No < 1 || l.No > last {
				t.Fatalf("line %d of %d: %q", l.No, last, l.Text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(l.Text) {
				t.Fatalf("line %d is no UTF-8: %q", l.No, l.Text)
			}
		}
	})
	checkGrids(t, last, blocks)
	if all, own := countCells(blocks); all > copiesOfGrid*(own+1)+maxGrowth*own || own > len(text)+1 {
		t.Fatalf("%d cells, %d of their own, of %d bytes", all, own, len(text))
	}
}

// checkGrids wants every cell to stand on a line of the page, no copy to stand
// for nothing, and no row to be without cells.
func checkGrids(t *testing.T, last int, blocks []Block) {
	t.Helper()
	for _, b := range blocks {
		for i, row := range b.Rows {
			if len(row.Cells) == 0 {
				t.Fatalf("row %d has no cells", i)
			}
			for j, cell := range row.Cells {
				if cell.No < 1 || cell.No > last || cell.Copied && i+j == 0 {
					t.Fatalf("cell %d of row %d: line %d of %d, copied %t", j, i, cell.No, last, cell.Copied)
				}
			}
		}
		for _, item := range b.Items {
			checkGrids(t, last, item.Blocks)
		}
		checkGrids(t, last, b.Blocks)
	}
}

// FuzzPage reads bytes in every format as a page that nobody has seen.
func FuzzPage(f *testing.F) {
	for i, seed := range []string{
		"<!DOCTYPE html><title>x</title><table><tr><th>Code<th>Text<tr><td>E1<td>one</table><pre><br>x\n<div>y</div>\n</pre>",
		"# A\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nx\n", "== A ==\n{|\n| colspan=2 | a || b\n|}\n; a : b\n", "a;b\n\"c\";d\n",
		"{\"a\": [{\"b\": 1}]}", "<r><e a='1'/><e a='2'/></r>", "CODE  TEXT\nE1    one\n", "\xff\xfe<\x00p\x00", "<meta charset=gbk>\xb4\xed",
		"<td>E1\x00</td>", "<p>\xff\xfe", "\x1f\x8b\x08", "<table><tr><td colspan=101 rowspan=5001>",
		"<form><input type=password></form><noscript>a</noscript><script src=x>", "<html><table><tr><td>E1</td><td", "<?xml?><html xmlns='http://www.w3.org/1999/xhtml'><![CDATA[a]]>",
	} {
		f.Add([]byte(seed), byte(i))
	}
	f.Fuzz(func(t *testing.T, data []byte, format byte) {
		file := "page." + Formats()[int(format)%len(Formats())]
		p, err := ReadUnseen(file, data)
		if err != nil {
			if problem(t, err).File != file {
				t.Fatalf("an error without its file: %v", err)
			}
			return
		}
		for _, w := range p.Warnings {
			if w.File != file || w.Message == "" || w.Line < 0 {
				t.Fatalf("%+v", w)
			}
		}
		eachLines(p.Blocks, func(lines []Line) {
			for _, l := range lines {
				if !utf8.ValidString(l.Text) || len(l.Text) > maxLine+len("…") || strings.ContainsAny(l.Text, "\x00\r\n") {
					t.Fatalf("%d: %q", l.No, l.Text)
				}
			}
		})
		Doubts(p, GuessTables(p))
	})
}

func FuzzReadText(f *testing.F) {
	f.Add("Code | Text |\n---|---|\nE1 | one |\n")
	f.Add("[edit] A\n  • B\n    • C\n{\n\"a\": 1\n")
	f.Add("<?xml?>\n<a>\n</a>\n1{\n2}\n")
	f.Add("CODE  TEXT\nE1    one\n      two\n\n+---+---+\n| a | b |\n+---+---+\n")
	f.Fuzz(func(t *testing.T, text string) {
		checkLines(t, text, readText(text))
	})
}

func FuzzReadHTML(f *testing.F) {
	f.Add("<table><tr><td rowspan=3>a<td colspan=2>b<tr><td>c</table>")
	f.Add("<dl><dt>a<dd>b<dd>c</dl><ul><li>d<ul><li>e</ul></ul><pre>\nf\n</pre>")
	f.Add("<p a='>'>x&nbsp;y<!-- > --><script>a<b</script>")
	f.Add("<pre><br>x<div>y\n</div>\n z<table><tr><td>a</table></pre>\n<p>\"q\"<p>'r'")
	f.Add("<html><title>t</title><noscript><p>x</noscript><table><tr><td title=\"a>E1<td>")
	f.Add("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><td><![CDATA[E1]]>")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
		p := &Page{}
		err := p.readHTML(text)
		if err != nil {
			if no := problem(t, err).Line; no < 0 || no > strings.Count(text, "\n")+1 {
				t.Fatalf("an error on line %d: %v", no, err)
			}
		}
		checkLines(t, text, p.Blocks)
		if utf8.ValidString(text) && !utf8.ValidString(p.Title) {
			t.Fatalf("the title is no UTF-8: %q", p.Title)
		}
	})
}

// FuzzGrid lays out cells whose spans are read from the input, two bytes a
// cell, of which the first may end a row.
func FuzzGrid(f *testing.F) {
	f.Add([]byte{1, 3, 0, 1, 2, 1, 0xFF, 0, 1, 1})
	f.Add([]byte{200, 255, 200, 255, 0xFF, 0, 1, 1, 0xFF, 0, 200, 255})
	f.Fuzz(func(t *testing.T, data []byte) {
		g := &grid{}
		g.beginRow()
		own := 0
		for i := 0; i+1 < len(data); i += 2 {
			if data[i] == 0xFF {
				g.endRow(false)
				g.beginRow()
				continue
			}
			g.add(Cell{No: i + 1}, max(1, int(data[i])), max(1, int(data[i+1])*40))
			own++
		}
		g.endRow(false)
		all := 0
		for _, row := range g.rows {
			all += len(row.Cells)
			for _, cell := range row.Cells {
				if !cell.Copied {
					own--
				}
			}
		}
		if own != 0 || all > copiesOfGrid+maxColspan+(copiesOfCell+1)*(len(data)/2) {
			t.Errorf("%d cells in all; %d of their own are lost", all, own)
		}
	})
}

func FuzzParseRecipe(f *testing.F) {
	f.Add("source: a\ntables:\n  - {name: Code, kind: codes, columns: {code: [A, B]}}\n")
	f.Add("tables: [{line: '(?P<code>x', names: {a: {name: B, why: c}}}]")
	f.Fuzz(func(t *testing.T, data string) {
		_, err := ParseRecipe("specs/x/source.yaml", []byte(data))
		var problems model.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Errorf("%T: %v", err, err)
		}
	})
}

// FuzzRead reads any page by recipes of every form. What is found has a code
// and a line.
func FuzzRead(f *testing.F) {
	recipe, err := ParseRecipe("source.yaml", []byte(`
source: x
url: https://example.com/
language: en
package: x
retrieved: 2026-11-22
tables:
  - {name: Column, kind: codes, code: 'E\d+', columns: {code: Code, text: Text}, facets: ['Note: (?P<note>.+)']}
  - {name: Line, kind: codes, line: '(?P<code>E\d+) (?P<text>.+)', in: items}
  - {name: Lines, kind: codes, code: 'E\d+', lines: [code, text]}
  - {name: Record, kind: codes, code: 'E\d+', record: '(?P<code>E\d+) (?P<text>.+)', under: Errors, until: End}
  - {name: Capture, kind: fields, capture: ['the (?P<code>\w+) field']}
  - {name: Example, kind: fields, example: a.b}
`))
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Code | Text\n---|---\nE1 | one\n", false)
	f.Add("<h2>Errors</h2><table><tr><th>Code<th>Text<tr><td>E1, E2<td>one<br>Note: n</table><ul><li>E3 x</ul>", true)
	f.Add("Errors\nE1\none\nthe x field\n{\"a\": {\"b\": {\"c\": 1}}}\nEnd\n", false)
	f.Fuzz(func(t *testing.T, page string, markup bool) {
		file := "page.txt"
		if markup {
			file = "page.html"
		}
		spec, err := recipe.Read(file, []byte(page))
		if err != nil || spec == nil {
			return
		}
		for _, table := range spec.Tables {
			for _, e := range table.Entries {
				if e.Code == "" || e.Line < 1 {
					t.Errorf("table %s: %+v", table.Name, e)
				}
			}
		}
	})
}

// FuzzGuess guesses on any page.
func FuzzGuess(f *testing.F) {
	f.Add("<table><tr><td>E1<td>one<tr><td>E2<td>two</table>")
	f.Add("<div><p>A_B</p><p>1</p><p>C_D</p><p>2</p><p>E_F</p><p>3</p></div><pre>#define X (1)</pre>")
	f.Fuzz(func(t *testing.T, page string) {
		p, err := ReadPage("page.html", []byte(page))
		if err != nil {
			return
		}
		for _, g := range GuessTables(p) {
			if c := g.Table.Confidence; c < 0 || c > 1 || len(g.Table.Entries) == 0 {
				t.Errorf("confidence %v, %d entries", c, len(g.Table.Entries))
			}
		}
	})
}
