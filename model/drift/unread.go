package drift

import (
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/model"
)

// A file is one file of the snapshot in both states.
type file struct {
	old, new *model.Ground
	edits    *lineEdits
}

// filesOf pairs the files of two states that are known line by line.
func filesOf(before, after *model.Spec) []file {
	var list []file
	for i := range before.Grounds {
		for j := range after.Grounds {
			if a, b := &before.Grounds[i], &after.Grounds[j]; a.File == b.File {
				list = append(list, file{a, b, editsOf(a.Lines, b.Lines)})
			}
		}
	}
	return list
}

// A looseRow is a row of either state whose lines were edited, and at which no
// change stands.
type looseRow struct {
	*model.Row
	table  *model.Table // that the row was read into; nil where nothing read it
	entry  *model.Entry
	isSaid bool // an entry says all that the row does, or it is a header
}

// unread reports edited lines that look like rows and that no change is about:
// what nothing read, and what changed in its form only.
func (c *comparer) unread(f *file) {
	told := c.lines(f.old.File)
	gone := c.looseRows(f.old, f.edits.old, told.old, c.old)
	come := c.looseRows(f.new, f.edits.new, told.new, c.new)
	gone, come = c.unmarkedRows(gone, come)
	at := map[string][]int{}
	for j := range come {
		at[come[j].Key] = append(at[come[j].Key], j)
	}
	done := make([]bool, len(come))
	for i := range gone {
		var partner *looseRow
		if rest := at[gone[i].Key]; len(rest) > 0 {
			partner, done[rest[0]], at[gone[i].Key] = &come[rest[0]], true, rest[1:]
		}
		c.unreadRow(&gone[i], partner)
	}
	for j := range come {
		if !done[j] {
			c.unreadRow(nil, &come[j])
		}
	}
}

// toldLines are the lines that changes stand at.
type toldLines struct{ old, new map[int][]string }

// lines are those of one file, with what the changes say there.
func (c *comparer) lines(name string) toldLines {
	t := toldLines{map[int][]string{}, map[int][]string{}}
	for i := range c.changes {
		f := &c.changes[i]
		if fileOf(f) != name {
			continue
		}
		if f.OldLine > 0 {
			t.old[f.OldLine] = append(t.old[f.OldLine], f.Code, f.Key, f.Old)
		}
		if f.NewLine > 0 {
			t.new[f.NewLine] = append(t.new[f.NewLine], f.Code, f.Key, f.New)
		}
	}
	return t
}

// fileOf is the file of the snapshot that a change is in.
func fileOf(f *Change) string {
	switch {
	case f.NewEntry != nil:
		return f.NewEntry.File
	case f.OldEntry != nil:
		return f.OldEntry.File
	}
	return f.file
}

// looseRows are the rows on edited lines at which no change stands.
func (c *comparer) looseRows(g *model.Ground, edited []bool, told map[int][]string, s *model.Spec) []looseRow {
	beside := map[int]int{} // rows that begin on a line: a page may be one line
	for i := range g.Rows {
		beside[g.Rows[i].From]++
	}
	var list []looseRow
	read := readersOf(s, g.File)
	blocks := map[int]bool{} // in which an entry begins, and whether a change stands there
	for i := range g.Rows {
		r := &g.Rows[i]
		if by := read.at(r, beside[r.From] > 1); by != nil {
			blocks[r.Block] = blocks[r.Block] || hasChange(r, told, false)
		}
	}
	for i := range g.Rows {
		r := &g.Rows[i]
		shared := beside[r.From] > 1
		if !isEdited(edited, r.From, r.To) || hasChange(r, told, shared) {
			continue
		}
		by := read.around(r, shared)
		switch {
		case r.Header && blocks[r.Block]: // by what became of its columns
			continue
		case by != nil && hasChangeIn(by, told): // as part of what an entry says
			continue
		}
		row := looseRow{Row: r, isSaid: by != nil || r.Header || read.elsewhere(r) != nil}
		if by == nil {
			by = read.at(r, shared)
		}
		if by != nil {
			row.table, row.entry = by.table, by.entry
		}
		list = append(list, row)
	}
	return list
}

// hasChange reports whether a change stands at a row. Where rows share their
// lines, it has to be about what this one says.
func hasChange(r *model.Row, told map[int][]string, shared bool) bool {
	for no := r.From; no <= r.To; no++ {
		if said := told[no]; said != nil && (!shared || saysIt(r, said)) {
			return true
		}
	}
	return false
}

