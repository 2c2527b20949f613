package gen

import (
	"encoding/json"
	"testing"
)

// The behaviour of whole packages is in testdata/behaviour; this is about the
// two readers by themselves.

func TestJSONReply(t *testing.T) {
	for body, want := range map[string]string{
		`{"a":{"b":"x"}}`: "x", `{"a":{"b":1e3}}`: "1e3", `{"a":{"b":-0}}`: "-0", `{"a":{"B":"x"}}`: "", `{"a":{"b":"x","b":"y"}}`: "y", `{"a":{"b":"\u0041"}}`: "A",
		`{"a":{"b":{}}}`: "", `{"a":[{"b":"x"}]}`: "",
	} {
		if got := jsonReply(body).text("a", "b"); got != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}

func TestXMLReply(t *testing.T) {
	for body, want := range map[string]string{
		`<a><b>x</b></a>`: "x", `<a b="x"/>`: "x", `<a><b/><b>y</b></a>`: "y", `<a><b>x<c/>y</b></a>`: "xy", `<a><b><![CDATA[<x>]]></b></a>`: "<x>",
		`<a><c><b>x</b></c></a>`: "", `<b>x</b>`: "",
	} {
		if got := parseXML([]byte(body)).text("a", "b"); got != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}

func FuzzReply(f *testing.F) {
	for _, body := range []string{
		"", "{", `{"a":{"b":"x"}}`, `{"a":{"b":1}} x`, `<a><b>x</b></a>`, `<a b="x"/><a/>`, `{"a":{"b":"\ud83d\ude00\ud83d\u00e9\n\"\/"}}`, `{"\u0061":{"b":-0.5e+10}}`, `[[],{},[1,{"a":null}],true,false]`,
		`{"a":{"b":"x"},"a":5}`, `{"a":{"b":01}}`, `{"a":{"b":"é` + "\xff\x00" + `"}}`, `{"a":{"b":"x",}}`, `{"a":{"b":1.}}`, `{"":{"b":[}}`, "<?xml version='1.0' encoding='latin1'?><a/>",
	} {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if got, want := jsonReply(body).text("a", "b"), referenceText(body, "a", "b"); got != want {
			t.Errorf("%q has %q, want %q", body, got, want)
		}
		parseXML(body).text("a", "b")
		isXML(body)
	})
}

// referenceText is what encoding/json makes of a reply.
func referenceText(body []byte, path ...string) string {
	raw := json.RawMessage(body)
	for _, key := range path {
		var object map[string]json.RawMessage
		if json.Unmarshal(raw, &object) != nil {
			return ""
		}
		raw = object[key]
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	var number json.Number
	if json.Unmarshal(raw, &number) == nil {
		return number.String()
	}
	return ""
}
