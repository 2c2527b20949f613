package matrix

import (
	"fmt"
	"strings"
)

// A variant is a way in which pages adorn their records.
type variant struct {
	name  string
	how   layout
	mark  func(*dialect) string
	on    part
	every int // of how many rows one is marked
}

// part is what is marked.
type part int

const (
	theCode part = iota
	theWord      // the first of the text
	theText      // behind its end
	nowhere      // only the layout varies
)

var variants = []variant{
	{name: "plain", on: nowhere},
	{name: "sections", how: sections, on: nowhere},
	{name: "wrapped", how: wrapped, on: nowhere},
	{name: "headless", how: headless, on: nowhere},
	{name: "spanning", how: spanning, on: nowhere},
	{name: "merged", how: merged, on: nowhere},
	{name: "numbered", how: numbered, on: nowhere},
	{name: "code", mark: func(d *dialect) string { return d.code }, every: 1},
	{name: "strong", mark: func(d *dialect) string { return d.strong }, every: 1},
	{name: "link", mark: func(d *dialect) string { return d.link }, every: 1},
	{name: "permalink", mark: func(d *dialect) string { return d.permalink }, every: 1},
	{name: "anchor", mark: func(d *dialect) string { return d.anchor }, every: 1},
	{name: "badge", mark: func(d *dialect) string { return d.badge }, every: 3},
	{name: "hidden", mark: func(d *dialect) string { return d.hidden }, every: 1},
	{name: "note", mark: func(d *dialect) string { return d.note }, every: 3},
	{name: "note-of-text", mark: func(d *dialect) string { return d.note }, on: theText, every: 3},
	{name: "word", mark: func(d *dialect) string { return d.emphasis }, on: theWord, every: 2},
	{name: "word-of-code", mark: func(d *dialect) string { return d.code }, on: theWord, every: 3},
}

// fits reports whether a form can hold what a variant does.
func (v *variant) fits(f *form) bool {
	if v.how&^f.holds != 0 {
		return false
	}
	if v.on == nowhere {
		return true
	}
	d := dialects[f.dialect]
	mark := v.mark(d)
	return mark != "" && (v.on != theCode || !f.marks(d, mark))
}

// marks reports whether the form marks the code in that way itself, or in one
// that does not go with any other.
func (f *form) marks(d *dialect, mark string) bool {
	switch f.dialect {
	case "rst":
	case "asciidoc", "markdown":
		return f.has(mark) || f.has(d.code) // in which nothing else has a meaning
	default:
		return f.has(mark)
	}
	return f.has(d.code) || f.has(d.strong) || strings.Contains(f.row, "{~}") || strings.HasPrefix(f.row, ".. ") || strings.HasPrefix(f.row, ":")
}

func (f *form) has(mark string) bool {
	return strings.Contains(f.row, strings.ReplaceAll(mark, "{x}", "{code}"))
}

// adorn is rows as the dialect writes them, with the marks of the variant.
func (v *variant) adorn(d *dialect, rows []record) []record {
	list := make([]record, len(rows))
	for i, r := range rows {
		r.Code, r.Key, r.Text, r.extra = d.escape(r.Code), d.escape(r.Key), d.escape(r.Text), d.escape(r.extra)
		if v.on != nowhere && i%v.every == v.every-1 {
			v.put(v.mark(d), &r)
		}
		list[i] = r
	}
	return list
}

func (v *variant) put(mark string, r *record) {
	switch v.on {
	case theCode:
		r.Code = about(mark, r.Code)
	case theText:
		r.Text = about(mark, r.Text)
	case theWord:
		if word, rest, ok := strings.Cut(r.Text, " "); ok {
			r.Text = about(mark, word) + " " + rest
		}
	}
}

func about(mark, x string) string { return strings.ReplaceAll(mark, "{x}", x) }

func (p *Page) String() string { return fmt.Sprintf("%s/%s/%s", p.Form, p.Variant, p.Table) }
