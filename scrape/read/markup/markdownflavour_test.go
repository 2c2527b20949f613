package markup

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestFlavoursOfMarkdown(t *testing.T) {
	for name, c := range map[string]pagetest.BlocksTest{
		"MDX": {
			Page: "import T from '@theme/T';\nexport const x = {\n  y: 1,\n};\n\n# A {#a}\n\n<Wrap platform=\"web\">\n\n{/* c */}\n| `a` | <code>b<wbr/>_c</code> |\n|--|--|\n| 1 | 2 |\n\n</Wrap>\n\n<ParamField path=\"id\" type=\"string\" required>\n  What *it* is.\n</ParamField>\n<Accordion title=\"E1\">\nText.\n</Accordion>",
			Want: "pre 2 export const x = {\npre 3   y: 1,\npre 4 };\nh1 6 A\nheader 11:a | 11:b_c\nrow 13:1 | 13:2\nitem id (string, required)\n  p 18 What it is.\np 20 E1\np 21 Text.\n",
		},
		"a list in a component":  {Page: "<Box a=\"b\" of={[\n  {x: 1},\n]} />\nText.", Want: "pre 1 of = [\npre 2   {x: 1},\npre 3 ]\np 4 Text.\n"},
		"a list without an end":  {Page: "<Box of={[\n\n# A\n", Want: "p 1 <Box of={[\nh1 3 A\n"},
		"a function of the page": {Page: "export const f = () => {\n  return 1\n}\n\nText.", Want: "p 5 Text.\n"},
		"a table of components":  {Page: "<Table>\n<Tr><Th>A</Th></Tr>\n<Tr><Td>1</Td></Tr>\n</Table>", Want: "header 2:A\nrow 3:1\n"},
		"notes":                  {Page: ":::note Title\na\n:::\n\n!!! warning \"W\"\n    b\n\n    c\n\nd\n\n> [!NOTE]\n> e\n\n{% hint style=\"info\" %}\nf\n{% endhint %}\n\n<aside class=\"notice\">g</aside>", Want: "p 1 Title a\np 5 W b\np 8 c\np 10 d\np 13 e\np 16 f\np 19 g\n"},
		"code is left alone":     {Page: "```\nimport a from 'b'\n:::note\n```\n\n    !!! note\n", Want: "pre 2 import a from 'b'\npre 3 :::note\npre 6 !!! note\n"},
		"a rule of fewer cells":  {Page: "| A | B | C |\n|---|---|\n| 1 | 2 | 3 |", Want: "header 1:A | 1:B | 1:C\nrow 3:1 | 3:2 | 3:3\n"},
		"a rule of more cells":   {Page: "A | B\n--|--|--\n1 | 2 | 3", Want: "header 1:A | 1:B | 1:\nrow 3:1 | 3:2 | 3:3\n"},
		"a row over lines":       {Page: "|A|B|\n|-|-|\n|1|x\n\n |\n|2|y|", Want: "header 1:A | 1:B\nrow 3:1 | 3:x\nrow 6:2 | 6:y\n"},
		"tables of Yandex, a cell a line": {
			Page: "a\n\n#|\n||\nA\n|\nB\n||\n\n||\n[1](#x)\n|\n\n- `c|d`\n\n||\n|#\n\nb", Want: "p 1 a\nrow 5:A | 7:B\nrow 11:1 | 14:c|d\np 19 b\n",
		},
		"tables of Yandex, a row a line": {Page: "#|\n|| **A** | B | C ||\n|| 1 | > | 2 ||\n|| ^ | 3 \\| 4 | ||\n|#", Want: "row 2:A | 2:B | 2:C\nrow 3:1 | 3:1″ | 3:2\nrow 3:1″ | 4:3 | 4 | 4:\n"},
	} {
		t.Run(name, func(t *testing.T) {
			blocks, err := readMarkdown(c.Page)
			if err != nil {
				t.Fatal(err)
			}
			pagetest.Same(t, pagetest.Dump(blocks), c.Want)
		})
	}
}

func TestWhatMarkdownLosesIsTold(t *testing.T) {
	p := &page.Page{}
	if err := FillMarkdown(p, "---\na: b\n---\n|A|B|\n|-|\n|1|2|\n\n|A|B|\n|-|-|\n|1|2|3|\n|1|2| |\n\n{% include [x](y.md) %}"); err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(p.Warnings)
	for _, want := range []string{"4: a header of 2 cells stands over a rule of 1", "10: 2 rows have more cells", `13: the page includes "y.md"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}

func TestMarkdownGrowth(t *testing.T) {
	pagetest.CheckGrowth(t, readMarkdown, []string{
		"#|\n", "|#\n", "#|\n|| a | b ||\n|#\n", "|| a ", "#|\n||", ":::\n", "!!! a\n    b\n", "{% a %}\n", "<A b=\"c\">\n", "export \n", "| a\n|-|\n", "|a|\n|-|-|\n", "| a\n\n\n", "|-|\n", "|a\n\n |\n",
		"<ParamField name=\"a\">\n", "| a | b |\n|--|\n| c | d | e |\n", "> [!A]\n", "`a` **b** ", "<del>a ", "<b>a</b>", "[a](#b)", "{/* a */}\n",
	})
}
