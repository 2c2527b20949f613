package refresh

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/fetch"
	"github.com/spectab/spectab/scrape/read"
	"github.com/spectab/spectab/scrape/recipe"
)

// strays is the refusal of codes that are gone for the recipe, while the page
// says them with their texts in lines that nothing reads.
func strays(old, now *model.Table, after *model.Spec, lines map[string][]*model.Row) []*Refusal {
	var list []string
	for i := range old.Entries {
		e := &old.Entries[i]
		if now.Find(old.ID(e)) != nil || e.Text == "" || isElsewhere(after, e.Code) {
			continue
		}
		at := slices.IndexFunc(lines[e.Code], func(r *model.Row) bool { return !r.Header && strings.Contains(r.Text, e.Text) })
		if at >= 0 {
			list = append(list, fmt.Sprintf("%s in line %d", e.Code, lines[e.Code][at].From))
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []*Refusal{{
		Guard: GuardUnread, What: old.Name, Table: old.Name, Seen: fmt.Sprintf("the page has codes of table %s that nothing reads any more: %s", old.Name, some(list)), Expected: "each of them read, as before",
		Hint: accepting(GuardUnread, old.Name, "adapt the recipe to where they stand now\nif the vendor only tells that it has taken them away, keep their identifiers as deprecated ones: "),
	}}
}

// isElsewhere reports whether another table has the code now.
func isElsewhere(s *model.Spec, code string) bool {
	return slices.ContainsFunc(s.Tables, func(t model.Table) bool {
		return slices.ContainsFunc(t.Entries, func(e model.Entry) bool { return e.Code == code })
	})
}

// saying are the rows of the files of a state, by what their cells, or the words
// that they begin with, are.
func saying(s *model.Spec) map[string][]*model.Row {
	rows := map[string][]*model.Row{}
	for i := range s.Grounds {
		for j := range s.Grounds[i].Rows {
			r := &s.Grounds[i].Rows[j]
			first, _, _ := strings.Cut(r.Text, " ")
			said := append(strings.Split(r.Text, " | "), r.Key, strings.TrimRight(first, ":：.,;"))
			slices.Sort(said)
			for _, text := range slices.Compact(said) {
				rows[text] = append(rows[text], r)
			}
		}
	}
	return rows
}

// columnsSwapped is the refusal of a table whose texts are what other columns of
// the same entries said: the titles of columns have changed places, and the
// columns have not, or the other way round.
func columnsSwapped(old, now *model.Table) []*Refusal {
	columns := []struct {
		name string
		of   func(*model.Entry) string
	}{
		{"remedy", func(e *model.Entry) string { return e.Remedy }},
		{"detail", func(e *model.Entry) string { return e.Detail }},
		{"key", func(e *model.Entry) string { return e.Key }},
	}
	for _, c := range columns {
		moved, all := 0, 0
		for i := range old.Entries {
			was := &old.Entries[i]
			is := now.Find(old.ID(was))
			if is == nil || was.Text == "" || c.of(was) == "" {
				continue
			}
			if all++; is.Text == c.of(was) && is.Text != was.Text {
				moved++
			}
		}
		if moved*2 > all && moved >= fewTexts {
			return []*Refusal{{
				Guard: recipe.GuardColumns, Table: old.Name, Seen: fmt.Sprintf("the texts of table %s are what its %s was, in %d of %d entries", old.Name, c.name, moved, all), Expected: "what each column said before",
				Hint: "look at the page; if the titles of its columns are right now, change the columns: of the recipe",
			}}
		}
	}
	return nil
}

// partOf is a number and one behind it with nothing but words between: 8 of 10.
var partOf = regexp.MustCompile(`(\d+(?:[,.]\d{3})*)[\s\p{L}]+(\d+(?:[,.]\d{3})*)`)

var withoutSeparators = strings.NewReplacer(",", "", ".", "")

// tells reports whether a line says that so many are shown of so many.
func tells(line, shown, all string) bool {
	for {
		m := partOf.FindStringSubmatchIndex(line)
		if m == nil {
			return false
		}
		if withoutSeparators.Replace(line[m[2]:m[3]]) == shown && withoutSeparators.Replace(line[m[4]:m[5]]) == all {
			return true
		}
		line = line[m[4]:] // the second may be the first of another
	}
}

// paged is the refusal of a page that shows a part of its list: it lost entries,
// and has a line now that tells how many it shows of as many as there were.
func paged(v *visit, before, after *model.Spec) []*Refusal {
	var was, is []string // of tables that lost some
	for i := range before.Tables {
		old := &before.Tables[i]
		if now := after.Table(old.Name); now != nil && len(now.Entries) < len(old.Entries) {
			was, is = append(was, strconv.Itoa(len(old.Entries))), append(is, strconv.Itoa(len(now.Entries)))
		}
	}
	if len(was) == 0 {
		return nil
	}
	said := map[string]bool{}
	for _, line := range linesOf(v.PageFile) {
		said[line] = true
	}
	for _, line := range linesOf(v.next) {
		for i := range was {
			if !said[line] && tells(line, is[i], was[i]) {
				return []*Refusal{{
					Guard: string(fetch.Truncated), Seen: fmt.Sprintf("the page has %s entries of %s, and says %q", is[i], was[i], shorten(line)), Expected: "the whole list, as before",
					Hint: "look for the address of the whole list, or name the other pages under pages: in the recipe",
				}}
			}
		}
	}
	return nil
}

// linesOf are the lines of a page as a reader sees them.
func linesOf(p recipe.PageFile) []string {
	delivered, err := read.Page(p.Name, p.Data)
	if err != nil {
		return nil
	}
	var lines []string
	for _, l := range recipe.Flatten(delivered.Blocks).Lines {
		lines = append(lines, l.Text)
	}
	return lines
}
