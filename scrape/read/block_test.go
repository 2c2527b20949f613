package read

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
	"github.com/spectab/spectab/scrape/read/markup"
	"github.com/spectab/spectab/scrape/read/plain"
)

func TestReadText(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"pipe table with bars at the right alone": {
			"Code | Text |\n---|---|\nE1 | one |\nE2 | a \\| b |\nafter", `
header 1:Code | 1:Text
row 3:E1 | 3:one
row 4:E2 | 4:a | b
p 5 after
`,
		},
		"pipe table with outer bars, a cell empty": {
			"| Code | Text |\n| :-- | --: |\n| E1 | one |\n|  | two |", `
header 1:Code | 1:Text
row 3:E1 | 3:one
row 4: | 4:two
`,
		},
		"a row that lost its code has an empty cell": {"Code | Text\n--- | ---\n | one", `
header 1:Code | 1:Text
row 3: | 3:one
`},
		"a row that lost its bars stays in the table": {"Code | Text\n--- | ---\nE1 one\nE2 | two", `
header 1:Code | 1:Text
row 3:E1 one
row 4:E2 | 4:two
`},
		"a table right above another ends at the header": {"A | B\n---|---\n1 | 2\n}\nC | D\n---|---\n3 | 4", `
header 1:A | 1:B
row 3:1 | 3:2
p 4 }
header 5:C | 5:D
row 7:3 | 7:4
`},
		"nested bullets with continuations and examples": {
			"  • A: one\n    more\n    { \"a\": 1 }\n    \n    • inner\n  • B: two\n\nafter", `
item 
  p 1 A: one
  p 2 more
  pre 3     { "a": 1 }
  item 
    p 5 inner
item 
  p 6 B: two
p 8 after
`,
		},
		"numbered list": {"  1. one\n  2. two\n    • inner\n  3. three", `
item 
  p 1 one
item 
  p 2 two
  item 
    p 3 inner
item 
  p 4 three
`},
		"headings by their edit marks": {"[edit] Errors\n\nHata\n\n[değiştir]\ntext\n[edit]", `
h2 1 Errors
h2 3 Hata
h2 6 text
`},
		"examples": {
			"HTTP/1.1 400 Bad Request\nContent-Type: a/b\n{\n\"e\": 1\ncode\n1{\n2 \"e\": {\n3 }\n4}\n<?xml version=\"1.0\"?>\n<a>\n</a>\nend", `
pre 1 HTTP/1.1 400 Bad Request
pre 2 Content-Type: a/b
pre 3 {
pre 4 "e": 1
p 5 code
pre 6 1{
pre 7 2 "e": {
pre 8 3 }
pre 9 4}
pre 10 <?xml version="1.0"?>
pre 11 <a>
pre 12 </a>
p 13 end
`,
		},
		"spaces of every kind": {"a\u00a0\u200b b\u2003c\u00ad", "p 1 a b c\n"},
	} {
		t.Run(name, func(t *testing.T) { pagetest.Same(t, pagetest.Dump(plain.Text(c.page)), c.want) })
	}
}

func TestReadHTML(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"headings without their edit links": {
			"<div class=mw-heading><h2 id=x>Errors</h2><span class=mw-editsection>[<a>edit</a>]</span></div><h3><span class=editsection>[edit]</span> Old</h3>",
			"h2 1 Errors\nh3 1 Old\n",
		},
		"breaks, inline tags and entities": {"<p>a<b>b</b>\nc<br>d &lt;e&gt;&nbsp;f\n<p>g", "p 1 ab c\np 2 d <e> f\np 3 g\n"},
		"nested lists": {"<ul>\n<li>A\n<ul><li>one</ul>\n<li><p>B</p><p>two</p></ul>", `
item 
  p 2 A
  item 
    p 3 one
item 
  p 4 B
  p 4 two
`},
		"definitions: several terms, a div around a group": {"<dl><dt>A<dt>B<dd>one<dd>two<div><dt>C</dt><dd><p>three</p></dd></div></dl>", `
item A B
  p 1 one
  p 1 two
item C
  p 1 three
`},
		"spans": {
			"<table><tr><th>A<th>B<th>C</tr>\n<tr><td rowspan=2>a<td colspan=2>b</tr>\n<tr><td>c<td>d<br>e</tr></table>", `
header 1:A | 1:B | 1:C
row 2:a | 2:b | 2:b″
row 2:a″ | 3:c | 3:d⏎e
`,
		},
		"a rowspan past the end of the table": {"<table><tr><td rowspan=65534>a<td>b</table><p>c", "row 1:a | 1:b\np 1 c\n"},
		"a table that lays out the page":      {"<table><tr><td><p>a</p><td><table><tr><td>1<td>2</table></table>", "p 1 a\nrow 1:1 | 1:2\n"},
		"preformatted, with a leading line break, spans and divs": {
			"<pre>\n<span>{</span>\n <i>a</i>\n}</pre><pre><div>x</div><div>y</div></pre>",
			"pre 2 {\npre 3  a\npre 4 }\npre 4 x\npre 4 y\n",
		},
		"lines behind tags of several lines, comments and scripts": {
			"<script>\nif (a < b) {}\n</script>\n<!-- <p>no\n-->\n<p\n title=\"a > b\"\n>text <b\n>bold</b>",
			"p 8 text bold\n",
		},
		"what nobody reads is left out": {"<title>t</title><style>x{}</style><button>Copy</button><p>a", "p 1 a\n"},
	} {
		t.Run(name, func(t *testing.T) {
			blocks, err := markup.HTML(c.page)
			if err != nil {
				t.Fatal(err)
			}
			if len(blocks) == 1 && blocks[0].Kind == page.Section {
				blocks = blocks[0].Blocks // the body
			}
			pagetest.Same(t, pagetest.Dump(blocks), c.want)
		})
	}
}

func TestSpansThatAreNotBelievedAreAWarning(t *testing.T) {
	p, err := Page("page.html", []byte("<table>\n<tr><td rowspan=65534 colspan=1000>E1<td>m\n<tr><td>E2<td>n</table>"))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(p.Warnings); !strings.HasPrefix(got, "page.html:2: cells say that they span more rows") {
		t.Error(got)
	}
}
