package data

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

// sketch draws blocks so that a test can say what it wants in a few lines: a
// heading as "# text", a paragraph as its text, a list item as "- text", a row
// with its cells parted by bars, an asterisk before a header, and before each
// text the line that it stands on.
func sketch(blocks []page.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		switch block.Kind {
		case page.Heading:
			fmt.Fprintf(&b, "%s %s\n", strings.Repeat("#", block.Level), sketchLines(block.Lines))
		case page.Grid:
			for _, row := range block.Rows {
				b.WriteString(sketchRow(row))
			}
		case page.List:
			for _, item := range block.Items {
				fmt.Fprintf(&b, "- %s\n", sketchLines(page.LinesOf(item.Blocks)))
			}
		default:
			fmt.Fprintf(&b, "%s\n", sketchLines(block.Lines))
		}
	}
	return b.String()
}

func sketchRow(row page.Row) string {
	var cells []string
	for _, c := range row.Cells {
		cells = append(cells, sketchLines(c.Lines))
	}
	head := ""
	if row.Header {
		head = "* "
	}
	return head + strings.Join(cells, " | ") + "\n"
}

func sketchLines(lines []page.Line) string {
	var parts []string
	for _, l := range lines {
		parts = append(parts, fmt.Sprintf("%d:%s", l.No, l.Text))
	}
	return strings.Join(parts, " / ")
}

// wantSketch compares blocks with a drawing of them.
func wantSketch(t *testing.T, name string, got []page.Block, err error, want string) {
	t.Helper()
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if s := sketch(got); strings.TrimSpace(s) != strings.TrimSpace(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, s, want)
	}
}

func TestReadDelimited(t *testing.T) {
	for _, c := range []struct {
		name, text string
		comma      rune
		want       string
	}{
		{"a header", "code,message\nE1,one\nE2,\"two, too\"\n", ',', `
* 1:code | 1:message
2:E1 | 2:one
3:E2 | 3:two, too`},
		{"no header", "E1,one\nE2,two\nE3,three", ',', `
1:E1 | 1:one
2:E2 | 2:two
3:E3 | 3:three`},
		{"no header but numbers", "400,Bad Request\n401,Unauthorized\n", ',', `
1:400 | 1:Bad Request
2:401 | 2:Unauthorized`},
		{"no header but symbols", "NOT_FOUND,It is not there\nGONE,It is there no more\n", ',', `
1:NOT_FOUND | 1:It is not there
2:GONE | 2:It is there no more`},
		{"plain words as codes", "code,message\nmissing,It is not there\ninvalid,It is wrong\n", ',', `
* 1:code | 1:message
2:missing | 2:It is not there
3:invalid | 3:It is wrong`},
		{"lines in a cell", "\n\ncode,message,fix\n\"E1\",\"one\n\n two \",\"wait\nand retry\"\nE2,x,y\n", ',', `
* 3:code | 3:message | 3:fix
4:E1 | 4:one / 6:two | 6:wait / 7:and retry
8:E2 | 8:x | 8:y`},
		{"ragged rows", "code,message\nE1\nE2,two,more\n,\nE3,three\n", ',', `
* 1:code | 1:message
2:E1
3:E2 | 3:two | 3:more
5:E3 | 5:three`},
		{"a title", "Errors of the API\n\ncode,message\nE1,one\n", ',', `
1:Errors of the API
* 3:code | 3:message
4:E1 | 4:one`},
		{"a preamble", "Errors of the API\nVersion,3,\n\ncode,message,fix\nE1,one,wait\nE2,two,go\n", ',', `
1:Errors of the API
2:Version / 2:3
* 4:code | 4:message | 4:fix
5:E1 | 5:one | 5:wait
6:E2 | 6:two | 6:go`},
		{"a short row that is none", "E1,one\nE2,two,go\nE3,three,stop\n", ',', `
1:E1 | 1:one
2:E2 | 2:two | 2:go
3:E3 | 3:three | 3:stop`},
		{"semicolons", "code;message\nE1;one, or more\nE2;two\n", ',', `
* 1:code | 1:message
2:E1 | 2:one, or more
3:E2 | 3:two`},
		{"a named delimiter", "sep=|\ncode|message\nE1|one, or more\n", ',', `
* 2:code | 2:message
3:E1 | 3:one, or more`},
		{"tabs", "code\tmessage\nE1\t  one  \n", '\t', `
* 1:code | 1:message
2:E1 | 2:one`},
		{"quotes that are characters", "code\tmessage\nE1\t\"one\" is wrong\nE2\tsay \"two\"\nE3\t\"three\"\n", '\t', `
* 1:code | 1:message
2:E1 | 2:"one" is wrong
3:E2 | 3:say "two"
4:E3 | 4:three`},
		{"a quote that is not closed", "code,message\nE1,\"one\nE2,two\nE3,\"three\"\n", ',', `
* 1:code | 1:message
2:E1 | 2:"one
3:E2 | 3:two
4:E3 | 4:three`},
		{"a quote that is not closed at the end", "code,message\nE1,one\nE2,\"two\nE3,three", ',', `
* 1:code | 1:message
2:E1 | 2:one
3:E2 | 3:"two
4:E3 | 4:three`},
		{"one row", "code,message", ',', `1:code | 1:message`},
		{"nothing", "\n \n", ',', ``},
	} {
		blocks, err := Delimited(c.text, c.comma)
		wantSketch(t, c.name, blocks, err, c.want)
	}
}

