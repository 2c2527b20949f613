package recipe

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestForms(t *testing.T) {
	testPages(t, map[string]pageTest{
		"a table without header cells": {
			table: `{name: Code, kind: codes, form: table, columns: {code: 2, text: 1}}`,
			page:  "<table><tr><td>No such user.<td>E1<tr><td>Wrong password.<td>E2</table>",
			want:  []string{"1 E1 No such user.", "1 E2 Wrong password."},
		},
		"a column by its header, another by its number": {
			table: `{name: Code, kind: codes, form: table, columns: {code: [Código, Code], text: 2}}`,
			page:  "<table><tr><th>Code<th><th>Since\n<tr><td>E1<td>one<td>1.0\n<tr><td>E2<td>two<td>2.0</table>",
			want:  []string{"2 E1 one map[Since:1.0]", "3 E2 two map[Since:2.0]"},
		},
		"items, told from others by the form of their codes": {
			table: `{name: Code, kind: codes, form: list, code: 'E\d', columns: {code: 1, text: 2}}`,
			page:  "<ul><li>home - where you are<li>help - for others</ul><ul>\n<li>E1 - one\n<li>E2: two</ul>",
			want:  []string{"2 E1 one", "3 E2 two"},
		},
		"terms with a number and a symbol": {
			table: `{name: Code, kind: codes, form: definitions, columns: {key: 1, code: 2, text: 4}}`,
			page:  "<dl><dt>E_ONE (1)<dd>one<dt>E_TWO (2)<dd>two</dl>",
			want:  []string{"1 1 one key=E_ONE", "1 2 two key=E_TWO"},
		},
		"codes that are set with other hyphens": {
			table: `{codes: Code, form: table, code: '\d+-\d+', columns: {code: Code, text: Text}}`,
			page:  "<table><tr><th>Code<th>Text\n<tr><td>001‑002<td>one\n<tr><td>003–004<td>two</table>",
			want:  []string{"2 001-002 one", "3 003-004 two"},
		},
		"a term of another shape than the line knows": {
			table: `{codes: Code, form: definitions, code: '[A-Za-z_]\w*', line: '^([A-Z]+)(?P<rest>.*)$', columns: {code: 1, text: 3}}`,
			page:  "<dl><dt>ONE<dd>one<dt>TWO<dd>two<dt>THREE<dd>three\n<dt>four_5<dd>five\n<dt>else<dd>more</dl>",
			want:  []string{"1 ONE one", "1 TWO two", "1 THREE three", "2 four_5 five"},
		},
		"headings, only those of a section": {
			table: `{name: Code, kind: codes, form: headings, under: Errors, columns: {code: 1, text: 2}}`,
			page:  "<h2>Events</h2><h3>V1</h3><p>begun</p><h3>V2</h3><p>ended</p>\n<h2>Errors</h2><h3>E1</h3><p>one</p><h3>E2</h3><p>two</p>",
			want:  []string{"2 E1 one", "2 E2 two"},
		},
		"definitions in C": {
			table: `{name: Code, kind: codes, form: code, columns: {key: 1, code: 2, text: 3}}`,
			page:  "<pre>\n#define E_ONE (-1) /* one */\n#define E_TWO (-2) /* two */\n</pre>",
			want:  []string{"2 -1 one key=E_ONE", "3 -2 two key=E_TWO"},
		},
		"lines": {
			table: `{name: Code, kind: codes, form: lines, columns: {code: 1, text: 2}}`,
			page:  "E1 First of all.\nE2 Second of all.\nE3 Third of all.\nE4 Fourth of all.\nE5 Fifth of all.\nE6 Sixth of all.\n",
			want:  []string{"1 E1 First of all.", "2 E2 Second of all.", "3 E3 Third of all.", "4 E4 Fourth of all.", "5 E5 Fifth of all.", "6 E6 Sixth of all."},
		},
		"a table for each category": {
			table: `{name: Code, kind: codes, form: table, columns: {code: Code, text: Text}}`,
			page:  "<h2>Login</h2><table><tr><th>Code<th>Text<tr><td>E1<td>one</table><h2>Logout</h2><table><tr><th>Code<th>Text<tr><td>E2<td>two</table>",
			want:  []string{"1 E1 one group=Login", "1 E2 two group=Logout"},
		},
		"a heading that is the status of what stands below": {
			table: `{name: Code, kind: codes, form: table, columns: {code: Code, text: Text}}`,
			page:  "<h2>400 Bad Request</h2><table><tr><th>Code<th>Text<tr><td>E1<td>one</table><h2>404 Not Found</h2><table><tr><th>Code<th>Text<tr><td>E2<td>two</table>",
			want:  []string{"1 E1 one group=400 Bad Request http=400", "1 E2 two group=404 Not Found http=404"},
		},
		"a code that reaches over two rows": {
			table: `{name: Code, kind: codes, form: table, columns: {code: Code, text: Text}}`,
			page:  "<table><tr><th>Code<th>Text<tr><td rowspan=2>E1<td>one<tr><td>or another<tr><td>E2<td>two</table>",
			want:  []string{"1 E1 one", "1 E2 two"},
		},
		"several codes in a cell": {
			table: `{name: Code, kind: codes, form: table, columns: {code: Code, text: Text}}`,
			page:  "<table><tr><th>Code<th>Text<tr><td>4, 5<td>four or five<tr><td>6<td>six</table>",
			want:  []string{"1 4 four or five", "1 5 four or five", "1 6 six"},
		},
		"a row without a code": {
			table:  `{name: Code, kind: codes, form: list, columns: {code: 1, text: 2}}`,
			page:   "<ul>\n<li>E1 - one\n<li>E2 - two\n<li>see also the other page</ul>",
			want:   []string{"2 E1 one", "3 E2 two"},
			errors: []string{"page.html:4: table Code: the row has no code: \"see also the other page\"\n\tmend the page, or declare"},
		},
		"a column that one of the tables lacks": {
			table: `{name: Code, kind: codes, form: table, columns: {code: Code, text: [Text, Meaning], remedy: Fix}}`,
			page:  "<table><tr><th>Code<th>Text<tr><td>E1<td>one</table><table><tr><th>Code<th>Meaning<th>Fix<tr><td>E2<td>two<td>call us</table>",
			want:  []string{"1 E1 one", "1 E2 two remedy=call us"},
		},
		"a column that none of the tables has": {
			table:  `{name: Code, kind: codes, form: table, columns: {code: Code, text: Text}}`,
			page:   "<table><tr><th>Code<th>Meaning<tr><td>E1<td>one<tr><td>E2<td>two</table>",
			want:   []string{"1 E1 map[Meaning:one]", "1 E2 map[Meaning:two]"},
			errors: []string{"source.yaml:7: table Code: no column of page.html is the text, Text\n\tlook up"},
		},
		"nothing of that form": {
			table:  `{name: Code, kind: codes, form: definitions, columns: {code: 1, text: 2}}`,
			page:   "<ul><li>E1 - one<li>E2 - two</ul>",
			errors: []string{"page.html: table Code: the table is gone: no row was found"},
		},
		"a dash for a symbol, and one beside its number": {
			table: `{codes: Code, form: table, columns: {code: 1, key: 2, text: 3}}`,
			page:  "<table><tr><th>Code<th>Symbol<th>Text<tr><td>1<td>E_ONE (1)<td>one<tr><td>2<td>–<td>two<tr><td>3<td>No such<td>three</table>",
			want:  []string{"1 1 one key=E_ONE", "1 2 two", "1 3 three key=No such"},
		},
		"a range is no code, by its form neither": {
			table:  `{codes: Code, form: table, code: '\d+', columns: {code: 1, text: 2}}`,
			page:   "<table><tr><th>Code<th>Text<tr><td>1<td>one\n<tr><td>2-9<td>reserved\n<tr><td>10 (old)<td>ten\n<tr><td>11 deprecated<td>eleven\n<tr><td>12 Late<td>twelve</table>",
			want:   []string{"1 1 one", "3 10 ten key=old", "4 11 eleven deprecated=deprecated", "5 12 twelve key=Late"},
			errors: []string{"page.html:2: table Code: the row has no code: \"2-9 | reserved\""},
		},
		"a row that spans, and rows declared to be none": {
			table: `{codes: Code, form: table, code: 'E\d', columns: {code: 1, text: 2}, skip: [{code: Note, why: w}]}`,
			page:  "<table><tr><th>Code<th>Text<tr><td colspan=2>Tokens\n<tr><td>E1<td>one\n<tr><td>Note<td>a\n<tr><td>Note<td>b\n<tr><td>Note<td>c</table>",
			want:  []string{"2 E1 one group=Tokens"},
		},
		"a code above its line of the text": {
			table: `{codes: Code, form: table, columns: {code: 1, text: 2}}`,
			page:  "<table><tr><th>Code<th>Text\n<tr><td>E1<br>E2<td>one<br>two\n<tr><td>E3<br>E4<td>both</table>",
			want:  []string{"2 E1 one", "2 E2 two", "3 E3 both", "3 E4 both"},
		},
		"remarks beside codes of no symbols": {
			table: `{codes: Code, form: table, columns: {code: 1, text: 2}}`,
			page:  "<table><tr><th>Code<th>Text\n<tr><td>E101 (new)<td>one\n<tr><td>E102<td>two\n<tr><td>E103<td>three</table>",
			want:  []string{"2 E101 one notes=new", "3 E102 two", "4 E103 three"},
		},
		"a note and a header again": {
			table: `{codes: Code, form: table, columns: {code: Code, text: Text, note: Note}}`,
			page:  "<table><tr><th>Code<th>Text<th>Note\n<tr><td>E1<td>one<td>first<tr><th>Code<th>Text<th>Note\n<tr><td>E2<td>two<td></table>",
			want:  []string{"2 E1 one notes=first", "3 E2 two"},
		},
		"a cell that holds more than the code, in a table with a header": {
			table:  `{name: Code, kind: codes, code: '(?P<key>\w+) \((?P<code>\d+)\)', columns: {code: Code, text: Text}}`,
			page:   "<table><tr><th>Code<th>Text\n<tr><td>ONE (1)<td>one\n<tr><td>TWO<td>two</table>",
			want:   []string{"2 1 one key=ONE"},
			errors: []string{`page.html:3: table Code: "TWO" is no code of the expected form`},
		},
	})
}

