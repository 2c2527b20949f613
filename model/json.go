package model

import (
	"bytes"
	"encoding/json"
	"io"
)

// WriteJSON writes sources as one Document in the canonical form: two spaces
// of indentation, keys in the order of the types, map keys sorted, no HTML
// escapes, one newline at the end. Equal sources give equal bytes.
func WriteJSON(w io.Writer, sources []*Spec) error {
	if sources == nil {
		sources = []*Spec{}
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(Document{Schema: Schema, Sources: sources}); err != nil {
		return err
	}
	_, err := w.Write(buf.Bytes())
	return err
}
