package plain

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestPipeTables(t *testing.T) {
	testText(t, map[string]pagetest.BlocksTest{
		"no outer bars": {Page: "A | B\n--- | ---\n1 | 2\n | 4\n5 |", Want: `
header 1:A | 1:B
row 3:1 | 3:2
row 4: | 4:4
row 5:5 | 5:
`},
		"outer bars, lost in a row": {Page: "| A | B |\n|:-:|--:|\n| 1 | 2 |\n3 | 4\n|| 6 |", Want: `
header 1:A | 1:B
row 3:1 | 3:2
row 4:3 | 4:4
row 5: | 5:6
`},
		"escaped bars":           {Page: "A | B\n---|---\na\\|b | c \\| \\|", Want: "header 1:A | 1:B\nrow 3:a|b | 3:c | |\n"},
		"one column":             {Page: "| A |\n|---|\n| 1 |", Want: "header 1:A\nrow 3:1\n"},
		"bars without underline": {Page: "a | b\nc | d", Want: "p 1 a | b\np 2 c | d\n"},
		"it goes on behind blanks": {Page: "A | B\n---|---\n1 | 2\n\n \n3 | 4\n\n5 | 6 | 7\n", Want: `
header 1:A | 1:B
row 3:1 | 3:2
row 6:3 | 6:4
p 8 5 | 6 | 7
`},
		"another one behind a blank": {Page: "| A | B |\n|---|---|\n| 1 | 2 |\n\n| C | D |\n|---|---|\n| 3 | 4 |\n\na | b", Want: `
header 1:A | 1:B
row 3:1 | 3:2
header 5:C | 5:D
row 7:3 | 7:4
p 9 a | b
`},
		"inside an item": {Page: "  • see\n    A | B\n    ---|---\n    1 | 2\n  • next", Want: `
item 
  p 1 see
  header 2:A | 2:B
  row 4:1 | 4:2
item 
  p 5 next
`},
	})
}

func TestTextLists(t *testing.T) {
	testText(t, map[string]pagetest.BlocksTest{
		"every bullet": {Page: "• a\n◦ b\n* c\n- d\n+ e\n– f\n· g", Want: "item \n  p 1 a\nitem \n  p 2 b\nitem \n  p 3 c\nitem \n  p 4 d\nitem \n  p 5 e\nitem \n  p 6 f\nitem \n  p 7 g\n"},
		"numbers":      {Page: "1. a\n2) b\n10. c\n1000. d", Want: "item \n  p 1 a\nitem \n  p 2 b\nitem \n  p 3 c\np 4 1000. d\n"},
		"no bullets":   {Page: "-a\n3.5 b\n--- c", Want: "p 1 -a\np 2 3.5 b\np 3 --- c\n"},
		"three levels and back": {Page: "• a\n  ◦ b\n    ▪ c\n      more\n  ◦ d\n• e", Want: `
item 
  p 1 a
  item 
    p 2 b
    item 
      p 3 c
      p 4 more
  item 
    p 5 d
item 
  p 6 e
`},
		"blank lines between, and the end": {Page: "  • a\n\n  • b\n\n    more\n\nout\n  • c", Want: `
item 
  p 1 a
item 
  p 3 b
  p 5 more
p 7 out
item 
  p 8 c
`},
		"a bullet alone": {Page: "• \n  text\n• b", Want: "p 1 •\np 2 text\nitem \n  p 3 b\n"},
		"tabs":           {Page: "\t• a\n\t\t• b\n\t• c", Want: "item \n  p 1 a\n  item \n    p 2 b\nitem \n  p 3 c\n"},
	})
}

// Hostile text must not take the square of its length: that would be minutes,
// and the tests would not end.
func TestTextStaysCheap(t *testing.T) {
	for name, text := range map[string]string{
		"tags that nothing closes": strings.Repeat("<a>x\n", 20000),
		"tags closed too early":    strings.Repeat("</a><a>x\n", 20000),
		"brackets":                 strings.Repeat("[{\n", 20000),
		"bars and blanks":          strings.Repeat("a | b\n\n", 20000),
		"headings":                 strings.Repeat("a\n\n\n\n", 20000),
	} {
		if len(Text(text)) == 0 {
			t.Errorf("%s: nothing was read", name)
		}
	}
}
