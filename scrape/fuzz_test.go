package scrape

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
	"github.com/spectab/spectab/scrape/read"
)

// FuzzPage reads bytes in every format as a page that nobody has seen.
func FuzzPage(f *testing.F) {
	for i, seed := range []string{
		"<!DOCTYPE html><title>x</title><table><tr><th>Code<th>Text<tr><td>E1<td>one</table><pre><br>x\n<div>y</div>\n</pre>",
		"# A\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nx\n", "== A ==\n{|\n| colspan=2 | a || b\n|}\n; a : b\n", "a;b\n\"c\";d\n",
		"{\"a\": [{\"b\": 1}]}", "<r><e a='1'/><e a='2'/></r>", "CODE  TEXT\nE1    one\n", "\xff\xfe<\x00p\x00", "<meta charset=gbk>\xb4\xed",
		"<td>E1\x00</td>", "<p>\xff\xfe", "\x1f\x8b\x08", "<table><tr><td colspan=101 rowspan=5001>",
		"<form><input type=password></form><noscript>a</noscript><script src=x>", "<html><table><tr><td>E1</td><td", "<?xml?><html xmlns='http://www.w3.org/1999/xhtml'><![CDATA[a]]>",
	} {
		f.Add([]byte(seed), byte(i))
	}
	f.Fuzz(func(t *testing.T, data []byte, format byte) {
		file := "page." + read.Formats()[int(format)%len(read.Formats())]
		p, err := read.Unseen(file, data)
		if err != nil {
			if pagetest.Problem(t, err).File != file {
				t.Fatalf("an error without its file: %v", err)
			}
			return
		}
		for _, w := range p.Warnings {
			if w.File != file || w.Message == "" || w.Line < 0 {
				t.Fatalf("%+v", w)
			}
		}
		page.EachLines(p.Blocks, func(lines []page.Line) {
			for _, l := range lines {
				if !utf8.ValidString(l.Text) || len(l.Text) > read.MaxLine+len("…") || strings.ContainsAny(l.Text, "\x00\r\n") {
					t.Fatalf("%d: %q", l.No, l.Text)
				}
			}
		})
		guess.Warnings(p, guess.Tables(p))
	})
}

// FuzzGuess guesses on any page.
func FuzzGuess(f *testing.F) {
	f.Add("<table><tr><td>E1<td>one<tr><td>E2<td>two</table>")
	f.Add("<div><p>A_B</p><p>1</p><p>C_D</p><p>2</p><p>E_F</p><p>3</p></div><pre>#define X (1)</pre>")
	f.Fuzz(func(t *testing.T, page string) {
		p, err := read.Page("page.html", []byte(page))
		if err != nil {
			return
		}
		for _, g := range guess.Tables(p) {
			if c := g.Table.Confidence; c < 0 || c > 1 || len(g.Table.Entries) == 0 {
				t.Errorf("confidence %v, %d entries", c, len(g.Table.Entries))
			}
		}
	})
}
