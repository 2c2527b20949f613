package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spectab/spectab/model/drift"
)

// DriftMarkdown writes changes for a pull request: a table for each table of
// each source, the worst changes open and the cosmetic ones folded away.
func DriftMarkdown(w io.Writer, c *Comparison) error {
	var b bytes.Buffer
	if len(c.Changes) == 0 {
		b.WriteString("No drift.\n")
	} else {
		fmt.Fprintf(&b, "**%s**; version bump: **%s**\n", tally(c.Changes), drift.HighestBump(c.Changes))
	}
	for _, s := range c.sections() {
		fmt.Fprintf(&b, "\n## %s\n", prose(s.source.Source))
		var open, folded []*drift.Change
		for i := range s.changes {
			if f := &s.changes[i]; f.Level == drift.Cosmetic || f.Accepted != "" {
				folded = append(folded, f)
			} else {
				open = append(open, f)
			}
		}
		slices.SortStableFunc(open, func(a, b *drift.Change) int { return cmp.Compare(b.Level, a.Level) })
		markdownChanges(&b, &s.source, open)
		if len(folded) > 0 {
			fmt.Fprintf(&b, "\n<details><summary>%s</summary>\n", tally(values(folded)))
			markdownChanges(&b, &s.source, folded)
			b.WriteString("\n</details>\n")
		}
	}
	if len(c.Notes) > 0 {
		b.WriteByte('\n')
	}
	for _, note := range c.Notes {
		b.WriteString("- " + prose(note) + "\n")
	}
	_, err := w.Write(b.Bytes())
	return err
}

func values(list []*drift.Change) []drift.Change {
	out := make([]drift.Change, len(list))
	for i, f := range list {
		out[i] = *f
	}
	return out
}

func markdownChanges(b *bytes.Buffer, source *Compared, list []*drift.Change) {
	if len(list) == 0 {
		return
	}
	b.WriteByte('\n')
	markdownRow(b, []string{"Level", "Change", "Table", "Code", "What", "Line"})
	b.WriteString("|" + strings.Repeat(" --- |", 6) + "\n")
	for _, f := range list {
		level := f.Level.String()
		if f.Level >= drift.Dangerous {
			level = "**" + level + "**"
		}
		line := source.place(f)
		markdownRow(b, []string{level, f.ID, prose(f.Table), codeSpan(f.Code), markdownWords(f), codeSpan(line[strings.LastIndex(line, ":")+1:])})
	}
}

// markdownWords shows what changed, by the elements for what is gone and new.
func markdownWords(f *drift.Change) string {
	var b strings.Builder
	if title := columnTitle(f); title != "" {
		b.WriteString(prose(title) + ": ")
	}
	for _, s := range wordsOf(f) {
		text := prose(s.Text)
		if text == "" {
			b.WriteByte(' ')
			continue
		}
		lead, trail := s.Text[:len(s.Text)-len(strings.TrimLeft(s.Text, " "))], s.Text[len(strings.TrimRight(s.Text, " ")):]
		switch {
		case s.Old && s.New:
			b.WriteString(lead + text + trail)
		case s.Old:
			b.WriteString(lead + "<del>" + text + "</del>" + trail)
		default:
			b.WriteString(lead + "<ins>" + text + "</ins>" + trail)
		}
	}
	if len(f.Words) > 0 {
		b.WriteString("<br>look at: " + prose(strings.Join(f.Words, ", ")))
	}
	if hint := cmp.Or(f.Accepted, f.Hint); hint != "" {
		b.WriteString("<br>(" + prose(hint) + ")")
	}
	return strings.TrimSpace(strings.TrimPrefix(b.String(), "<br>"))
}

// wordsOf are the words of both sides of a change: compared where they are
// prose, one after the other where they are not.
func wordsOf(f *drift.Change) []drift.Segment {
	before, after := oneLine(f.Old), oneLine(f.New)
	if isProse(f) {
		return drift.Segments(before, after)
	}
	var list []drift.Segment
	if before != "" {
		list = append(list, drift.Segment{Text: before, Old: true})
	}
	if before != "" && after != "" {
		list = append(list, drift.Segment{Text: " → ", Old: true, New: true})
	}
	if after != "" {
		list = append(list, drift.Segment{Text: after, New: true})
	}
	return list
}
