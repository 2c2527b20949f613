package drift

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// stay drops what came or went by a guess alone: a row whose line stands on
// both pages did neither, and a table of nothing but such rows did not either.
func (c *comparer) stay(f *file) {
	if !c.guessed {
		return
	}
	gone, left := map[string]bool{}, map[string]bool{} // tables whose rows were dropped, and those with others
	c.changes = slices.DeleteFunc(c.changes, func(x Change) bool {
		if !strings.HasSuffix(x.subject, "entry") || x.op != added && x.op != removed || fileOf(&x) != f.old.File {
			return false
		}
		side, line := f.edits.new, x.NewLine
		if x.op == removed {
			side, line = f.edits.old, x.OldLine
		}
		stays := line > 0 && !isEdited(side, line, line)
		if key := string(x.op) + x.Table; stays {
			gone[key] = true
		} else {
			left[key] = true
		}
		return stays
	})
	c.changes = slices.DeleteFunc(c.changes, func(x Change) bool {
		key := string(x.op) + x.Table
		return x.subject == "table" && gone[key] && !left[key]
	})
}

// place moves changes that stand on a line which was not edited to the line of
// the edit, where there is one within what the change is about: a later line
// of an entry, or the heading above a table.
func (c *comparer) place(f *file) {
	ends := map[*model.Entry]int{}
	for _, s := range []*model.Spec{c.old, c.new} {
		endsOf(s, ends)
	}
	for i := range c.changes {
		change := &c.changes[i]
		if fileOf(change) != f.old.File {
			continue
		}
		change.OldLine = placed(change.OldLine, ends[change.OldEntry], f.edits.old)
		change.NewLine = placed(change.NewLine, ends[change.NewEntry], f.edits.new)
	}
}

// endsOf notes the line behind each entry: that of the next one of its table.
func endsOf(s *model.Spec, ends map[*model.Entry]int) {
	for i := range s.Tables {
		all := entriesOf(&s.Tables[i])
		slices.SortStableFunc(all, func(a, b *model.Entry) int {
			return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
		})
		for j, e := range all {
			ends[e] = e.Line + farthest
			if j+1 < len(all) && all[j+1].File == e.File {
				ends[e] = min(ends[e], max(e.Line+1, all[j+1].Line))
			}
		}
	}
}

// farthest is how many lines away from an entry or a table an edit is looked
// for that a change of it may be about.
const farthest = 400

// placed is the line of the edit that a change at a line is about; end is
// behind the entry, 0 for a change of a whole table.
func placed(line, end int, edited []bool) int {
	if line == 0 || isEdited(edited, line, line) {
		return line
	}
	if end > 0 {
		for no := line; no < end && no < len(edited); no++ {
			if edited[no] {
				return no
			}
		}
		return line
	}
	for away := 1; away <= farthest; away++ {
		for _, no := range []int{line - away, line + away} {
			if isEdited(edited, no, no) {
				return no
			}
		}
	}
	return line
}

// toEdit moves a change of many entries, none of which was edited, to the edit
// that comes before them, or else behind them.
func (c *comparer) toEdit(f *Change) {
	if c.isAtEdit(f) {
		return
	}
	for i := range c.files {
		if c.files[i].old.File == fileOf(f) {
			f.OldLine, f.NewLine = nearestEdit(f.OldLine, c.files[i].edits.old), nearestEdit(f.NewLine, c.files[i].edits.new)
		}
	}
}

func nearestEdit(line int, edited []bool) int {
	for no := min(line, len(edited)-1); no > 0; no-- {
		if edited[no] {
			return no
		}
	}
	for no := line; no > 0 && no < len(edited); no++ {
		if edited[no] {
			return no
		}
	}
	return line
}
