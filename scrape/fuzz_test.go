package scrape

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
)

// checkLines wants every line of the blocks to be one of the page.
func checkLines(t *testing.T, text string, blocks []Block) {
	t.Helper()
	last := strings.Count(text, "\n") + 1
	for _, l := range linesOf(blocks) {
		if l.No < 1 || l.No > last {
			t.Fatalf("line %d of %d: %q", l.No, last, l.Text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(l.Text) {
			t.Fatalf("line %d is no UTF-8: %q", l.No, l.Text)
		}
	}
}

func FuzzReadText(f *testing.F) {
	f.Add("Code | Text |\n---|---|\nE1 | one |\n")
	f.Add("[edit] A\n  • B\n    • C\n{\n\"a\": 1\n")
	f.Add("<?xml?>\n<a>\n</a>\n1{\n2}\n")
	f.Fuzz(func(t *testing.T, text string) {
		checkLines(t, text, readText(text))
	})
}

func FuzzReadHTML(f *testing.F) {
	f.Add("<table><tr><td rowspan=3>a<td colspan=2>b<tr><td>c</table>")
	f.Add("<dl><dt>a<dd>b<dd>c</dl><ul><li>d<ul><li>e</ul></ul><pre>\nf\n</pre>")
	f.Add("<p a='>'>x&nbsp;y<!-- > --><script>a<b</script>")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
		if blocks, err := readHTML(text); err == nil {
			checkLines(t, text, blocks)
		}
	})
}

func FuzzParseRecipe(f *testing.F) {
	f.Add("source: a\ntables:\n  - {name: Code, kind: codes, columns: {code: [A, B]}}\n")
	f.Add("tables: [{line: '(?P<code>x', names: {a: {name: B, why: c}}}]")
	f.Fuzz(func(t *testing.T, data string) {
		_, err := ParseRecipe("specs/x/source.yaml", []byte(data))
		var problems model.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Errorf("%T: %v", err, err)
		}
	})
}

// FuzzRead reads any page by recipes of every form. What is found has a code
// and a line.
func FuzzRead(f *testing.F) {
	recipe, err := ParseRecipe("source.yaml", []byte(`
source: x
url: https://example.com/
language: en
package: x
retrieved: 2026-11-22
tables:
  - {name: Column, kind: codes, code: 'E\d+', columns: {code: Code, text: Text}, facets: ['Note: (?P<note>.+)']}
  - {name: Line, kind: codes, line: '(?P<code>E\d+) (?P<text>.+)', in: items}
  - {name: Lines, kind: codes, code: 'E\d+', lines: [code, text]}
  - {name: Record, kind: codes, code: 'E\d+', record: '(?P<code>E\d+) (?P<text>.+)', under: Errors, until: End}
  - {name: Capture, kind: fields, capture: ['the (?P<code>\w+) field']}
  - {name: Example, kind: fields, example: a.b}
`))
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Code | Text\n---|---\nE1 | one\n", false)
	f.Add("<h2>Errors</h2><table><tr><th>Code<th>Text<tr><td>E1, E2<td>one<br>Note: n</table><ul><li>E3 x</ul>", true)
	f.Add("Errors\nE1\none\nthe x field\n{\"a\": {\"b\": {\"c\": 1}}}\nEnd\n", false)
	f.Fuzz(func(t *testing.T, page string, markup bool) {
		file := "page.txt"
		if markup {
			file = "page.html"
		}
		spec, err := recipe.Read(file, []byte(page))
		if err != nil || spec == nil {
			return
		}
		for _, table := range spec.Tables {
			for _, e := range table.Entries {
				if e.Code == "" || e.Line < 1 {
					t.Errorf("table %s: %+v", table.Name, e)
				}
			}
		}
	})
}

// FuzzGuess guesses on any page.
func FuzzGuess(f *testing.F) {
	f.Add("<table><tr><td>E1<td>one<tr><td>E2<td>two</table>")
	f.Add("<div><p>A_B</p><p>1</p><p>C_D</p><p>2</p><p>E_F</p><p>3</p></div><pre>#define X (1)</pre>")
	f.Fuzz(func(t *testing.T, page string) {
		p, err := ReadPage("page.html", []byte(page))
		if err != nil {
			return
		}
		for _, g := range GuessTables(p) {
			if c := g.Table.Confidence; c < 0 || c > 1 || len(g.Table.Entries) == 0 {
				t.Errorf("confidence %v, %d entries", c, len(g.Table.Entries))
			}
		}
	})
}
