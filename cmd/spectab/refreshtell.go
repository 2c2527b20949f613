package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/spectab/spectab/cmd/spectab/internal/refresh"
	"github.com/spectab/spectab/model/drift"
)

// A teller says how each source came off, as soon as it is known.
type teller struct {
	stdout, stderr io.Writer
	bar            *progressbar.ProgressBar // nil where nobody watches
	dryRun         bool
	counts         map[refresh.Outcome]int

	asJSON bool
	list   []refreshed // for that
}

func newTeller(stdout, stderr io.Writer, sources int, dryRun bool) *teller {
	t := &teller{stdout: stdout, stderr: stderr, dryRun: dryRun, counts: map[refresh.Outcome]int{}}
	if sources > 1 && isTerminal(stderr) {
		t.bar = progressbar.NewOptions(sources, progressbar.OptionSetWriter(stderr),
			progressbar.OptionSetDescription("fetching"), progressbar.OptionShowCount(), progressbar.OptionSetRenderBlankState(true), progressbar.OptionClearOnFinish())
	}
	return t
}

// result prints a line for a source, what changed to stdout and what went
// wrong to stderr.
func (t *teller) result(r *refresh.Result) {
	if t.bar != nil {
		t.bar.Clear()
	}
	t.counts[r.Outcome]++
	if t.asJSON {
		t.list = append(t.list, refreshedOf(r))
	} else {
		t.lines(r)
	}
	for _, refusal := range r.Refusals {
		fmt.Fprintf(t.stderr, "%s: %s\n", r.Source, printable(refusal.Error()))
	}
	if r.Err != nil {
		fmt.Fprintf(t.stderr, "%s: %s\n", r.Source, printable(r.Err.Error()))
	}
	if t.bar != nil {
		t.bar.Add(1)
	}
}

// lines tell of a source for people.
func (t *teller) lines(r *refresh.Result) {
	fmt.Fprintf(t.stdout, "%-24s %s\n", r.Source, printable(t.state(r)))
	for _, table := range r.Returned {
		fmt.Fprintf(t.stdout, "  table %s is back\n", table)
	}
	for _, line := range r.Followed {
		fmt.Fprintf(t.stdout, "  the recipe follows the page: %s\n", printable(line))
	}
	for _, address := range r.Moved {
		fmt.Fprintf(t.stdout, "  moved to %s\n", printable(address))
	}
	for _, c := range r.Changes {
		fmt.Fprintf(t.stdout, "  %s\n", printable(changeLine(&c)))
	}
	for _, a := range r.Accepted {
		fmt.Fprintf(t.stdout, "  accepted: %s: %s\n", a.Guard, printable(firstOf(a.Seen)))
	}
	for _, note := range r.Notes {
		fmt.Fprintf(t.stdout, "  note: %s\n", printable(note))
	}
	wrote, removed := "wrote", "removed"
	if t.dryRun {
		wrote, removed = "would write", "would remove"
	}
	for _, f := range r.Files {
		fmt.Fprintf(t.stdout, "  %s %s\n", wrote, f)
	}
	for _, f := range r.Removed {
		fmt.Fprintf(t.stdout, "  %s %s\n", removed, f)
	}
}

func (t *teller) state(r *refresh.Result) string {
	text := string(r.Outcome)
	switch {
	case r.Note != "":
		text += ": " + r.Note
	case r.Outcome == refresh.Changed:
		text += ": " + count(len(r.Changes), "change")
	case r.Outcome == refresh.Refused:
		var guards []string
		for _, refusal := range r.Refusals {
			guards = append(guards, refusal.Guard)
		}
		text += ": " + strings.Join(guards, ", ")
	}
	return text
}

// changeLine is a change in the reader's terms.
func changeLine(c *drift.Change) string {
	text := fmt.Sprintf("%s: %s", c.Level, c.ID)
	for _, part := range []string{c.Table, c.Code, c.Column} {
		if part != "" {
			text += " " + part
		}
	}
	switch {
	case c.Old != "" && c.New != "":
		text += fmt.Sprintf(": %q → %q", shorten(c.Old, 60), shorten(c.New, 60))
	case c.Old != "" || c.New != "":
		text += fmt.Sprintf(": %q", shorten(cmp.Or(c.New, c.Old), 60))
	}
	return text
}

func firstOf(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

func (t *teller) summary() error {
	if t.bar != nil {
		t.bar.Finish()
	}
	if t.asJSON {
		slices.SortFunc(t.list, func(a, b refreshed) int { return strings.Compare(a.Source, b.Source) })
		return writeRefreshed(t.stdout, t.list, t.dryRun)
	}
	n := t.counts
	seen := n[refresh.Unchanged] + n[refresh.Changed] + n[refresh.Refused]
	fmt.Fprintf(t.stdout, "%d fetched: %d unchanged, %d changed, %d refused; %d failed\n", seen, n[refresh.Unchanged], n[refresh.Changed], n[refresh.Refused], n[refresh.Failed])
	return nil
}

// err is what the run as a whole ends with: a refusal, which somebody has to
// look at, before a failure, which may be over tomorrow.
func (t *teller) err() error {
	switch {
	case t.counts[refresh.Refused] > 0:
		return errRefused
	case t.counts[refresh.Failed] > 0:
		return fmt.Errorf("spectab: %s failed", count(t.counts[refresh.Failed], "source"))
	}
	return nil
}

// isTerminal reports whether somebody watches what is written.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
