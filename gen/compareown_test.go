package gen

import (
	"bytes"
	"strings"
	"testing"
)

func TestCompareOwn(t *testing.T) {
	const own = "own page\n"
	isOwn := func(content []byte) bool { return bytes.HasPrefix(content, []byte("own")) }
	files := []File{{"a.html", []byte(own)}}
	for _, test := range []struct {
		name string
		tree []string
		want string // or the error
	}{
		{"nothing there", nil, "missing a.html"},
		{"the same", []string{"a.html", own}, ""},
		{"CRLF", []string{"a.html", "own page\r\n"}, ""},
		{"changed", []string{"a.html", own + "x"}, "changed a.html"},
		{"orphan", []string{"a.html", own, "b.html", own}, "orphaned b.html"},
		{"others' files", []string{"a.html", own, "b.html", "<p>", "CNAME", own, "sub/c.html", own}, ""},
		{"in the way", []string{"a.html", "<p>"}, "a.html: this was not written by spectab"},
		{"empty file in the way", []string{"a.html", ""}, "a.html: this was not written by spectab"},
		{"folder in the way", []string{"a.html/x", own}, "a.html: this was not written by spectab"},
	} {
		changes, err := CompareOwn(folder(t, test.tree...), files, isOwn)
		switch got := summary(changes); {
		case err != nil && (test.want == "" || !strings.Contains(err.Error(), test.want)), err == nil && got != test.want:
			t.Errorf("%s: %s, %v; want %s", test.name, got, err, test.want)
		}
	}
}
