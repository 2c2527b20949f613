package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spectab/spectab/model/drift"
)

// DriftSchema names the JSON form of a comparison.
const DriftSchema = "spectab-diff/1"

// A Comparison is what changed in some sources, and where they stand.
type Comparison struct {
	Changes  []drift.Change
	Coverage drift.Coverage
	Sources  []Compared               // that were compared, in the order of the changes
	Notes    []string                 // what a reader should know besides, such as an acceptance that has expired
	Fails    func(*drift.Change) bool // whether a change is one that CI should stop at; nil for none
}

// misfits are those of all sources.
func (c *Comparison) misfits() []string {
	var list []string
	for i := range c.Sources {
		list = append(list, c.Sources[i].Misfits...)
	}
	return list
}

// Failing are the changes that CI should stop at.
func (c *Comparison) Failing() []drift.Change {
	var list []drift.Change
	for i := range c.Changes {
		if c.Fails != nil && c.Fails(&c.Changes[i]) {
			list = append(list, c.Changes[i])
		}
	}
	return list
}

// A Compared is one source of a comparison.
type Compared struct {
	Source           string
	Same             bool     // nothing was read: git says that no file differs
	Package          string   // "" where there is none
	OldFile, NewFile string   // snapshots as the user would open them; "" where there is none
	Misfits          []string // why a recipe does not fit, and what was done instead
}

// Add appends the comparison of one source.
func (c *Comparison) Add(changes []drift.Change, coverage drift.Coverage, source Compared) {
	c.Changes = append(c.Changes, changes...)
	c.Coverage = c.Coverage.Add(coverage)
	c.Sources = append(c.Sources, source)
}

// sections are the changes by source, in order.
func (c *Comparison) sections() []section {
	var list []section
	for i := range c.Changes {
		f := &c.Changes[i]
		if n := len(list); n == 0 || list[n-1].source.Source != f.Source {
			list = append(list, section{source: c.of(f.Source)})
		}
		s := &list[len(list)-1]
		if n := len(s.tables); n == 0 || s.tables[n-1].name != f.Table {
			s.tables = append(s.tables, tableSection{name: f.Table})
		}
		t := &s.tables[len(s.tables)-1]
		t.changes = append(t.changes, f)
		s.changes = append(s.changes, *f)
	}
	return list
}

// A section is the changes of one source.
type section struct {
	source  Compared
	changes []drift.Change
	tables  []tableSection
}

// A tableSection is the changes of one table; its name is "" for those of the
// source itself.
type tableSection struct {
	name    string
	changes []*drift.Change
}

// of returns the source of a change.
func (c *Comparison) of(source string) Compared {
	i := slices.IndexFunc(c.Sources, func(s Compared) bool { return s.Source == source })
	if i < 0 {
		return Compared{Source: source}
	}
	return c.Sources[i]
}

// place is the file and the line that a change is shown at: of the new
// snapshot, or of the old one where the entry is gone.
func (s *Compared) place(f *drift.Change) string {
	file, line := s.NewFile, f.NewLine
	if line == 0 && f.OldLine > 0 || file == "" {
		file, line = s.OldFile, f.OldLine
	}
	if line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// spot is the file and the line that an annotation of a change points at,
// which have to be in the working tree: of the new snapshot, and its first
// line where the entry is gone; of the old one where the new state is a page
// on the web, or has no such source.
func (s *Compared) spot(f *drift.Change) (file string, line int) {
	if s.NewFile != "" && !strings.Contains(s.NewFile, "://") {
		return s.NewFile, max(1, f.NewLine)
	}
	file = s.OldFile
	if revision, rest, ok := strings.Cut(file, ":"); ok && len(revision) > 1 { // one letter is a drive
		file = rest
	}
	return file, max(1, f.OldLine)
}

// tally counts changes by level, the worst first: "1 breaking, 2 cosmetic".
func tally(changes []drift.Change) string {
	counts := map[drift.Level]int{}
	accepted := 0
	for i := range changes {
		if changes[i].Accepted != "" {
			accepted++
			continue
		}
		counts[changes[i].Level]++
	}
	var list []string
	for level := drift.Breaking + 1; level > 0; level-- {
		if n := counts[level-1]; n > 0 {
			list = append(list, fmt.Sprintf("%d %s", n, level-1))
		}
	}
	if accepted > 0 {
		list = append(list, fmt.Sprintf("%d accepted", accepted))
	}
	return cmp.Or(strings.Join(list, ", "), "no change")
}

// isProse reports whether the words of a change are worth comparing.
func isProse(f *drift.Change) bool {
	return f.Old != "" && f.New != "" && (strings.Contains(f.Old, " ") || len(f.Old) > 40) && f.NewEntry != nil
}

// columnTitle is what a reader calls the column of a change; "" where it goes
// without saying.
func columnTitle(f *drift.Change) string {
	if f.Column == "text" || f.Column == "code" || f.Code == "" {
		return ""
	}
	return strings.TrimPrefix(strings.TrimPrefix(f.Column, "extra:"), "texts:")
}

// sentence says in one line what changed.
func sentence(f *drift.Change) string {
	what := cmp.Or(f.Code, f.Table, f.Source)
	column := columnTitle(f)
	if column != "" {
		column += " "
	}
	switch {
	case f.Old == "" && f.New == "":
		return what + ": " + f.Why
	case f.Old == "":
		return fmt.Sprintf("%s: %s%s (%s)", what, column, f.New, f.Why)
	case f.New == "":
		return fmt.Sprintf("%s: %swas %s (%s)", what, column, f.Old, f.Why)
	}
	return fmt.Sprintf("%s: %s%s → %s (%s)", what, column, f.Old, f.New, f.Why)
}

// DriftJSON writes the form "spectab-diff/1".
func DriftJSON(w io.Writer, c *Comparison) error {
	doc := struct {
		Schema   string         `json:"schema"`
		Bump     drift.Bump     `json:"bump"`
		Coverage drift.Coverage `json:"coverage"`
		Misfits  []string       `json:"misfits,omitempty"`
		Changes  []drift.Change `json:"changes"`
		Notes    []string       `json:"notes,omitempty"`
	}{DriftSchema, drift.HighestBump(c.Changes), c.Coverage, c.misfits(), c.Changes, c.Notes}
	if doc.Changes == nil {
		doc.Changes = []drift.Change{}
	}
	return writeJSON(w, doc)
}

// writeJSON indents by two spaces and escapes no HTML.
func writeJSON(w io.Writer, doc any) error {
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
