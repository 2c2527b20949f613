package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/spectab/spectab/model/drift"
)

// DriftGitHub writes an annotation for each cause of changes, as commands of GitHub
// Actions, on the line of the snapshot. What is gone is shown on its first
// line.
func DriftGitHub(w io.Writer, c *Comparison) error {
	var b bytes.Buffer
	for _, misfit := range c.Misfits() {
		b.WriteString("::warning::" + actionsData(visible(misfit)) + "\n")
	}
	for i := range c.Changes {
		f := &c.Changes[i]
		if f.IsMember() {
			continue
		}
		source := c.of(f.Source)
		file, line := source.spot(f)
		text := visible(sentence(f))
		if f.NewLine == 0 && f.OldLine > 0 {
			text += fmt.Sprintf("; it stood in line %d", f.OldLine)
		}
		for _, extra := range []string{strings.Join(f.Words, ", "), f.Hint, f.Accepted, f.Fingerprint} {
			if extra != "" {
				text += "; " + visible(extra)
			}
		}
		fmt.Fprintf(&b, "::%s file=%s,line=%d,title=%s::%s\n", annotation(f), actionsProperty(file), line,
			actionsProperty(visible(strings.TrimSpace(f.ID+" "+f.Code))), actionsData(text))
	}
	for _, note := range c.Notes {
		b.WriteString("::warning::" + actionsData(visible(note)) + "\n")
	}
	_, err := w.Write(b.Bytes())
	return err
}

// annotation is the kind of annotation that a change gets.
func annotation(f *drift.Change) string {
	switch {
	case f.Accepted != "":
		return "notice"
	case f.Level == drift.Breaking:
		return "error"
	case f.Level == drift.Dangerous:
		return "warning"
	}
	return "notice"
}

var (
	actionsText = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	actionsName = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func actionsData(s string) string     { return actionsText.Replace(s) }
func actionsProperty(s string) string { return actionsName.Replace(s) }
