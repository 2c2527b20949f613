package drift

import "github.com/spectab/spectab/model"

// wholeColumns reports the columns that a table got, lost or calls by another
// header, and returns the names of those whose cells need no further word.
func (c *comparer) wholeColumns(m *matching, all []column) map[string]bool {
	whole := map[string]bool{}
	if len(m.pairs) == 0 {
		return whole
	}
	// A guess may have missed a whole column of marks, but no single mark.
	var come, gone []*column
	for i := range all {
		switch before, after := all[i].in(m.old), all[i].in(m.new); {
		case before == after, !all[i].lasting && (!c.guessed || all[i].name != "required" || all[i].count(m.old)+all[i].count(m.new) < 2):
		case before:
			gone = append(gone, &all[i])
		default:
			come = append(come, &all[i])
		}
	}
	for _, g := range gone {
		whole[g.name] = true
		if heir := c.heir(m, g, come); heir != nil && !whole[heir.name] {
			whole[heir.name] = true
			f := c.ofColumn(m, g, renamed)
			f.Old, f.New, f.Column = g.name, heir.name, heir.name
			f.cells = cellsOf(heir, m.new)
			if heir.isClass() {
				f.subject = "class"
			}
			c.add(f)
			continue
		}
		f := c.ofColumn(m, g, removed)
		f.Old = g.name
		c.add(f)
	}
	for _, a := range come {
		if !whole[a.name] {
			whole[a.name] = true
			f := c.ofColumn(m, a, added)
			f.New, f.cells = a.name, cellsOf(a, m.new)
			c.add(f)
		}
	}
	return whole
}

func (c *comparer) ofColumn(m *matching, col *column, what op) Change {
	f := c.ofTable(m.new, "column", what)
	f.Column, f.OldLine, f.NewLine = col.name, firstLine(m.old), firstLine(m.new)
	if col.isClass() {
		f.subject = "class"
	}
	if col.subject() == "texts" {
		f.subject = "translation"
	}
	return f
}

// isClass reports whether a column sorts entries into classes.
func (c *column) isClass() bool { return c.name == "http" || c.name == "group" }

func cellsOf(col *column, t *model.Table) map[string]string {
	cells := map[string]string{}
	for i := range t.Entries {
		if v := col.get(&t.Entries[i]); v != "" {
			cells[t.ID(&t.Entries[i])] = v
		}
	}
	return cells
}

// heir is the new column that says what a lost one said, nearly always.
func (c *comparer) heir(m *matching, lost *column, come []*column) *column {
	for _, candidate := range come {
		same, filled := 0, 0
		for _, p := range m.pairs {
			before, after := lost.get(p.old), candidate.get(p.new)
			if before == "" && after == "" {
				continue
			}
			filled++
			if essence(before) == essence(after) {
				same++
			}
		}
		if filled > 1 && same*10 >= filled*9 && candidate.subject() != "texts" && lost.subject() != "texts" {
			return candidate
		}
	}
	return nil
}
