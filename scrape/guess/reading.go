package guess

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/recipe"
	"github.com/spectab/spectab/scrape/vocab"
)

// table is the recipe that reads a subject whose columns have these roles: each
// is named by its header where that is its own, else by its number. It gives
// the codes their form, and declares the rows that keep them from being
// numbers.
func (c *subject) table(roles []string) recipe.Table {
	t := recipe.Table{Form: c.Form, Columns: map[string]recipe.Column{}}
	for j, role := range roles {
		if role == "" {
			continue
		}
		column := recipe.Column{Number: j + 1}
		if j < len(c.Header) && c.Header[j] != "" && slices.Index(c.Header, c.Header[j]) == j {
			column = recipe.Column{Headers: []string{strings.TrimRight(c.Header[j], " :：")}}
		}
		t.Columns[role] = column
	}
	if c.Template != "" {
		t.Line = c.patterns.of(c.Template)
	}
	form := c.wholeForm(slices.Index(roles, "code"))
	if form.source == "" {
		form = formOf(t.CodesOf(&c.Candidate))
	}
	t.Code, t.Value = c.patterns.of(form.source), form.value
	return t
}

// read reads what a guess is made of by a recipe.
func (g *Guess) read(t recipe.Table) {
	t.Kind = g.Table.Kind
	rows := t.Of(g.from)
	g.recipe, g.Uncoded, g.unkept, g.Table.Entries = &t, rows.Uncoded, rows.Unkept, rows.Tables[0].Entries
}

// reads reports whether the cells of a column can be read in a role: what a
// recipe would refuse no guess gives it.
func (c *subject) reads(j int, role string) bool {
	var form func(text string) bool
	switch role {
	case "required":
		form = func(text string) bool { _, ok := recipe.Always(text); return ok }
	case "max":
		form = recipe.IsDigits
	case "http":
		form = func(text string) bool { return vocab.StatusOf(text) > 0 || recipe.IsDigits(text) }
	default:
		return true
	}
	for i := range c.Rows {
		if cells := c.Rows[i].Cells; j < len(cells) && cells[j].Text() != "" && !form(cells[j].Text()) {
			return false
		}
	}
	return true
}
