package recipe

import "testing"

// A definition that is not understood is no row that is lost without a word,
// whatever page the source stands on.
func TestDefinitionsNotUnderstood(t *testing.T) {
	const source = "#define A_OK 0\n#define A_BUSY 1\n#define A_X base(7)\n#define A_FULL 2\n"
	const lost = `:3: table Code: the row has no code: "A_X | not understood: base(7)"`
	testPages(t, map[string]pageTest{
		"in text": {
			table:  `{name: Code, kind: codes, form: table, code: '\d+', columns: {code: Value, key: Name}}`,
			page:   source,
			want:   []string{"1 0 key=A_OK", "2 1 key=A_BUSY", "4 2 key=A_FULL"},
			errors: []string{"page.txt" + lost},
		},
		"in markup": {
			table:  `{name: Code, kind: codes, form: code, code: '\d+', columns: {code: 2, key: 1}}`,
			page:   "<pre>" + source + "</pre>",
			want:   []string{"1 0 key=A_OK", "2 1 key=A_BUSY", "4 2 key=A_FULL"},
			errors: []string{"page.html" + lost},
		},
		"declared": {
			table: `{name: Code, kind: codes, form: table, code: '\d+', columns: {code: Value, key: Name}, skip: [{code: 'not understood: .*', why: no number}]}`,
			page:  source,
			want:  []string{"1 0 key=A_OK", "2 1 key=A_BUSY", "4 2 key=A_FULL"},
		},
	})
}
