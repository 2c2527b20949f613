package drift

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/model/text"
)

// fewest is how many changes of one kind make one cause: two may be chance.
const fewest = 3

// A cause is changes that one edit of the vendor's explains.
type cause struct {
	head    *Change   // that tells it; nil where one of its members has to
	members []*Change // in order
	fewest  int       // members without which it is none
	done    bool      // it was told
}

// causes makes one change of all that has one cause. Its members follow it,
// but for those on lines that nobody edited: they are its echo.
func (c *comparer) causes() []Change {
	c.dropEchoes()
	mass := c.massRemoved()
	keys := make([]string, len(c.changes))
	for i := range c.changes {
		keys[i] = c.causeOf(&c.changes[i], mass)
	}
	c.foldUnread(keys)
	groups := map[string]*cause{}
	for i := range c.changes {
		f := &c.changes[i]
		if keys[i] == "" {
			continue
		}
		g := groups[keys[i]]
		if g == nil {
			g = &cause{fewest: fewest}
			groups[keys[i]] = g
		}
		g.take(f, mass)
	}
	list := make([]Change, 0, len(c.changes)+len(groups))
	for i := range c.changes {
		f := &c.changes[i]
		switch g := groups[keys[i]]; {
		case g == nil, !g.done && len(g.members) < g.fewest:
			list = c.told(list, &cause{head: f, members: pointers(f.members)})
		case !g.done:
			list = c.told(list, g)
			g.done = true
		}
	}
	return list
}

func pointers(list []Change) []*Change {
	at := make([]*Change, len(list))
	for i := range list {
		at[i] = &list[i]
	}
	return at
}

// take adds a change to its cause.
func (g *cause) take(f *Change, mass map[string]bool) {
	switch {
	case f.subject == "table" && (f.op == added || f.op == removed):
		g.head, g.fewest = f, 0
		return
	case f.subject == "entry" && f.op == removed && mass[f.Table]:
		g.fewest = 0
	}
	g.members = append(g.members, f)
}

// told appends a cause to a list: its head, and the members that somebody
// edited.
func (c *comparer) told(list []Change, g *cause) []Change {
	if len(g.members) == 0 {
		return append(list, *g.head)
	}
	head := c.headOf(g)
	list = append(list, head)
	for _, m := range g.members {
		if m.subject == "entry" && (m.op == added || m.op == removed) || c.isAtEdit(m) {
			list = append(list, *m)
			told := &list[len(list)-1]
			told.Cause, told.members = head.Fingerprint, nil
		}
	}
	return list
}

// headOf is the change that tells a cause.
func (c *comparer) headOf(g *cause) Change {
	first := g.members[max(0, slices.IndexFunc(g.members, c.isAtEdit))]
	head := *first
	if g.head != nil {
		head = *g.head
		if !c.isAtEdit(&head) {
			head.OldLine, head.NewLine = first.OldLine, first.NewLine
		}
	} else {
		head.Code, head.Key, head.Words, head.Hint, head.OldEntry, head.NewEntry = "", "", first.Words, "", nil, nil
		head.Old, head.New = g.common()
		if slices.ContainsFunc(g.members, func(m *Change) bool { return m.Table != head.Table }) {
			head.Table, head.OldHeading, head.NewHeading = "", "", ""
		}
		if first.subject == "entry" && first.op == removed {
			head.subject = "codes"
			head.Old = fmt.Sprintf("%d of %d codes", len(g.members), c.sizeOf(first.Table))
			head.seal()
		}
	}
	prints := make([]string, len(g.members))
	seen := map[string]bool{"": true}
	for i, m := range g.members {
		prints[i] = m.Fingerprint
		head.Bump = max(head.Bump, m.Bump)
		if !seen[m.Code] {
			head.Codes = append(head.Codes, m.Code)
			seen[m.Code] = true
		}
	}
	c.toEdit(&head)
	if head.subject == "row" && head.op == unread {
		head.Hint = "on lines " + some(placesOf(g.members))
	}
	head.Count, head.members = len(g.members), nil
	sum := sha256.Sum256([]byte(head.Fingerprint + "\x00" + strings.Join(prints, "\x00")))
	head.Fingerprint = hex.EncodeToString(sum[:8])
	return head
}

// placesOf are the lines of changes, as either side counts them.
func placesOf(changes []*Change) []string {
	var list []string
	for _, f := range changes {
		if f.NewLine > 0 {
			list = append(list, strconv.Itoa(f.NewLine))
		} else {
			list = append(list, "was "+strconv.Itoa(f.OldLine))
		}
	}
	return list
}

// sizeOf is how many entries a table of the old state had.
func (c *comparer) sizeOf(table string) int {
	for _, m := range c.matchings {
		if m.new.Name == table || m.old.Name == table && len(m.old.Entries) > 0 {
			return len(m.old.Entries)
		}
	}
	return 0
}

