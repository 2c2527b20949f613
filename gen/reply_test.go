package gen

import (
	"testing"
)

// The behaviour of whole packages is in testdata/behaviour; this is about the
// two decoders by themselves.

func TestDecodeJSON(t *testing.T) {
	for body, want := range map[string]string{
		`{"a":{"b":"x"}}`: "x", `{"a":{"b":1e3}}`: "1e3", `{"a":{"b":-0}}`: "-0", `{"a":{"b":"x","b":"y"}}`: "y", `{"a":{"b":"\u0041\/"}}`: "A/",
		`{"a":{"b":{}}}`: "", `{"a":{"b":null}}`: "", `{"a":{"b":true}}`: "", `{"a":[{"b":"x"}]}`: "", `{"a":"x"}`: "", "\ufeff" + `{"a":{"b":"x"}}`: "x",
		`{"c":1,"a":{"b":"x","c":[]}}`: "x", `[]`: "", `null`: "", ` {"a":{"b":"x"}}` + "\ufeff": "-", `{"a":{"b":"x"}} x`: "-", `{"a":{"b":01}}`: "-", "": "-", "{": "-",
	} {
		var reply struct {
			A struct {
				B jsonText `json:"b"`
				C string   `json:"c"`
			} `json:"a"`
		}
		if ok := decodeJSON([]byte(body), &reply); ok != (want != "-") || ok && string(reply.A.B) != want {
			t.Errorf("%s: %v, %q, want %q", body, ok, reply.A.B, want)
		}
	}
}

func TestDecodeXML(t *testing.T) {
	for body, want := range map[string]string{
		`<a><b>x</b></a>`: "x", `<a b="x"/>`: "x", `<a><b>x<c/>y</b></a>`: "xy", `<a><b><![CDATA[<x>]]></b></a>`: "<x>", `<a><c><b>x</b></c></a>`: "", `<b>x</b>`: "-",
		"\ufeff<?xml version='1.0'?><a><b>x</b></a>": "x", "<?xml version='1.0' encoding='latin1'?><a><b>\xe9</b></a>": "é", "<a><b>\xe9</b></a>": "-",
		`<a><b>x</b></a><!-- end --> `: "x", `<a><b>x</b></a><a/>`: "-", `<a><b>x</b></a> x`: "-", `<a><b>x</b>`: "-", "": "-",
	} {
		var reply struct {
			XMLName struct{} `xml:"a"`
			B       string   `xml:"b"`
			BAttr   string   `xml:"b,attr"`
		}
		if ok := decodeXML([]byte(body), &reply); ok != (want != "-") || ok && reply.B+reply.BAttr != want {
			t.Errorf("%s: %v, %q, want %q", body, ok, reply.B+reply.BAttr, want)
		}
	}
}
