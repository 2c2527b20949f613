package report

import (
	"slices"
	"testing"
)

func TestFill(t *testing.T) {
	for _, test := range []struct {
		line string
		want []string
	}{
		{"one two three", []string{"one two", "three"}},
		{"a antidisestablishment b", []string{"a", "antidisestablishment", "b"}},
		{"请求缺乏参数。", []string{"请求缺乏", "参数。"}},
		{"请求缺（乏）", []string{"请求缺", "（乏）"}},
		{"", []string{""}},
	} {
		if got := fill(pieces(test.line), 9); !slices.Equal(got, test.want) {
			t.Errorf("%q is filled as %q, want %q", test.line, got, test.want)
		}
	}
}

func TestWidth(t *testing.T) {
	for s, want := range map[string]int{"abc": 3, "请a": 3, "e\u0301": 1, "می\u200cخواهم": 7, "한": 2, "": 0} {
		if got := width(s); got != want {
			t.Errorf("%q is %d wide, want %d", s, got, want)
		}
	}
}

func TestVisible(t *testing.T) {
	for s, want := range map[string]string{
		"a b\u00a0é":   "a b\u00a0é",
		"\x1b[1m\n\t":  `\x1b[1m\n\t`,
		"\u202e\u200b": `\u202e\u200b`,
		"\u2028":       `\u2028`,
		"\xff'":        "\uFFFD'",
	} {
		if got := visible(s); got != want {
			t.Errorf("visible(%q) = %q, want %q", s, got, want)
		}
	}
}
