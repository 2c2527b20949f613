package plain

import (
	"testing"

	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func testText(t *testing.T, tests map[string]pagetest.BlocksTest) {
	t.Helper()
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			text, err := charset.Decode([]byte(c.Page), false)
			if err != nil {
				t.Fatal(err)
			}
			pagetest.Same(t, pagetest.Dump(Text(text)), c.Want)
		})
	}
}

func TestTextHeadings(t *testing.T) {
	testText(t, map[string]pagetest.BlocksTest{
		"a mark before":                  {Page: "[edit] Errors\none", Want: "h2 1 Errors\np 2 one\n"},
		"a mark behind, blanks between":  {Page: "Errors\n\n[ edit ]\none", Want: "h2 1 Errors\np 4 one\n"},
		"marks in other languages":       {Page: "错误\n[编辑]\nErros\n[editar]\nأخطاء\n[عدل]", Want: "h2 1 错误\nh2 3 Erros\nh2 5 أخطاء\n"},
		"a mark of its own says nothing": {Page: "[edit]\n[edit]\none", Want: "p 3 one\n"},
		"brackets that are no mark":      {Page: "[editor] one\n[1]\ntwo", Want: "p 1 [editor] one\np 2 [1]\np 3 two\n"},
		"a mark below a list":            {Page: "  • one\n[edit]\ntwo", Want: "item \n  p 1 one\np 3 two\n"},
	})
}

func TestTextLineEnds(t *testing.T) {
	const want = "p 1 one\nheader 2:A | 2:B\nrow 4:1 | 4:2\np 6 two\n"
	testText(t, map[string]pagetest.BlocksTest{
		"LF":                {Page: "one\nA | B\n---|---\n1 | 2\n\ntwo\n", Want: want},
		"CRLF":              {Page: "one\r\nA | B\r\n---|---\r\n1 | 2\r\n\r\ntwo\r\n", Want: want},
		"CR":                {Page: "one\rA | B\r---|---\r1 | 2\r\rtwo\r", Want: want},
		"spaces at the end": {Page: "one \t\nA | B \n---|--- \n1 | 2\u00a0\n \ntwo", Want: want},
	})
}
