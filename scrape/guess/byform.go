package guess

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
	"github.com/spectab/spectab/scrape/vocab"
)

// byForm parts a candidate of which some lists have names of one form, and the
// others names of another: the errors of a call, and the flags that it takes or
// the members of the structure that it fills; constants, and the marks by which
// they tell what defines them.
func byForm(c record.Candidate) []record.Candidate {
	if c.Template == "" {
		return []record.Candidate{c}
	}
	lists := listsOf(&c)
	for _, forms := range [][]string{
		formsOf(&c, lists, ownStems(lists), (*nameList).letters), formsOf(&c, lists, nil, (*nameList).figures), besideErrors(lists),
	} {
		if parts := partsOf(&c, forms); parts != nil {
			var all []record.Candidate
			for _, part := range parts {
				all = append(all, byForm(part)...) // capitals may be of errors and of flags
			}
			return all
		}
	}
	return []record.Candidate{c}
}

// besideErrors are the forms of the rows where some lists stand under a heading
// of errors and others do not, and the names of these have underscores, which
// those of the errors have not, or the other way round: options of a socket, and
// what calls of it fail with. It is nil where they are alike.
func besideErrors(lists []nameList) []string {
	var forms []string
	names, parted := [2]int{}, [2]int{}
	for i := range lists {
		at, form := 0, otherForm
		if title := lists[i].rows[0].Group; vocab.TitlesErrors(title) || vocab.HeaderSays(title, "under") == 1 {
			at, form = 1, errorsForm
		}
		for _, name := range lists[i].names {
			names[at]++
			parted[at] += int(indicator(strings.Contains(name, "_")))
			forms = append(forms, form)
		}
	}
	most := func(at int) bool { return parted[at]*10 >= names[at]*9 }
	few := func(at int) bool { return parted[at]*10 <= names[at] }
	if names[0] == 0 || names[1] == 0 || !(most(0) && few(1) || few(0) && most(1)) {
		return nil
	}
	return forms
}

// partsOf are the rows of a candidate of each form that their names have; nil
// where that is one, or no two rows have it.
func partsOf(c *record.Candidate, forms []string) []record.Candidate {
	count := map[string]int{}
	for _, form := range forms {
		count[form]++
	}
	if len(count) < 2 || count[mixedForm] > 0 {
		return nil
	}
	var parts []record.Candidate
	at := map[string]int{}
	for i, r := range c.Rows {
		form := forms[i]
		if count[form] < 2 {
			return nil
		}
		j, ok := at[form]
		if !ok {
			j = len(parts)
			at[form] = j
			parts = append(parts, *c)
			parts[j].Rows = make([]record.CandidateRow, 0, count[form])
		}
		parts[j].Rows = append(parts[j].Rows, r)
	}
	for i := range parts {
		parts[i] = titledByGroup(parts[i])
	}
	return parts
}

// formsOf are the forms that the names of the rows have: their stem, or where
// there are no stems what written says of the list.
func formsOf(c *record.Candidate, lists []nameList, stems []string, written func(*nameList) string) []string {
	forms := make([]string, 0, len(c.Rows))
	for i := range lists {
		form := ""
		if len(stems) == 0 {
			form = written(&lists[i])
		}
		for _, name := range lists[i].names {
			forms = append(forms, cmp.Or(stemOf(name, stems), form))
		}
	}
	return forms
}

// A nameList is the rows of one list of a region, and their codes.
type nameList struct {
	rows  []record.CandidateRow
	names []string
}

func listsOf(c *record.Candidate) []nameList {
	var lists []nameList
	names := make([]string, len(c.Rows))
	from := 0
	for i := range c.Rows {
		if cells := c.Rows[i].Cells; c.Code < len(cells) {
			names[i], _, _ = strings.Cut(cells[c.Code].Text(), " (") // no remark is of the name
		}
		if i+1 == len(c.Rows) || c.Rows[i].Part != c.Rows[i+1].Part {
			lists = append(lists, nameList{c.Rows[from : i+1], names[from : i+1]})
			from = i + 1
		}
	}
	return lists
}

// What the names of a list are written in.
const (
	capitalLetters = "capitals"
	withFigures    = "figures"
	errorsForm     = "errors"
	otherForm      = "others"
	mixedForm      = "both"
)

// letters says whether the names are in capitals; numbers are too.
func (l *nameList) letters() string {
	return l.written(capitalLetters, func(name string) bool { return name == strings.ToUpper(name) })
}

