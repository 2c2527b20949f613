package recipe

import (
	"slices"
	"testing"
)

func TestBuild(t *testing.T) {
	const table = `{name: Code, kind: codes, code: 'E\d', columns: {code: Code, key: Key, text: Text, remedy: Remedy, http: HTTP, note: Note}}`
	const head = "Code | Key | Text | Remedy | HTTP | Note\n---|---|---|---|---|---\n"
	testPages(t, map[string]pageTest{
		"a code listed twice": {
			table: table, page: head + "E1 | a | one | try | 400 | n\nE2 | b | two | | |\nE1 | a | uno | retry | 400 | m\nE1 | | one | try | | n\n",
			want: []string{"3 E1 one key=a remedy=try also=uno notes=n;m;retry http=400", "4 E2 two key=b"},
		},
		"a further row has what the first lacks": {
			table: table, page: head + "E1 | | | | |\nE1 | a | one | try | 404 |\n",
			want: []string{"3 E1 one key=a remedy=try http=404"},
		},
		"a further row without a status is no contradiction, and may have the default": {
			table: `{name: Code, kind: codes, columns: {code: Code, text: Text, http: HTTP, default: Default, deprecated: Deprecated}}`,
			page:  "Code | Text | HTTP | Default | Deprecated\n---|---|---|---|---\nE1 | one | 400 | |\nE1 | one | | 7 | since 2\n",
			want:  []string{"3 E1 one default=7 deprecated=since 2 http=400"},
		},
		"a number that is none": {
			table: table, page: head + "E1 | a | one | | Bad Request |\n",
			want: []string{"3 E1 one key=a"}, errors: []string{`page.txt:3: table Code: http of "E1" is no number: "Bad Request"`},
		},
		"a message with holes, and what is none": {
			table: table, page: head + "E1 | a | No user $1. | | |\n", want: []string{"3 E1 No user $1. key=a holes=$1"},
		},
		"a parameter's text has no holes": {
			table: `{params: Param, columns: {code: Name, text: Text, values: Values}}`, page: "Name | Text | Values\n---|---|---\na | The $1. | x, , y.\n", want: []string{"3 a The $1. values=x;y"},
		},
		"a cell of several codes, one of them none": {
			table: table, page: head + "E1, E2 | a | both | | |\nE3, x | b | three | | |\n", want: []string{"3 E1 both key=a", "3 E2 both key=a"},
			errors: []string{`page.txt:4: table Code: "E3, x" is no code of the expected form`},
		},
		"symbols for each of two codes, one for both, and too few": {
			table: table, page: head + "E1, E2 | a, b | both | | |\nE3, E4 | c | both | | |\nE5, E6, E7 | d, e | all | | |\n",
			want:   []string{"3 E1 both key=a", "3 E2 both key=b", "4 E3 both key=c", "4 E4 both key=c", "5 E5 all", "5 E6 all", "5 E7 all"},
			errors: []string{`page.txt:5: table Code: 3 codes, but 2 symbols in "d, e"`},
		},
		"a status with its phrase": {
			table: table, page: head + "E1 | a | one | | 400 Bad Request |\n",
			want: []string{"3 E1 one key=a http=400"},
		},
		"two symbols for one number": {
			table: `{name: Errno, kind: codes, value: uint8, columns: {code: Code, key: Key, text: Text}}`,
			page:  "Code | Key | Text\n---|---|---\n11 | EAGAIN | Try again.\n12 | ENOMEM | No memory.\n11 | EWOULDBLOCK | Would block.\n11 | EAGAIN | Later.\n11 | EWOULDBLOCK | Again.\n",
			want:  []string{"3 11 Try again. key=EAGAIN also=Later.", "4 12 No memory. key=ENOMEM", "5 11 Would block. key=EWOULDBLOCK also=Again."},
		},
		"parameters": {
			table: `{name: Param, kind: params, columns: {code: Name, required: Required, values: Values, default: Default, max: Max}}`,
			page:  "Name | Required | Values | Default | Max\n---|---|---|---|---\na | yes | x, y、z, x. | x | 50\nb | No | | |\nc | Optional | | |\nd | 必填 | | |\ne | – | | |\n",
			want:  []string{"3 a default=x values=x;y;z max=50 required", "4 b", "5 c", "6 d required", "7 e"},
		},
	})
}

// What a further row says that the entry has no place for is warned of.
func TestWarningsOfFurtherRows(t *testing.T) {
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {codes: Code, columns: {code: Code, key: Key, http: HTTP, text: Text}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page.txt", []byte("Code | Key | HTTP | Text\n---|---|---|---\nA1 | ONE | 400 | First\nA1 | UNO | 401 | Again\nA1 | ONE | | Once more\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range spec.Warnings {
		got = append(got, w.Error())
	}
	want := []string{
		`page.txt:4: table Code: "A1" is UNO here and ONE in line 3, which alone is kept`,
		`page.txt:4: table Code: "A1" comes with HTTP status 401 here and 400 in line 3, which alone is kept`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
