package drift

import "github.com/spectab/spectab/model"

// A Coverage says how much of two states was compared.
type Coverage struct {
	Tables        int `json:"tables"`        // that either state has
	Compared      int `json:"compared"`      // of these, with a partner
	UnreadChanged int `json:"unreadChanged"` // lines that look like data, changed, and that nothing read
}

// CoverageOf says how much was compared of two states, either of which may be
// nil, and which changes were found.
func CoverageOf(before, after *model.Spec, changes []Change) Coverage {
	var c Coverage
	for i := range changes {
		if f := &changes[i]; f.ID == "unread-changed" && f.Count == 1 {
			c.UnreadChanged++
		}
	}
	if before == nil || after == nil {
		return c
	}
	pairs, lost, found := pairTables(before, after, before.Package == "" && after.Package == "")
	c.Tables, c.Compared = len(pairs)+len(lost)+len(found), len(pairs)
	return c
}

// Add is the coverage of two comparisons together.
func (c Coverage) Add(d Coverage) Coverage {
	return Coverage{c.Tables + d.Tables, c.Compared + d.Compared, c.UnreadChanged + d.UnreadChanged}
}
