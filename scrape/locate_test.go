package scrape

import "testing"

func TestLinesOfText(t *testing.T) {
	testHTML(t, map[string]blocksTest{
		"tags of several lines":      {"<p\n  class=\"a\n b\"\n>one</p><p>two<b\n>three</b></p>", "p 4 one\np 4 twothree\n"},
		"brackets in attributes":     {"<p title='a > b' id=\"<p>\">\none\n<p title=\"'>'\">two", "p 2 one\np 3 two\n"},
		"entities":                   {"<p>\n&lt;one&gt;\n<p>&#x20;&nbsp;\n&amp;two\n<p>a&eacute;b\n<p>\u00e9", "p 2 <one>\np 4 &two\np 5 aéb\np 6 é\n"},
		"comments":                   {"<!--\n<p>one</p>\n--><p>one<!-- > -->\n<!-- -->\n<p>two", "p 3 one\np 5 two\n"},
		"scripts":                    {"<script>\n'<p>one'; if (a<b) {}\n</SCRIPT>\n<style>\np>a{}</style><p>one", "p 5 one\n"},
		"what is skipped":            {"<title>\none</title>\n<button>one</button>\n<svg><text>one</text></svg>\n<p>one", "p 5 one\n"},
		"the same text again":        {"<p>one\n<p>one\n\n<p>one<p>one", "p 1 one\np 2 one\np 4 one\np 4 one\n"},
		"text moved out of a table":  {"<table>\n<tr><td>1\n</table>\n<p>after", "row 2:1\np 4 after\n"},
		"less-than signs in text":    {"<p>a < b\n<p>1 <2\n<p>c", "p 1 a < b\np 2 1 <2\np 3 c\n"},
		"line ends of every kind":    {"<p>one\r\n<p>two\r<p>three", "p 1 one\np 2 two\np 3 three\n"},
		"a doctype and a byte-order": {"\ufeff<!DOCTYPE html>\n<html><body>\n<p>one", "p 3 one\n"},
	})
}
