package asciidoc

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

var read = pagetest.Body(Fill)

func TestText(t *testing.T) {
	pagetest.Blocks(t, read, map[string]pagetest.BlocksTest{
		"titles, attributes, comments": {
			Page: "= Top\n:nav: x\n:v: 1.2\n\n// c\n////\nd\n////\n[[id]]\n== One ==\na\nb {v} {none}\n\n[float]\n=== # 1 Two\n// tag::x[]\nc\n\n'''\n## Three", Want: "h1 1 Top\nh2 10 One\np 11 a b 1.2 {none}\nh3 15 # 1 Two\np 17 c\nh2 20 Three\n",
		},
		"conditions are read, whichever holds": {Page: "a\n\nifdef::x[]\nb\nendif::[]\nifndef::x[c]", Want: "p 1 a\np 4 b c\n"},
		"code": {
			Page: "[source,c]\n----\nint x; // <1>\n  {y}\n----\n<1> A `b`.\n\n....\n* c\n....\n\n d\n  e\n\n```go\nf\n```", Want: "pre 3 int x;\npre 4   {y}\nitem \n  p 6 A b.\npre 9 * c\npre 12  d\npre 13   e\npre 16 f\n",
		},
		"blocks": {Page: ".Title\n[NOTE]\n====\na\n\nb\n====\n\nTIP: c\n\n++++\n<p>d</p>\n++++\n\n--\ne\n--", Want: "p 1 Title\nsection\n  p 4 a\n  p 6 b\np 9 c\np 12 d\np 16 e\n"},
		"what is marked": {
			Page: "`a` *b* _c_ **d**e `+f*+` x^2^ 2 * 3 * 4 snake_case_name <<id,G h>> <<i>> https://j[k] link:l[] [.new]#m# [[n]]o footnote:[p] \\*q* kbd:[r] (((s))) a::b",
			Want: "p 1 a b c de f* x2 2 * 3 * 4 snake_case_name G h i k l m o *q* r a::b\n",
		},
		"marks within marks, over lines": {Page: "a *b\n`c` d* e +\ng", Want: "p 1 a b c d e\np 3 g\n"},
		"macros of specifications":       {Page: "a ename:VK_OK must: not be pname:x, e.g.: y", Want: "p 1 a VK_OK must not be x, e.g.: y\n"},
	})
}

func TestLists(t *testing.T) {
	pagetest.Blocks(t, read, map[string]pagetest.BlocksTest{
		"items within items, wrapped and attached": {Page: "  * a\n    b\n** c\n+\n----\nd\n----\n* e\n\n* f\n. g\n\nh", Want: `
item 
  p 1 a b
  item 
    p 3 c
    pre 6 d
item 
  p 8 e
item 
  p 10 f
  item 
    p 11 g
p 13 h
`},
		"terms": {Page: "`E1`:: First\nmore.\nE2::\n  Second.\nE3::\n+\nThird.\n\nE4::\n\nFourth.\n* x\n\nE5:: E6", Want: `
item E1
  p 1 First more.
item E2
  p 4 Second.
item E3
  p 7 Third.
item E4
  p 11 Fourth.
  item 
    p 12 x
item E5
  p 14 E6
`},
	})
}

func TestTables(t *testing.T) {
	pagetest.Blocks(t, read, map[string]pagetest.BlocksTest{
		"a header by its line, cells a line": {Page: "|===\n|A |B\n\n|1\n|one\n\n|2 |two \\| three\nmore\n|===", Want: "header 2:A | 2:B\nrow 4:1 | 5:one\nrow 7:2 | 7:two | three more\n"},
		"columns and header that are told": {
			Page: "[%header,cols=\"1m,2*<.^\"]\n|===\n| A\n| B\n| C\n| x\n|\n|z\n|===", Want: "header 3:A | 4:B | 5:C\nrow 6:x | 6: | 8:z\n",
		},
		"specifications of cells": {
			Page: "[cols=3]\n|===\n2+|a .2+^.>|b\n|c m|d\n2*|e h|f\na|* g\n* h\n|i |j\n|===", Want: "row 3:a | 3:a″ | 3:b\nrow 4:c | 4:d | 3:b″\nrow 5:e | 5:e | 5:f\nrow 6:g⏎h | 8:i | 8:j\n",
		},
		"values":              {Page: "[format=csv,options=\"header\"]\n|===\nA,B\n1,\"one,\ntwo\"\n|===\n\n:===\na:b\n:===", Want: "header 3:A | 3:B\nrow 4:1 | 4:one, two\nrow 9:a | 9:b\n"},
		"a table in a cell":   {Page: "|===\n|A |B\n\n|1 a|x\n!===\n!y !z\n!===\n|===", Want: "p 2 A\np 2 B\np 4 1\np 4 x\nrow 6:y | 6:z\n"},
		"paragraphs in cells": {Page: "|===\n|A |B\n\n|1 |x\n\ny\n|===", Want: "header 2:A | 2:B\nrow 4:1 | 4:x⏎y\n"},
		"not closed":          {Page: "|===\n|A |B", Want: "row 2:A | 2:B\n"},
	})
}

func TestIncludesAreNamedAndNotRead(t *testing.T) {
	p := &page.Page{}
	if err := Fill(p, "a\n\ninclude::/etc/passwd[]\n"); err != nil {
		t.Fatal(err)
	}
	if len(p.Warnings) != 1 || p.Warnings[0].Line != 3 || !strings.Contains(p.Warnings[0].Message, `"/etc/passwd"`) {
		t.Error(p.Warnings)
	}
}

// growing are the parts that are worst when they are repeated.
var growing = []string{
	"* a\n", "** a\n* b\n", "a:: b\n", "a::\n", "a::\n\n", ". ", "+\n", "====\n", "====\na\n", "--\n", "|===\n", "|===\n|a\n", "|a", "|===\n3*|a 2.9+|b\n", ".99+|a\n|===\n",
	"*a ", "a** b ** ", "**a ** ", "`a ", "_a", "^a", "#", "{a}", "{", "<<a", "<<a>>", "[a]#b# ", "[", "((", "(((a)))", "a:b[c] ", "a:b[", "a:", ":a: b\n", "\\", "\\*",
	"include::a[]\n", "ifdef::a[]\n", "[a]\n", ".a\n", "//// \n", "```\n", "----\na <1>\n----\n", "<1> a\n", "[cols=99*]\n|===\n|a\n|===\n", "a\n+\n", "* a\n+\n--\n", " a\n", "= a\n",
	"++++\n<b>\n++++\n", "a: b: ", "aa aa:", "é", "ename:A_B ", "a +\n", ",===\n\"a\n", "*_`",
}

func TestGrowth(t *testing.T) { pagetest.CheckGrowth(t, read, growing) }

func FuzzFill(f *testing.F) {
	for _, part := range growing {
		f.Add(part + part)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r", "\n")
		blocks, err := read(text)
		if err != nil && !strings.Contains(err.Error(), "cannot be parsed") {
			t.Fatal(err)
		}
		pagetest.CheckLines(t, text, blocks)
	})
}