// What a page may hold is bounded; the bound itself is the same for all readers.
func TestDataIsBounded(t *testing.T) {
	defer func(most int) { maxCells = most }(maxCells)
	maxCells = 1000
	_, err := Delimited("a,b\n"+strings.Repeat(",", maxCells), ',')
	if p := pagetest.Problem(t, err); p.Line != 2 || !strings.Contains(p.Message, "cells") {
		t.Error(err)
	}
	_, err = JSON("[" + strings.Repeat("0,", maxCells) + "0]")
	if p := pagetest.Problem(t, err); !strings.Contains(p.Message, "values") {
		t.Error(err)
	}
	_, err = XML("<r>" + strings.Repeat("<e/>", maxCells) + "</r>")
	if p := pagetest.Problem(t, err); !strings.Contains(p.Message, "elements") {
		t.Error(err)
	}
}

// growing are the parts that are worst when they are repeated.
var growing = []string{
	"a,b\n", "\"a\n", "\"a\"\"", "a,", ",\n", "\"a\"b,\n", "a;b\n",
	"[", "{\"a\":", "{\"a\":1}\n", "{\"a\":[{\"b\":1,\"c\":2},{\"b\":3,\"c\":4}],\"d\":1,\"e\":2}\n", "[1]\n", "\"a\" ",
	"<a>", "<a/>", "<a b=\"c\"/>", "<a><b>c</b><b>d</b></a>\n", "&a;", "<tr><td>a", "<varlistentry><term>a", "<![CDATA[a]]>", "<!--",
	"a: b\n", "- a\n", "- a: b\n", "  a:\n", "a: &b\n", "? a\n", "[a, ", "| \n",
}

func TestGrowth(t *testing.T) {
	for name, read := range map[string]func(string) ([]page.Block, error){
		"CSV": func(text string) ([]page.Block, error) { return Delimited(text, ',') }, "JSON": JSON, "XML": XML, "YAML": YAML,
	} {
		t.Run(name, func(t *testing.T) { pagetest.CheckGrowth(t, read, growing) })
	}
	// In one document of its format each.
	pagetest.CheckGrowth(t, func(text string) ([]page.Block, error) { return JSON("[" + text + "0]") },
		[]string{"{\"a\":1},", "[1,2],", "{\"a\":[{\"b\":1,\"c\":2},{\"b\":3,\"c\":4}],\"d\":1,\"e\":2},", "1,{\"a\":1},"})
	pagetest.CheckGrowth(t, func(text string) ([]page.Block, error) { return XML("<r>" + text + "</r>") },
		[]string{"<a/>", "<a b=\"c\">d</a>", "<a x=\"1\" y=\"2\"><b c=\"1\" d=\"e\"/><b c=\"2\" d=\"e\"/></a>", "a<b/>"})
}

// Quotes that mean nothing cost no more than a little time each.
func TestReadDelimitedBearsManyBrokenQuotes(t *testing.T) {
	lines := strings.Repeat("E1,\"one\" is \"wrong\n", 20000)
	if blocks, err := Delimited(lines, ','); err != nil || len(blocks[0].Rows) != 20000 {
		t.Error(err)
	}
}

// fuzzPage checks what holds of every reader: each text stands on a line that
// the page has, and is clean.
func fuzzPage(t *testing.T, text string, blocks []page.Block, err error) {
	t.Helper()
	last := 1 + strings.Count(text, "\n")
	if err != nil {
		if p := pagetest.Problem(t, err); p.Line < 0 || p.Line > last {
			t.Errorf("a problem on line %d of %d: %s", p.Line, last, p.Message)
		}
		return
	}
	for _, l := range page.LinesOf(blocks) {
		if l.No < 1 || l.No > last || l.Text == "" || !utf8.ValidString(l.Text) || l.Text != page.Clean(l.Text) {
			t.Errorf("line %d of %d: %q", l.No, last, l.Text)
		}
	}
	for _, b := range blocks {
		for _, row := range b.Rows {
			for _, cell := range row.Cells {
				if cell.No < 1 || cell.No > last {
					t.Errorf("a cell on line %d of %d", cell.No, last)
				}
			}
		}
	}
}

func FuzzReadDelimited(f *testing.F) {
	f.Add("code,message\nE1,\"one\n\n two\"\nE2,\"x\"y\n", true)
	f.Add("sep=;\na;b\n\"\"\";\n", true)
	f.Add("a\tb\n\n\"c\td\n", false)
	f.Fuzz(func(t *testing.T, data string, commas bool) {
		text, err := charset.Decode([]byte(data), false)
		if err != nil {
			return
		}
		comma := '\t'
		if commas {
			comma = ','
		}
		blocks, err := Delimited(text, comma)
		fuzzPage(t, text, blocks, err)
	})
}
