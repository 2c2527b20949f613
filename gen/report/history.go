package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
)

// HistorySchema names the JSON form of a history.
const HistorySchema = "spectab-history/1"

// A History is what happened to a source, commit by commit.
type History struct {
	Schema string `json:"schema"`
	Source string `json:"source"`
	Cut    bool   `json:"cut,omitempty"` // there were commits before the first
	Steps  []Step `json:"steps"`

	Limited bool `json:"-"` // not all commits were to be looked at
	Shallow bool `json:"-"` // the repository has not all commits
}

// A Commit is one state of a source.
type Commit struct {
	Hash    string `json:"commit"`
	Date    string `json:"date"` // YYYY-MM-DD
	Author  string `json:"author,omitempty"`
	Subject string `json:"subject,omitempty"`
}

// A Step is what a commit changed. The first has a change for each code that
// was there.
type Step struct {
	Commit
	Snapshot string         `json:"snapshot,omitempty"` // day on which the page was taken
	Bump     drift.Bump     `json:"bump"`
	Changes  []drift.Change `json:"changes"`
}

// Add appends a commit with what it changed; a source that comes is told code
// by code. A commit that changed nothing of the tables leaves no step.
func (h *History) Add(c Commit, changes []drift.Change, now *model.Spec) {
	if len(changes) == 1 && changes[0].ID == "source-added" {
		bare := *now
		bare.Tables = nil
		for i := range now.Tables {
			t := now.Tables[i]
			t.Entries, t.Gone = nil, nil
			bare.Tables = append(bare.Tables, t)
		}
		for _, f := range drift.Compare(&bare, now) {
			if f.Code != "" {
				changes = append(changes, f)
			}
		}
	}
	if len(changes) == 0 {
		return
	}
	step := Step{Commit: c, Bump: drift.HighestBump(changes), Changes: changes}
	if now != nil {
		step.Snapshot = now.Snapshot.Retrieved
	}
	h.Steps = append(h.Steps, step)
}

// Only keeps the changes of some codes, by code or key.
func (h *History) Only(codes []string) error {
	if len(codes) == 0 {
		return nil
	}
	seen := map[string]bool{}
	var kept []Step
	for _, s := range h.Steps {
		s.Changes = slices.DeleteFunc(slices.Clone(s.Changes), func(f drift.Change) bool {
			for _, code := range codes {
				if f.Code == code || f.Key == code || f.Column == "code" && f.Old == code {
					seen[code] = true
					return false
				}
			}
			return true
		})
		if len(s.Changes) > 0 {
			s.Bump = drift.HighestBump(s.Changes)
			kept = append(kept, s)
		}
	}
	h.Steps = kept
	for _, code := range codes {
		if !seen[code] {
			return h.unseen(code)
		}
	}
	return nil
}

// unseen is the problem of a code that no commit has which was looked at.
func (h *History) unseen(code string) error {
	p := &model.Problem{Message: fmt.Sprintf("%s never had the code %q", h.Source, code), Hint: "'spectab explain' tells which source has it"}
	if h.Cut {
		p.Message = fmt.Sprintf("the commits of %s that were looked at do not have the code %q, and there are commits before them", h.Source, code)
		p.Hint = "look at more commits: a greater --limit"
	}
	if h.Shallow {
		p.Message += ": the clone is shallow"
		p.Hint = "git fetch --unshallow; or clone it whole (fetch-depth: 0)"
	}
	return p
}

// HistoryJSON writes the form "spectab-history/1".
func HistoryJSON(w io.Writer, h *History) error {
	doc := *h
	doc.Schema = HistorySchema
	if doc.Steps == nil {
		doc.Steps = []Step{}
	}
	return model.EncodeJSON(w, doc)
}

// HistoryText writes a paragraph for each commit: what came, changed and went.
func HistoryText(w io.Writer, h *History, colour bool) error {
	p := &driftPrinter{explainer: explainer{colour: colour}}
	if h.Cut {
		p.WriteString("there are commits before these")
		if h.Shallow {
			p.WriteString("; the clone is shallow")
		}
		p.WriteString("\n\n")
	}
	for i, s := range h.Steps {
		if i > 0 {
			p.WriteByte('\n')
		}
		p.line("%s  %s  %s", p.styled(bold, s.Date), p.styled(dim, s.Hash[:min(12, len(s.Hash))]), visible(s.Subject))
		p.step(&s)
	}
	_, err := w.Write(p.Bytes())
	return err
}

// step writes the codes that came and went in one paragraph each, and what
// else happened line by line.
func (p *driftPrinter) step(s *Step) {
	for _, group := range []struct {
		title, style string
		is           func(f *drift.Change) bool
	}{
		{"came", green, func(f *drift.Change) bool { return f.Code != "" && f.OldEntry == nil && f.NewEntry != nil }},
		{"went", red, func(f *drift.Change) bool { return f.Code != "" && f.OldEntry != nil && f.NewEntry == nil }},
	} {
		var codes []string
		for i := range s.Changes {
			if f := &s.Changes[i]; group.is(f) {
				codes = append(codes, visible(f.Code))
			}
		}
		if len(codes) > 0 {
			lines := fill(pieces(strings.Join(codes, ", ")), lineWidth-8)
			for i, line := range lines {
				title := group.title
				if i > 0 {
					title = strings.Repeat(" ", width(title))
				}
				p.line("  %s  %s", p.styled(group.style, title), line)
			}
		}
	}
	for i := range s.Changes { // what else there is
		f := &s.Changes[i]
		if f.Code != "" && (f.OldEntry == nil) != (f.NewEntry == nil) || f.ID == "source-added" || f.ID == "table-added" && len(s.Changes) > 1 {
			continue
		}
		p.line("  %s  %s", p.styled(levelColours[f.Level], f.ID), visible(cmp.Or(f.Code, f.Table, f.Source)))
		p.words(f)
	}
}
