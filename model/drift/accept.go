package drift

import (
	"fmt"

	"github.com/spectab/spectab/model"
)

// An Acceptance says that somebody can live with one change, or with all of a
// rule in a table or a source.
type Acceptance struct {
	Fingerprint string // of the one change; "" where it is for a rule
	Rule        string // its ID
	Table       string // the rule is for; "" for the whole source
	Reason      string
	Expires     string // the last day on which it holds, YYYY-MM-DD
	File        string // that it stands in, and its line there
	Line        int
}

// what names what is accepted.
func (a *Acceptance) what() string {
	switch {
	case a.Fingerprint != "":
		return a.Fingerprint
	case a.Table != "":
		return a.Rule + " in " + a.Table
	}
	return a.Rule
}

func (a *Acceptance) covers(c *Change) bool {
	if a.Fingerprint != "" {
		return c.Fingerprint == a.Fingerprint || c.Cause == a.Fingerprint
	}
	return c.ID == a.Rule && (a.Table == "" || c.Table == a.Table)
}

// Accept marks the changes that are accepted on the given day. The problems
// are the acceptances that have expired, those of a change that there is none
// of, and those that hide a breaking change.
func Accept(changes []Change, list []Acceptance, today string) model.Problems {
	var problems model.Problems
	for i := range list {
		a := &list[i]
		covered, breaking := 0, 0
		for j := range changes {
			c := &changes[j]
			if !a.covers(c) {
				continue
			}
			covered++
			if a.Expires < today {
				continue
			}
			if c.Accepted = fmt.Sprintf("%s; until %s", a.Reason, a.Expires); c.Level == Breaking && !c.IsMember() {
				breaking++
			}
		}
		switch {
		case covered == 0 && a.Fingerprint != "":
			problems.Add(a.File, a.Line, "", "no change has the fingerprint %s; drop its acceptance (%s)", a.Fingerprint, a.Reason)
		case a.Expires < today:
			problems.Add(a.File, a.Line, "", "the acceptance of %s expired on %s (%s)", a.what(), a.Expires, a.Reason)
		case breaking > 0:
			problems.Add(a.File, a.Line, "", "the acceptance of %s hides %d breaking, until %s (%s)", a.what(), breaking, a.Expires, a.Reason)
		}
	}
	return problems
}

// Relevel gives the changes of some rules other levels than the table of rules
// does, and returns those that are not off. Who comes first is right: a source
// before all sources.
func Relevel(changes []Change, levels map[string]Level) []Change {
	var kept []Change
	for _, c := range changes {
		if level, ok := levels[c.ID]; ok && !c.levelled {
			c.Level, c.levelled = level, true
		}
		if c.Level != Off {
			kept = append(kept, c)
		}
	}
	return kept
}
