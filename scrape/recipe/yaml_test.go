package recipe

import "testing"

func TestDecodeYAML(t *testing.T) {
	type inner struct {
		FailOn string `yaml:"fail-on"`
	}
	type document struct {
		Drift inner             `yaml:"drift"`
		Words map[string]string `yaml:"words"`
	}
	for _, test := range []struct {
		text string
		want []string // beginnings of the problems
		has  bool     // a node is returned
	}{
		{"", nil, false},
		{"# nothing\n", nil, false},
		{"drift: {fail-on: x}\nwords: {any: key}\n", nil, true},
		{"drift:\n  failon: x\nwrds: {}\n", []string{
			"f.yaml:2:3: there is no key \"failon\"\n\tdid you mean \"fail-on\"?",
			"f.yaml:3:1: there is no key \"wrds\"\n\tdid you mean \"words\"?",
		}, true},
		{"drift: 5\n", []string{"f.yaml:1:8: "}, false},
		{"drift: [\n", []string{"f.yaml:1:8: "}, false},
		{"drift: {}\n---\ndrift: {}\n", []string{"f.yaml:3: the file has several documents"}, true},
	} {
		var doc document
		body, problems := DecodeYAML("f.yaml", []byte(test.text), &doc)
		if (body != nil) != test.has || len(problems) != len(test.want) {
			t.Errorf("%q: node %v, problems %v", test.text, body, problems)
			continue
		}
		for i, want := range test.want {
			if got := problems[i].Error(); len(got) < len(want) || got[:len(want)] != want {
				t.Errorf("%q: problem %q, want %q", test.text, got, want)
			}
		}
	}
}