// common is what all members of a cause have replaced by what.
func (g *cause) common() (before, after string) {
	for i := range g.members {
		old, new := delta(g.members[i].Old, g.members[i].New)
		if i > 0 && (old != before || new != after) {
			return "", ""
		}
		before, after = old, new
	}
	return before, after
}

// isAtEdit reports whether a change stands on a line that somebody edited, as
// far as that is known.
func (c *comparer) isAtEdit(f *Change) bool {
	for i := range c.files {
		if c.files[i].old.File == fileOf(f) {
			return isEdited(c.files[i].edits.old, f.OldLine, f.OldLine) || isEdited(c.files[i].edits.new, f.NewLine, f.NewLine)
		}
	}
	return true
}

// dropEchoes drops what another change says already: the name of a guessed
// table is its heading, and the text of a code that means another thing now is
// another one.
func (c *comparer) dropEchoes() {
	reused := map[string]bool{}
	for i := range c.changes {
		if f := &c.changes[i]; f.ID == "code-reused" {
			reused[f.Table+"\x00"+f.Code] = true
		}
	}
	c.changes = slices.DeleteFunc(c.changes, func(f Change) bool {
		return f.ID == "table-titled" && f.NewHeading != "" ||
			(f.subject == "text" || f.subject == "texts") && reused[f.Table+"\x00"+f.Code]
	})
}

// massRemoved are the tables that lost a fifth of their entries at once, and
// more than one.
func (c *comparer) massRemoved() map[string]bool {
	count, mass := map[string]int{}, map[string]bool{}
	for i := range c.changes {
		if f := &c.changes[i]; f.subject == "entry" && f.op == removed {
			count[f.Table]++
		}
	}
	for table, n := range count {
		mass[table] = n > 1 && 5*n >= c.sizeOf(table)
	}
	return mass
}

// byTable are the rules whose changes within one table nobody has to look at
// one by one: they have one cause, whatever each says.
var byTable = []string{
	"whitespace", "typography", "links", "code-notation", "code-format", "code-reused", "section-changed", "layout-changed", "code-moved",
}

// causeOf names what a change has its cause in common with: nothing where it
// stands for itself.
func (c *comparer) causeOf(f *Change, mass map[string]bool) string {
	switch {
	case f.subject == "table" && (f.op == added || f.op == removed):
		return fmt.Sprint("table ", f.op, f.Table)
	case strings.HasSuffix(f.subject, "entry") && (f.op == added || f.op == removed):
		switch {
		case c.isGoneTable(f.Table) || c.isNewTable(f.Table):
			return fmt.Sprint("table ", f.op, f.Table)
		case f.op == removed && mass[f.Table]:
			return "mass " + f.Table
		}
		return ""
	case f.subject == "row" && f.op == marked, f.ID == "heading-changed":
		return f.ID
	case f.subject == "row":
		return fmt.Sprint(f.ID, f.block, f.NewLine > 0)
	case slices.Contains(byTable, f.ID) || f.Column == "group":
		return f.ID + " " + f.Table
	case f.Code == "":
		return ""
	}
	before, after := delta(f.Old, f.New)
	return strings.Join([]string{f.ID, f.Column, before, after}, "\x00")
}

// mostUnread is how many parts of a page that nothing reads are told one by one.
const mostUnread = 5

// foldUnread makes one cause of what changed in the many parts of a page that
// nothing reads: a manual has hundreds.
func (c *comparer) foldUnread(keys []string) {
	parts := map[string]bool{}
	for i := range c.changes {
		if f := &c.changes[i]; f.subject == "row" && f.op == unread {
			parts[keys[i]] = true
		}
	}
	if len(parts) <= mostUnread {
		return
	}
	for i, key := range keys {
		if parts[key] {
			keys[i] = string(unread)
		}
	}
}

// isGoneTable reports whether an old table of that name has no partner.
func (c *comparer) isGoneTable(name string) bool {
	for _, t := range c.lost {
		if t.Name == name && (!c.absorbed[t] || !c.guessed) {
			return true
		}
	}
	return false
}

func (c *comparer) isNewTable(name string) bool {
	for _, t := range c.found {
		if t.Name == name && !c.absorbed[t] {
			return true
		}
	}
	return false
}

// delta is the part in which two texts differ, in whole words.
func delta(before, after string) (string, string) { return between(before, after, isWordEdge) }

// isWordEdge reports whether no word is cut at a place of a text.
func isWordEdge(s string, at int) bool {
	if at == 0 || at == len(s) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at:])
	return utf8.RuneStart(s[at]) && (!isTold(before) || !isTold(after) || text.Unspaced(before) || text.Unspaced(after))
}
