package matrix

import (
	"iter"
	"strings"
)

// A Page is a table in a form and a variant.
type Page struct {
	Table, Form, Variant string

	File string // its extension says the format
	Data []byte
	Rows []Row // what should be read of it
}

// Pages are all there are.
func Pages() iter.Seq[*Page] {
	return func(yield func(*Page) bool) {
		list := tables()
		for _, f := range forms() {
			for i := range variants {
				for _, t := range list {
					if p := pageOf(t, &f, &variants[i]); p != nil && !yield(p) {
						return
					}
				}
			}
		}
	}
}

// pageOf is nil where the form has no place for the table or the variant, or
// the variant changes nothing.
func pageOf(t *table, f *form, v *variant) *Page {
	if !f.fits(t) || !v.fits(f) {
		return nil
	}
	p := &Page{Table: t.name, Form: f.name, Variant: v.name, File: "page." + f.extension, Data: []byte(write(t, f, v))}
	if v.how == wrapped && string(p.Data) == write(t, f, &variants[0]) {
		return nil
	}
	for _, r := range t.rows {
		p.Rows = append(p.Rows, r.Row)
	}
	return p
}

// write is the text of a page.
func write(t *table, f *form, v *variant) string {
	d := dialects[f.dialect]
	rows := v.adorn(d, t.rows)
	var body, nav strings.Builder
	body.WriteString(strings.ReplaceAll(d.heading, "{text}", d.escape(t.heading)))
	if v.how&sections == 0 {
		body.WriteString(f.render(t, rows, v.how))
	} else {
		f.eachGroup(t, rows, func(title string, rows []record) {
			body.WriteString(strings.ReplaceAll(d.section, "{text}", d.escape(title)))
			body.WriteString(f.render(t, rows, v.how) + d.sectionEnd + "\n")
		})
	}
	body.WriteString(d.headingEnd)
	for _, text := range t.nav {
		nav.WriteString(strings.ReplaceAll(d.nav, "{text}", d.escape(text)))
	}
	notes := ""
	if v.on != nowhere && v.mark(d) == d.note {
		notes = d.notes
	}
	return underline(strings.NewReplacer("{title}", d.escape(t.title), "{lang}", t.language, "{nav}", nav.String(), "{intro}", d.escape(t.intro),
		"{body}", body.String(), "{after}", d.escape(t.after), "{closing}", d.escape(t.closing), "{notes}", notes).Replace(d.page))
}

// underline draws lines as long as those above them.
func underline(text string) string {
	if !strings.Contains(text, "\n{") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if len(l) == len("{-}") && l[0] == '{' && i > 0 {
			lines[i] = strings.Repeat(l[1:2], shownWidth(lines[i-1]))
		}
	}
	return strings.Join(lines, "\n")
}

func (f *form) eachGroup(t *table, rows []record, do func(string, []record)) {
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && rows[to].group == rows[from].group {
			to++
		}
		do(t.groups[rows[from].group], rows[from:to])
		from = to
	}
}
