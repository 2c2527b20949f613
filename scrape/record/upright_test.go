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
		"a table a record":              {"## One\n" + blank + "| Error | A |\n| Text | one |\n\n## Two\n" + blank + "| Error | B |\n| Text | two |\n", "Error/Text: A/one\nError/Text: B/two"},
		"the same codes of two calls":   {"## One\n" + blank + "| A_B | good |\n| C_D | bad |\n\n## Two\n" + blank + "| A_B | good |\n| C_D | worse |\n", ": A_B/good C_D/bad\n: A_B/good C_D/worse"},
		"one record alone":              {blank + "| Error | A |\n| Text | one |\n", ": Error/A Text/one"},
		"a label twice in a record":     {blank + "| Error | A |\n| Text | one |\n| Text | two |\n| Error | B |\n| Text | three |\n", ": Error/A Text/one Text/two Error/B Text/three"},
		"numbers":                       {blank + "| 1 | A |\n| 2 | one |\n| 1 | B |\n| 2 | two |\n", ": 1/A 2/one 1/B 2/two"},
		"transposed":                    {"<table><tr><th>Code</th><td>E1</td><td>E2</td></tr><tr><th>Meaning</th><td>one</td><td>two</td></tr></table>", "Code/Meaning: E1/one E2/two"},
		"labels beside codes":           {"| Code | Text |\n|--|--|\n| `a_b` | one |\n| `c_d` since v2 | two |\n| `e_f` | three |\n", "Code/Text: a_b/one c_d (since v2)/two e_f/three"},
		"words behind code spans":       {"| Code | Text |\n|--|--|\n| a_b | `x_y` is bad |\n| c_d | `z_w` is old |\n", "Code/Text: a_b/x_y is bad c_d/z_w is old"},
		"one word before every row":     {"<table><tr><td>Code</td><td>E1</td><td>E2</td></tr><tr><td>Code</td><td>one</td><td>two</td></tr></table>", ": Code/E1/E2 Code/one/two"},
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
