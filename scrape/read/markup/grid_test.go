package markup

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestGrids(t *testing.T) {
	testHTML(t, map[string]pagetest.BlocksTest{
		"no end tags":          {Page: "<table><thead><tr><th>A<th>B<tbody><tr><td>1<td>2<tr><td>3</table>", Want: "header 1:A | 1:B\nrow 1:1 | 1:2\nrow 1:3\n"},
		"a table without rows": {Page: "<table></table><table><caption>c</caption><tr></tr></table>", Want: "p 1 c\n"},
		"a row header":         {Page: "<table><tr><th>A<td>1<tr><th>B<th>C</table>", Want: "row 1:A | 1:1\nheader 1:B | 1:C\n"},
		"a cell of paragraphs, a list and breaks": {
			Page: "<table><tr><td><p>a</p><p>b</p><td><ul><li>c<li>d</ul><td>\ne<br>\n<br>f<br></table>",
			Want: "row 1:a⏎b | 1:c⏎d | 2:e⏎f\n",
		},
		"rowspan and colspan together": {Page: "<table><tr><td rowspan=2 colspan=2>a<td>b\n<tr><td>c\n<tr><td>d<td>e<td>f</table>", Want: `
row 1:a | 1:a″ | 1:b
row 1:a″ | 1:a″ | 2:c
row 3:d | 3:e | 3:f
`},
		"two rowspans that end apart": {Page: "<table><tr><td>a<td rowspan=2>b<td rowspan=3>c\n<tr><td>d\n<tr><td>e<td>f</table>", Want: `
row 1:a | 1:b | 1:c
row 2:d | 1:b″ | 1:c″
row 3:e | 3:f | 1:c″
`},
		"spans that are none":        {Page: "<table><tr><td rowspan=-1 colspan=-2>a<td colspan=x rowspan=''>b<tr><td>c</table>", Want: "row 1:a | 1:b\nrow 1:c\n"},
		"spans that nobody believes": {Page: "<table><tr><td rowspan=65534 colspan=1000>a<td>b<tr><td>c<td>d</table>", Want: "row 1:a | 1:b\nrow 1:c | 1:d\n"},
		"a title as wide as can be":  {Page: "<table><tr><td>a<td>b<tr><td colspan=1000>t<tr><td>c<td>d</table>", Want: "row 1:a | 1:b\nrow 1:t | 1:t″\nrow 1:c | 1:d\n"},
		"layout": {Page: "<table><tr><td><h2>a</h2><td>b\n<table><tr><td>1<td><table><tr><td>2</table></table><p>c</table>", Want: `
h2 1 a
p 1 b
p 2 1
row 2:2
p 2 c
`},
		"one cell around all":          {Page: "<table><tr><td><p>a</p><p>b</p></table>", Want: "p 1 a\np 1 b\n"},
		"one cell of one line":         {Page: "<table><tr><td>a</table>", Want: "row 1:a\n"},
		"a menu beside what is titled": {Page: "<table><tr><td>m<td><h2>a</h2><p>b</table>", Want: "p 1 m\nh2 1 a\np 1 b\n"},
		"a code beside what is titled": {Page: "<table><tr><td>E1<td><h4>a</h4><p>b\n<tr><td>E2<td><h4>a</h4><p>c</table>", Want: "row 1:E1 | 1:a⏎b\nrow 2:E2 | 2:a⏎c\n"},
		"a title in a row of three":    {Page: "<table><tr><td>m<td><h2>a</h2><p>b<tr><td>1<td>2<tr><td>3<td>4</table>", Want: "row 1:m | 1:a⏎b\nrow 1:1 | 1:2\nrow 1:3 | 1:4\n"},
		"roles":                        {Page: "<div role=table><div role=rowgroup><div role=row><span role=columnheader>A</span><span role=columnheader>B</span></div></div>\n<div role=row><div role=cell>1</div><div role=gridcell><p>2</p></div></div></div>", Want: "header 1:A | 1:B\nrow 2:1 | 2:2\n"},
		"a role without rows":          {Page: "<div role=grid><p>a</p></div>", Want: "p 1 a\n"},
		"a table in one of the rows below headers": {
			Page: "<table><tr><th>A<th>B\n<tr><td>1<td>2\n<tr><td>3<td>four<table><tr><td>5</table>\n<tr><td>6<td>7</table>",
			Want: "header 1:A | 1:B\nrow 2:1 | 2:2\nrow 3:3 | 3:four\nrow 4:6 | 4:7\nrow 3:5\n",
		},
		"a table in each row, below headers": {Page: "<table><tr><th>A<th>B\n<tr><td>1<td><table><tr><td>2</table></table>", Want: "p 1 A\np 1 B\np 2 1\nrow 2:2\n"},
		"a table below a title as wide":      {Page: "<table><tr><th colspan=2>A\n<tr><td>1<td><table><tr><td>2</table>\n<tr><td>3<td>4</table>", Want: "p 1 A\np 2 1\nrow 2:2\np 3 3\np 3 4\n"},
		"text that the parser moves out":     {Page: "<table>a<tr><td>1</table>", Want: "p 1 a\nrow 1:1\n"},
	})
}

