package drift

import (
	"cmp"
	"slices"

	"github.com/spectab/spectab/model"
)

// Compare says what changed from one state of a source to another, in the
// order of the new state: of the source, then table by table and entry by
// entry, and last the tables that are gone. What has one cause is one change,
// followed by its members. Neither Spec is changed. Where the grounds of both
// are known, lines that changed and that nothing read are told too. Specs
// without a Package were guessed: their tables have no Go types, so that it
// means little which table a code stands in. Either may be nil: then the
// source itself came or went, and no more is said.
func Compare(before, after *model.Spec) []Change {
	if before == nil || after == nil {
		return wholeSource(before, after)
	}
	c := factsOf(before, after)
	for _, f := range filesOf(before, after) {
		c.files = append(c.files, f)
		c.stay(&f)
		c.place(&f)
		c.unread(&f)
	}
	c.verdicts()
	return c.causes()
}

// factsOf finds what differs between two states, entry by entry.
func factsOf(before, after *model.Spec) *comparer {
	c := &comparer{old: before, new: after, absorbed: map[*model.Table]bool{}}
	c.guessed = before.Package == "" && after.Package == ""
	c.matchings, c.lost, c.found = pairTables(before, after, c.guessed)
	for _, t := range c.lost {
		c.matchings = append(c.matchings, match(t, &model.Table{Name: t.Name, Kind: t.Kind}, c.guessed))
	}
	for _, t := range c.found {
		c.matchings = append(c.matchings, match(&model.Table{Name: t.Name, Kind: t.Kind}, t, c.guessed))
	}
	c.source()
	c.migrations(c.migrate())
	for _, m := range c.matchings {
		c.table(m)
	}
	return c
}

// verdicts gives each fact its own, and puts them into order.
func (c *comparer) verdicts() {
	for i := range c.changes {
		c.changes[i].seal()
		for j := range c.changes[i].members {
			m := &c.changes[i].members[j]
			m.Source, m.guessed = c.changes[i].Source, c.guessed
			m.seal()
		}
	}
	c.sort()
}

type comparer struct {
	old, new    *model.Spec
	guessed     bool
	matchings   []*matching
	lost, found []*model.Table        // that have no partner
	absorbed    map[*model.Table]bool // merged or split, so neither lost nor added
	changes     []Change
	kept        map[*model.Entry]bool // that have a partner; nil until somebody asks
	files       []file                // of the snapshots, where they are known line by line
}

func (c *comparer) add(f Change) {
	f.Source, f.guessed = c.new.Source, c.guessed
	if t := c.old.Table(f.Table); t != nil {
		f.OldHeading = t.Heading
	}
	if t := c.new.Table(f.Table); t != nil {
		f.NewHeading = t.Heading
	}
	c.changes = append(c.changes, f)
}

// ofTable is a fact of a whole table.
func (c *comparer) ofTable(t *model.Table, subject string, what op) Change {
	f := Change{Table: t.Name, Kind: t.Kind, subject: subject, op: what}
	if len(t.Entries) > 0 {
		f.file = t.Entries[0].File
	}
	return f
}

// ofEntry is a fact of an entry, either side of which may be nil.
func (c *comparer) ofEntry(t *model.Table, p pair) Change {
	f := Change{Table: t.Name, Kind: t.Kind, OldEntry: p.old, NewEntry: p.new}
	if p.old != nil {
		f.Code, f.Key, f.OldLine = t.ID(p.old), p.old.Key, p.old.Line
	}
	if p.new != nil {
		f.Code, f.Key, f.NewLine = t.ID(p.new), p.new.Key, p.new.Line
	}
	return f
}

// table compares one table with its partner.
func (c *comparer) table(m *matching) {
	switch {
	case c.isGone(m.old) && !c.absorbed[m.old], c.isGone(m.old) && !c.guessed:
		f := c.ofTable(m.old, "table", removed)
		f.Old, f.OldLine = m.old.Name, firstLine(m.old)
		c.add(f)
	case c.isNew(m.new) && !c.absorbed[m.new]:
		f := c.ofTable(m.new, "table", added)
		f.New, f.NewLine = m.new.Name, firstLine(m.new)
		c.add(f)
	}
	c.tableItself(m)
	all := columnsOf(m.old, m.new)
	whole := c.wholeColumns(m, all)
	c.groups(m, whole)
	c.comeAndGone(m)
	c.entries(m, all, whole)
	c.order(m)
}

