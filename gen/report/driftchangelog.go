package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/spectab/spectab/model/drift"
)

// changelogParts are the parts of an entry, in order, and which changes each
// has. What is in none of them is not worth a line.
var changelogParts = []struct {
	title string
	has   func(f *drift.Change) bool
}{
	{"Breaking", func(f *drift.Change) bool { return f.Bump == drift.Major }},
	{"Added", func(f *drift.Change) bool { return strings.HasSuffix(partID(f), "-added") || f.ID == "code-restored" }},
	{"Deprecated", func(f *drift.Change) bool { return isDeprecation(f) }},
	{"Changed", func(f *drift.Change) bool { return f.Level > drift.Cosmetic }},
	{"Documentation", func(f *drift.Change) bool { return f.Bump == drift.Patch }},
}

// partID is the ID without what an added parameter is besides.
func partID(f *drift.Change) string {
	return strings.TrimSuffix(strings.TrimSuffix(f.ID, "-optional"), "-required")
}

func isDeprecation(f *drift.Change) bool {
	return f.ID == "deprecation-marked" || strings.HasSuffix(f.ID, "-removed") && f.OldEntry != nil && f.NewEntry == nil
}

// DriftChangelog writes the entry that a maintainer would write for each
// generated package, with the version bump.
func DriftChangelog(w io.Writer, c *Comparison) error {
	var b bytes.Buffer
	for _, s := range c.sections() {
		bump := bumpOf(s.changes)
		if bump == drift.None {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		name := s.source.Package
		if name == "" {
			name = s.source.Source
		}
		fmt.Fprintf(&b, "## %s: %s version\n", prose(name), bump)
		done := make([]bool, len(s.changes))
		for _, part := range changelogParts {
			first := true
			for i := range s.changes {
				f := s.changes[i].Change
				if done[i] || f.Bump == drift.None || !part.has(f) {
					continue
				}
				if done[i] = true; first {
					fmt.Fprintf(&b, "\n### %s\n\n", part.title)
					first = false
				}
				b.WriteString("- " + changelogLine(f) + "\n")
			}
		}
	}
	if b.Len() == 0 {
		b.WriteString("No change of any package.\n")
	}
	_, err := w.Write(b.Bytes())
	return err
}

func bumpOf(list []*told) drift.Bump {
	highest := drift.None
	for _, f := range list {
		highest = max(highest, f.Bump)
	}
	return highest
}

// changelogLine is one change in the words of a changelog.
func changelogLine(f *drift.Change) string {
	subject := "table " + prose(f.Table)
	if f.Table == "" {
		subject = prose(f.Source)
	}
	if f.Code != "" {
		subject = codeSpan(f.Code)
		if e := f.NewEntry; e != nil && e.Name != "" {
			subject = codeSpan(e.Name) + " (" + codeSpan(f.Code) + ")"
		} else if e := f.OldEntry; e != nil && e.Name != "" {
			subject = codeSpan(e.Name) + " (" + codeSpan(f.Code) + ")"
		}
	}
	return subject + ": " + changelogWords(f)
}

// changelogWords says what changed.
func changelogWords(f *drift.Change) string {
	before, after := short(f.Old), short(f.New)
	column := columnTitle(f)
	switch {
	case f.Count > 1:
		return prose(folded(f) + replaced(f) + "; " + f.Why)
	case f.OldEntry == nil && f.NewEntry != nil && after != "":
		return after
	case f.NewEntry == nil && f.OldEntry != nil || before == "" && after == "":
		return prose(f.Why)
	case f.Column == "values" && before == "":
		return "takes the value " + codeSpan(f.New)
	case f.Column == "values" && after == "":
		return "no longer takes the value " + codeSpan(f.Old)
	case f.Column == "text" && before != "" && after != "":
		return fmt.Sprintf("now reads “%s”, was “%s”", after, before)
	case column != "" && before != "" && after != "":
		return fmt.Sprintf("%s is now “%s”, was “%s”", prose(column), after, before)
	case before != "" && after != "":
		return fmt.Sprintf("%s: “%s”, was “%s”", prose(f.Why), after, before)
	case column != "":
		return fmt.Sprintf("%s: “%s”, %s", prose(column), before+after, prose(f.Why))
	}
	return fmt.Sprintf("“%s”, %s", before+after, prose(f.Why))
}

// short is a text for a line of a changelog.
func short(s string) string {
	const most = 120
	if runes := []rune(oneLine(s)); len(runes) > most {
		s = string(runes[:most]) + "…"
	}
	return prose(oneLine(s))
}
