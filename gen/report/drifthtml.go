package report

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"strings"

	"github.com/spectab/spectab/model/drift"
)

//go:embed drift.html
var driftPage string

var driftTemplate = template.Must(template.New("drift.html").Parse(driftPage))

// DriftHTML writes a page with the old and the new state side by side, what
// differs marked. It needs no other file and runs no script.
func DriftHTML(w io.Writer, c *Comparison) error {
	page := htmlPage{Summary: visible(c.summary()), Tally: tally(c.Changes), Bump: drift.HighestBump(c.Changes).String(), Notes: c.Notes}
	for _, s := range c.sections() {
		section := htmlSection{Misfits: visibles(s.source.Misfits), Source: visible(s.source.Source), OldFile: visible(s.source.OldFile), NewFile: visible(s.source.NewFile)}
		if len(s.breaking) > 0 {
			section.Tables = append(section.Tables, htmlTableOf("Breaking", s.breaking))
		}
		for _, t := range s.tables {
			section.Tables = append(section.Tables, htmlTableOf(t.name, t.changes))
		}
		page.Sections = append(page.Sections, section)
	}
	var b bytes.Buffer
	if err := driftTemplate.Execute(&b, page); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

func htmlTableOf(title string, changes []*told) htmlTable {
	table := htmlTable{Name: visible(title), Tally: tallyOf(changes)}
	for _, f := range changes {
		h := htmlChangeOf(f.Change)
		for _, m := range f.members {
			h.Members = append(h.Members, htmlChangeOf(m))
		}
		table.Changes = append(table.Changes, h)
	}
	return table
}

func visibles(list []string) []string {
	var out []string
	for _, s := range list {
		out = append(out, visible(s))
	}
	return out
}

func htmlChangeOf(f *drift.Change) htmlChange {
	h := htmlChange{
		Fingerprint: f.Fingerprint, Folded: visible(folded(f)), Table: visible(f.Table),
		ID: f.ID, Level: f.Level.String(), Why: f.Why, Words: visible(strings.Join(f.Words, ", ")),
		Code: visible(f.Code), Column: visible(columnTitle(f)), Hint: visible(f.Hint), Accepted: visible(f.Accepted),
	}
	h.Sides[0].Line, h.Sides[1].Line = f.OldLine, f.NewLine
	segments := wordsOf(f)
	for _, s := range segments {
		if s.Old && s.New && !isProse(f) {
			continue // the arrow between the sides
		}
		part := htmlPart{Text: visible(s.Text), Mark: s.Old != s.New, Gone: s.Old}
		if s.Old {
			h.Sides[0].Parts = append(h.Sides[0].Parts, part)
		}
		if s.New {
			h.Sides[1].Parts = append(h.Sides[1].Parts, part)
		}
	}
	return h
}

type htmlPage struct {
	Summary, Tally, Bump string
	Notes                []string
	Sections             []htmlSection
}

type htmlSection struct {
	Source, OldFile, NewFile string
	Misfits                  []string
	Tables                   []htmlTable
}

type htmlTable struct {
	Name, Tally string
	Changes     []htmlChange
}

type htmlChange struct {
	ID, Level, Why, Words, Table, Code, Column, Hint, Accepted, Fingerprint, Folded string

	Sides   [2]htmlSide
	Members []htmlChange
}

type htmlSide struct {
	Parts []htmlPart
	Line  int
}

type htmlPart struct {
	Text       string
	Mark, Gone bool
}
