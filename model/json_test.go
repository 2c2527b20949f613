package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write testdata anew")

// everything is a source with every field that the exported form has, and
// those that it has not.
func everything() *Spec {
	s := source(
		table("Code", Codes, "002-016 | Token <b> & \"c\" of $1 expired.", "5 | 令牌 \u2028"),
		withPrefix(table("Param", Params, "format |  | html, raw"), "Param"),
		table("Limit", Constants, "Window | 60 | seconds"),
		Table{Name: "Empty", Kind: Results, Entries: []Entry{}},
	)
	s.Title, s.URL, s.Language, s.Owner, s.License = "Errors", "https://example.com/?a=b&c=d", "pt-BR", "Example", "CC0-1.0"
	s.Snapshot.SHA256 = "9f2c"
	s.Envelopes = []Envelope{{Table: "Code", Format: "json", Code: []string{"error"}}}
	s.Tables[0].Columns = []Column{{Header: "Retriable", Name: "Retriable", Type: "bool"}}
	s.Tables[0].Heading, s.Tables[0].Confidence, s.Tables[0].Doc = "Errors", 0.97, "Code is an error."
	e := &s.Tables[0].Entries[0]
	e.Key, e.Remedy, e.Detail, e.Deprecated = "", "Log in.", "More.", "since May"
	e.Texts = map[string]string{"pt-BR": "Expirou.", "en": "Expired.", "de": "Abgelaufen."}
	e.Notes, e.Also, e.Placeholders = []string{"one", "two"}, []string{"second text"}, []string{"$1"}
	e.HTTP, e.Group = 401, "Tokens"
	e.Extra = map[string]string{"Retriable": "True", "Área": "x", "A": "y"}
	p := &s.Tables[1].Entries[0]
	p.Type, p.Required, p.Default, p.Max = "string", true, "html", 50
	return s
}

func TestWriteJSON(t *testing.T) {
	const golden = "testdata/spec.json"
	s := everything()
	assign(t, lockOf(t, "Code 1 Gone 1"), s)
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := WriteJSON(b, []*Spec{s}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two runs differ")
	}
	if *update {
		if err := os.WriteFile(golden, first.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	want = bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))
	if !bytes.Equal(first.Bytes(), want) {
		t.Errorf("got\n%s\n\tgo test ./model -run WriteJSON -update", first.Bytes())
	}
}

// What is read back and written again is the same.
func TestJSONRoundTrip(t *testing.T) {
	s, hexadecimal := everything(), numbered(Value{Type: "int32"}, "0x1 ONE", "0X2 TWO")
	l := assign(t, emptyLock(), everything())
	s.Tables[0].Entries, s.Tables[1].Entries, s.Tables[2].Entries = s.Tables[0].Entries[:1], []Entry{}, []Entry{}
	assign(t, l, s)
	if gone := s.Tables[2].Gone; len(gone) != 1 || gone[0].Value != "60" || gone[0].Type != "seconds" {
		t.Errorf("the constants that are gone are %+v", gone)
	}
	var first, second bytes.Buffer
	if err := WriteJSON(&first, []*Spec{everything(), s, codes("1"), hexadecimal}); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(first.Bytes(), []byte(`"radix": 16`)); n != 1 {
		t.Errorf("%d tables are written in hexadecimal", n)
	}
	var doc Document
	if err := json.Unmarshal(first.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if err := WriteJSON(&second, doc.Sources); err != nil {
		t.Fatal(err)
	}
	if doc.Schema != Schema || first.String() != second.String() {
		t.Errorf("%s\nbecame\n%s", first.String(), second.String())
	}
}

func TestWriteJSONOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := WriteJSON(&b, nil); err != nil {
		t.Fatal(err)
	}
	if want := "{\n  \"schema\": \"spectab/1\",\n  \"sources\": []\n}\n"; b.String() != want {
		t.Errorf("got %s", b.String())
	}
}

type brokenWriter struct{}

var errBroken = errors.New("broken")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteJSONFails(t *testing.T) {
	if err := WriteJSON(brokenWriter{}, nil); !errors.Is(err, errBroken) {
		t.Errorf("error %v", err)
	}
}

// What a terminal obeys is escaped, and is what it was when it is read again.
func TestEncodeJSONEscapesControls(t *testing.T) {
	const text = "a\u0080b\u009bc\u007fd\u00a0e\u0441"
	var b bytes.Buffer
	if err := EncodeJSON(&b, text); err != nil {
		t.Fatal(err)
	}
	if want := `"a\u0080b\u009bc\u007fd` + "\u00a0e\u0441\"\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
	var back string
	if err := json.Unmarshal(b.Bytes(), &back); err != nil || back != text {
		t.Errorf("%q, %v", back, err)
	}
}
