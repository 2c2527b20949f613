package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// WriteJSON writes sources as one Document in the canonical form: two spaces
// of indentation, keys in the order of the types, map keys sorted, no HTML
// escapes, one newline at the end. Equal sources give equal bytes.
func WriteJSON(w io.Writer, sources []*Spec) error {
	if sources == nil {
		sources = []*Spec{}
	}
	return EncodeJSON(w, Document{Schema: Schema, Sources: sources})
}

// EncodeJSON writes a document as every JSON that spectab prints: two spaces
// of indentation and no HTML escapes, but escapes for what a terminal would
// obey, which JSON allows to stand for itself.
func EncodeJSON(w io.Writer, doc any) error {
	data, err := plainJSON(doc, "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(escapeControls(data))
	return err
}

func plainJSON(v any, indent string) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	err := enc.Encode(v)
	return buf.Bytes(), err
}

// A tableJSON is a table as the document has it.
type tableJSON struct {
	Name       string       `json:"name"`
	Kind       Kind         `json:"kind"`
	Heading    string       `json:"heading,omitempty"`
	Confidence float64      `json:"confidence,omitempty"`
	Value      string       `json:"value,omitempty"`
	Radix      int          `json:"radix,omitempty"`
	Success    []string     `json:"success,omitempty"`
	Columns    []columnJSON `json:"columns,omitempty"`
	Entries    []Entry      `json:"entries,omitempty"`
}

type columnJSON struct {
	Name   string `json:"name"`
	Type   string `json:"type,omitempty"`
	Header string `json:"header,omitempty"`
}

// MarshalJSON returns a table with what an emitter needs, and its tombstones
// as entries behind those that the page lists, each with the day since which
// it is gone.
func (t Table) MarshalJSON() ([]byte, error) {
	j := tableJSON{Name: t.Name, Kind: t.Kind, Heading: t.Heading, Confidence: t.Confidence, Success: t.Success, Entries: t.exported()}
	if t.Value.IsInteger() {
		j.Value, j.Radix = t.Value.Type, t.radix()
	}
	for _, c := range t.Columns {
		j.Columns = append(j.Columns, columnJSON{c.Name, c.Type, c.Header})
	}
	return plainJSON(j, "")
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (t *Table) UnmarshalJSON(data []byte) error {
	var j tableJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	*t = Table{Name: j.Name, Kind: j.Kind, Heading: j.Heading, Confidence: j.Confidence, Success: j.Success, Value: Value{Type: j.Value}}
	for _, c := range j.Columns {
		t.Columns = append(t.Columns, Column{Header: c.Header, Name: c.Name, Type: c.Type})
	}
	t.Entries = []Entry{}
	for _, e := range j.Entries {
		if e.Gone == "" {
			t.Entries = append(t.Entries, e)
			continue
		}
		g := Gone{Code: e.Code, Name: e.Name, Since: e.Gone, Entry: e}
		if t.Kind == Constants {
			g.Code, g.Value, g.Type = e.Key, e.Code, e.Type
		}
		t.Gone = append(t.Gone, g)
		if e.Stem != e.Name {
			t.Prefix = strings.TrimSuffix(e.Name, e.Stem)
		}
	}
	return nil
}

// exported are the entries of a table, its tombstones among them.
func (t *Table) exported() []Entry {
	if len(t.Gone) == 0 {
		return t.Entries
	}
	list := slices.Clone(t.Entries)
	for _, g := range t.Gone {
		list = append(list, t.Tombstone(g))
	}
	return list
}

// Tombstone is the entry that g once was.
func (t *Table) Tombstone(g Gone) Entry {
	e := g.Entry
	e.Code, e.Name, e.Gone, e.Order, e.Aliases = t.CodeOf(g.Code), g.Name, g.Since, g.Order, g.Aliases
	e.Stem = t.stem(g.Name)
	_, symbol, isSecond := strings.Cut(g.Code, " ")
	switch {
	case t.Kind == Constants:
		e.Key, e.Code, e.Type = g.Code, g.Value, g.Type
	case isSecond && t.Value.IsInteger():
		e.Second = true
		if e.Key == "" {
			e.Key = symbol
		}
	}
	return e
}

// radix is 16 where the page writes all numbers in hexadecimal, else 10.
func (t *Table) radix() int {
	for i := range t.Entries {
		if !strings.HasPrefix(strings.ToLower(t.Entries[i].Code), "0x") {
			return 10
		}
	}
	return 16
}

// An envelopeJSON is an envelope with its paths in one piece each.
type envelopeJSON struct {
	Table   string            `json:"table"`
	Format  string            `json:"format"`
	Code    string            `json:"code"`
	Message string            `json:"message,omitempty"`
	Extra   map[string]string `json:"extra,omitempty"`
}

// MarshalJSON returns the form that documents have.
func (e Envelope) MarshalJSON() ([]byte, error) {
	j := envelopeJSON{e.Table, e.Format, strings.Join(e.Code, "."), strings.Join(e.Message, "."), map[string]string{}}
	for _, m := range e.Extra {
		j.Extra[m.Name] = strings.Join(m.Path, ".")
	}
	return plainJSON(j, "")
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (e *Envelope) UnmarshalJSON(data []byte) error {
	var j envelopeJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	*e = Envelope{Table: j.Table, Format: j.Format, Code: strings.Split(j.Code, ".")}
	if j.Message != "" {
		e.Message = strings.Split(j.Message, ".")
	}
	for _, name := range slices.Sorted(maps.Keys(j.Extra)) {
		e.Extra = append(e.Extra, Member{name, strings.Split(j.Extra[name], ".")})
	}
	return nil
}

// escapeControls escapes DEL and the controls of C1, which in UTF-8 are C2 80
// to C2 9F. They can only stand in strings.
func escapeControls(data []byte) []byte {
	var out []byte
	from := 0
	for i := 0; i < len(data); i++ {
		c, size := data[i], 1
		if c == 0xC2 && i+1 < len(data) && data[i+1] < 0xA0 {
			c, size = data[i+1], 2
		} else if c != 0x7F {
			continue
		}
		out = fmt.Appendf(append(out, data[from:i]...), `\u%04x`, c)
		i += size - 1
		from = i + 1
	}
	if out == nil {
		return data
	}
	return append(out, data[from:]...)
}
