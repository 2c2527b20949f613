package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{" ", ""},
		{"plain text", "plain text"},
		{" a\t\n b\u00a0\u3000c ", "a b c"},
		{"soft\u00adhy\u200bphen\ufeff", "softhyphen"},
		{"\u202eright\u202c to \u2066left\u2069", "right to left"},
		{"✔\ufe0f done", "✔ done"},
		{"x\x00y\x7fz", "x yz"},
		{"y\x7fz", "yz"},
		{"a\x80b", "a\x80b"},
		{"\u0080", ""},
		{" led", "led"},
		{"two  spaces", "two spaces"},
		{"trailed ", "trailed"},
		{"无效的 JWT", "无效的 JWT"},
		{"\u0600\u0663", "\u0600\u0663"}, // a number sign that is seen
		{"\ue001 icon", "\ue001 icon"},
		{"bad \xff byte", "bad \xff byte"},
	}
	for _, test := range tests {
		if got := Clean(test.text); got != test.want {
			t.Errorf("Clean(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestInvisible(t *testing.T) {
	for _, r := range "\u00ad\u200b\u200c\u200d\u200e\u202a\u2060\u2066\ufeff\u180e\u3164\ufe0f\U000e0041\x7f\x01\u0085"[:] {
		if want := r != '\u0085'; Invisible(r) != want { // a line break
			t.Errorf("Invisible(%U) = %v", r, !want)
		}
	}
	for _, r := range " \n\tAé错\u0301\u00a0\u2028\ue000\u0600" {
		if Invisible(r) {
			t.Errorf("%U is seen, or a space", r)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add(" a\u00a0\u200b b\xff\x00")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?") // bytes of no letter could meet and make one
		got := Clean(s)
		if !isClean(got) || Clean(got) != got {
			t.Errorf("Clean(%q) = %q is not clean", s, got)
		}
		if folded := ASCII(s); !utf8.ValidString(folded) || ASCII(folded) != folded {
			t.Errorf("ASCII(%q) = %q, and of that %q", s, folded, ASCII(folded))
		}
	})
}