// figures says whether the names have figures: models.E001, beside words.
func (l *nameList) figures() string {
	return l.written(withFigures, func(name string) bool { return strings.ContainsAny(name, "0123456789") })
}

// written is form where all names have it.
func (l *nameList) written(form string, has func(string) bool) string {
	n := 0
	for _, name := range l.names {
		n += int(indicator(has(name)))
	}
	switch n {
	case len(l.names):
		return form
	case 0:
		return otherForm
	}
	return mixedForm
}

// stemNames is how many names of a list have to begin alike until that is no
// chance; a letter is what many begin with.
const (
	stemNames   = 3
	letterNames = 20
)

// between is what parts the words of a name.
const between = "_.-:/"

// ownStems are what all names of one list begin with, and those of no other list:
// EAI_ beside AI_, where one of them lists errors and another does not. Lists that
// do the same, or whose headings are the stems, are categories of one, but for a few names beside many with a letter
// in common: E2BIG, EACCES, and what POSIX and C99 mean.
func ownStems(lists []nameList) []string {
	var stems []string
	titled := 0
	for i := range lists {
		if stem := lists[i].stem(); stem != "" && !slices.Contains(stems, stem) && ownsStem(lists, i, stem) {
			stems = append(stems, stem)
			titled += int(indicator(namesStem(lists[i].rows[0].Group, stem)))
		}
	}
	if len(stems) == 0 || titled*2 > len(stems) { // or the sections are called by them
		return nil
	}
	failures := 0
	for i := range lists {
		failures += int(indicator(lists[i].failures()))
	}
	if failures == 0 || failures == len(lists) {
		return slices.DeleteFunc(stems, func(stem string) bool { return strings.ContainsAny(stem[len(stem)-1:], between) })
	}
	return stems
}

// namesStem reports whether a heading has a stem for a word: Model fields, above
// fields.E001.
func namesStem(heading, stem string) bool {
	return slices.Contains(strings.Fields(strings.ToLower(heading)), strings.ToLower(strings.TrimRight(stem, between)))
}

// ownsStem reports whether few names of the other lists begin with the stem of
// one.
func ownsStem(lists []nameList, own int, stem string) bool {
	for i := range lists {
		n := 0
		for _, name := range lists[i].names {
			n += int(indicator(strings.HasPrefix(name, stem)))
		}
		if i != own && lists[i].stem() != stem && (n*2 > len(lists[i].names) || n*5 > len(lists[own].names)) {
			return false
		}
	}
	return true
}

// failures reports whether the rows of a list say that something went wrong.
func (l *nameList) failures() bool {
	n := 0
	for i := range l.rows {
		n += int(indicator(slices.ContainsFunc(l.rows[i].Cells, func(c page.Cell) bool { return vocab.TellsFailure(c.Text()) })))
	}
	return float64(n) >= failuresAlone*float64(len(l.rows))
}

// stemOf is the stem that a name begins with, or "".
func stemOf(name string, stems []string) string {
	for _, stem := range stems {
		if strings.HasPrefix(name, stem) {
			return stem
		}
	}
	return ""
}

// stem is what all names begin with, or "". Lists below headings of their own
// may be the categories of one: of AUTH_ and AUTH_USER_ the first word counts.
func (l *nameList) stem() string {
	if len(l.names) < stemNames {
		return ""
	}
	stem := l.names[0]
	for _, name := range l.names {
		for !strings.HasPrefix(name, stem) {
			stem = stem[:len(stem)-1]
		}
	}
	end := strings.LastIndexAny(stem, between)
	if l.rows[0].Group != "" {
		end = strings.IndexAny(stem, between)
	}
	if end > 0 || len(l.names) < letterNames {
		stem = stem[:end+1]
	}
	if stem == "" || stem[0] < 'A' {
		return ""
	}
	return stem
}

// titledByGroup is a candidate under the heading of its first rows; where all
// have that, it is no group of theirs.
func titledByGroup(c record.Candidate) record.Candidate {
	first := c.Rows[0].Group
	if c.Line = c.Rows[0].Cells[0].No; first == "" {
		return c
	}
	c.Heading = first
	for i := range c.Rows {
		if c.Rows[i].Group != first {
			return c
		}
	}
	for i := range c.Rows {
		c.Rows[i].Group = ""
	}
	return c
}
