package data

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestReadXML(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a registry", `<?xml version='1.0' encoding='ISO-8859-1'?>
<registry xmlns="urn:x" id="codes">
  <title>Status Codes</title>
  <updated>2026-01-01</updated>
  <registry id="codes-1">
    <title>First</title>
    <xref type="rfc" data="rfc9110"/>
    <record date="2025-01-01">
      <value>100</value>
      <description>
        Go on <xref type="rfc" data="rfc9110">RFC 9110</xref>, please</description>
      <xref type="rfc" data="rfc9110"/> <xref type="person" data="Ann"/>
    </record>
    <record><value>101</value><description/></record>
  </registry>
  <registry id="codes-2">
    <title>Second</title>
    <record><value>200</value><description>OK &amp; fine &nbsp;</description></record>
  </registry>
</registry>`, `
# 3:Status Codes
2:id: codes
4:updated: 2026-01-01
## 6:First
5:id: codes-1
7:xref: [RFC9110]
* 8:date | 9:value | 10:description | 12:xref
8:2025-01-01 | 9:100 | 11:Go on RFC 9110, please | 12:[RFC9110], [Ann]
 | 14:101 |  | 
## 17:Second
16:id: codes-2
* 18:value | 18:description
18:200 | 18:OK & fine &nbsp;`},
		{"attributes", `<errors>
<error code="E1" text="one"/>
<error code="E2" text="two"><hint>wait</hint></error>
</errors>`, `
## 2:error
* 2:code | 2:text | 3:hint
2:E1 | 2:one | 
3:E2 | 3:two | 3:wait`},
		{"attributes and text", `<resources>
<string name="E1">one</string>
<string name="E2">two <b>times</b></string>
</resources>`, `
## 2:string
* 2:name | 2:text
2:E1 | 2:one
3:E2 | 3:two times`},
		{"paragraphs in a cell", `<r><e><c>E1</c><d><p>one</p><p>two</p></d></e>
<e><c>E2</c><d>three<br/>four</d></e></r>`, `
## 1:e
* 1:c | 1:d
1:E1 | 1:one / 1:two
2:E2 | 2:three / 2:four`},
		{"fields that an attribute names", `<t><row><f name="code">E1</f><f name="text">one</f></row>
<row><f name="code">E2</f><f name="text">two</f></row></t>`, `
## 1:row
* 1:code | 1:text
1:E1 | 1:one
2:E2 | 2:two`},
		{"notes and spans of DocBook", `<article xmlns="http://docbook.org/ns/docbook"><informaltable><tgroup cols="3">
<row><entry morerows="1">one</entry><entry>E1<footnote><para>new</para></footnote></entry><entry>a</entry></row>
<row><entry>E2</entry><entry>b</entry></row></tgroup></informaltable></article>`, `
2:one | 2:E1 | 2:a
2:one | 3:E2 | 3:b`},
		{"elements by name", "<errors>\n<E1>one</E1>\n<E2>two</E2>\n</errors>", `
* 2:key | 2:value
2:E1 | 2:one
3:E2 | 3:two`},
		{"CDATA and entities", `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r><E1><![CDATA[<x> & ]]>y</E1><E2>&b;&#x41;</E2></r>`, `
* 1:key | 1:value
1:E1 | 1:<x> & y
1:E2 | 1:&b;A`},
		{"one text", "<r>\n x</r>", "2:x"},
		{"nothing", "<r><a/></r>", "* 1:key | 1:value\n1:a | "},
	} {
		blocks, err := XML(c.text)
		wantSketch(t, c.name, blocks, err, c.want)
	}
}

func TestReadXMLSaysWhereItIsWrong(t *testing.T) {
	for _, c := range []struct {
		text string
		line int
		says string
	}{
		{"<r>\n<e>\n", 3, "ends inside an element"},
		{"\njust text", 2, "no element"},
		{"<r>\n\x01</r>", 2, "not XML"},
		{strings.Repeat("<r>\n", maxDataDepth+2), maxDataDepth + 1, "deeper than"},
	} {
		_, err := XML(c.text)
		if p := pagetest.Problem(t, err); p.Line != c.line || !strings.Contains(p.Message, c.says) {
			t.Errorf("%.40q: got line %d, %s", c.text, p.Line, p.Message)
		}
	}
}

func TestReadXMLExpandsNothing(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE l [<!ENTITY a0 "lol">`)
	for i := range 9 {
		b.WriteString(strings.ReplaceAll(`<!ENTITY aN "`, "N", string(rune('1'+i))))
		b.WriteString(strings.Repeat("&a"+string(rune('0'+i))+";", 10) + `">`)
	}
	b.WriteString(`]><l>&a9;</l>`)
	blocks, err := XML(b.String())
	wantSketch(t, "entities", blocks, err, "1:&a9;")
}

func FuzzReadXML(f *testing.F) {
	f.Add(`<r><title>x</title><e a="1"><c>2</c></e><e><c>3<b>4</b></c></e></r>`)
	f.Add("<registry><record><value>1</value><xref type='rfc' data='rfc1'/></record>\n<record/></registry>")
	f.Add("<r>text<p>a</p>\n<br/><E1>e\u0301</E1></r>")
	f.Fuzz(func(t *testing.T, data string) {
		text, err := charset.Decode([]byte(data), true)
		if err != nil {
			return
		}
		blocks, err := XML(text)
		fuzzPage(t, text, blocks, err)
	})
}