func saysIt(r *model.Row, said []string) bool {
	return slices.ContainsFunc(said, func(s string) bool { return s != "" && strings.Contains(r.Text, s) })
}

// unmarkedRows reports the rows that say the same on both sides, in another
// form or at another place, and returns the others.
func (c *comparer) unmarkedRows(gone, come []looseRow) (a, b []looseRow) {
	at := map[string][]int{}
	for j := range come {
		text := come[j].essence()
		at[text] = append(at[text], j)
	}
	done := make([]bool, len(come))
	for i := range gone {
		text := gone[i].essence()
		rest := at[text]
		if len(rest) == 0 {
			a = append(a, gone[i])
			continue
		}
		done[rest[0]], at[text] = true, rest[1:]
		c.row(marked, &gone[i], &come[rest[0]])
	}
	for j := range come {
		if !done[j] {
			b = append(b, come[j])
		}
	}
	return a, b
}

// essence is what the row says, in whatever form. Its first word may be a code:
// then nothing but quotes and white space is its form.
func (r *looseRow) essence() string {
	key := strings.Trim(r.Key, quotes)
	if strings.ContainsFunc(key, unicode.IsSpace) {
		key = ""
	}
	return essence(r.Text) + "\x00" + unspaced(key)
}

// unreadRow reports a row that changed in what it says; one side may be nil.
// A row that was read says the same by what was read of it, but where its
// table got or lost a column.
func (c *comparer) unreadRow(gone, come *looseRow) {
	switch {
	case gone != nil && gone.entry != nil && c.inColumn(gone, come):
	case come != nil && come.entry != nil && c.inColumn(gone, come):
	case gone == nil && c.isKept(come), come == nil && c.isKept(gone):
		c.row(marked, gone, come) // in a form that does not look like a row
	case (gone == nil || gone.isSaid) && (come == nil || come.isSaid):
		c.row(marked, gone, come)
	default:
		c.row(unread, gone, come)
	}
}

// isKept reports whether a row was read into an entry that both states have.
func (c *comparer) isKept(r *looseRow) bool {
	if r.entry == nil {
		return false
	}
	if c.kept == nil {
		c.kept = map[*model.Entry]bool{}
		for _, m := range c.matchings {
			for _, p := range m.pairs {
				c.kept[p.old], c.kept[p.new] = true, true
			}
		}
	}
	return c.kept[r.entry]
}

// inColumn adds a row to the change of a whole column of its table.
func (c *comparer) inColumn(gone, come *looseRow) bool {
	for i := range c.changes {
		f := &c.changes[i]
		if f.subject != "column" && f.subject != "class" && f.subject != "translation" || f.IsMember() {
			continue
		}
		member := *f
		member.members, member.cells, member.ids, member.Old, member.New, member.OldLine, member.NewLine = nil, nil, nil, "", "", 0, 0
		switch {
		case come != nil && come.entry != nil && come.table.Name == f.Table:
			member.Code, member.NewEntry = come.table.ID(come.entry), come.entry
			member.New = f.cells[member.Code]
		case gone != nil && gone.entry != nil && (gone.table.Name == f.Table || gone.table.Name == f.from):
			member.Code, member.OldEntry = gone.table.ID(gone.entry), gone.entry
		default:
			continue
		}
		if gone != nil {
			member.OldLine = gone.From
		}
		if come != nil {
			member.NewLine = come.From
		}
		f.members = append(f.members, member)
		return true
	}
	return false
}

// row reports what happened to a row that no change of an entry is about.
func (c *comparer) row(what op, gone, come *looseRow) {
	f := Change{subject: "row", op: what, Column: "row"}
	for _, r := range []*looseRow{gone, come} {
		if r != nil && r.entry != nil {
			f.Table, f.Code, f.Kind = r.table.Name, r.table.ID(r.entry), r.table.Kind
		}
	}
	if gone != nil {
		f.Old, f.OldLine, f.block = gone.Text, gone.From, gone.Block
	}
	if come != nil {
		f.New, f.NewLine, f.block = come.Text, come.From, come.Block
	}
	if what == marked && f.Old == f.New {
		f.Old, f.New = "", ""
	}
	c.add(f)
}
