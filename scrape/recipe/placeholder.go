package recipe

import (
	"slices"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/text"
)

// placeholders are the holes of a text, each once: those of every vendor, and
// those that the recipe knows.
func (rd *reading) placeholders(said string) []string {
	found := text.Placeholders(said)
	if rd.table.Holes == nil {
		return found
	}
	for _, hole := range rd.table.Holes.find.FindAllString(said, -1) {
		if hole != "" && !slices.Contains(found, hole) {
			found = append(found, hole)
		}
	}
	return found
}

// checkCarries wants a code that carries a number: a pattern that reads none
// is a mistake.
func (t *Table) checkCarries(built *model.Table, file string, problems *model.Problems) {
	for i := range built.Entries {
		if t.Carries.find.MatchString(built.Entries[i].Code) {
			return
		}
	}
	problems.Add(file, t.Carries.line, "drop it, or correct it", "no code of table %s has a part that reads %s", t.Name, t.Carries)
}
