package scrape

import (
	"fmt"
	"strings"
	"testing"
)

func TestGrids(t *testing.T) {
	testHTML(t, map[string]blocksTest{
		"no end tags":          {"<table><thead><tr><th>A<th>B<tbody><tr><td>1<td>2<tr><td>3</table>", "header 1:A | 1:B\nrow 1:1 | 1:2\nrow 1:3\n"},
		"a table without rows": {"<table></table><table><caption>c</caption><tr></tr></table>", "p 1 c\n"},
		"a row header":         {"<table><tr><th>A<td>1<tr><th>B<th>C</table>", "row 1:A | 1:1\nheader 1:B | 1:C\n"},
		"a cell of paragraphs, a list and breaks": {
			"<table><tr><td><p>a</p><p>b</p><td><ul><li>c<li>d</ul><td>\ne<br>\n<br>f<br></table>",
			"row 1:a⏎b | 1:c⏎d | 2:e⏎f\n",
		},
		"rowspan and colspan together": {"<table><tr><td rowspan=2 colspan=2>a<td>b\n<tr><td>c\n<tr><td>d<td>e<td>f</table>", `
row 1:a | 1:a″ | 1:b
row 1:a″ | 1:a″ | 2:c
row 3:d | 3:e | 3:f
`},
		"two rowspans that end apart": {"<table><tr><td>a<td rowspan=2>b<td rowspan=3>c\n<tr><td>d\n<tr><td>e<td>f</table>", `
row 1:a | 1:b | 1:c
row 2:d | 1:b″ | 1:c″
row 3:e | 3:f | 1:c″
`},
		"spans that are none":        {"<table><tr><td rowspan=0 colspan=-2>a<td colspan=x rowspan=''>b<tr><td>c</table>", "row 1:a | 1:b\nrow 1:c\n"},
		"spans that nobody believes": {"<table><tr><td rowspan=65534 colspan=1000>a<td>b<tr><td>c<td>d</table>", "row 1:a | 1:b\nrow 1:c | 1:d\n"},
		"a title as wide as can be":  {"<table><tr><td>a<td>b<tr><td colspan=1000>t<tr><td>c<td>d</table>", "row 1:a | 1:b\nrow 1:t | 1:t″\nrow 1:c | 1:d\n"},
		"layout": {"<table><tr><td><h2>a</h2><td>b\n<table><tr><td>1<td><table><tr><td>2</table></table><p>c</table>", `
h2 1 a
p 1 b
p 2 1
row 2:2
p 2 c
`},
		"text that the parser moves out": {"<table>a<tr><td>1</table>", "p 1 a\nrow 1:1\n"},
	})
}

// BenchmarkNestedTables reports how much longer a table takes that stands in
// eighty others than one that stands in eight.
func BenchmarkNestedTables(b *testing.B) {
	benchmarkGrowth(b, func(n int) func() {
		page := strings.Repeat("<table><tr><td>x", n) + "<table>" + strings.Repeat("<tr><td>E1<td>one\n", 20_000) + "</table>" + strings.Repeat("</table>", n)
		return func() { readHTML(page) }
	}, 8)
}

// Cells that span many rows and columns do not multiply beyond a bound, in
// HTML and in wikitext.
func TestSpansStayCheap(t *testing.T) {
	for name, c := range map[string]struct {
		begin, row, end string
		read            func(string) ([]Block, error)
	}{
		"html":     {"<table>", "<tr>" + strings.Repeat("<td rowspan=5000 colspan=100>a", 4) + "\n", "</table>", readHTML},
		"wikitext": {"{|\n! h\n", "|-\n" + strings.Repeat("| rowspan=5000 colspan=100 | a\n", 4), "|}\n", readWikitext},
	} {
		blocks, err := c.read(c.begin + strings.Repeat(c.row, 3000) + c.end)
		if err != nil {
			t.Fatal(err)
		}
		cells, own := countCells(blocks)
		if own < 4*3000 || cells > 2*(copiesOfGrid+copiesOfCell*own) {
			t.Errorf("%s: %d cells, %d of their own", name, cells, own)
		}
	}
}

func countCells(blocks []Block) (all, own int) {
	for _, b := range blocks {
		for _, row := range b.Rows {
			all += len(row.Cells)
			for _, cell := range row.Cells {
				if !cell.Copied {
					own++
				}
			}
		}
		a, o := countCells(b.Blocks)
		all, own = all+a, own+o
	}
	return all, own
}

func TestSpansThatAreNotBelievedAreAWarning(t *testing.T) {
	p, err := ReadPage("page.html", []byte("<table>\n<tr><td rowspan=65534 colspan=1000>E1<td>m\n<tr><td>E2<td>n</table>"))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(p.Warnings); !strings.HasPrefix(got, "page.html:2: cells say that they span more rows") {
		t.Error(got)
	}
}