// BenchmarkNestedTables reports how much longer a table takes that stands in
// eighty others than one that stands in eight.
func BenchmarkNestedTables(b *testing.B) {
	pagetest.Growth(b, func(n int) func() {
		page := strings.Repeat("<table><tr><td>x", n) + "<table>" + strings.Repeat("<tr><td>E1<td>one\n", 20_000) + "</table>" + strings.Repeat("</table>", n)
		return func() { HTML(page) }
	}, 8)
}

// Cells that span many rows and columns do not multiply beyond a bound, in
// HTML and in wikitext.
func TestSpansStayCheap(t *testing.T) {
	for name, c := range map[string]struct {
		begin, row, end string
		read            func(string) ([]page.Block, error)
	}{
		"html":     {"<table>", "<tr>" + strings.Repeat("<td rowspan=5000 colspan=100>a", 4) + "\n", "</table>", HTML},
		"wikitext": {"{|\n! h\n", "|-\n" + strings.Repeat("| rowspan=5000 colspan=100 | a\n", 4), "|}\n", Wikitext},
	} {
		blocks, err := c.read(c.begin + strings.Repeat(c.row, 3000) + c.end)
		if err != nil {
			t.Fatal(err)
		}
		cells, own := pagetest.CountCells(blocks)
		if own < 4*3000 || cells > 2*(page.CopiesOfGrid+page.CopiesOfCell*own) {
			t.Errorf("%s: %d cells, %d of their own", name, cells, own)
		}
	}
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
			g.add(page.Cell{No: i + 1}, max(1, int(data[i])), max(1, int(data[i+1])*40))
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
		if own != 0 || all > page.CopiesOfGrid+maxColspan+(page.CopiesOfCell+1)*(len(data)/2) {
			t.Errorf("%d cells in all; %d of their own are lost", all, own)
		}
	})
}

// A long cell is not laid out in thousands of rows, each of which pays for its
// text; one of some lines is, in as many rows as a page has.
func TestHeavySpans(t *testing.T) {
	table := func(letters, rows int) string {
		return "<table><tr><th>Code<th>Text<tr><td>E0<td rowspan=5000>" + strings.Repeat("a line of text<br>", letters/18) + strings.Repeat("<tr><td>E1", rows) + "</table>"
	}
	for _, test := range []struct{ letters, rows, copies int }{{400, 300, 300}, {40_000, 4000, 200}} {
		blocks, err := HTML(table(test.letters, test.rows))
		if err != nil || len(blocks) != 1 {
			t.Fatalf("%d blocks, %v", len(blocks), err)
		}
		copied := 0
		for _, row := range blocks[0].Rows {
			for _, cell := range row.Cells {
				if cell.Copied {
					copied++
				}
			}
		}
		if copied > test.copies || test.rows == 300 && copied != 300 {
			t.Errorf("%d letters in %d rows: %d copies", test.letters, test.rows, copied)
		}
	}
}
