package markup

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestLinesOfText(t *testing.T) {
	testHTML(t, map[string]pagetest.BlocksTest{
		"tags of several lines":                    {Page: "<p\n  class=\"a\n b\"\n>one</p><p>two<b\n>three</b></p>", Want: "p 4 one\np 4 twothree\n"},
		"brackets in attributes":                   {Page: "<p title='a > b' id=\"<p>\">\none\n<p title=\"'>'\">two", Want: "p 2 one\np 3 two\n"},
		"entities":                                 {Page: "<p>\n&lt;one&gt;\n<p>&#x20;&nbsp;\n&amp;two\n<p>a&eacute;b\n<p>\u00e9", Want: "p 2 <one>\np 4 &two\np 5 aéb\np 6 é\n"},
		"text that begins with a mark":             {Page: "<p>one\n<p>\"two\"\n<p>'three'\n<p>> four\n<p>&quot;five\n<p>& six", Want: "p 1 one\np 2 \"two\"\np 3 'three'\np 4 > four\np 5 \"five\np 6 & six\n"},
		"apostrophes outside quotes":               {Page: "<p title=don't>one\n<p a='>' b = \">\"c=>two\n<p/>three", Want: "p 1 one\np 2 two\np 3 three\n"},
		"unread markup":                            {Page: "<noscript><p>one</p></noscript>\n<iframe><p>one</iframe>\n<p>one", Want: "p 3 one\n"},
		"entities without their end":               {Page: "<p>\n&copy one\n<p>&lt two\n<p>&three", Want: "p 2 © one\np 3 < two\np 4 &three\n"},
		"comments":                                 {Page: "<!--\n<p>one</p>\n--><p>one<!-- > -->\n<!-- -->\n<p>two", Want: "p 3 one\np 5 two\n"},
		"comments that end with a mark":            {Page: "<!-- a --!><p>one\n<!-- a ---><p>two<!----!>\n<p>three", Want: "p 1 one\np 2 two\np 3 three\n"},
		"style within svg, which may close itself": {Page: "<svg><style/><path d=x /></svg>\n<p>one<svg><style>a</svg>\n<p>two<svg/>\n<style>\n<p></style><p>three", Want: "p 2 one\np 3 two\np 5 three\n"},
		"tags in a textarea are text":              {Page: "<textarea>\n<li>a\n<li>b</li>\n</textarea>\n<p>a\n<p>b", Want: "pre 2 <li>a\npre 3 <li>b</li>\np 5 a\np 6 b\n"},
		"scripts":                                  {Page: "<script>\n'<p>one'; if (a<b) {}\n</SCRIPT>\n<style>\np>a{}</style><p>one", Want: "p 5 one\n"},
		"what is skipped":                          {Page: "<title>\none</title>\n<button>one</button>\n<svg><text>one</text></svg>\n<p>one", Want: "p 5 one\n"},
		"the same text again":                      {Page: "<p>one\n<p>one\n\n<p>one<p>one", Want: "p 1 one\np 2 one\np 4 one\np 4 one\n"},
		"text moved out of a table":                {Page: "<table>\n<tr><td>1\n</table>\n<p>after", Want: "row 2:1\np 4 after\n"},
		"less-than signs in text":                  {Page: "<p>a < b\n<p>1 <2\n<p>c", Want: "p 1 a < b\np 2 1 <2\np 3 c\n"},
		"line ends of every kind":                  {Page: "<p>one\r\n<p>two\r<p>three", Want: "p 1 one\np 2 two\np 3 three\n"},
		"a doctype and a byte-order":               {Page: "\ufeff<!DOCTYPE html>\n<html><body>\n<p>one", Want: "p 3 one\n"},
	})
}

// BenchmarkUnclosedQuote reports how much longer a tag of ten times the length
// takes whose quote is never closed: 10 where the time is linear.
func BenchmarkUnclosedQuote(b *testing.B) {
	pagetest.Growth(b, func(n int) func() {
		page := "<p>a<a title=\"" + strings.Repeat("x>", n)
		return func() { (&lineFinder{src: page, line: 1}).text(len("<p>a")) }
	}, 10_000)
}
