package data

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestReadYAML(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a list of records", "name: X\nitems:\n  - name: OK\n    summary: |\n      No error.\n    value: 0\n  - name: Late\n    value: 1\n", `
1:name: X
# 2:items`},
		{"an alias is text", "a: &x one\nb: *x\n", `
* 1:key | 1:value
1:a | 1:one
2:b | 2:*x`},
	} {
		blocks, err := YAML(c.text)
		if err != nil {
			t.Fatal(err)
		}
		got := sketch(blocks)
		for _, line := range strings.Split(strings.TrimSpace(c.want), "\n") {
			if !strings.Contains(got, strings.TrimLeft(line, "# ")) {
				t.Errorf("%s: %q is not in\n%s", c.name, line, got)
			}
		}
	}
	_, err := YAML("a:\n  " + strings.Repeat("[", 200))
	if p := pagetest.Problem(t, err); p.Line != 2 {
		t.Error(err)
	}
	_, err = YAML("a: b\nc: d: e\n")
	if p := pagetest.Problem(t, err); p.Line != 2 || !strings.Contains(p.Message, "not YAML") {
		t.Error(err)
	}
}

func FuzzReadYAML(f *testing.F) {
	f.Add("a:\n  - b: 1\n    c: |\n      x\n")
	f.Fuzz(func(t *testing.T, data string) {
		text, err := charset.Decode([]byte(data), false)
		if err != nil {
			return
		}
		blocks, err := YAML(text)
		fuzzPage(t, text, blocks, err)
	})
}