func firstLine(t *model.Table) int {
	if len(t.Entries) == 0 {
		return 0
	}
	return t.Entries[0].Line
}

// tableItself compares what a table says of itself.
func (c *comparer) tableItself(m *matching) {
	for _, s := range []struct{ subject, old, new string }{
		{"table-name", m.old.Name, m.new.Name},
		{"kind", string(m.old.Kind), string(m.new.Kind)},
		{"heading", m.old.Heading, m.new.Heading},
		{"value-type", cmp.Or(m.old.Value.Type, "string"), cmp.Or(m.new.Value.Type, "string")},
	} {
		if s.old == s.new || c.isGone(m.old) || c.isNew(m.new) {
			continue
		}
		f := c.ofTable(m.new, s.subject, changed)
		f.Column, f.Old, f.New, f.from = s.subject, s.old, s.new, m.old.Name
		f.OldLine, f.NewLine = firstLine(m.old), firstLine(m.new)
		c.add(f)
	}
}

// comeAndGone reports entries that one side has only.
func (c *comparer) comeAndGone(m *matching) {
	hints := m.hints()
	was, is := tombstones(m.old), tombstones(m.new)
	present := map[string]bool{}
	for i := range m.new.Entries {
		present[m.new.ID(&m.new.Entries[i])] = true
	}
	for _, e := range m.lost {
		f := c.ofEntry(m.old, pair{old: e})
		f.Table = m.new.Name
		f.subject, f.op, f.Old, f.Hint = "entry", removed, gist(m.old, e), hints[e]
		if isNamed(m.old) && isNamed(m.new) && !is[f.Code] {
			f.op = purged
		}
		c.add(f)
	}
	for _, e := range m.found {
		f := c.ofEntry(m.new, pair{new: e})
		f.subject, f.op, f.New, f.Hint = "entry", added, gist(m.new, e), hints[e]
		switch {
		case was[f.Code]:
			f.op = restored
		case e.Required && m.new.Kind == model.Params:
			f.subject = "required-entry"
		}
		c.add(f)
	}
	for _, g := range m.old.Gone {
		if isNamed(m.new) && !is[g.Code] && !present[g.Code] {
			f := c.ofTable(m.new, "entry", purged)
			f.Code, f.Old = g.Code, g.Name
			c.add(f)
		}
	}
}

func tombstones(t *model.Table) map[string]bool {
	codes := map[string]bool{}
	for _, g := range t.Gone {
		codes[g.Code] = true
	}
	return codes
}

// isNamed reports whether a lock has seen the table.
func isNamed(t *model.Table) bool {
	return len(t.Gone) > 0 || len(t.Entries) > 0 && t.Entries[0].Name != ""
}

// gist is what an entry says in one line: its text, or what else it has.
func gist(t *model.Table, e *model.Entry) string {
	if t.Kind == model.Constants {
		return e.Code
	}
	return cmp.Or(e.Text, e.Detail, e.Key, e.Default)
}

// sort puts changes into the order of the new state. What is gone stands
// where it was.
func (c *comparer) sort() {
	tables := map[string]int{"": -1}
	for i := range c.new.Tables {
		tables[c.new.Tables[i].Name] = i
	}
	rank := func(f *Change) int {
		if i, ok := tables[f.Table]; ok {
			return i
		}
		return len(tables)
	}
	slices.SortStableFunc(c.changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(rank(&a), rank(&b)), cmp.Compare(a.Table, b.Table),
			cmp.Compare(min(1, len(a.Code)), min(1, len(b.Code))), cmp.Compare(cmp.Or(a.NewLine, a.OldLine), cmp.Or(b.NewLine, b.OldLine)))
	})
}
