package recipe

import "testing"

const orphaned = "table Code: a row without its code: "

func TestSingleLines(t *testing.T) {
	const table = `{name: Code, kind: codes, under: Errors, in: items, line: '(?P<code>E\d): (?P<text>.+)', facets: ['Note: (?P<note>.+)']}`
	testPages(t, map[string]pageTest{
		"items, facets inside them, prose between lists": {
			table: table,
			page:  "<h2>Errors</h2>\n<p>These:\n<ul><li>E1: one\n<ul><li>Note: n</ul>\n</ul><p>and those:\n<ul><li>E2: two</ul>",
			want:  []string{"3 E1 one notes=n", "6 E2 two"},
		},
		"the first item lost its code": {
			table: table, page: "<h2>Errors</h2>\n<ul><li>one\n<li>E2: two</ul>",
			want: []string{"3 E2 two"}, errors: []string{"page.html:2: " + orphaned + `"one"`},
		},
		"an item between lost its code": {
			table: table, page: "<h2>Errors</h2>\n<ul><li>E1: one\n<li>: two\n<li>E3: three</ul>",
			want: []string{"2 E1 one", "4 E3 three"}, errors: []string{"page.html:3: " + orphaned + `": two"`},
		},
		"the last item lost its code": {
			table: table, page: "Errors\n[edit]\n  • E1: one\n  • two\n\nOther things\n",
			want: []string{"3 E1 one"}, errors: []string{"page.txt:4: " + orphaned + `"two"`},
		},
		"a line between that is nothing": {
			table: `{name: Code, kind: codes, line: '(?P<code>E\d) (?P<text>.+)'}`, page: "Read this.\nE1 one\nwhat\nE2 two\nThe end.\n",
			want: []string{"2 E1 one", "4 E2 two"}, errors: []string{"page.txt:3: " + orphaned + `"what"`},
		},
		"bounds make every line count": {
			table: `{name: Code, kind: codes, after: Errors, until: End, line: '(?P<code>E\d) (?P<text>.+)'}`,
			page:  "Errors\nlost\nE1 one\nlast\nEnd\nE2 not read\n",
			want:  []string{"3 E1 one"}, errors: []string{"page.txt:2: " + orphaned + `"lost"`, "page.txt:4: " + orphaned + `"last"`},
		},
		"a declared line": {
			table: `{name: Code, kind: codes, line: '(?P<code>E\d) (?P<text>.+)', skip: [{match: what, why: w}]}`, page: "E1 one\nwhat\nE2 two\n",
			want: []string{"1 E1 one", "3 E2 two"},
		},
		"a start that the line does not match": {
			table: `{name: Code, kind: codes, start: 'E\d.*', line: '(?P<code>E\d) (?P<text>.+)'}`, page: "E1 one\nE2\n",
			want: []string{"1 E1 one"}, errors: []string{`page.txt:2: table Code: the line begins a record but does not match line: "E2"`},
		},
	})
}

