package record

import (
	"testing"

	"github.com/spectab/spectab/scrape/page"
)

func TestLeads(t *testing.T) {
	for text, want := range map[string]string{
		"100: one":              "100",
		"100*: one":             "100*",
		"100[^1]: one":          "100[^1]",
		"100† one":              "100†",
		"100, 101: one":         "100, 101",
		"100 / 101 one":         "100 / 101",
		"100 - 199: reserved":   "100 - 199",
		"100 – 199 reserved":    "100 – 199",
		"E1, E2, E3: one":       "E1, E2, E3",
		"100 - 3 tries: one":    "100",
		"E1, 2 of them: one":    "E1",
		"Note, Other: one":      "Note",
		"char* text":            "char*",
		"NoUser, NoGroup: one":  "NoUser, NoGroup",
		"100 - one":             "100",
		"":                      "",
		"(see below) 100 - one": "",
	} {
		code, end := leadOf(text)
		if got := text[:end]; got != want || code > end {
			t.Errorf("%q: %q up to %d, want %q", text, got, code, want)
		}
	}
}

func TestFindTemplates(t *testing.T) {
	template := newFinder(`^\s*([-+−–]?\d+)(?:\s*[(（](?P<aside>[^()（）]*)[)）])?\s*[:：–—−-]\s*(?P<rest>.*?)$`)
	for text, want := range map[string][2]string{
		"100: one":          {"100", "one"},
		"100 - 3 tries":     {"100", "3 tries"},
		"100*: one":         {"100*", "one"},
		"100 (new): one":    {"100", "one"},
		"100, 101: one":     {"100, 101", "one"},
		"100 - 199: one":    {"100 - 199", "one"},
		"2026-10-01: added": {},
		"3.5: one":          {},
		"words: one":        {},
	} {
		var got [2]string
		if m := template.record(text); m != nil {
			got = [2]string{text[m[2]:m[3]], text[m[6]:m[7]]}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestRaisedNotes(t *testing.T) {
	raised := func(from, to int32) []page.Mark {
		return []page.Mark{{Kind: page.Code, To: from}, {Kind: page.Raised, From: from, To: to}}
	}
	for _, c := range []struct {
		line page.Line
		want string
	}{
		{page.Line{Text: "E0011", Marks: raised(4, 5)}, "E001"},
		{page.Line{Text: "E0011: one", Marks: raised(4, 5)}, "E001: one"},
		{page.Line{Text: "216", Marks: raised(1, 3)}, "2^16"},
		{page.Line{Text: "101", Marks: raised(2, 3)}, "10"},
		{page.Line{Text: "one of two1", Marks: raised(10, 11)}, "one of two1"},
		{page.Line{Text: "E0011"}, "E0011"},
	} {
		power := withPower(&c.line)
		if got, _ := alone(&power); got.Text != c.want {
			t.Errorf("%q: %q, want %q", c.line.Text, got.Text, c.want)
		}
	}
}
