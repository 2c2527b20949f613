package refresh

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/model/drift"
)

// declares are the changes that somebody declared who accepts a guard for a
// table: what it says of entries that are gone.
var declares = map[string][]string{
	GuardTableLost: {"table-lost", "mass-removed", "code-removed", "field-removed", "param-removed", "constant-removed"},
	GuardShrink:    {"mass-removed", "code-removed", "field-removed", "param-removed", "constant-removed"},
}

// breaking are the refusals of changes that break programs, and that neither
// the recipe, nor the repository's policy, nor the user declares. Where a
// table is refused already they are not told: there is little to trust in it.
// Codes with another meaning have a guard of their own, GuardReused.
func (c *check) breaking(changes []drift.Change, refused []*Refusal) []*Refusal {
	var list []*Refusal
	for i := range changes {
		change := &changes[i]
		if change.Level < drift.Breaking || change.Accepted != "" || change.ID == "code-reused" || c.isSaid(change, refused) {
			continue
		}
		print := shortPrint(change.Fingerprint, changes)
		list = append(list, &Refusal{
			Guard: GuardBreaking, What: change.Fingerprint, Seen: describe(change),
			Hint: accepting(GuardBreaking, print, "programs that use the package may break\nif the vendor means it, "),
		})
	}
	return list
}

func (c *check) isSaid(change *drift.Change, refused []*Refusal) bool {
	return slices.ContainsFunc(refused, func(r *Refusal) bool {
		return r.Table == change.Table && !c.engine.accepts(r)
	}) || slices.ContainsFunc(slices.Concat(refused, c.result.Accepted), func(r *Refusal) bool {
		return r.Table == change.Table && slices.Contains(declares[r.Guard], change.ID)
	})
}

// describe is a change in a line.
func describe(c *drift.Change) string {
	text := c.ID
	for _, part := range []string{c.Table, c.Code, c.Column} {
		if part != "" {
			text += " " + part
		}
	}
	var said []string
	for _, s := range []string{c.Old, c.New} {
		if s != "" {
			said = append(said, fmt.Sprintf("%q", shorten(s)))
		}
	}
	if len(said) > 0 {
		text += ": " + strings.Join(said, " → ")
	}
	if c.Why != "" {
		text += "; " + c.Why
	}
	return text
}

// shortPrint is as much of a fingerprint as tells it from the others.
func shortPrint(print string, changes []drift.Change) string {
	for n := leastPrint; n < len(print); n++ {
		if !slices.ContainsFunc(changes, func(c drift.Change) bool {
			return c.Fingerprint != print && strings.HasPrefix(c.Fingerprint, print[:n])
		}) {
			return print[:n]
		}
	}
	return print
}
