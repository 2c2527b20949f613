package recipe

import (
	"strings"
	"testing"
)

// What is written is read as the same, and has every key once more.
func TestYAML(t *testing.T) {
	const tables = `tables:
  - codes: Code
    form: table
    under: Errors
    columns: {code: Code, text: Text, Since: [Since, From]}
    code: 'E\d+'
    min: 2
    must: ['007', E2]
    success: [E1]
    types: {Since: int}
    skip:
      - match: 'all \| .*'
        why: no code
      - code: 'X.*'
        why: of another product
`
	r, err := Parse("source.yaml", []byte(recipeHead+tables))
	if err != nil {
		t.Fatal(err)
	}
	once, err := r.YAML()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"codes: Code", "form: table", "under: Errors", "columns: {code: Code, text: Text, Since: [Since, From]}", "007", "types:", `all \| .*`, "X.*", "of another product"} {
		if !strings.Contains(string(once), want) {
			t.Errorf("%s is not in\n%s", want, once)
		}
	}
	again, err := Parse("source.yaml", once)
	if err != nil {
		t.Fatal(err)
	}
	if twice, err := again.YAML(); err != nil || string(twice) != string(once) {
		t.Errorf("%v\n%s\nwant\n%s", err, twice, once)
	}
}
