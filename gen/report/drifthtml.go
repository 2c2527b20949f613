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
	page := htmlPage{Tally: tally(c.Changes), Bump: drift.HighestBump(c.Changes).String(), Notes: c.Notes}
	for _, s := range c.sections() {
		section := htmlSection{Source: visible(s.source.Source), OldFile: visible(s.source.OldFile), NewFile: visible(s.source.NewFile)}
		for _, t := range s.tables {
			table := htmlTable{Name: visible(t.name)}
			for _, f := range t.changes {
				table.Changes = append(table.Changes, htmlChangeOf(f))
			}
			section.Tables = append(section.Tables, table)
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

func htmlChangeOf(f *drift.Change) htmlChange {
	h := htmlChange{
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
	Tally, Bump string
	Notes       []string
	Sections    []htmlSection
}

type htmlSection struct {
	Source, OldFile, NewFile string
	Tables                   []htmlTable
}

type htmlTable struct {
	Name    string
	Changes []htmlChange
}

type htmlChange struct {
	ID, Level, Why, Words, Code, Column, Hint, Accepted string

	Sides [2]htmlSide
}

type htmlSide struct {
	Parts []htmlPart
	Line  int
}

type htmlPart struct {
	Text       string
	Mark, Gone bool
}
