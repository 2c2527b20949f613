package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
)

// RulesText lists the rules of drift for a reader at a terminal.
func RulesText(w io.Writer) error {
	var b bytes.Buffer
	for _, r := range drift.Rules() {
		fmt.Fprintf(&b, "%-24s %-11s %-6s %s\n", r.ID, r.Level, r.Bump, r.Why)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// RulesJSON lists the rules of drift for programs.
func RulesJSON(w io.Writer) error {
	type rule struct {
		ID    string      `json:"id"`
		Level drift.Level `json:"level"`
		Bump  drift.Bump  `json:"bump"`
		Why   string      `json:"why"`
	}
	doc := struct {
		Schema string `json:"schema"`
		Rules  []rule `json:"rules"`
	}{Schema: "spectab-rules/1"}
	for _, r := range drift.Rules() {
		doc.Rules = append(doc.Rules, rule{r.ID, r.Level, r.Bump, r.Why})
	}
	return model.EncodeJSON(w, doc)
}

// RulesMarkdown writes the page of the rules, with an anchor for each.
func RulesMarkdown(w io.Writer) error {
	var b strings.Builder
	b.WriteString("# The rules of drift\n\nA rule gives each change between two states of a source its level, and the part of the\n" +
		"package's version that it asks for. `spectab diff --rules --format markdown` prints this page.\n\n" +
		"| Rule | Level | Bump | What it means |\n| --- | --- | --- | --- |\n")
	for _, r := range drift.Rules() {
		fmt.Fprintf(&b, "| <a id=\"%s\"></a>`%[1]s` | %s | %s | %s |\n", r.ID, r.Level, r.Bump, prose(r.Why))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
