package recipe

import (
	"fmt"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/markup"
)

// sections has the headings of a page: level, line.
const sections = "<h1>Page</h1>\n<p>Errors\n<h2>Errors</h2>\n<p>a\n<h3>More</h3>\n<p>b\n<p>Begin\n<p>c\n<pre>End</pre>\n<p>End\n<p>d\n<h2>Other</h2>\n<p>e"

func TestRegions(t *testing.T) {
	for name, c := range map[string]struct{ bounds, page, want string }{
		"the page":                         {"", sections, "Page…e"},
		"a section ends at its like":       {"under: Errors", sections, "a…d under Errors"},
		"a section inside":                 {"under: Mor.", sections, "b…d under More"},
		"the last section":                 {"under: Other", sections, "e…e under Other"},
		"between lines, examples aside":    {"after: Begin, until: End", sections, "c…End under  strict bounded"},
		"bounds inside a section alone":    {"under: Other, after: Begin, until: End", sections, "e…e under Other"},
		"a heading before any other line":  {"under: 'Errors|Other'", sections, "a…d under Errors"},
		"a line where no heading reads so": {"under: Begin", sections, "c…e under Begin"},
		"a heading in the first line":      {"under: Page", sections, "Errors…e under Page"},
		"a section of the same level":      {"under: A", "<h2>A</h2><p>a<h2>B</h2><p>b", "a…a under A"},
		"half a line is none":              {"after: Begi", sections, "Page…e"},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {name: Code, kind: codes, columns: {code: Code}, "+c.bounds+"}\n"))
			if err != nil {
				t.Fatal(err)
			}
			blocks, err := markup.HTML(c.page)
			if err != nil {
				t.Fatal(err)
			}
			f := Flatten(blocks)
			g, missing := f.region(&r.Tables[0])
			if missing != nil {
				t.Fatalf("no %v", missing)
			}
			got := f.Lines[g.from].Text + "…" + f.Lines[g.to-1].Text
			if g.heading != "" || g.strict {
				got += fmt.Sprintf(" under %s", g.heading)
			}
			if g.strict {
				got += " strict"
			}
			if g.bounded {
				got += " bounded"
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestHeaderRows(t *testing.T) {
	const header, row = true, false
	for _, c := range []struct {
		rows []bool
		want int
	}{
		{[]bool{header, row}, 1},
		{[]bool{header, header, row, header}, 2},
		{[]bool{row, header}, 0},
		{[]bool{header, header}, 0},
		{nil, 0},
	} {
		var rows []page.Row
		for _, h := range c.rows {
			rows = append(rows, page.Row{Header: h})
		}
		if got := headerRows(rows); got != c.want {
			t.Errorf("%v has %d, want %d", c.rows, got, c.want)
		}
	}
}
