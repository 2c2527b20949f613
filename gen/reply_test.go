package gen

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strconv"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

// The behaviour of whole packages is in testdata/behaviour; this is about the
// two readers by themselves.

func TestJSONReply(t *testing.T) {
	for body, want := range map[string]string{
		`{"a":{"b":"x"}}`: "x", `{"a":{"b":1e3}}`: "1e3", `{"a":{"b":-0}}`: "-0", `{"a":{"B":"x"}}`: "", `{"a":{"b":"x","b":"y"}}`: "y", `{"a":{"b":"\u0041"}}`: "A",
		`{"a":{"b":{}}}`: "", `{"a":[{"b":"x"}]}`: "", "\ufeff" + `{"a":{"b":"x"}}`: "x", ` {"a":{"b":"x"}}` + "\ufeff": "",
	} {
		if got := jsonReply(body).text("a", "b"); got != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}

func TestJSONArrays(t *testing.T) {
	for body, want := range map[string]string{
		`{"a":["x","y"]}`: "y", `{"a":["x"]}`: "", `{"a":{"1":"x"}}`: "x", `{"a":[]}`: "", `{"a":[["y","z"],1]}`: "1", `{"a":["x","y"],"a":["z"]}`: "", `{"a":["x","y",]}`: "", `{"a":["x" "y"]}`: "",
	} {
		if got := jsonReply(body).text("a", "1"); got != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
	for step, want := range map[string]int{"0": 0, "00": 0, "12": 12, "999999999": 999999999, "1000000000": -1, "-1": -1, "+1": -1, "1.": -1, "x": -1, "９": -1, "": -1} {
		if got := jsonPlace(step); got != want {
			t.Errorf("%s: %d, want %d", step, got, want)
		}
	}
	body := jsonReply(`{"a":[[1],"y"]}`)
	if n := testing.AllocsPerRun(100, func() { _ = body.text("a", "0", "b") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestXMLCharsets holds the reader of encodings to the labels of the WHATWG
// Encoding Standard, and its characters to those of windows-1252. Where that
// has none, the standard takes the control character of that number.
func TestXMLCharsets(t *testing.T) {
	var all []byte
	for c := range 256 {
		all = append(all, byte(c))
	}
	for _, label := range []string{"windows-1252", "CP1252", "ISO-8859-1", "iso_8859-1", "Latin1", "US-ASCII", "ascii"} {
		reference, err := htmlindex.Get(label)
		if err != nil {
			t.Fatal(err)
		}
		want, err := reference.NewDecoder().Bytes(all)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range "\u0081\u008d\u008f\u0090\u009d" {
			want = bytes.Replace(want, []byte("\ufffd"), []byte(string(c)), 1)
		}
		reader, err := xmlCharset(label, bytes.NewReader(all))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(reader); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %q, %v, want %q", label, got, err, want)
		}
	}
	for _, label := range []string{"", "utf-16", "shift_jis", "iso-8859-2"} {
		if _, err := xmlCharset(label, bytes.NewReader(all)); err == nil {
			t.Errorf("%q is read", label)
		}
	}
}

func TestXMLReply(t *testing.T) {
	for body, want := range map[string]string{
		`<a><b>x</b></a>`: "x", `<a b="x"/>`: "x", `<a><b/><b>y</b></a>`: "y", `<a><b>x<c/>y</b></a>`: "xy", `<a><b><![CDATA[<x>]]></b></a>`: "<x>",
		`<a><c><b>x</b></c></a>`: "", `<b>x</b>`: "", "\ufeff<?xml version='1.0'?><a><b>x</b></a>": "x", "<?xml version='1.0' encoding='latin1'?><a><b>\xe9</b></a>": "é", "<a><b>\xe9</b></a>": "",
	} {
		if got := parseXML([]byte(body)).text("a", "b"); got != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}

func FuzzReply(f *testing.F) {
	for _, body := range []string{
		"", "{", `{"a":{"b":"x"}}`, `{"a":{"b":1}} x`, `<a><b>x</b></a>`, `<a b="x"/><a/>`, `{"a":{"b":"\ud83d\ude00\ud83d\u00e9\n\"\/"}}`, `{"\u0061":{"b":-0.5e+10}}`, `[[],{},[1,{"a":null}],true,false]`,
		`{"a":{"b":"x"},"a":5}`, `{"a":{"b":01}}`, `{"a":{"b":"é` + "\xff\x00" + `"}}`, `{"a":{"b":"x",}}`, `{"a":{"b":1.}}`, `{"":{"b":[}}`, "<?xml version='1.0' encoding='latin1'?><a><b>\xe9\x80</b></a>",
		"\ufeff{\"a\":{\"b\":1}}", "\ufeff<a/>", `{"a":[{"b":"x"},{"b":1}]}`, `{"a":[[],{}]}`, `{"a":{"1":{"b":"x"}}}`, `{"a":[0,{"b":2},]}`, `{"a":[0,{"b":2}],"a":[]}`,
	} {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, path := range [][]string{{"a", "b"}, {"a", "1", "b"}, {"0"}} {
			if got, want := jsonReply(body).text(path...), referenceText(body, path...); got != want {
				t.Errorf("%q has %q under %v, want %q", body, got, path, want)
			}
		}
		if got, want := parseXML(body) != nil, referenceXML(body); got != want {
			t.Errorf("%q is XML: %v, want %v", body, got, want)
		}
		parseXML(body).text("a", "b")
		isXML(body)
	})
}

// referenceText is what encoding/json makes of a reply.
func referenceText(body []byte, path ...string) string {
	raw := json.RawMessage(bytes.TrimPrefix(body, []byte("\ufeff")))
	for _, key := range path {
		var array []json.RawMessage
		if place, err := strconv.Atoi(key); err == nil && len(raw) > 0 && json.Unmarshal(raw, &array) == nil && array != nil {
			if raw = nil; place < len(array) {
				raw = array[place]
			}
			continue
		}
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

// referenceXML reports whether encoding/xml reads body to its end as one
// element, in an encoding that is known.
func referenceXML(body []byte) bool {
	decoder := xml.NewDecoder(bytes.NewReader(body))
	decoder.CharsetReader = func(label string, input io.Reader) (io.Reader, error) {
		encoding, err := htmlindex.Get(label)
		if err != nil {
			return nil, err
		}
		if name, _ := htmlindex.Name(encoding); name != "windows-1252" {
			return nil, io.ErrUnexpectedEOF
		}
		return encoding.NewDecoder().Reader(input), nil
	}
	depth, roots := 0, 0
	for {
		token, err := decoder.Token()
		switch t := token.(type) {
		case nil:
			return err == io.EOF && depth == 0 && roots == 1
		case xml.StartElement:
			if depth++; depth == 1 {
				roots++
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			if depth == 0 && roots == 1 && len(bytes.TrimSpace(t)) > 0 {
				return false
			}
		}
	}
}
