package recipe

import "testing"

func TestCapture(t *testing.T) {
	const limits = `{name: Limit, kind: constants, capture: ['(?P<Times>\d+) times in (?P<Window>\d+) seconds', 'at (?P<Address>https://\S+)'], types: {Window: seconds}}`
	testPages(t, map[string]pageTest{
		"constants": {
			table: limits, page: "Log in at https://e.com/x now.\nOnly 5 times in 300 seconds.\n",
			want: []string{"1 https://e.com/x key=Address type=url", "2 5 key=Times type=integer", "2 300 key=Window type=seconds"},
		},
		"a constant that is said twice": {
			table: limits, page: "5 times in 300 seconds\nat https://e.com/\n5 times in 300 seconds\n",
			want: []string{"1 5 key=Times type=integer", "1 300 key=Window type=seconds", "2 https://e.com/ key=Address type=url"},
		},
		"constants in conflict": {
			table: limits, page: "5 times in 300 seconds\nat https://e.com/\n3 times in 300 seconds\n",
			want:   []string{"1 5 key=Times type=integer", "1 300 key=Window type=seconds", "2 https://e.com/ key=Address type=url"},
			errors: []string{"page.txt:3: table Limit: Times is \"3\" here and \"5\" in line 1\n\tmake the pattern match in one place only"},
		},
		"a capture that matches nothing": {
			table: limits, page: "5 times in 300 seconds\n",
			want:   []string{"1 5 key=Times type=integer", "1 300 key=Window type=seconds"},
			errors: []string{"source.yaml:7: table Limit: /at (?P<Address>https://\\S+)/ matches nothing in page.txt"},
		},
		"fields, in the order of the page": {
			table: `{name: Field, kind: fields, capture: ['the (?P<code>\w+) field', '(?P<text>how long) is (?P<code>\w+)']}`,
			page:  "how long is wait, see the id field or the name field\nthe token field\n",
			want:  []string{"1 id", "1 name", "1 wait how long", "2 token"},
		},
		"a match without a code": {
			table: `{name: Field, kind: fields, capture: ['(?P<code>\w+ )?field (?P<text>\w+)']}`, page: "id field one\nfield two\n",
			want: []string{"1 id  one"}, errors: []string{"page.txt:2: table Field: the row has no code"},
		},
	})
}
