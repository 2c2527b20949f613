package recipe

import "testing"

// What is set beside a code is no part of it, and not lost.
func TestMarksBesideCodes(t *testing.T) {
	const table = `{name: Code, kind: codes, form: table, code: 'E\d+|[a-z]+_[a-z]+', columns: {code: Code, text: Text}}`
	row := func(code, text string) string {
		return "<table><tr><th>Code<th>Text\n<tr><td>E1<td>one\n<tr><td>" + code + "<td>" + text + "\n<tr><td>E9<td>nine</table>"
	}
	testPages(t, map[string]pageTest{
		"a note's number":           {table: table, page: row("E2<sup>1</sup>", "two"), want: []string{"2 E1 one", "3 E2 two", "4 E9 nine"}},
		"a note's number at a text": {table: table, page: row("E2", "two.<sup>3</sup> Or m<sup>2</sup>.<sup>[4]</sup>"), want: []string{"2 E1 one", "3 E2 two. Or m2.", "4 E9 nine"}},
		"a badge":                   {table: table, page: row(`E2 <span class="badge">Beta</span>`, "two"), want: []string{"2 E1 one", "3 E2 two notes=Beta", "4 E9 nine"}},
		"a badge that deprecates":   {table: table, page: row(`E2<span class="badge">Deprecated</span>`, "two"), want: []string{"2 E1 one", "3 E2 two deprecated=Deprecated", "4 E9 nine"}},
		"a badge beside a text":     {table: table, page: row("E2", `<span class="badge">Deprecated</span> two`), want: []string{"2 E1 one", "3 E2 two deprecated=Deprecated", "4 E9 nine"}},
		"a badge within a text":     {table: table, page: row("E2", `as <span class="badge">E1</span> is`), want: []string{"2 E1 one", "3 E2 as E1 is", "4 E9 nine"}},
		"a text that is a badge":    {table: table, page: row("E2", `<span class="badge">Beta</span>`), want: []string{"2 E1 one", "3 E2 Beta", "4 E9 nine"}},
		"the text is struck":        {table: table, page: row("E2", "<del>two</del>"), want: []string{"2 E1 one", "3 E2 two deprecated=struck out", "4 E9 nine"}},
		"the text alone is struck":  {table: table, page: row("E2", "<del>two</del> (gone)"), want: []string{"2 E1 one", "3 E2 two (gone) deprecated=struck out", "4 E9 nine"}},
		"some of the text is":       {table: table, page: row("E2", "<del>two</del> three"), want: []string{"2 E1 one", "3 E2 three", "4 E9 nine"}},
		"both are struck":           {table: table, page: row("<del>E2</del>", "<del>two</del>"), want: []string{"2 E1 one", "3 E2 two deprecated=struck out", "4 E9 nine"}},
		"the text says so":          {table: table, page: row("E2", "two (obsolete)"), want: []string{"2 E1 one", "3 E2 two (obsolete) deprecated=obsolete", "4 E9 nine"}},
		"one of two is struck":      {table: table, page: row("<del>E2</del> E3", "two"), want: []string{"2 E1 one", "3 E2 two deprecated=struck out", "3 E3 two", "4 E9 nine"}},
		"a struck part of a text":   {table: table, page: row("E2", "<s>three</s> two"), want: []string{"2 E1 one", "3 E2 two", "4 E9 nine"}},
		"words in brackets":         {table: table, page: row("bad_call (since v2.3)", "two"), want: []string{"2 E1 one", "3 bad_call two notes=since v2.3", "4 E9 nine"}},
		"advice in brackets":        {table: table, page: row("bad_call (deprecated)", "two"), want: []string{"2 E1 one", "3 bad_call two deprecated=deprecated", "4 E9 nine"}},
		"a name that is optional":   {table: table, page: row("bad_call? *", "two"), want: []string{"2 E1 one", "3 bad_call two notes=optional", "4 E9 nine"}},
		"a word beside one code":    {table: table, page: row("E2 (new)", "two"), want: []string{"2 E1 one", "3 E2 two notes=new", "4 E9 nine"}},
	})
}

// The same where the recipe names the columns alone.
func TestMarksBesideCodesOfColumns(t *testing.T) {
	const table = `{name: Code, kind: codes, code: 'E\d+', columns: {code: Code, text: Text}}`
	testPages(t, map[string]pageTest{
		"marks": {
			table: table,
			page:  "<table><tr><th>Code<th>Text\n<tr><td>E1<sup>1</sup><td>one.<sup>2</sup>\n<tr><td><s>E2</s><td>two\n<tr><td>E3 <b class=badge>Beta</b><td>three</table>",
			want:  []string{"2 E1 one.", "3 E2 two deprecated=struck out", "4 E3 three notes=Beta"},
		},
	})
}

// Numbers are read as they are on the wire, or not at all.
func TestNumbersOfPages(t *testing.T) {
	const table = `{name: Code, kind: codes, form: table, code: '\d+', value: uint64, columns: {code: Code, text: Text}}`
	testPages(t, map[string]pageTest{
		"thousands": {table: table, page: "Code | Text\n---|---\n1,001 | one\n10,003 | two\n", want: []string{"3 1001 one", "4 10003 two"}},
		"bits":      {table: table, page: "Code | Text\n---|---\n1 << 0 | one\n1 << 46 | two\n", want: []string{"3 1 one", "4 70368744177664 two"}},
		"a power": {
			table:  table,
			page:   "<table><tr><th>Code<th>Text\n<tr><td>7<td>one\n<tr><td>2<sup>14</sup><td>two</table>",
			want:   []string{"2 7 one"},
			errors: []string{`page.html:3: table Code: the row has no code: "214 | two"`},
		},
		"all above": {
			table:  table,
			page:   "Code | Text\n---|---\n7 | one\n16 and up | two\n",
			want:   []string{"3 7 one"},
			errors: []string{`page.txt:4: table Code: the row has no code: "16 and up | two"`},
		},
		"a range": {
			table:  table,
			page:   "Code | Text\n---|---\n7 | one\n8 - 12 | two\n",
			want:   []string{"3 7 one"},
			errors: []string{`page.txt:4: table Code: the row has no code: "8 - 12 | two"`},
		},
	})
}

// Under a header that speaks of it, yes and no are what they are elsewhere.
func TestAdvice(t *testing.T) {
	const table = `{name: Code, kind: codes, form: table, code: 'E\d+', columns: {code: Code, text: Text, deprecated: Deprecated}}`
	row := func(cell string) string {
		return "<table><tr><th>Code<th>Text<th>Deprecated\n<tr><td>E1<td>one<td>no\n<tr><td>E2<td>two<td>" + cell + "</table>"
	}
	testPages(t, map[string]pageTest{
		"a version": {table: table, page: row("since 2.1"), want: []string{"2 E1 one", "3 E2 two deprecated=since 2.1"}},
		"yes":       {table: table, page: row("✓"), want: []string{"2 E1 one", "3 E2 two deprecated=deprecated"}},
		"no":        {table: table, page: row("-"), want: []string{"2 E1 one", "3 E2 two"}},
	})
}
