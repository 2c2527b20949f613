package recipe

import "testing"

func TestColumns(t *testing.T) {
	const table = `{name: Code, kind: codes, code: '[EW]\d', columns: {code: [Code, Código], text: Text}}`
	testPages(t, map[string]pageTest{
		"a row without its code": {
			table:  table,
			page:   "Code | Text\n---|---\nE1 | one\n | two\nE3 | three\n",
			want:   []string{"3 E1 one", "5 E3 three"},
			errors: []string{"page.txt:4: table Code: the row has no code: \"two\"\n\tmend the page, or declare the row under skip:"},
		},
		"a row without its code in markup": {
			table:  table,
			page:   "<table><tr><th>Code<th>Text\n<tr><td>\n<td>one\n<tr><td>E2<td>two</table>",
			want:   []string{"4 E2 two"},
			errors: []string{"page.html:"},
		},
		"a row that lost its bars": {
			table:  table,
			page:   "Code | Text\n---|---\nE1 one\nE2 | two\n",
			want:   []string{"4 E2 two"},
			errors: []string{`page.txt:3: table Code: "E1 one" is no code of the expected form`},
		},
		"rows behind a blank line": {
			table: table,
			page:  "Code | Text\n---|---\nE1 | one\n\nE2 | two\n\nHome | Terms | Help\n",
			want:  []string{"3 E1 one", "5 E2 two"},
		},
		"a blank row": {table: table, page: "Code | Text\n---|---\nE1 | one\n | \n", want: []string{"3 E1 one"}},
		"codes of the wrong form": {
			table: table,
			page:  "Code | Text\n---|---\nE1 | one\nE22 | two\nE3, | three\n",
			want:  []string{"3 E1 one"},
			errors: []string{
				"page.txt:4: table Code: \"E22\" is no code of the expected form\n\tthe form is /[EW]\\d/, source.yaml:7",
				`page.txt:5: table Code: "E3," is no code of the expected form`,
			},
		},
		"a declared row": {
			table: `{name: Code, kind: codes, columns: {code: Code, text: Text}, skip: [{match: 'all \| .*', why: no code}]}`,
			page:  "Code | Text\n---|---\nall | of them\nE1 | one\n",
			want:  []string{"4 E1 one"},
		},
		"a spanning row is the group of those below": {
			table: table,
			page:  "<table><tr><th>Code<th>Text<th>\n<tr><td>E1<td>one<td>\n<tr><td colspan=3>Login\n<tr><td>E2<td>two<td>\n<tr><td>E3<td>three</table>",
			want:  []string{"2 E1 one", "4 E2 two group=Login", "5 E3 three group=Login"},
		},
		"cells that reach down are no spanning row, on one line either": {
			table: table,
			page:  "<table><tr><th>Code<th>Text<tr><td>E1<td rowspan=3>shared<tr><td>E2<tr><td>E3</table>",
			want:  []string{"1 E1 shared", "1 E2 shared", "1 E3 shared"},
		},
		"a cell too many": {
			table:  table,
			page:   "Code | Text\n---|---\nE1 | one | or two\nE2 | two |\n",
			want:   []string{"3 E1 one", "4 E2 two"},
			errors: []string{"page.txt:3: table Code: the row has 3 cells, the header 2: \"or two\"\n\ta bar inside a cell is written \\|"},
		},
		"the header again": {
			table: table,
			page:  "<table><tr><th>Code:<th>Text<tr><td>E1<td>one<tr><th>Code:<th>Text<tr><td>E2<td>two</table>",
			want:  []string{"1 E1 one", "1 E2 two"},
		},
		"a row that reads as roles is no header": {
			table: `{name: Field, kind: fields, columns: {code: Field}}`,
			page:  "<table><tr><th>Field\n<tr><td>code\n<tr><td>text</table>",
			want:  []string{"2 code", "3 text"},
		},
		"columns without a role, some named as one": {
			table: table,
			page:  "Code | Text | max | Since | key\n---|---|---|---|---\nE1 | one | none | 1.0 | 12\n",
			want:  []string{"3 E1 one map[Key:12 Max:none Since:1.0]"},
		},
		"the header behind a title, in another language, of any case": {
			table: table,
			page:  "<table><tr><td colspan=2>All errors<tr><td>CÓDIGO<td>text:<tr><td>E1<td>one</table>",
			want:  []string{"1 E1 one"},
		},
		"every table with the header, and those alone": {
			table: table,
			page:  "Code | Text\n---|---\nE1 | one\n\nCode | State\n---|---\nX | y\n\nText | Code\n---|---\ntwo | E2\n",
			want:  []string{"3 E1 one", "11 E2 two"},
		},
		"facets in cells": {
			table: `{name: Code, kind: codes, columns: {code: Code, text: Text}, facets: ['Note: (?P<note>.+)']}`,
			page:  "<table><tr><th>Code<th>Text\n<tr><td>E1<td>one<br>Note: n<br>more\n</table>",
			want:  []string{"2 E1 one more notes=n"},
		},
		"several codes in a cell": {
			table: `{name: Code, kind: codes, code: '[EW]\d', columns: {code: Code, key: Key, text: Text}}`,
			page:  "Code | Key | Text\n---|---|---\nE1 / E2 | a / b | both\nE3, E4 | c | same\nE5 or E6 | a, b, c | three\n",
			want: []string{
				"3 E1 both key=a", "3 E2 both key=b", "4 E3 same key=c", "4 E4 same key=c", "5 E5 three", "5 E6 three",
			},
			errors: []string{`page.txt:5: table Code: 2 codes, but 3 symbols in "a, b, c"`},
		},
		"several codes parted as the recipe says": {
			table: `{name: Code, kind: codes, split: ' bis ', columns: {code: Code, text: Text}}`,
			page:  "Code | Text\n---|---\n1 bis 2 | both\n3 | one\n",
			want:  []string{"3 1 both", "3 2 both", "4 3 one"},
		},
	})
}
