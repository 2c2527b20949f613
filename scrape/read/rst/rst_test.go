package rst

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

var read = pagetest.Body(Fill)

func TestText(t *testing.T) {
	pagetest.Blocks(t, read, map[string]pagetest.BlocksTest{
		"titles have the level of their style": {
			Page: "=====\n Top\n=====\n\nOne\n---\na\n\nTwo\n~~~\n\n介绍\n----\n\n----\n\nb", Want: "h1 2 Top\nh2 5 One\np 7 a\nh3 9 Two\nh2 12 介绍\np 17 b\n",
		},
		"paragraphs, quotes, lines": {Page: "a\nb\n\n  c\n\n| d\n|  e\n  f\n| g", Want: "p 1 a b\np 4 c\np 6 d\np 7 e f\np 9 g\n"},
		"literal text": {Page: "Like::\n\n    x ``y``\n      z\n\nb ::\n\n> q\n> r\n\n::\n\n  s\n\n>>> 1\n2", Want: `
p 1 Like:
pre 3 x ` + "``y``" + `
pre 4   z
p 6 b :
pre 8 > q
pre 9 > r
pre 13 s
pre 15 >>> 1
pre 16 2
`},
		"what is marked": {
			Page: "``a*b`` *c* **d** `e` :ref:`f <g>` :c:macro:`H` :py:func:`~x.y.Z` `i <http://j>`_ `k`_ l_ [1]_ |m| |n| O\\ p \\*q\\* 2 * 3 * 4 snake_case_name\n\n.. _l: http://x\n.. |m| replace:: M M",
			Want: "p 1 a*b c d e f H Z i k l [1] M M |n| Op *q* 2 * 3 * 4 snake_case_name\n",
		},
		"marks that never end":                  {Page: "*a **b ``c `d :e:`f |g [h]_", Want: "p 1 *a **b ``c `d :e:`f |g [h]\n"},
		"marks over lines":                      {Page: "a **b\nc** d\ne", Want: "p 1 a b c d e\n"},
		"comments, targets and what is no text": {Page: "..\n  a\n\n.. b\n   c\n\n.. _d:\n\n.. image:: e.png\n   :alt: f\n\n.. [1] g\n   h\n\n__ http://i\n\nj", Want: "p 12 g h\np 17 j\n"},
	})
}

func TestLists(t *testing.T) {
	pagetest.Blocks(t, read, map[string]pagetest.BlocksTest{
		"bullets, nested and wrapped": {Page: "- a\n  b\n\n  - c\n\n  d\n- e\n\n* f", Want: "item \n  p 1 a b\n  item \n    p 4 c\n  p 6 d\nitem \n  p 7 e\nitem \n  p 9 f\n"},
		"numbers":                     {Page: "1. a\n2. b\n\n#) c\n\nA. Einstein\nwas here", Want: "item \n  p 1 a\nitem \n  p 2 b\nitem \n  p 4 c\np 6 A. Einstein was here\n"},
		"terms": {Page: "``E1``\n  First.\n\nE2 : int\n  Second.\n\n  More.\nE3\n  * x", Want: `
item E1
  p 2 First.
item E2 : int
  p 5 Second.
  p 7 More.
item E3
  item 
    p 9 x
`},
		"fields": {Page: ":Author: A\n:E 1: b\n   c\n:ref:`x` is text", Want: "item Author\n  p 1 A\nitem E 1\n  p 2 b c\np 4 x is text\n"},
		"options": {Page: "-a, --all     All of\n              them.\n--of=FILE     That.\n-x\n   Only.", Want: `
item -a, --all
  p 1 All of them.
item --of=FILE
  p 3 That.
item -x
  p 5 Only.
`},
	})
}

