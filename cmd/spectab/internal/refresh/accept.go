package refresh

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/recipe"
)

// acceptable are the guards that --accept can let pass, and what each is
// accepted for. The page can be read then, and is only suspect: a page that is
// not the one asked for is never taken, and what a recipe says must be there
// has to be changed in the recipe, or the next gen would refuse it again.
var acceptable = map[string]string{
	GuardBreaking:  "FINGERPRINT",
	GuardCharset:   "PAGE",
	GuardDuplicate: "TABLE",
	GuardLanguage:  "TABLE",
	GuardShrink:    "TABLE",
	GuardTableLost: "TABLE",
	GuardUnread:    "TABLE",
}

// Acceptable lists the guards that may be accepted, and of what: "shrink=TABLE".
func Acceptable() []string {
	var list []string
	for guard, what := range acceptable {
		list = append(list, guard+"="+what)
	}
	slices.Sort(list)
	return list
}

// An Acceptance lets one guard pass for one thing, once.
type Acceptance struct{ Guard, What string }

func (a Acceptance) String() string { return a.Guard + "=" + a.What }

// leastPrint is how many digits of a fingerprint are enough to mean it.
const leastPrint = 4

// ParseAcceptance reads "table-lost=Result".
func ParseAcceptance(text string) (Acceptance, error) {
	guard, what, _ := strings.Cut(text, "=")
	switch wanted, ok := acceptable[guard]; {
	case !ok:
		return Acceptance{}, fmt.Errorf("the guard %q cannot be passed\n\t%s", guard, recipe.Nearest(guard, slices.Collect(maps.Keys(acceptable))))
	case what == "":
		return Acceptance{}, fmt.Errorf("%s is accepted for one thing at a time: --accept %s=%s", guard, guard, wanted)
	case guard == GuardBreaking && len(what) < leastPrint:
		return Acceptance{}, fmt.Errorf("%q is too short for a fingerprint", what)
	}
	return Acceptance{guard, what}, nil
}

// lets reports whether it is this refusal that is accepted.
func (a Acceptance) lets(r *Refusal) bool {
	if a.Guard != r.Guard || r.What == "" {
		return false
	}
	return a.What == r.What || a.Guard == GuardBreaking && strings.HasPrefix(r.What, a.What)
}

// accepts reports whether the user lets a refusal pass.
func (e *Engine) accepts(r *Refusal) bool {
	return slices.ContainsFunc(e.Accept, func(a Acceptance) bool { return a.lets(r) })
}

// accepting is the hint of a refusal that may be accepted.
func accepting(guard, what, then string) string {
	return fmt.Sprintf("look at the page; %s--accept %s=%s", then, guard, what)
}

// sift parts refusals into those that the user accepts and the rest, for which
// the pages are kept to be looked at.
func (c *check) sift(list []*Refusal) bool {
	for _, r := range list {
		if c.engine.accepts(r) {
			c.result.Accepted = append(c.result.Accepted, r)
			continue
		}
		c.result.Refusals = append(c.result.Refusals, r)
	}
	return len(c.result.Refusals) == 0
}
