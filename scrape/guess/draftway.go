package guess

import (
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// anywhere lists how tables like a guess may be found on the whole page, the
// plainest way first: by the header, or by form and columns.
func (d *drafting) anywhere(g *Guess) []draftTable {
	base := draftTable{name: g.Table.Name, kind: g.Table.Kind}
	var ways []draftTable
	if columns, ok := g.headerColumns(); ok && g.Form == "table" {
		t := base
		t.Columns = columns
		ways = append(ways, t)
	}
	formed := base
	formed.Form, formed.Columns = g.Form, g.anyColumns()
	ways = append(ways, formed)
	if pattern := codePattern(g.Table.Entries); pattern != "" {
		formed.Code = pattern
		ways = append(ways, formed)
	}
	return ways
}

// somewhere lists the same ways within a part of the page: under the heading
// of guess i, or behind the line that stands before it, to the end or to where
// the next guess begins.
func (d *drafting) somewhere(guesses []Guess, i int) []draftTable {
	var ways []draftTable
	for _, part := range d.parts(guesses, i) {
		for _, t := range d.anywhere(&guesses[i]) {
			t.Under, t.After, t.Until = part.under, part.after, part.until
			ways = append(ways, t)
		}
	}
	return ways
}

// A draftPart says where on a page a table stands, as patterns.
type draftPart struct{ under, after, until string }

func (d *drafting) parts(guesses []Guess, i int) []draftPart {
	var next model.Table
	if i+1 < len(guesses) {
		next = guesses[i+1].Table
	}
	var parts []draftPart
	if under := regexp.QuoteMeta(guesses[i].Table.Heading); under != "" {
		parts = append(parts, draftPart{under: under}, draftPart{under: under, until: regexp.QuoteMeta(next.Heading)})
	}
	if after := d.before(&guesses[i].Table); after != "" {
		parts = append(parts, draftPart{after: after}, draftPart{after: after, until: d.before(&next)})
	}
	return parts
}

// before is a pattern of the line that stands before a table, "" where it has
// none of its own.
func (d *drafting) before(t *model.Table) string {
	lines := d.flow.Lines
	at := slices.IndexFunc(lines, func(l recipe.FlowLine) bool { return l.No >= t.Line })
	if t.Line == 0 || at < 1 {
		return ""
	}
	text := []rune(lines[at-1].Text)
	if len(text) <= 60 {
		return regexp.QuoteMeta(string(text))
	}
	return regexp.QuoteMeta(string(text[:60])) + ".*"
}

// headerColumns finds every column that has a role by its header; it is false
// where one has none of its own.
func (g *Guess) headerColumns() (yaml.MapSlice, bool) {
	var columns yaml.MapSlice
	for j, role := range g.Roles {
		if role == "" {
			continue
		}
		if j >= len(g.Header) || g.Header[j] == "" || slices.Index(g.Header, g.Header[j]) != j {
			return nil, false
		}
		columns = append(columns, yaml.MapItem{Key: role, Value: g.Header[j]})
	}
	return columns, true
}

// anyColumns finds every column that has a role by its header, or else by its
// number.
func (g *Guess) anyColumns() yaml.MapSlice {
	var columns yaml.MapSlice
	for j, role := range g.Roles {
		if role == "" {
			continue
		}
		item := yaml.MapItem{Key: role, Value: j + 1}
		if j < len(g.Header) && g.Header[j] != "" && slices.Index(g.Header, g.Header[j]) == j {
			item.Value = strings.TrimRight(g.Header[j], " :：")
		}
		columns = append(columns, item)
	}
	return columns
}
