package drift

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// entries compares the entries of a table that are on both sides, but for the
// columns that changed as a whole.
func (c *comparer) entries(m *matching, all []column, whole map[string]bool) {
	reused := m.reuses()
	for _, p := range m.pairs {
		c.identity(m, p, reused[p.new])
		for i := range all {
			col := &all[i]
			before, after := col.get(p.old), col.get(p.new)
			if before == after || whole[col.name] || col.name == "aliases" && (p.old.Name == "" || p.new.Name == "") {
				continue
			}
			if col.subject() == "key" && (reused[p.new] || p.op == respelled && (before == "" || after == "")) {
				continue // said already
			}
			c.cell(m, p, col, before, after)
		}
	}
}

// identity reports what happened to the code of an entry itself.
func (c *comparer) identity(m *matching, p pair, isReused bool) {
	what := p.op
	if isReused {
		what = reused
	}
	if what == "" {
		return
	}
	f := c.ofEntry(m.new, p)
	f.subject, f.op, f.Column = "entry", what, "code"
	f.Old, f.New = m.old.ID(p.old), m.new.ID(p.new)
	if isReused {
		f.Old, f.New = cmp.Or(p.old.Key, p.old.Text), cmp.Or(p.new.Key, p.new.Text)
	}
	if what == reradixed && m.old.Value.IsInteger() && m.new.Value.IsInteger() {
		f.subject = "number"
	}
	if what == respelled && f.Old == p.new.Key || what == respelled && f.New == p.old.Key {
		f.subject = "alternative"
	}
	c.add(f)
}

// cell reports what changed in one column of one entry.
func (c *comparer) cell(m *matching, p pair, col *column, before, after string) {
	f := c.ofEntry(m.new, p)
	f.subject, f.op, f.Column, f.Old, f.New = col.subject(), changed, col.name, before, after
	switch col.class {
	case prose:
		if isTranslationOfText(p, col) {
			return
		}
		f.op, f.Words = compareText(before, after)
	case mark:
		f.op = markOp(before, after)
	case list:
		c.values(f, p)
		return
	case limit:
		f.op = limitOp(col.name, f.Key, before, after)
	case caption:
		if title, ok := m.titles[before]; ok && title == after {
			return
		}
		f.op = classOp(before, after)
	case status:
		f.op = classOp(before, after)
	case symbol:
		f.op = symbolOp(before, after)
		if col.name == "type" && f.op == changed && before != "" && after != "" {
			if how := typeOp(before, after); how == respelled || m.new.Kind == model.Params {
				f.op = how
			}
		}
		if col.name == "name" {
			f.op = nameOp(p)
		}
		if col.name == "placeholders" && p.old.Text != p.new.Text || col.name == "name" && f.op == "" {
			return
		}
	}
	c.add(f)
}

// isTranslationOfText reports whether a change of a translation is one of the
// text itself, which has been reported: a page in one language has it twice.
func isTranslationOfText(p pair, col *column) bool {
	return col.subject() == "texts" && col.get(p.old) == p.old.Text && col.get(p.new) == p.new.Text
}

func markOp(before, after string) op {
	switch {
	case before == "":
		return added
	case after == "":
		return removed
	}
	return changed
}

// classOp is for values that may be prose, where only their form changed.
func classOp(before, after string) op {
	if how, _ := compareText(before, after); how == whitespace || how == typography || how == links {
		return how
	}
	return changed
}

// symbolOp is for literals, where one side may have none.
func symbolOp(before, after string) op {
	if unspaced(before) == unspaced(after) {
		return whitespace
	}
	return changed
}

// nameOp is what happened to a Go identifier: a declared rename leaves an
// alias. Specs that no lock has named say nothing of identifiers.
func nameOp(p pair) op {
	switch {
	case p.old.Name == "" || p.new.Name == "":
		return ""
	case slices.Contains(p.new.Aliases, p.old.Name):
		return renamed
	}
	return changed
}

// values reports the values of a list one by one. An alias that has come is
// told by the rename that left it.
func (c *comparer) values(f Change, p pair) {
	before, after := linesOf(f.Old), linesOf(f.New)
	gone, come := difference(before, after)
	if len(gone)+len(come) == 0 {
		f.op = reordered
		c.add(f)
		return
	}
	for _, v := range gone {
		f.op, f.Old, f.New = removed, v, ""
		c.add(f)
	}
	for _, v := range come {
		if f.subject == "aliases" && v == p.old.Name {
			continue
		}
		f.op, f.Old, f.New = added, "", v
		c.add(f)
	}
}

func linesOf(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}
