package report

import (
	"html/template"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// An htmlSheet is a table with the columns that an entry has a value for.
type htmlSheet struct {
	ID, Name, Heading string
	Kind              model.Kind
	Link              template.URL
	Columns           []string
	Rows              []htmlRow
	Gone              []htmlGone
	Rest              int // columns beside code and identifier
}

type htmlRow struct {
	ID    string
	Link  template.URL
	Cells []htmlCell
}

// An htmlCell has code or prose in it.
type htmlCell struct {
	Title    string
	Literals []string
	Prose    []string
	Language template.HTMLAttr
}

// An htmlGone is what the page no longer lists.
type htmlGone struct {
	ID                        string
	Link                      template.URL
	Code, Name, Since, Former string
}

func htmlTableFor(s *model.Spec, t *model.Table, a *anchors) htmlSheet {
	h := htmlSheet{ID: a.ofTable(t), Name: visible(t.Name), Heading: visible(strings.Join(strings.Fields(t.Heading), " ")), Kind: t.Kind}
	h.Link = fragment(h.ID)
	all := htmlColumns(s, t)
	for _, c := range all {
		h.Columns = append(h.Columns, c.title)
	}
	for i := range t.Entries {
		e := &t.Entries[i]
		row := htmlRow{ID: a.of(t, t.ID(e))}
		row.Link = fragment(row.ID)
		for _, c := range all {
			row.Cells = append(row.Cells, c.cell(e))
		}
		h.Rows = append(h.Rows, row)
	}
	h.Rest = max(1, len(all)-2)
	for _, gone := range t.Gone {
		g := htmlGone{ID: a.of(t, gone.Code), Code: visible(gone.Code), Name: visible(qualified(s, gone.Name)), Since: visible(gone.Since), Former: visible(gone.Value)}
		g.Link = fragment(g.ID)
		h.Gone = append(h.Gone, g)
	}
	return h
}

// An htmlColumn is a column with the language of its prose.
type htmlColumn struct {
	column
	language template.HTMLAttr
}

func (c htmlColumn) cell(e *model.Entry) htmlCell {
	cell := htmlCell{Title: c.title, Language: c.language}
	for _, v := range c.values(e) {
		if c.literal {
			cell.Literals = append(cell.Literals, visible(v))
			continue
		}
		for _, line := range proseLines(v) {
			cell.Prose = append(cell.Prose, visible(line))
		}
	}
	return cell
}

// htmlColumns are the used columns, with one of texts for each language, and
// identifiers as an importer writes them.
func htmlColumns(s *model.Spec, t *model.Table) []htmlColumn {
	others := languageAttributes(proseLanguage(s, t))
	var all []htmlColumn
	for _, c := range usedColumns(t) {
		switch {
		case c.name == "name":
			c.values = func(e *model.Entry) []string { return one(qualified(s, e.Name)) }
			all = append(all, htmlColumn{c, others})
		case c.name == "text":
			all = append(all, textColumns(t, c, others)...)
		case c.title == "Translations":
		case slices.Contains([]string{"HTTP status", "Required", "Max", "Line"}, c.title):
			all = append(all, htmlColumn{c, ""})
		default:
			c.title = visible(c.title)
			all = append(all, htmlColumn{c, others})
		}
	}
	return all
}

// textColumns are a column for each language, and one for the texts that are
// in none that is known.
func textColumns(t *model.Table, text column, others template.HTMLAttr) []htmlColumn {
	var list []htmlColumn
	rest := text
	rest.values = func(e *model.Entry) []string {
		for _, translated := range e.Texts {
			if translated == e.Text {
				return nil
			}
		}
		return one(e.Text)
	}
	if slices.ContainsFunc(t.Entries, func(e model.Entry) bool { return len(rest.values(&e)) > 0 }) {
		list = append(list, htmlColumn{rest, others})
	}
	for _, language := range t.Languages() {
		c := column{title: "Text (" + visible(language) + ")", values: func(e *model.Entry) []string { return one(e.Texts[language]) }}
		list = append(list, htmlColumn{c, languageAttributes(language)})
	}
	return list
}
