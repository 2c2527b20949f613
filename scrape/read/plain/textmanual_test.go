package plain

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestManualPages(t *testing.T) {
	testText(t, map[string]pagetest.BlocksTest{
		"names and sections": {Page: "FERRY(8)      Ferries      FERRY(8)\n\nNAME\n       ferry - carries cars\n\n   Fares\n       They vary.\n\nFerries 1.0      2026      FERRY(8)\n", Want: "h1 1 FERRY(8)\nh2 3 NAME\np 4 ferry - carries cars\nh3 6 Fares\np 7 They vary.\n"},
		"sections in small letters, of a page that says what it is": {Page: "FERRY(8)\t\t  FERRY(8)\n\nNom\n       ferry\n", Want: "h1 1 FERRY(8)\nh2 3 Nom\np 4 ferry\n"},
		"those of another are paragraphs":                           {Page: "Nom\n       ferry\n\nEXIT STATUS\n       none\n", Want: "p 1 Nom\np 2 ferry\nh2 4 EXIT STATUS\np 5 none\n"},
		"terms in capitals are none":                                {Page: "OPEN\n       It is open.\nSHUT\n       It is shut.\n\nNEXT\n       one\n", Want: "p 1 OPEN\np 2 It is open.\np 3 SHUT\np 4 It is shut.\nh2 6 NEXT\np 7 one\n"},
		"one over another":                                          {Page: "N\bNA\bAM\bME\bE\n       _\bf_\be_\br\n\x1b[1mbold\x1b[0m\n", Want: "h2 1 NAME\np 2 fer\np 3 bold\n"},
		"hyphens of a program":                                      {Page: "for the re‐\n       quested one, two.\nREAD CA‐\nPACITY(10)\n", Want: "p 1 for the requested\np 2 one, two.\np 3 READ CAPACITY(10)\n"},
		"a hyphen that is one":                                      {Page: "a well‐\nknown name is well-known\n", Want: "p 1 a well-known\np 2 name is well-known\n"},
		"hyphens of the keyboard":                                   {Page: "the re-\nquested and the requested\nerror-\ncode\n", Want: "p 1 the requested\np 2 and the requested\np 3 error-\np 4 code\n"},
		"codes are not put together":                                {Page: "ERR-\n404\nthe code E‐\n17\n", Want: "p 1 ERR-\np 2 404\np 3 the code E‐\np 4 17\n"},
		"bullets of a program":                                      {Page: "       o   0 - Success\n\n       o   1 - Failure\n           for good\no one\n", Want: "item \n  p 1 0 - Success\nitem \n  p 3 1 - Failure\n  p 4 for good\np 5 o one\n"},
	})
}

