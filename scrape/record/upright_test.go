package record_test

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/record"
)

// Records written downwards, and tables whose titles stand in their first
// column, are rows like others; where it may be otherwise, they stay.
func TestUpright(t *testing.T) {
	const blank = "\n| | |\n|--|--|\n"
	for name, test := range map[string]struct{ page, want string }{
		"in one table, a field missing": {blank + "| Error | A |\n| Text | one |\n| Remedy | try |\n| | |\n| Error | B |\n| Remedy | stop |\n", "Error/Text/Remedy: A/one/try B//stop"},
		"a field that one of five has":  {blank + "| Error | A |\n| Text | one |\n| Error | B |\n| Text | two |\n| Note | new |\n| Error | C |\n| Text | three |\n| Error | D |\n| Text | four |\n| Error | E |\n| Text | five |\n", "Error/Text/Note: A/one/ B/two/new C/three/ D/four/ E/five/"},
		"a field that one of four has":  {blank + "| Error | A |\n| Text | one |\n| Error | B |\n| Text | two |\n| Note | new |\n| Error | C |\n| Text | three |\n| Error | D |\n| Text | four |\n", ": Error/A Text/one Error/B Text/two Note/new Error/C Text/three Error/D Text/four"},
		"a table a record":              {"## One\n" + blank + "| Error | A |\n| Text | one |\n\n## Two\n" + blank + "| Error | B |\n| Text | two |\n", "Error/Text: A/one\nError/Text: B/two"},
		"the same codes of two calls":   {"## One\n" + blank + "| A_B | good |\n| C_D | bad |\n\n## Two\n" + blank + "| A_B | good |\n| C_D | worse |\n", ": A_B/good C_D/bad\n: A_B/good C_D/worse"},
		"one record alone":              {blank + "| Error | A |\n| Text | one |\n", ": Error/A Text/one"},
		"a label twice in a record":     {blank + "| Error | A |\n| Text | one |\n| Text | two |\n| Error | B |\n| Text | three |\n", ": Error/A Text/one Text/two Error/B Text/three"},
		"numbers":                       {blank + "| 1 | A |\n| 2 | one |\n| 1 | B |\n| 2 | two |\n", ": 1/A 2/one 1/B 2/two"},
		"transposed":                    {"<table><tr><th>Code</th><td>E1</td><td>E2</td></tr><tr><th>Meaning</th><td>one</td><td>two</td></tr></table>", "Code/Meaning: E1/one E2/two"},
		"labels beside codes":           {"| Code | Text |\n|--|--|\n| `a_b` | one |\n| `c_d` since v2 | two |\n| `e_f` | three |\n", "Code/Text: a_b/one c_d (since v2)/two e_f/three"},
		"words behind code spans":       {"| Code | Text |\n|--|--|\n| a_b | `x_y` is bad |\n| c_d | `z_w` is old |\n", "Code/Text: a_b/x_y is bad c_d/z_w is old"},
		"one word before every row":     {"<table><tr><td>Code</td><td>E1</td><td>E2</td></tr><tr><td>Code</td><td>one</td><td>two</td></tr></table>", ": Code/E1/E2 Code/one/two"},
		"titles beside words":           {"<table><tr><td>Name</td><td>width</td></tr><tr><td>Type</td><td>number</td></tr><tr><td>Text</td><td>how wide it is</td></tr></table><table><tr><td>Name</td><td>height</td></tr><tr><td>Type</td><td>number</td></tr><tr><td>Text</td><td>how high it is</td></tr></table>", "Name/Type/Text: width/number/how wide it is height/number/how high it is"},
		"fields called as fields are":   {"<table><tr><td>Name</td><td>Description</td></tr><tr><td>Type</td><td>of which type it is</td></tr><tr><td>Value</td><td>what it is worth</td></tr></table>", "Name/Description: Type/of which type it is Value/what it is worth"},
		"labels beside upright codes":   {blank + "| Code | `E1` old |\n| Text | one |\n| Code | `E2` |\n| Text | two |\n", "Code/Text: E1 (old)/one E2/two"},
		"codes across":                  {"<table><tr><td>Event</td><td>box_opened</td><td>box_shut</td><td>box_lost</td></tr><tr><td>Sent when</td><td>it opens</td><td>it shuts</td><td>it is gone</td></tr><tr><td>Size</td><td>1</td><td>2 KB</td><td>3</td></tr></table>", "Event/Sent when/Size: box_opened/it opens/1 box_shut/it shuts/2 KB box_lost/it is gone/3"},
		"codes across, but two":         {"<table><tr><td>Event</td><td>box_opened</td><td>box_shut</td></tr><tr><td>Sent when</td><td>it opens</td><td>it shuts</td></tr></table>", ": Event/box_opened/box_shut Sent when/it opens/it shuts"},
		"codes across and along":        {"<table><tr><td>Box</td><td>box_opened</td><td>BOX_1</td><td>B_1</td></tr><tr><td>Lid</td><td>lid_opened</td><td>LID_1</td><td>L_1</td></tr></table>", ": Box/box_opened/BOX_1/B_1 Lid/lid_opened/LID_1/L_1"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, c := range record.Candidates(blocksOf(t, "page.md", test.page)) {
				if c.Template != "" {
					continue
				}
				line := strings.Trim(strings.Join(c.Header, "/"), "/") + ":"
				for _, r := range c.Rows {
					line += " " + strings.Join(record.CellTexts(r.Cells), "/")
				}
				got = append(got, line)
			}
			if strings.Join(got, "\n") != test.want {
				t.Errorf("got %q, want %q", strings.Join(got, "\n"), test.want)
			}
		})
	}
}
