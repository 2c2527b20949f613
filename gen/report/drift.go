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

// Misfits say of all sources where a recipe does not fit, and what was done
// instead.
func (c *Comparison) Misfits() []string {
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
		if !c.Changes[i].IsMember() && c.Fails != nil && c.Fails(&c.Changes[i]) {
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
	var last *told
	for i := range c.Changes {
		f := &c.Changes[i]
		if f.IsMember() && last != nil {
			last.members = append(last.members, f)
			continue
		}
		if n := len(list); n == 0 || list[n-1].source.Source != f.Source {
			list = append(list, section{source: c.of(f.Source)})
		}
		last = &told{Change: f}
		list[len(list)-1].changes = append(list[len(list)-1].changes, last)
	}
	for i := range list {
		list[i].byTable()
	}
	return list
}

// A told is a change with those that have their cause in it.
type told struct {
	*drift.Change
	members []*drift.Change
}

// A section is the changes of one source.
type section struct {
	source   Compared
	changes  []*told
	breaking []*told        // what has to be looked at before all else
	tables   []tableSection // the others
}

// A tableSection is the changes of one table, the worst first; its name is ""
// for those of the source itself.
type tableSection struct {
	name    string
	changes []*told
}

// byTable parts the changes of a section.
func (s *section) byTable() {
	at := map[string]int{}
	for _, f := range s.changes {
		if f.Level == drift.Breaking && f.Accepted == "" {
			s.breaking = append(s.breaking, f)
			continue
		}
		i, ok := at[f.Table]
		if !ok {
			i = len(s.tables)
			at[f.Table] = i
			s.tables = append(s.tables, tableSection{name: f.Table})
		}
		s.tables[i].changes = append(s.tables[i].changes, f)
	}
	for i := range s.tables {
		slices.SortStableFunc(s.tables[i].changes, func(a, b *told) int { return cmp.Compare(rank(b), rank(a)) })
	}
}

// rank is the level of a change; what was accepted stands last.
func rank(f *told) int {
	if f.Accepted != "" {
		return -1
	}
	return int(f.Level)
}

// summary says what was compared.
func (c *Comparison) summary() string {
	text := fmt.Sprintf("compared %d sources", len(c.Sources))
	if len(c.Sources) == 1 {
		text = "compared " + c.Sources[0].Source
		if s := c.Sources[0]; s.OldFile != "" && s.NewFile != "" {
			text = fmt.Sprintf("compared %s with %s", s.OldFile, s.NewFile)
		}
	}
	same := 0
	for i := range c.Sources {
		if c.Sources[i].Same {
			same++
		}
	}
	if same > 0 {
		text += fmt.Sprintf(", of which %d have the same files", same)
	}
	if c.Coverage.Tables > 0 {
		text += fmt.Sprintf("; %d of %d tables are in both states", c.Coverage.Compared, c.Coverage.Tables)
	}
	switch n := c.Coverage.UnreadChanged; {
	case n == 1:
		text += "; 1 changed line that looks like data was read by nothing"
	case n > 1:
		text += fmt.Sprintf("; %d changed lines that look like data were read by nothing", n)
	}
	return text
}

// calm is what to say where nothing changed.
func (c *Comparison) calm() string {
	if len(c.Misfits()) > 0 {
		return "no change was found by guessing"
	}
	return "no drift"
}

// folded says of a change which codes it is about, where they are many.
func folded(f *drift.Change) string {
	if f.Count < 2 {
		return ""
	}
	const few = 8
	codes := f.Codes[:min(len(f.Codes), few)]
	text := fmt.Sprintf("%d times", f.Count)
	if len(codes) > 0 {
		text += ": " + strings.Join(codes, ", ")
	}
	if more := len(f.Codes) - len(codes); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
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
		switch {
		case changes[i].IsMember():
		case changes[i].Accepted != "":
			accepted++
		default:
			counts[changes[i].Level]++
		}
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

// tallyOf is the tally of changes with their members.
func tallyOf(list []*told) string {
	heads := make([]drift.Change, len(list))
	for i, f := range list {
		heads[i] = *f.Change
	}
	return tally(heads)
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
	case f.Count > 1:
		return fmt.Sprintf("%s: %s%s (%s)", what, folded(f), replaced(f), f.Why)
	case f.Old == "" && f.New == "":
		return what + ": " + f.Why
	case f.Old == "":
		return fmt.Sprintf("%s: %s%s (%s)", what, column, f.New, f.Why)
	case f.New == "":
		return fmt.Sprintf("%s: %swas %s (%s)", what, column, f.Old, f.Why)
	}
	return fmt.Sprintf("%s: %s%s → %s (%s)", what, column, f.Old, f.New, f.Why)
}

// replaced is what all members of a change have replaced by what.
func replaced(f *drift.Change) string {
	if f.Old == "" && f.New == "" {
		return ""
	}
	return fmt.Sprintf("; %s → %s", cmp.Or(f.Old, "nothing"), cmp.Or(f.New, "nothing"))
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
	}{DriftSchema, drift.HighestBump(c.Changes), c.Coverage, c.Misfits(), c.Changes, c.Notes}
	if doc.Changes == nil {
		doc.Changes = []drift.Change{}
	}
	return model.EncodeJSON(w, doc)
}