func TestDrawnTables(t *testing.T) {
	testText(t, map[string]pagetest.BlocksTest{
		"a box":                                 {Page: "┌────┬─────┐\n│Code│ Name│\n├────┼─────┤\n│ 1  │ A|B │\n│    │ C   │\n├────┼─────┤\n│ 2  │ D   │\n└────┴─────┘\nafter\n", Want: "header 2:Code | 2:Name\nrow 4:1 | 4:A|B⏎C\nrow 7:2 | 7:D\np 9 after\n"},
		"doubled, without a rule between rows":  {Page: "╔═══╦═══╗\n║ A ║ B ║\n╠═══╬═══╣\n║ 1 ║ x ║\n║ 2 ║ y ║\n╚═══╩═══╝\n", Want: "header 2:A | 2:B\nrow 4:1 | 4:x\nrow 5:2 | 5:y\n"},
		"without a frame":                       {Page: "Code │ Name\n─────┼─────\n1    │ one\n2    │ two\n", Want: "header 1:Code | 1:Name\nrow 3:1 | 3:one\nrow 4:2 | 4:two\n"},
		"a rule between texts":                  {Page: "one\n──────\ntwo ─ three\n", Want: "h2 1 one\np 3 two ─ three\n"},
		"below dashes, cells that stand across": {Page: " Name      Value  Meaning\n ---------  -----  -------\n            0     OK, no error\n ALLOCATION_X 113  no memory\n GONE       342\n", Want: "header 1:Name | 1:Value | 1:Meaning\nrow 3: | 3:0 | 3:OK, no error\nrow 4:ALLOCATION_X | 4:113 | 4:no memory\nrow 5:GONE | 5:342 | 5:\n"},
		"groups parted by blank lines":          {Page: "Name  Value\n----  -----\nA     1\nB     2\n\nC     3\n\nSo it is in  all of them.\n", Want: "header 1:Name | 1:Value\nrow 3:A | 3:1\nrow 4:B | 4:2\nrow 6:C | 6:3\np 8 So it is in all of them.\n"},
		"a line that ends before its columns":   {Page: "Name  Value" + strings.Repeat(" ", 50) + "Text\n----  -----" + strings.Repeat(" ", 50) + "----\nA     1\n\nB\n", Want: "header 1:Name | 1:Value | 1:Text\nrow 3:A | 3:1 | 3:\np 5 B\n"},
		"letters of two columns":                {Page: "区    代码  说明\n----  ----  ----\n磁盘  11    已满\n      12    损坏\n", Want: "header 1:区 | 1:代码 | 1:说明\nrow 3:磁盘 | 3:11 | 3:已满\nrow 4: | 4:12 | 4:损坏\n"},
		"letters that are counted as one":       {Page: "区     说明       代码    有\n----  -------  ----  ----\n磁     磁盘已满请清理  11    是\n盘     磁盘损坏     12    否\n", Want: "header 1:区 | 1:说明 | 1:代码 | 1:有\nrow 3:磁 | 3:磁盘已满请清理 | 3:11 | 3:是\nrow 4:盘 | 4:磁盘损坏 | 4:12 | 4:否\n"},
		"two tables":                            {Page: "Name  Value\n----  -----\nA     1\n\nName  Value\n----  -----\nB     2\n", Want: "header 1:Name | 1:Value\nrow 3:A | 3:1\nheader 5:Name | 5:Value\nrow 7:B | 7:2\n"},
	})
}

func TestFieldRows(t *testing.T) {
	testText(t, map[string]pagetest.BlocksTest{
		"tabs":                    {Page: "A\t\tone two\t1\nB\tthree\t2\nC\tfour\t\t3\n", Want: "row 1:A | 1:one two | 1:1\nrow 2:B | 2:three | 2:2\nrow 3:C | 3:four | 3:3\n"},
		"blanks, behind one word": {Page: "VALUE\tCause\tGone 201\nVALUE\tCause\tBad\t202\nVALUE Cause Late 203\n", Want: "row 1:VALUE | 1:Cause | 1:Gone | 1:201\nrow 2:VALUE | 2:Cause | 2:Bad | 2:202\nrow 3:VALUE | 3:Cause | 3:Late | 3:203\n"},
		"bullets":                 {Page: "- 11 one - more\n- 12 two - more\n- 13 three - more\n", Want: "item \n  p 1 11 one - more\nitem \n  p 2 12 two - more\nitem \n  p 3 13 three - more\n"},
		"too few":                 {Page: "A\tone\nB\ttwo\n", Want: "p 1 A one\np 2 B two\n"},
		"not all of the run":      {Page: "A\tone\nB\ttwo\nC\tthree\nand so on\n", Want: "p 1 A one\np 2 B two\np 3 C three\np 4 and so on\n"},
		"sentences":               {Page: "The first of all.\nThe second of it.\nAnd third of all.\n", Want: "p 1 The first of all.\np 2 The second of it.\np 3 And third of all.\n"},
	})
}

func TestTextGrowsAsItShould(t *testing.T) {
	pagetest.CheckGrowth(t, func(text string) ([]page.Block, error) { return Text(text), nil }, []string{
		"+--+--+\n", "│a│b│\n", "<?xml?>\n", "\f\n", "Code  Message\n", "a\tb\na\tb\na\n", "a  b\n-- --\n", "re‐\nquested\n", "N\bN\n", "VALUE a b\nVALUE a b c\n", "#define A 1\n\n", "enum { A,\n\n", "- a\n\n\n", "== ==\na  b\n",
	})
}
