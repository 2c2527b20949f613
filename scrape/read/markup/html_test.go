package markup

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func testHTML(t *testing.T, tests map[string]pagetest.BlocksTest) {
	t.Helper()
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			text, err := charset.Decode([]byte(c.Page), true)
			if err != nil {
				t.Fatal(err)
			}
			blocks, err := HTML(text)
			if err != nil {
				t.Fatal(err)
			}
			if len(blocks) == 1 && blocks[0].Kind == page.Section {
				blocks = blocks[0].Blocks // the body
			}
			pagetest.Same(t, pagetest.Dump(blocks), c.Want)
		})
	}
}

func TestHTMLHeadings(t *testing.T) {
	testHTML(t, map[string]pagetest.BlocksTest{
		"edit links of wikis, old and new": {
			Page: "<h2><span class=mw-headline>Errors</span><span class=mw-editsection>[<a>edit</a>]</span></h2>\n<div><h3>More</h3><span class=mw-editsection>[edit]</span></div>",
			Want: "h2 1 Errors\nh3 2 More\n",
		},
		"blocks and breaks inside": {Page: "<h1><div>a</div>b<br>c</h1>", Want: "h1 1 a\nh1 1 b\nh1 1 c\n"},
		"empty ones":               {Page: "<h1></h1><h2> &nbsp;</h2>a", Want: "p 1 a\n"},
		"no end tags":              {Page: "<p>a<h2>b</h2>c\n<p>d", Want: "p 1 a\nh2 1 b\np 1 c\np 2 d\n"},
	})
}

func TestHTMLLists(t *testing.T) {
	testHTML(t, map[string]pagetest.BlocksTest{
		"a list that counts down from a value":     {Page: "<ol reversed><li value=503>a<li>b<li>c</ol>", Want: "item \n  p 1 503. a\nitem \n  p 1 502. b\nitem \n  p 1 501. c\n"},
		"a list that counts down to 1":             {Page: "<ol reversed><li>a<li>b</ol>", Want: "item \n  p 1 a\nitem \n  p 1 b\n"},
		"a list that counts down from a start":     {Page: "<ol reversed start=9><li>a<li>b</ol>", Want: "item \n  p 1 9. a\nitem \n  p 1 8. b\n"},
		"a list inside a list, not inside an item": {Page: "<ul><li>a<ul><li>b</ul><ol><li>c</ol></ul>", Want: "item \n  p 1 a\n  item \n    p 1 b\n  item \n    p 1 c\n"},
		"a list beside the items":                  {Page: "<ul><li>a</li>\n<ul><li>b</li></ul></ul>", Want: "item \n  p 1 a\n  item \n    p 2 b\n"},
		"text beside the items":                    {Page: "<ul>a<li>b</li>c</ul>", Want: "item \n  p 1 a\nitem \n  p 1 b\n  p 1 c\n"},
		"definitions": {Page: "<dl>\n<dt>a</dt><dt>b</dt>\n<dd>one</dd><dd>two</dd>\n<div><dt>c\n<dd><ul><li>d</ul></div>\n<dt>e</dl>", Want: `
item a b
  p 3 one
  p 3 two
item c
  item 
    p 5 d
item e
`},
		"a definition without a term": {Page: "<dl><dd>a<dt>b<dd>c</dl>", Want: "item \n  p 1 a\nitem b\n  p 1 c\n"},
		"definitions in no list":      {Page: "<dl><dt>a<dd>b</dl></dl>\n<dt>c</dt> <dd>d</dd><dt>e<dd>f</dd><p>g<dt>h<p>i", Want: "item a\n  p 1 b\nitem c\n  p 2 d\nitem e\n  p 2 f\np 2 g\nsection\n  p 2 h\n  p 2 i\n"},
		"a heading among definitions": {Page: "<dl><h4>x</h4><dt>a<dd>b</dd><h4>y</h4><dt>c<dd>d</dl>", Want: "h4 1 x\nitem a\n  p 1 b\nh4 1 y\nitem c\n  p 1 d\n"},
		"more among definitions":      {Page: "<dl>x<dt>a<dd>b</dd><p>c</p>d<dt>e<dd>f</dl>", Want: "p 1 x\nitem a\n  p 1 b\n  p 1 c\n  p 1 d\nitem e\n  p 1 f\n"},
		"an empty term":               {Page: "<dl><dt></dt><dd>a<dt>b<dd>c</dl>", Want: "item \n  p 1 a\nitem b\n  p 1 c\n"},
	})
}

func TestHTMLPreformatted(t *testing.T) {
	testHTML(t, map[string]pagetest.BlocksTest{
		"spans keep lines":   {Page: "<pre><span>{</span>\n<span>  \"a\"</span>:  1\n\n}\n</pre>", Want: "pre 1 {\npre 2   \"a\":  1\npre 3 \npre 4 }\n"},
		"code inside":        {Page: "<pre>\n<code class=x>a &lt; b\n  c</code></pre>", Want: "pre 2 a < b\npre 3   c\n"},
		"a block for a line": {Page: "<pre><div>{</div><div>}</div>\n<div>x</div>\n</pre>", Want: "pre 1 {\npre 1 }\npre 1 \npre 2 x\n"},
		"a break first":      {Page: "<p>z\n\n<pre><br>x\ny<br>\n<br>v</pre>", Want: "p 1 z\npre 3 x\npre 4 y\npre 4 \npre 5 \npre 5 v\n"},
		"empty":              {Page: "<pre>\n \n</pre>a", Want: "p 3 a\n"},
		"a copy button":      {Page: "<div><button>Copy</button><pre>a</pre></div>", Want: "pre 1 a\n"},
	})
}

func TestHTMLText(t *testing.T) {
	testHTML(t, map[string]pagetest.BlocksTest{
		"white space":              {Page: "<p> a\n\tb&nbsp;&nbsp;c <b> d</b><i>e</i>&#8203;f&shy;g</p>", Want: "p 1 a b c defg\n"},
		"block elements end lines": {Page: "a<div>b<div>c</div>d</div>e", Want: "p 1 a\nsection\n  p 1 b\n  p 1 c\n  p 1 d\np 1 e\n"},
		"what nobody sees":         {Page: "<p>a<script>b</script><style>c</style><template>d</template><svg><text>e</text></svg><select><option>f</select>", Want: "p 1 a\n"},
		"elements of its own":      {Page: "<x-row><x-code>a</x-code>\n<x-text>b</x-text></x-row><x-row><x-code>c</x-code><x-text>d</x-text></x-row>", Want: "section\n  p 1 a\n  p 2 b\nsection\n  p 2 c\n  p 2 d\n"},
		"one within text":          {Page: "<p>a <x-b>c</x-b><x-d>e</x-d>", Want: "p 1 a ce\n"},
		"composed letters":         {Page: "<p>Co\u0301digo", Want: "p 1 Código\n"},
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
		p := &page.Page{}
		err := FillHTML(p, text)
		if err != nil {
			if no := pagetest.Problem(t, err).Line; no < 0 || no > strings.Count(text, "\n")+1 {
				t.Fatalf("an error on line %d: %v", no, err)
			}
		}
		pagetest.CheckLines(t, text, p.Blocks)
		if utf8.ValidString(text) && !utf8.ValidString(p.Title) {
			t.Fatalf("the title is no UTF-8: %q", p.Title)
		}
	})
}
