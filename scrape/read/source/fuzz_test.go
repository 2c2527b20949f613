package source

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func FuzzReadSource(f *testing.F) {
	for _, text := range pagetest.Pages() {
		f.Add(text)
	}
	f.Add("{{0:0})(0:")   // nothing closes what begins last
	f.Add("enum {b\"\"0") // a member says nothing
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
	pagetest.CheckGrowth(t, func(text string) ([]page.Block, error) {
		p := &page.Page{}
		Fill(p, text)
		return p.Blocks, nil
	}, []string{
		"enum A { B = 1, C, D = B | C };\n", "enum A {\n", "#define A ((((((\n", "A(B(C(\n", "X(A, 1)\nX(B, 2)\ny\n", "#define A0 A1\n#define A1 (A0 + A2)\n", "#define F(x) F(x) + F(x)\n#define A F(F(F(1)))\n", "const (\n\tA = iota\n\tB\n", "/* a */ // b\n", "/* a\n", "const A = { B: {\n", "var A = map[B]C{\n\tD: 1,\n", "enum A { [[[[ #[ @x( \n", "\"a\" 'b' `c \"\"\"\n", "/* a */\n#define A_B 1\n#define A_C 1\n", "var A = b{\n", "A = b(1, \"c d\", {\n", "class A(Enum):\n  B = 1\n", "const A = B + C * D\n", "const A B = = const\n", "enum A { + - * / , . }\n", "{ { 1, \"a b\" },\n", "[[[[{{{{((((\n", "{{1, \"a b\"}, {2, \"a b\"}, {\n", "#define A(X) X(1, B, \"c d\") \\\n", "enum A {\n\"b\"\nC\n", "a = [\n", "a = b(\n", "A = [\n", "a = b +\n", "a = [(\n]\n", ",/[,/[",
	})
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

// A name is what the expression finds.
func FuzzIdent(f *testing.F) {
	for _, s := range []string{"abc1+", "1a", "$a", "_é1 x", "é", "", "a.b", "a\xff", "A1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := identOf(s), identStart.FindString(s); got != want {
			t.Errorf("%q begins with %q, want %q", s, got, want)
		}
	})
}
