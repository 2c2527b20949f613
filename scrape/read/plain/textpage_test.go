package plain

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestPageBreaks(t *testing.T) {
	const page = "Title\n\n   one\n\nPostman [Page 1]\n\f\nRFC 1 October\n\n   two\n\nPostman [Page 2]\n\f\nRFC 1 October\n\n   three\n\nPostman [Page 3]\n\fRFC 1 October\n   four\n"
	var got []string
	for _, b := range Text(page) {
		for _, l := range b.Lines {
			got = append(got, l.Text)
		}
	}
	if s := strings.Join(got, "|"); s != "Title|one|two|three|four" {
		t.Errorf("got %s", s)
	}
	// What does not recur is text.
	got = nil
	for _, b := range Text("one\n\ntwo\n\f\nthree\n\nfour\n\f\nfive\n") {
		got = append(got, b.Lines[0].Text)
	}
	if s := strings.Join(got, "|"); s != "one|two|three|four|five" {
		t.Errorf("got %s", s)
	}
}

func FuzzReadText(f *testing.F) {
	f.Add("Code | Text |\n---|---|\nE1 | one |\n")
	f.Add("[edit] A\n  • B\n    • C\n{\n\"a\": 1\n")
	f.Add("<?xml?>\n<a>\n</a>\n1{\n2}\n")
	f.Add("CODE  TEXT\nE1    one\n      two\n\n+---+---+\n| a | b |\n+---+---+\n")
	f.Fuzz(func(t *testing.T, text string) {
		pagetest.CheckLines(t, text, Text(text))
	})
}
