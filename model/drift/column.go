package drift

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// A class is how the values of a column are compared.
type class uint8

const (
	symbol  class = iota // literals: any difference counts
	prose                // texts, by compareText
	status               // what sorts entries into classes
	mark                 // is there or is not; its text is prose
	list                 // values, each by itself
	limit                // a number with a tighter and a looser side
	caption              // the title of a section
)

// A column is one thing that an entry can say.
type column struct {
	name  string // "text", "extra:Retriable", "texts:pt"
	class class
	get   func(*model.Entry) string // lists joined by newlines; "" where the entry has none
	// lasting columns are methods of the emitted package as long as any entry
	// has them, so that one which comes or goes is a change of its own.
	lasting bool
}

// subject is what the rules know the column by.
func (c *column) subject() string {
	subject, _, _ := strings.Cut(c.name, ":")
	return subject
}

// columns are those that every table may have. Code and Line are not among
// them: the one is the entry's identity, the other its place.
var columns = []column{
	{"key", symbol, func(e *model.Entry) string { return e.Key }, true},
	{"name", symbol, func(e *model.Entry) string { return e.Name }, false},
	{"aliases", list, func(e *model.Entry) string { return strings.Join(e.Aliases, "\n") }, false},
	{"text", prose, func(e *model.Entry) string { return e.Text }, true},
	{"remedy", prose, func(e *model.Entry) string { return e.Remedy }, true},
	{"detail", prose, func(e *model.Entry) string { return e.Detail }, true},
	{"notes", prose, func(e *model.Entry) string { return strings.Join(e.Notes, "\n") }, true},
	{"also", prose, func(e *model.Entry) string { return strings.Join(e.Also, "\n") }, true},
	{"http", status, func(e *model.Entry) string { return positive(e.HTTP) }, true},
	{"group", caption, func(e *model.Entry) string { return e.Group }, true},
	{"type", symbol, func(e *model.Entry) string { return e.Type }, true},
	{"required", mark, func(e *model.Entry) string { return yes(e.Required) }, false},
	{"default", symbol, func(e *model.Entry) string { return e.Default }, true},
	{"values", list, func(e *model.Entry) string { return strings.Join(e.Values, "\n") }, true},
	{"max", limit, func(e *model.Entry) string { return positive(e.Max) }, true},
	{"placeholders", symbol, func(e *model.Entry) string { return strings.Join(e.Placeholders, " ") }, false},
	{"deprecated", mark, func(e *model.Entry) string { return e.Deprecated }, false},
}

func positive(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}

// columnsOf are the columns of two tables: those that every table may have,
// then those without a role and the translations that an entry of either has.
func columnsOf(tables ...*model.Table) []column {
	headers, languages := map[string]bool{}, map[string]bool{}
	for _, t := range tables {
		for i := range t.Entries {
			for header := range t.Entries[i].Extra {
				headers[header] = true
			}
			for language := range t.Entries[i].Texts {
				languages[language] = true
			}
		}
	}
	all := slices.Clone(columns)
	if tables[0].Kind == model.Constants {
		all[0] = column{"value", limit, func(e *model.Entry) string { return e.Code }, false}
	}
	for _, header := range slices.Sorted(maps.Keys(headers)) {
		all = append(all, column{"extra:" + header, status, func(e *model.Entry) string { return e.Extra[header] }, true})
	}
	for _, language := range slices.Sorted(maps.Keys(languages)) {
		all = append(all, column{"texts:" + language, prose, func(e *model.Entry) string { return e.Texts[language] }, true})
	}
	return all
}

// in reports whether an entry of the table has the column.
func (c *column) in(t *model.Table) bool {
	for i := range t.Entries {
		if c.get(&t.Entries[i]) != "" {
			return true
		}
	}
	return false
}

// count is how many entries of the table have the column.
func (c *column) count(t *model.Table) int {
	n := 0
	for i := range t.Entries {
		if c.get(&t.Entries[i]) != "" {
			n++
		}
	}
	return n
}
