package recipe

import (
	"strings"
	"testing"
)

// A bound that matches nothing is never passed over.
func TestBoundsThatMatchNothing(t *testing.T) {
	const rows = "<p>Errors are</p><p>E1 one</p><p>E2 two</p><p>The end</p>"
	const grid = "<p>Errors are</p><table><tr><th>Code<th>Text<tr><td>E1<td>one<tr><td>E2<td>two</table><p>The end</p>"
	const line = "    line: '(?P<code>E\\d) (?P<text>.+)'\n"
	const columns = "    columns: {code: Code, text: Text}\n"
	for name, c := range map[string]struct{ table, page, want string }{
		"both there":               {"    after: Errors are\n    until: The end\n" + line, rows, ""},
		"no after":                 {"    after: Faults are\n" + line, rows, "after: /Faults are/ matches nothing"},
		"no until":                 {"    until: Fin\n" + line, rows, "until: /Fin/ matches nothing"},
		"of a table with a header": {"    after: Faults are\n" + columns, grid, "after: /Faults are/ matches nothing"},
		"of two renditions":        {"    after: Faults are\n" + columns + line, grid, ""},
		"of the other rendition":   {"    after: Faults are\n" + columns + line, rows, "after: /Faults are/ matches nothing"},
	} {
		r, err := Parse("", []byte(columnsHead+"  - codes: Code\n"+c.table))
		if err != nil {
			t.Fatal(err)
		}
		_, err = r.Read("page.html", []byte(c.page))
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// A table that is known by its codes and canaries is told of a lost bound.
func TestLostBoundOfAKnownTable(t *testing.T) {
	spec := readWith(t, strings.Replace(known, "under: Errors", "until: Fin", 1), "<table><tr><th>Code<th>Text<tr><td>E1<td>one<tr><td>E2<td>two</table>")
	if got := spec.Warnings.Error(); !strings.Contains(got, "no line reads /Fin/ any more") {
		t.Error(got)
	}
}
