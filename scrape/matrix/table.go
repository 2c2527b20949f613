package matrix

import (
	_ "embed"
	"strings"
)

//go:embed tables.txt
var tableList string

// A Row is what should be read of one record.
type Row struct{ Code, Key, Text string }

// A table is the rows of a page and the words around them.
type table struct {
	name, language           string
	title, intro             string
	heading, after, closing  string
	nav                      []string
	roles, header            []string // of each column
	groups                   []string
	rows                     []record
	hasKey, hasExtra, number bool
}

type record struct {
	Row
	extra string
	group int // of the table's groups
}

// tables reads tables.txt.
func tables() []*table {
	var list []*table
	var t *table
	for line := range strings.Lines(tableList) {
		line = strings.TrimSuffix(line, "\n")
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "", "#":
		case "table":
			t = &table{number: true}
			t.name, t.language, _ = strings.Cut(rest, " ")
			list = append(list, t)
		case "==":
			t.groups = append(t.groups, rest)
		default:
			if !t.word(word, rest) {
				t.row(strings.Split(line, " | "))
			}
		}
	}
	return list
}

// word is a line that begins with the name of a part of the page.
func (t *table) word(word, rest string) bool {
	parts := map[string]*string{"title": &t.title, "intro": &t.intro, "heading": &t.heading, "after": &t.after, "closing": &t.closing}
	switch {
	case parts[word] != nil && *parts[word] == "":
		*parts[word] = rest
	case word == "nav":
		t.nav = strings.Split(rest, " | ")
	case word == "columns":
		for _, column := range strings.Split(rest, " | ") {
			role, header, _ := strings.Cut(column, " ")
			t.roles, t.header = append(t.roles, role), append(t.header, header)
			t.hasKey, t.hasExtra = t.hasKey || role == "key", t.hasExtra || role == "extra"
		}
	default:
		return false
	}
	return true
}

func (t *table) row(cells []string) {
	r := record{group: len(t.groups) - 1}
	for i, role := range t.roles {
		*map[string]*string{"code": &r.Code, "key": &r.Key, "extra": &r.extra, "text": &r.Text}[role] = cells[i]
	}
	t.number = t.number && (strings.Trim(r.Code, "-0123456789") == "" && r.Code[0] != '0' || strings.HasPrefix(r.Code, "0x"))
	t.rows = append(t.rows, r)
}

// codes are all of them.
func (t *table) codes() string {
	all := ""
	for i := range t.rows {
		all += t.rows[i].Code
	}
	return all
}
