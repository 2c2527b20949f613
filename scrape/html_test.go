package scrape

import "testing"

func testHTML(t *testing.T, tests map[string]blocksTest) {
	t.Helper()
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			text, err := decode([]byte(c.page), true)
			if err != nil {
				t.Fatal(err)
			}
			blocks, err := readHTML(text)
			if err != nil {
				t.Fatal(err)
			}
			if len(blocks) == 1 && blocks[0].Kind == Section {
				blocks = blocks[0].Blocks // the body
			}
			same(t, dump(blocks), c.want)
		})
	}
}

func TestHTMLHeadings(t *testing.T) {
	testHTML(t, map[string]blocksTest{
		"edit links of wikis, old and new": {
			"<h2><span class=mw-headline>Errors</span><span class=mw-editsection>[<a>edit</a>]</span></h2>\n<div><h3>More</h3><span class=mw-editsection>[edit]</span></div>",
			"h2 1 Errors\nh3 2 More\n",
		},
		"blocks and breaks inside": {"<h1><div>a</div>b<br>c</h1>", "h1 1 a\nh1 1 b\nh1 1 c\n"},
		"empty ones":               {"<h1></h1><h2> &nbsp;</h2>a", "p 1 a\n"},
		"no end tags":              {"<p>a<h2>b</h2>c\n<p>d", "p 1 a\nh2 1 b\np 1 c\np 2 d\n"},
	})
}

func TestHTMLLists(t *testing.T) {
	testHTML(t, map[string]blocksTest{
		"a list inside a list, not inside an item": {"<ul><li>a<ul><li>b</ul><ol><li>c</ol></ul>", "item \n  p 1 a\n  item \n    p 1 b\n  item \n    p 1 c\n"},
		"a list beside the items":                  {"<ul><li>a</li>\n<ul><li>b</li></ul></ul>", "item \n  p 1 a\n  item \n    p 2 b\n"},
		"text beside the items":                    {"<ul>a<li>b</li>c</ul>", "item \n  p 1 a\nitem \n  p 1 b\n  p 1 c\n"},
		"definitions": {"<dl>\n<dt>a</dt><dt>b</dt>\n<dd>one</dd><dd>two</dd>\n<div><dt>c\n<dd><ul><li>d</ul></div>\n<dt>e</dl>", `
item a b
  p 3 one
  p 3 two
item c
  item 
    p 5 d
item e
`},
		"a definition without a term": {"<dl><dd>a<dt>b<dd>c</dl>", "item \n  p 1 a\nitem b\n  p 1 c\n"},
		"an empty term":               {"<dl><dt></dt><dd>a<dt>b<dd>c</dl>", "item \n  p 1 a\nitem b\n  p 1 c\n"},
	})
}

func TestHTMLPreformatted(t *testing.T) {
	testHTML(t, map[string]blocksTest{
		"spans keep lines":   {"<pre><span>{</span>\n<span>  \"a\"</span>:  1\n\n}\n</pre>", "pre 1 {\npre 2   \"a\":  1\npre 3 \npre 4 }\n"},
		"code inside":        {"<pre>\n<code class=x>a &lt; b\n  c</code></pre>", "pre 2 a < b\npre 3   c\n"},
		"a block for a line": {"<pre><div>{</div><div>}</div>\n<div>x</div>\n</pre>", "pre 1 {\npre 1 }\npre 1 \npre 2 x\n"},
		"a break first":      {"<p>z\n\n<pre><br>x\ny<br>\n<br>v</pre>", "p 1 z\npre 3 x\npre 4 y\npre 4 \npre 5 \npre 5 v\n"},
		"empty":              {"<pre>\n \n</pre>a", "p 3 a\n"},
		"a copy button":      {"<div><button>Copy</button><pre>a</pre></div>", "pre 1 a\n"},
	})
}

func TestHTMLText(t *testing.T) {
	testHTML(t, map[string]blocksTest{
		"white space":              {"<p> a\n\tb&nbsp;&nbsp;c <b> d</b><i>e</i>&#8203;f&shy;g</p>", "p 1 a b c defg\n"},
		"block elements end lines": {"a<div>b<div>c</div>d</div>e", "p 1 a\nsection\n  p 1 b\n  p 1 c\n  p 1 d\np 1 e\n"},
		"what nobody sees":         {"<p>a<script>b</script><style>c</style><template>d</template><svg><text>e</text></svg><select><option>f</select>", "p 1 a\n"},
		"composed letters":         {"<p>Co\u0301digo", "p 1 Código\n"},
	})
}