func TestFixedLines(t *testing.T) {
	const table = `{name: Code, kind: codes, code: 'E\d', after: Errors, until: End, lines: [code, text, Where]}`
	testPages(t, map[string]pageTest{
		"all there": {
			table: table, page: "Errors\nE1\none\nhere\nE2, E3\nboth\nthere\nEnd\n",
			want: []string{"2 E1 one map[Where:here]", "5 E2 both map[Where:there]", "5 E3 both map[Where:there]"},
		},
		"codes that are parted in another way, a cell of two lines, an example between": {
			table: `{name: Code, kind: codes, code: 'E\d', split: ' bis ', lines: [code, text]}`,
			page:  "<table><tr><td>E1 bis E2<td>both\n<tr><td>E3<br>bis E4<td>as<br>well</table><pre>E5</pre>",
			want:  []string{"1 E1 both", "1 E2 both", "2 E3 as well", "2 E4 as well"},
		},
		"the first code is lost": {
			table: table, page: "Errors\none\nhere\nE2\ntwo\nthere\nEnd\n", want: []string{"4 E2 two map[Where:there]"},
			errors: []string{"page.txt:2: " + orphaned + `"one"`, "page.txt:3: " + orphaned + `"here"`},
		},
		"a code between is lost": {
			table: table, page: "Errors\nE1\none\nhere\ntwo\nthere\nE3\nthree\nhere\nEnd\n", want: []string{"2 E1 one map[Where:here]", "7 E3 three map[Where:here]"},
			errors: []string{"page.txt:5: " + orphaned + `"two"`, "page.txt:6: " + orphaned + `"there"`},
		},
		"the last code is lost": {
			table: table, page: "Errors\nE1\none\nhere\ntwo\nthere\nEnd\n", want: []string{"2 E1 one map[Where:here]"},
			errors: []string{"page.txt:5: " + orphaned + `"two"`, "page.txt:6: " + orphaned + `"there"`},
		},
		"records of one line": {
			table: `{name: Code, kind: codes, code: 'E\d', lines: [code]}`, page: "E1\nE2\n", want: []string{"1 E1", "2 E2"},
		},
		"a text is lost": {
			table: table, page: "Errors\nE1\nhere\nE2\ntwo\nthere\nEnd\n", want: []string{"4 E2 two map[Where:there]"},
			errors: []string{"page.txt:2: table Code: the record of \"E1\" has 2 of its 3 lines\n\tthe recipe gives each record code, text, Where"},
		},
		"the last text is lost": {
			table: table, page: "Errors\nE1\none\nEnd\n",
			errors: []string{`page.txt:2: table Code: the record of "E1" has 2 of its 3 lines`},
		},
		"cells are lines, breaks in them or not": {
			table: `{name: Code, kind: codes, code: 'E\d', lines: [code, text]}`,
			page:  "<table><tr><td>Code<td>Text\n<tr><td>E1<td>one<br>and more\n<tr><th>E2<th>two</table>",
			want:  []string{"2 E1 one and more", "3 E2 two"},
		},
		"the first and the last row lost their codes": {
			table: `{name: Code, kind: codes, code: 'E\d', lines: [code, text]}`,
			page:  "<table>\n<tr><td><td>one\n<tr><td>E2<td>two\n<tr><td><td>three</table>", want: []string{"3 E2 two"},
			errors: []string{"page.html:2: " + orphaned + `"one"`, "page.html:4: " + orphaned + `"three"`},
		},
		"a term is lost": {
			table: `{name: Code, kind: codes, code: 'E\d', lines: [code, text]}`,
			page:  "<dl>\n<dt></dt><dd>one\n<dt>E2<dd>two</dl>", want: []string{"3 E2 two"},
			errors: []string{"page.html:2: " + orphaned + `"one"`},
		},
		"numbers behind an example that lost its end": {
			table: `{name: Code, kind: codes, code: '\d+', lines: [code, text]}`,
			page:  "{\n\"a\": 1\n1001\none\n1002\ntwo\n", want: []string{"3 1001 one", "5 1002 two"},
		},
	})
}

func TestJoinedLines(t *testing.T) {
	const table = `{name: Code, kind: codes, code: 'E\d', once: '^\(', record: '(?P<code>E\d) \((?P<key>[a-z]+)\) (?P<text>.+)', facets: ['Default: (?P<default>.+)']}`
	testPages(t, map[string]pageTest{
		"records of any number of lines": {
			table: table, page: "Intro.\nE1\n(one) first\n, more\nE2\n(two) second\nDefault: none\n",
			want: []string{"2 E1 first, more key=one", "5 E2 second key=two default=none"},
		},
		"a code is lost": {
			table: table, page: "E1\n(one) first\n(two) second\nE3\n(three) third\n", want: []string{"4 E3 third key=three"},
			errors: []string{"page.txt:3: " + orphaned + `"(two) second"`},
		},
		"a code behind facets is lost": {
			table: table, page: "E1\n(one) first\nDefault: none\nsecond\n",
			errors: []string{"page.txt:4: " + orphaned + `"second"`},
		},
		"a record that is none": {
			table: table, page: "E1\nno key\nE2\n(two) second\n", want: []string{"3 E2 second key=two"},
			errors: []string{"page.txt:1: table Code: the record does not match record: \"E1 no key\"\n\tsource.yaml:7"},
		},
		"an item ends a record": {
			table: `{name: Code, kind: codes, code: 'E\d', record: '(?P<code>E\d) (?P<text>.+)'}`,
			page:  "<ul>\n<li>E1 <p>one</p>\n<li>two\n<li>E3 <p>three</p></ul><p>The end.", want: []string{"2 E1 one", "4 E3 three"},
			errors: []string{"page.html:3: " + orphaned + `"two"`},
		},
		"a code that may be missing": {
			table: `{name: Code, kind: codes, start: 'E.*', record: 'E(?P<code>\d)? (?P<text>.+)'}`, page: "E1 one\nE two\n", want: []string{"1 1 one"},
			errors: []string{"page.txt:2: table Code: the row has no code"},
		},
	})
}
