package drift

import (
	"fmt"

	"github.com/spectab/spectab/model"
)

// An Acceptance says that somebody looked at one change and can live with it.
type Acceptance struct {
	Fingerprint string
	Reason      string
	Expires     string // the last day on which it holds, YYYY-MM-DD
	File        string // that it stands in, and its line there
	Line        int
}

// Accept marks the changes that are accepted on the given day. The problems
// are the acceptances that have expired, and those that no change needs.
func Accept(changes []Change, list []Acceptance, today string) model.Problems {
	var problems model.Problems
	for _, a := range list {
		at := -1
		for i := range changes {
			if changes[i].Fingerprint == a.Fingerprint {
				at = i
			}
		}
		switch {
		case at < 0:
			problems.Add(a.File, a.Line, "", "no change has the fingerprint %s; drop its acceptance (%s)", a.Fingerprint, a.Reason)
		case a.Expires < today:
			problems.Add(a.File, a.Line, "", "the acceptance of %s expired on %s (%s)", a.Fingerprint, a.Expires, a.Reason)
		default:
			changes[at].Accepted = fmt.Sprintf("%s; until %s", a.Reason, a.Expires)
		}
	}
	return problems
}

// Relevel gives the changes of some rules other levels than the table of
// rules does.
func Relevel(changes []Change, levels map[string]Level) {
	for i := range changes {
		if level, ok := levels[changes[i].ID]; ok {
			changes[i].Level = level
		}
	}
}
