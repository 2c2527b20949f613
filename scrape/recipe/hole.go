package recipe

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// A placeholder is a hole in a message: $1 and $name as wikis and shells write
// them, printf verbs, %1 and @1 with nothing before them, and names in braces.
var placeholder = regexp.MustCompile(`\$\d+|\$[A-Za-z_]\w*|%(?:\d+\$)?[sdiufxXqv]\b|[%@]\d+\b|\{[A-Za-z_]\w*\}`)

// placeholders are the holes of a text, each once: those of every vendor, and
// those that the recipe knows.
func (rd *reading) placeholders(text string) []string {
	found := placeholders(text)
	if rd.table.Holes == nil {
		return found
	}
	for _, hole := range rd.table.Holes.find.FindAllString(text, -1) {
		if hole != "" && !slices.Contains(found, hole) {
			found = append(found, hole)
		}
	}
	return found
}

func placeholders(text string) []string {
	if !strings.ContainsAny(text, "$%{@") {
		return nil
	}
	var found []string
	for _, at := range placeholder.FindAllStringIndex(text, -1) {
		hole := text[at[0]:at[1]]
		if (hole[0] == '%' || hole[0] == '@') && at[0] > 0 && isWordByte(text[at[0]-1]) {
			continue // 50%1 and user@2 are none
		}
		if !slices.Contains(found, hole) {
			found = append(found, hole)
		}
	}
	return found
}

func isWordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
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