// Tables for headings are called by what the headings say, unlike one another
// and unlike what the recipe calls its own.
func TestTablesForHeadings(t *testing.T) {
	const table = "<table><tr><th>Code<th>Text<th>Since<th>Area<tr><td>E1<td>one<td>1<td>a<tr><td>E2<td>two<td>2<td>b</table>"
	page := "<h2>Reply</h2>" + table
	for _, heading := range []string{"Replies", "Card errors", "Card errors:", "7", "Gas", "Tie", "Classes"} {
		page += "<h2>" + heading + "</h2>" + table
	}
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {codes: Reply, under: Reply, columns: {code: Code}}\n"+
		"  - {codes: Code, form: table, each: heading, columns: {code: 1, text: 2}, types: {Area: string}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, table := range spec.Tables {
		columns := ""
		for _, c := range table.Columns {
			columns += " " + c.Name
		}
		got = append(got, fmt.Sprintf("%s under %s:%s", table.Name, table.Heading, columns))
	}
	want := []string{
		"Reply under Reply: Area Since Text", "Reply2 under Reply: Area Since", "Reply3 under Replies: Area Since", "CardError under Card errors: Area Since",
		"CardError2 under Card errors:: Area Since", "Code under 7: Area Since", "Gas under Gas: Area Since", "Tie under Tie: Area Since", "Class under Classes: Area Since",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
