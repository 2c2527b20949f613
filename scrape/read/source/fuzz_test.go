package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

// sample is every piece of source among the test data.
func sample() []string {
	var texts []string
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		data, _ := os.ReadFile(file)
		text, _, _ := strings.Cut(string(data), "\n======\n")
		texts = append(texts, text)
	}
	return texts
}

func FuzzReadSource(f *testing.F) {
	for _, text := range sample() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, data string) {
		text, err := charset.Decode([]byte(data), true)
		if err != nil {
			return
		}
		p := &page.Page{}
		Fill(p, text)
		pagetest.CheckLines(t, text, p.Blocks)
	})
}

func TestSourceGrowsAsItShould(t *testing.T) {
	pagetest.Grows(t, map[string]string{
		"enums":             "enum A { B = 1, C, D = B | C };\n",
		"enums not closed":  "enum A {\n",
		"brackets":          "#define A ((((((\n",
		"calls":             "A(B(C(\n",
		"calls of two":      "X(A, 1)\nX(B, 2)\ny\n",
		"names behind each": "#define A0 A1\n#define A1 (A0 + A2)\n",
		"macros in macros":  "#define F(x) F(x) + F(x)\n#define A F(F(F(1)))\n",
		"blocks":            "const (\n\tA = iota\n\tB\n",
		"comments":          "/* a */ // b\n",
		"a comment":         "/* a\n",
		"objects":           "const A = { B: {\n",
		"maps":              "var A = map[B]C{\n\tD: 1,\n",
		"attributes":        "enum A { [[[[ #[ @x( \n",
		"strings":           "\"a\" 'b' `c \"\"\"\n",
		"banners":           "/* a */\n#define A_B 1\n#define A_C 1\n",
		"literals":          "var A = b{\n",
		"makers":            "A = b(1, \"c d\", {\n",
		"classes":           "class A(Enum):\n  B = 1\n",
		"definitions":       "const A = B + C * D\n",
		"semicolons":        "const A B = = const\n",
		"unread":            "enum A { + - * / , . }\n",
	}, func(text string) { Fill(&page.Page{}, text) })
}

// What would take without end is not worked out, and told.
func TestConstantsAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("#define F0(x) (x + x)\n")
	for i := range 40 {
		b.WriteString(strings.NewReplacer("N", string(rune('A'+i)), "M", string(rune('A'+i-1))).Replace("#define FN(x) FM(x) + FM(x)\n"))
	}
	b.WriteString("#define FA(x) (x + x)\n#define A_X FZ(1)\n#define A_Y (1 << 99999999)\n#define A_Z 1\n#define A_V 2\n")
	p := &page.Page{}
	Fill(p, b.String())
	if dump := pagetest.Dump(p.Blocks); Rows(p.Blocks) != 4 || strings.Count(dump, page.NotUnderstood) != 2 {
		t.Error(dump)
	}
}
