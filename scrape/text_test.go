package scrape

import "testing"

// A blocksTest is a page and the dump of its blocks.
type blocksTest struct{ page, want string }

func testText(t *testing.T, tests map[string]blocksTest) {
	t.Helper()
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			text, err := decode([]byte(c.page), false)
			if err != nil {
				t.Fatal(err)
			}
			same(t, dump(readText(text)), c.want)
		})
	}
}

func TestTextHeadings(t *testing.T) {
	testText(t, map[string]blocksTest{
		"a mark before":                  {"[edit] Errors\none", "h2 1 Errors\np 2 one\n"},
		"a mark behind, blanks between":  {"Errors\n\n[ edit ]\none", "h2 1 Errors\np 4 one\n"},
		"marks in other languages":       {"错误\n[编辑]\nErros\n[editar]\nأخطاء\n[عدل]", "h2 1 错误\nh2 3 Erros\nh2 5 أخطاء\n"},
		"a mark of its own says nothing": {"[edit]\n[edit]\none", "p 3 one\n"},
		"brackets that are no mark":      {"[editor] one\n[1]\ntwo", "p 1 [editor] one\np 2 [1]\np 3 two\n"},
		"a mark below a list":            {"  • one\n[edit]\ntwo", "item \n  p 1 one\np 3 two\n"},
	})
}

func TestTextLineEnds(t *testing.T) {
	const want = "p 1 one\nheader 2:A | 2:B\nrow 4:1 | 4:2\np 6 two\n"
	testText(t, map[string]blocksTest{
		"LF":                {"one\nA | B\n---|---\n1 | 2\n\ntwo\n", want},
		"CRLF":              {"one\r\nA | B\r\n---|---\r\n1 | 2\r\n\r\ntwo\r\n", want},
		"CR":                {"one\rA | B\r---|---\r1 | 2\r\rtwo\r", want},
		"spaces at the end": {"one \t\nA | B \n---|--- \n1 | 2\u00a0\n \ntwo", want},
	})
}
