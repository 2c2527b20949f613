package recipe

import (
	"slices"

	"github.com/spectab/spectab/scrape/page"
)

// by is the pattern of a skip, and whether it is one of a code cell alone.
func (s *Skip) by() (p *Pattern, cell bool) {
	if s.Code != nil {
		return s.Code, true
	}
	return s.Match, false
}

// matches reports whether a row is declared to be none.
func (s *Skip) matches(code, row string) bool {
	p, cell := s.by()
	if cell {
		return p.MatchWhole(code)
	}
	return p.MatchWhole(row)
}

// skipOf is the skip by which the recipe declares a row to be none, or -1: code
// is what stands in the place of its code.
func (t *Table) skipOf(code string, cells []page.Cell) int {
	if len(t.Skip) == 0 {
		return -1
	}
	row := rowText(cells)
	return slices.IndexFunc(t.Skip, func(s Skip) bool { return s.matches(code, row) })
}

// skip passes over a row that the recipe declares to be none.
func (rd *reading) skip(code string, cells []page.Cell) bool {
	i := rd.table.skipOf(code, cells)
	if i >= 0 {
		rd.skipped[i] = true
	}
	return i >= 0
}

// skipLine is skip for a line, which has no place for a code.
func (rd *reading) skipLine(text string) bool {
	i := slices.IndexFunc(rd.table.Skip, func(s Skip) bool { return s.Match.MatchWhole(text) })
	if i >= 0 {
		rd.skipped[i] = true
	}
	return i >= 0
}

// unusedSkips reports skips that are needed no more. One that is for what a
// code cell says is told of only, where the codes have a form: the vendor took a
// line of prose out, or says it otherwise, and by their form the codes are safe.
func (rd *reading) unusedSkips() {
	for i := range rd.table.Skip {
		if rd.skipped[i] || rd.recipe.translation {
			continue
		}
		p, cell := rd.table.Skip[i].by()
		if cell && rd.table.Code != nil {
			rd.warn(0, "the skip %s matches nothing any more: drop it, %s:%d", p, rd.recipe.file, p.line)
			continue
		}
		rd.recipeProblem(p.line, "drop it", "the skip %s matches nothing any more", p)
		page.Guarded((*rd.problems)[len(*rd.problems)-1:], GuardPatternLost)
	}
}
