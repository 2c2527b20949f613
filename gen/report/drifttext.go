package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/model/drift"
)

// DriftText writes changes for a reader at a terminal: what was compared, then
// by source what breaks, and by table the rest, a line each and below it the
// old and the new words. Without colour, what is gone stands in [-…-] and what
// is new in {+…+}.
func DriftText(w io.Writer, c *Comparison, colour bool) error {
	p := &driftPrinter{explainer: explainer{colour: colour}}
	p.WriteString(visible(c.summary()) + "\n")
	for _, misfit := range c.Misfits() {
		p.WriteString(p.styled(yellow, visible("! "+misfit)) + "\n")
	}
	for _, s := range c.sections() {
		p.WriteByte('\n')
		p.section(&s)
	}
	for _, note := range c.Notes {
		p.WriteString("note: " + visible(note) + "\n")
	}
	if len(c.Changes) == 0 {
		p.WriteString(c.calm() + "\n")
	} else {
		fmt.Fprintf(p, "\n%s; version bump: %s\n", tally(c.Changes), drift.HighestBump(c.Changes))
	}
	_, err := w.Write(p.Bytes())
	return err
}

type driftPrinter struct{ explainer }

const (
	red    = "\x1b[31m"
	green  = "\x1b[32m"
	yellow = "\x1b[33m"
	cyan   = "\x1b[36m"
)

var levelColours = map[drift.Level]string{drift.Breaking: red, drift.Dangerous: yellow, drift.Compatible: green, drift.Cosmetic: dim}

// line writes a line without spaces at its end.
func (p *driftPrinter) line(format string, args ...any) {
	p.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
}

func (p *driftPrinter) section(s *section) {
	p.WriteString(p.styled(bold, visible(s.source.Source)))
	if s.source.OldFile != "" && s.source.NewFile != "" {
		p.WriteString("  " + p.styled(dim, visible(s.source.OldFile+" → "+s.source.NewFile)))
	}
	p.WriteByte('\n')
	if len(s.breaking) > 0 {
		p.table("Breaking", s.breaking)
	}
	for _, t := range s.tables {
		p.table(cmp.Or(t.name, "The source"), t.changes)
	}
}

// table writes the changes of a table below a line that counts them.
func (p *driftPrinter) table(title string, changes []*told) {
	widest, widestID := 0, 0
	for _, f := range changes {
		widest, widestID = max(widest, min(width(visible(f.Code)), 24)), max(widestID, len(f.ID))
	}
	if title != "" {
		p.WriteString("  " + p.styled(cyan, visible(title)) + p.styled(dim, ": "+tallyOf(changes)) + "\n")
	}
	for _, f := range changes {
		p.change(f, widest, widestID)
	}
}

// change writes one line of columns, and the words below.
func (p *driftPrinter) change(f *told, widest, widestID int) {
	level := f.Level.String()
	if f.Accepted != "" {
		level = "accepted"
	}
	code := visible(f.Code)
	line := p.styled(levelColours[f.Level], fmt.Sprintf("%-10s", level)) + "  "
	if widest > 0 {
		line += p.styled(bold, code) + strings.Repeat(" ", max(0, widest-width(code))) + "  "
	}
	p.line("    %s%-*s  %s  %s", line, widestID, f.ID, p.styled(dim, fmt.Sprintf("%-13s", lineOf(f.Change))), p.styled(dim, f.Fingerprint))
	if text := folded(f.Change); text != "" {
		p.paragraph(visible(text))
	}
	if f.Level == drift.Breaking && f.Table != "" && f.Accepted == "" {
		p.paragraph(visible("table: " + f.Table))
	}
	p.words(f.Change)
}

// lineOf says where the snapshots have it; the files stand above.
func lineOf(f *drift.Change) string {
	switch {
	case f.NewLine > 0:
		return fmt.Sprintf("line %d", f.NewLine)
	case f.OldLine > 0:
		return fmt.Sprintf("was line %d", f.OldLine)
	}
	return ""
}

// indent stands before what is said of a change.
const indent = "                "

func (p *driftPrinter) words(f *drift.Change) {
	column := columnTitle(f)
	if column != "" {
		column += ": "
	}
	switch {
	case isProse(f):
		p.paragraph(visible(column) + p.marked(f))
	case f.Old != "" && f.New != "":
		p.paragraph(visible(column + oneLine(f.Old) + " → " + oneLine(f.New)))
	case f.Old != "" || f.New != "":
		p.paragraph(visible(column) + p.marked(f))
	}
	if len(f.Words) > 0 {
		p.paragraph("look at: " + visible(strings.Join(f.Words, ", ")))
	}
	if hint := cmp.Or(f.Accepted, f.Hint); hint != "" {
		p.paragraph(visible("(" + oneLine(hint) + ")"))
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// These mark where a style begins and ends while lines are filled. They take
// no column, and visible has escaped them where a page has them.
const (
	goneMark = '\u2061'
	comeMark = '\u2062'
	endMark  = '\u2063'
)

// marked is the text of both sides, with what is on one side only marked.
func (p *driftPrinter) marked(f *drift.Change) string {
	var b strings.Builder
	for _, s := range drift.Segments(oneLine(f.Old), oneLine(f.New)) {
		text := visible(s.Text)
		switch {
		case s.Old && s.New:
			b.WriteString(elide(text))
		case s.Old:
			b.WriteString(p.mark(goneMark, "[-", text, "-]"))
		default:
			b.WriteString(p.mark(comeMark, "{+", text, "+}"))
		}
	}
	return b.String()
}

func (p *driftPrinter) mark(mark rune, open, text, end string) string {
	if p.colour {
		return string(mark) + text + string(endMark)
	}
	return open + text + end
}

// longestShared is how much of what both sides have is shown.
const longestShared = 160

// elide leaves out the middle of a long text that did not change.
func elide(s string) string {
	if utf8.RuneCountInString(s) <= longestShared {
		return s
	}
	runes := []rune(s)
	return string(runes[:longestShared/2]) + " … " + string(runes[len(runes)-longestShared/2:])
}

// paragraph fills lines, and ends every style at the end of its line.
func (p *driftPrinter) paragraph(text string) {
	style := ""
	for _, line := range fill(pieces(text), lineWidth-len(indent)) {
		var b bytes.Buffer
		b.WriteString(indent + style)
		for _, r := range line {
			switch r {
			case goneMark:
				style = red
			case comeMark:
				style = green
			case endMark:
				style = ""
				b.WriteString(plain)
				continue
			default:
				b.WriteRune(r)
				continue
			}
			b.WriteString(style)
		}
		if style != "" {
			b.WriteString(plain)
		}
		p.WriteString(b.String() + "\n")
	}
}
