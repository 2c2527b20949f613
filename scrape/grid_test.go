package scrape

import "testing"

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
		"spans that are none": {"<table><tr><td rowspan=0 colspan=-2>a<td colspan=x rowspan=''>b<tr><td>c</table>", "row 1:a | 1:b\nrow 1:c\n"},
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
