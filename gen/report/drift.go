package report

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"

	"github.com/spectab/spectab/model/drift"
)

// DriftSchema names the JSON form of a comparison.
const DriftSchema = "spectab-diff/1"

// A Comparison is what changed in some sources, and where they stand.
type Comparison struct {
	Changes []drift.Change
	Sources []Compared // that were compared, in the order of the changes
	Notes   []string   // what a reader should know besides, such as an acceptance that has expired
}

// A Compared is one source of a comparison.
type Compared struct {
	Source           string
	Package          string // "" where there is none
	OldFile, NewFile string // snapshots as the user would open them; "" where there is none
	Recipe           string // what an annotation of the source as a whole points at; may be empty
}

// of returns the source of a change.
func (c *Comparison) of(source string) Compared {
	i := slices.IndexFunc(c.Sources, func(s Compared) bool { return s.Source == source })
	if i < 0 {
		return Compared{Source: source}
	}
	return c.Sources[i]
}

// DriftFormats are the formats of a comparison, by name.
var DriftFormats = map[string]func(io.Writer, *Comparison) error{
	"json": driftJSON,
}

// driftJSON writes the form "spectab-diff/1".
func driftJSON(w io.Writer, c *Comparison) error {
	doc := struct {
		Schema  string         `json:"schema"`
		Bump    drift.Bump     `json:"bump"`
		Changes []drift.Change `json:"changes"`
		Notes   []string       `json:"notes,omitempty"`
	}{DriftSchema, drift.HighestBump(c.Changes), c.Changes, c.Notes}
	if doc.Changes == nil {
		doc.Changes = []drift.Change{}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}
