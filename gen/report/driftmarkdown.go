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

// mostMarkdown is how long a report may be: GitHub takes 65,536 characters of
// a comment.
const mostMarkdown = 60_000

// The details of a report, fewer with each step.
const (
	everything = iota // members of a cause too
	causes            // without their members
	counted           // what is neither breaking nor dangerous is counted by rule
	perRule           // everything is counted by rule and table
	perSource         // and by source
	inAll             // and as a whole
)

// DriftMarkdown writes changes for a pull request: what breaks, then a table
// for each table of each source, the cosmetic ones folded away. Where that
// would be too long, changes are counted instead of shown, the mildest first,
// and the report says so: nothing is cut off.
func DriftMarkdown(w io.Writer, c *Comparison) error {
	var text string
	for detail := everything; detail <= inAll; detail++ {
		if text = markdownDrift(c, detail); len(text) < mostMarkdown {
			break
		}
	}
	_, err := io.WriteString(w, text)
	return err
}

func markdownDrift(c *Comparison, detail int) string {
	var b bytes.Buffer
	b.WriteString(markdownLine(c.summary()) + ".\n\n")
	misfits, notes := c.Misfits(), c.Notes
	if detail == inAll {
		misfits, notes = markdownCounted(misfits, "misfit"), markdownCounted(notes, "note")
	}
	for _, misfit := range misfits {
		b.WriteString("> " + prose(misfit) + "\n\n")
	}
	if len(c.Changes) == 0 {
		calm := c.calm()
		b.WriteString(strings.ToUpper(calm[:1]) + calm[1:] + ".\n")
	} else {
		fmt.Fprintf(&b, "**%s**; version bump: **%s**\n", tally(c.Changes), drift.HighestBump(c.Changes))
	}
	if detail > everything {
		b.WriteString("\nThis report is folded to fit: `spectab diff --format html` shows every change.\n")
	}
	if detail < inAll {
		for _, s := range c.sections() {
			markdownSection(&b, &s, detail)
		}
	}
	if len(notes) > 0 {
		b.WriteByte('\n')
	}
	for _, note := range notes {
		b.WriteString("- " + prose(note) + "\n")
	}
	return b.String()
}

// markdownCounted says how many texts there are, where they take no room.
func markdownCounted(list []string, what string) []string {
	if len(list) < 2 {
		return list
	}
	return []string{fmt.Sprintf("%d %ss", len(list), what)}
}

func markdownSection(b *bytes.Buffer, s *section, detail int) {
	if detail == perSource {
		fmt.Fprintf(b, "\n- %s: %s", prose(s.source.Source), tallyOf(s.changes))
		return
	}
	fmt.Fprintf(b, "\n## %s\n", prose(s.source.Source))
	if detail == perRule {
		markdownCounts(b, s.changes)
		return
	}
	markdownChanges(b, &s.source, s.breaking, detail)
	var rest, mild []*told
	for _, t := range s.tables {
		for _, f := range t.changes {
			switch {
			case f.Level <= drift.Cosmetic || f.Accepted != "", detail == counted && f.Level < drift.Dangerous:
				mild = append(mild, f)
			default:
				rest = append(rest, f)
			}
		}
	}
	slices.SortStableFunc(rest, func(a, b *told) int { return cmp.Compare(b.Level, a.Level) })
	markdownChanges(b, &s.source, rest, detail)
	switch {
	case len(mild) == 0:
	case detail == counted:
		markdownCounts(b, mild)
	default:
		fmt.Fprintf(b, "\n<details><summary>%s</summary>\n", tallyOf(mild))
		markdownChanges(b, &s.source, mild, detail)
		b.WriteString("\n</details>\n")
	}
}

// markdownCounts writes how many changes of each rule each table has.
func markdownCounts(b *bytes.Buffer, list []*told) {
	type kind struct {
		level     drift.Level
		id, table string
	}
	var kinds []kind
	count := map[kind]int{}
	for _, f := range list {
		k := kind{f.Level, f.ID, f.Table}
		if count[k] == 0 {
			kinds = append(kinds, k)
		}
		count[k] += f.Count
	}
	slices.SortStableFunc(kinds, func(a, b kind) int { return cmp.Compare(b.level, a.level) })
	b.WriteByte('\n')
	markdownRow(b, []string{"Level", "Change", "Table", "Times"})
	b.WriteString("|" + strings.Repeat(" --- |", 4) + "\n")
	for _, k := range kinds {
		markdownRow(b, []string{markdownLevel(k.level), k.id, prose(k.table), fmt.Sprint(count[k])})
	}
}

func markdownLevel(level drift.Level) string {
	if level >= drift.Dangerous {
		return "**" + level.String() + "**"
	}
	return level.String()
}

func markdownChanges(b *bytes.Buffer, source *Compared, list []*told, detail int) {
	if len(list) == 0 {
		return
	}
	b.WriteByte('\n')
	markdownRow(b, []string{"Level", "Change", "Table", "Code", "What", "Line", "Fingerprint"})
	b.WriteString("|" + strings.Repeat(" --- |", 7) + "\n")
	for _, f := range list {
		code, words := codeSpan(f.Code), markdownWords(f.Change)
		if text := folded(f.Change); text != "" {
			words = strings.TrimSuffix(prose(text)+"<br>"+words, "<br>")
		}
		if len(f.members) > 0 && detail == everything {
			words += markdownMembers(source, f)
		}
		markdownRow(b, []string{markdownLevel(f.Level), f.ID, prose(f.Table), code, words, codeSpan(lineIn(source, f.Change)), codeSpan(f.Fingerprint)})
	}
}

// lineIn is the line that a change is shown at; "" where it has none.
func lineIn(source *Compared, f *drift.Change) string {
	if f.NewLine == 0 && f.OldLine == 0 {
		return ""
	}
	line := source.place(f)
	return line[strings.LastIndex(line, ":")+1:]
}

// markdownMembers folds the members of a cause into its cell.
func markdownMembers(source *Compared, f *told) string {
	var b strings.Builder
	b.WriteString("<details><summary>each of them</summary>")
	for i, m := range f.members {
		if i > 0 {
			b.WriteString("<br>")
		}
		b.WriteString(strings.TrimSpace(codeSpan(lineIn(source, m)) + " " + codeSpan(m.Code) + " " + markdownWords(m)))
	}
	return b.String() + "</details>"
}

// markdownLine is a line of plain text in which files are no links.
func markdownLine(s string) string { return escape(s) }

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
