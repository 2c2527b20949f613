package drift

import (
	"net/url"
	"slices"

	"github.com/spectab/spectab/model"
)

// wholeSource reports a source that one state lacks.
func wholeSource(before, after *model.Spec) []Change {
	var f Change
	switch {
	case before == nil && after == nil:
		return nil
	case before == nil:
		f = Change{Source: after.Source, subject: "source", op: added, New: after.Title, guessed: after.Package == ""}
	default:
		f = Change{Source: before.Source, subject: "source", op: removed, Old: before.Title, guessed: before.Package == ""}
	}
	f.seal()
	return []Change{f}
}

// source compares what the sources say of themselves.
func (c *comparer) source() {
	for _, s := range []struct{ subject, old, new string }{
		{"title", c.old.Title, c.new.Title},
		{"url", c.old.URL, c.new.URL},
		{"language", c.old.Language, c.new.Language},
		{"package", c.old.Package, c.new.Package},
	} {
		if s.old == s.new {
			continue
		}
		f := Change{subject: s.subject, op: changed, Column: s.subject, Old: s.old, New: s.new}
		if s.subject == "url" && sameHost(s.old, s.new) {
			f.op = moved
		}
		c.add(f)
	}
	c.languages()
}

func sameHost(a, b string) bool {
	from, err1 := url.Parse(a)
	to, err2 := url.Parse(b)
	return err1 == nil && err2 == nil && from.Hostname() == to.Hostname()
}

// languages reports languages that texts are given in, and codes that not all
// languages of their table have.
func (c *comparer) languages() {
	before, after := languagesOf(c.old), languagesOf(c.new)
	for _, language := range before {
		if !slices.Contains(after, language) {
			c.add(Change{subject: "language-of-texts", op: removed, Column: "texts:" + language, Old: language})
		}
	}
	for _, language := range after {
		if !slices.Contains(before, language) {
			c.add(Change{subject: "language-of-texts", op: added, Column: "texts:" + language, New: language})
		}
	}
	was := map[string]bool{}
	for _, d := range disagreements(c.old) {
		was[d.table.Name+"\x00"+d.id] = true
	}
	for _, d := range disagreements(c.new) {
		if !was[d.table.Name+"\x00"+d.id] {
			f := c.ofEntry(d.table, pair{new: d.entry})
			f.OldEntry, f.subject, f.op, f.New, f.Column = nil, "languages", disagree, d.lacks, "texts"
			f.Hint = "the page has no text of it in " + d.lacks
			c.add(f)
		}
	}
}

func languagesOf(s *model.Spec) []string {
	var list []string
	for i := range s.Tables {
		for j := range s.Tables[i].Entries {
			for language := range s.Tables[i].Entries[j].Texts {
				if !slices.Contains(list, language) {
					list = append(list, language)
				}
			}
		}
	}
	slices.Sort(list)
	return list
}

type disagreement struct {
	table *model.Table
	entry *model.Entry
	id    string
	lacks string // language
}

// disagreements are the entries without a text in a language that most
// entries of their table have.
func disagreements(s *model.Spec) []disagreement {
	var list []disagreement
	for i := range s.Tables {
		t := &s.Tables[i]
		for _, language := range languagesOf(&model.Spec{Tables: s.Tables[i : i+1]}) {
			var lacking []disagreement
			for j := range t.Entries {
				if e := &t.Entries[j]; e.Texts[language] == "" && len(e.Texts) > 0 {
					lacking = append(lacking, disagreement{t, e, t.ID(e), language})
				}
			}
			if len(lacking)*2 < len(t.Entries) {
				list = append(list, lacking...)
			}
		}
	}
	return list
}