func TestTables(t *testing.T) {
	pagetest.Blocks(t, read, map[string]pagetest.BlocksTest{
		"drawn, with cells over columns and rows": {Page: `+-----+-----+
| A   | 介  |
+=====+=====+
| c d | e   |
| f   +-----+
|     | g   |
+-----+-----+
| h | i     |
+-----------+`, Want: `
header 2:A | 2:介
row 4:c d f | 4:e
row 4:c d f″ | 6:g
row 8:h | i | 8:h | i″
`},
		"drawn, with blocks in cells": {Page: "+---+---+\n| a | c |\n|   |   |\n| b |   |\n+---+---+", Want: "row 2:a⏎b | 2:c\n"},
		"drawn around blocks":         {Page: "+---+\n| a |\n|   |\n| b |\n+---+", Want: "p 2 a\np 4 b\n"},
		"drawn wrongly":               {Page: "+---+---+\n| a", Want: "pre 1 +---+---+\npre 2 | a\n"},
		"under rules": {Page: `=====  =====
A      B
=====  =====
1      one
       more
2
x y z
------------
介     four
=====  =====

after`, Want: `
header 2:A | 2:B
row 4:1 | 4:one more
row 6:2 | 6:
row 7:x y z | 7:x y z″
row 9:介 | 9:four
p 12 after
`},
		"under rules, without a header and with blank lines": {Page: "== ==\n1  a\n\n2  b\n== ==", Want: "row 2:1 | 2:a\nrow 4:2 | 4:b\n"},
		"lists": {Page: ".. list-table:: T\n   :header-rows: 1\n\n   * - A\n     - B\n   * - 1\n     - x\n\n       y\n   * -\n     - z", Want: `
p 1 T
header 4:A | 5:B
row 6:1 | 7:x⏎y
row 9: | 11:z
`},
		"lists, flat": {Page: ".. flat-table::\n\n   * - :cspan:`1` a\n   * - :rspan:`1` b\n     - c\n   * - d", Want: "row 3:a | 3:a″\nrow 4:b | 5:c\nrow 4:b″ | 6:d\n"},
		"values": {Page: ".. csv-table:: T\n   :header: A, \"B, C\"\n   :delim: ,\n\n   1, \"x\n   y\"\n   2, ``z``", Want: `
p 1 T
header 1:A | 1:B, C
row 5:1 | 5:x y
row 7:2 | 7:z
`},
		"values parted by tabs": {Page: ".. csv-table::\n   :delim: tab\n   :widths: 1, 2\n\n   1\ta,b", Want: "row 5:1 | 5:a,b\n"},
	})
}

func TestDirectives(t *testing.T) {
	pagetest.Blocks(t, read, map[string]pagetest.BlocksTest{
		"notes and holders": {Page: ".. note:: a\n   b\n\n   c\n\n.. container:: x\n\n   .. rst-class:: y\n\n   d\n\n.. admonition:: T\n   :class: z\n\n   e", Want: `
section
  p 1 a b
  p 4 c
p 10 d
p 12 T
p 15 e
`},
		"what is described by name": {Page: ".. c:macro:: E_ONE\n\n   First.\n\n.. c:macro:: E_TWO\n   :no-index:\n\n   Second.\n\n.. option:: -a\n            --all\n\n   All.", Want: `
item E_ONE
  p 3 First.
item E_TWO
  p 8 Second.
item -a --all
  p 13 All.
`},
		"code":      {Page: ".. code-block:: c\n   :linenos:\n\n   int x;\n\n     y", Want: "pre 4 int x;\npre 5 \npre 6   y\n"},
		"glossary":  {Page: ".. glossary::\n   :sorted:\n\n   A\n     one", Want: "item A\n  p 5 one\n"},
		"raw HTML":  {Page: ".. raw:: html\n\n   <p>a\n   <b>b</b></p>\n\n.. raw:: latex\n\n   x\n\n.. raw:: html\n\n   <table>\n\nc", Want: "p 3 a b\np 14 c\n"},
		"toctree":   {Page: ".. toctree::\n   :maxdepth: 2\n\n   a\n   b\n\nc", Want: "p 7 c\n"},
		"unclosed ": {Page: ".. note::\n\n.. a", Want: ""},
	})
}

func TestIncludesAreNamedAndNotRead(t *testing.T) {
	p := &page.Page{}
	if err := Fill(p, "a\n\n.. include:: /etc/passwd\n\n.. csv-table::\n   :file: x.csv\n\n.. literalinclude:: y.c"); err != nil {
		t.Fatal(err)
	}
	if len(p.Warnings) != 3 || p.Warnings[0].Line != 3 || !strings.Contains(p.Warnings[1].Message, `"x.csv"`) {
		t.Error(p.Warnings)
	}
}

// growing are the parts that are worst when they are repeated.
var growing = []string{
	"- ", "1. ", "* a\n\n  ", "a\n b\n", ".. a::\n\n ", ".. note::\n ", "+---+\n", "| a |\n+---+\n", "+-+-+\n| |\n", "== ==\n", "== ==\na\n", "= = = = = ",
	"*a ", "**a ** ", "a**b ** ", "`a", "``", "`a`_ ", ":a:`b` ", ":a", ":a:`", "|a", "_", "a_ ", "[1]_", "[a", "\\", "\\ ", ":a: b\n", ":a:\n  ", "-a  b\n",
	".. csv-table::\n\n  \"", "a::\n\n", "a::\n\n b\n", "a\n=\n", "====\na\n====\n", ">>> a\n", "| a\n", ".. [1] a\n ", ".. list-table::\n\n  * - ", "\t", "é", "介\n--\n",
	".. |a| replace:: b\n", "* - a\n", "a\n b\n  c\n   d\n    e\n", ".. raw:: html\n\n <b>\n\n", "<", "&",
}

func TestGrowth(t *testing.T) { pagetest.CheckGrowth(t, read, growing) }

func FuzzFill(f *testing.F) {
	for _, part := range growing {
		f.Add(part + part)
	}
	files, _ := filepath.Glob("testdata/*.rst")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
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
