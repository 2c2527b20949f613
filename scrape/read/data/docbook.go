package data

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// docBookMark tells DocBook: its namespace, its DTD, a table or terms of its
// kind; and any XML that has the tables of HTML.
var docBookMark = regexp.MustCompile(`http://docbook\.org/ns/docbook|-//OASIS//DTD DocBook|<tgroup\b|<varlistentry\b|<segmentedlist\b|<tr\b[^>]*>\s*<t[hd]\b`)

// docBookTags are the elements of DocBook that have a twin in HTML. What is
// not here, and none of HTML either, is text.
var docBookTags = map[string]string{
	"row": "tr", "entry": "td", "title": "h2", "refname": "h1", "para": "p", "simpara": "p",
	"itemizedlist": "ul", "orderedlist": "ol", "listitem": "li", "simplelist": "ul", "member": "li",
	"variablelist": "dl", "varlistentry": "div", "term": "dt", "informaltable": "table",
	"segmentedlist": "table", "segtitle": "th", "seglistitem": "tr", "seg": "td",
	"programlisting": "pre", "screen": "pre", "literallayout": "pre", "synopsis": "pre",
	"option": "code", "literal": "code", "constant": "code", "varname": "code", "envar": "code", "errorcode": "code", "errorname": "code",
	"replaceable": "em", "emphasis": "em",
	"section": "section", "sect1": "section", "sect2": "section", "refsect1": "section", "refsect2": "section",
}

// docBookNothing are elements that lay out a table and hold nothing.
var docBookNothing = map[string]bool{"tgroup": true, "colspec": true, "spanspec": true}

var xmlTag = regexp.MustCompile(`<(/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`)

var (
	docBookNote = regexp.MustCompile(`(?s)<footnote\b[^>]*>.*?</footnote>`)
	moreRows    = regexp.MustCompile(`\smorerows\s*=\s*["'](\d{1,4})["']`)
)

// docBookToHTML writes the tags of DocBook as those of HTML, each on the line
// where it stands, so that a page of it reads as its HTML does.
func docBookToHTML(text string) string {
	text = docBookNote.ReplaceAllStringFunc(text, func(note string) string { return strings.Repeat("\n", strings.Count(note, "\n")) })
	inEntry := false // of a variablelist: its listitem is a definition
	return xmlTag.ReplaceAllStringFunc(text, func(tag string) string {
		m := xmlTag.FindStringSubmatch(tag)
		end, name, empty := m[1] != "", m[2], m[4] != ""
		breaks := strings.Repeat("\n", strings.Count(tag, "\n"))
		if name == "varlistentry" {
			inEntry = !end
		}
		twin, known := docBookTags[name]
		switch {
		case docBookNothing[name]:
			return breaks
		case name == "listitem" && inEntry:
			twin = "dd"
		case !known:
			twin = name
		}
		switch {
		case end:
			return "</" + twin + ">" + breaks
		case empty && twin != "br":
			return "<" + twin + "></" + twin + ">" + breaks
		}
		if rows := moreRows.FindStringSubmatch(m[3]); rows != nil {
			n, _ := strconv.Atoi(rows[1])
			return fmt.Sprintf("<%s rowspan=\"%d\">%s", twin, n+1, breaks)
		}
		return "<" + twin + ">" + breaks
	})
}
