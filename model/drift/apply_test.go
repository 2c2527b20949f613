package drift

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// content is what a Spec says, cell by cell, without lines and empty tables.
func content(s *model.Spec) []string {
	list := []string{s.Title, s.URL, s.Language, s.Package}
	for i := range s.Tables {
		t := &s.Tables[i]
		for j := range t.Entries {
			e := t.Entries[j]
			e.Line = 0
			if slices.Equal(e.Notes, []string{""}) {
				e.Notes = nil
			}
			if slices.Equal(e.Also, []string{""}) {
				e.Also = nil
			}
			data, err := json.Marshal(e)
			if err != nil {
				panic(err)
			}
			list = append(list, strings.Join([]string{t.Name, string(t.Kind), t.Heading, t.Value.Type, strings.Join(e.Aliases, ","), string(data)}, " "))
		}
	}
	slices.Sort(list)
	return list
}

// apply does to s what the changes say, by nothing else than them.
func apply(s *model.Spec, changes []Change) *model.Spec {
	p := &patch{spec: s, to: map[string]string{}}
	for _, c := range changes { // names of tables first: the others go by them
		if c.subject == "table-name" {
			s.Table(c.Old).Name = c.New
		}
	}
	for _, pass := range []func(c *Change){p.source, p.moves, p.removals, p.cells, p.codes, p.columns, p.additions} {
		for i := range changes {
			pass(&changes[i])
		}
	}
	return s
}

type patch struct {
	spec *model.Spec
	to   map[string]string
}

func (p *patch) source(c *Change) {
	switch c.subject {
	case "title":
		p.spec.Title = c.New
	case "url":
		p.spec.URL = c.New
	case "language":
		p.spec.Language = c.New
	case "package":
		p.spec.Package = c.New
	case "kind":
		p.table(c.Table).Kind = model.Kind(c.New)
	case "heading":
		p.table(c.Table).Heading = c.New
	case "value-type":
		p.table(c.Table).Value.Type = strings.TrimPrefix(c.New, "string")
	case "section":
		t := p.table(c.Table)
		for i := range t.Entries {
			if t.Entries[i].Group == c.Old {
				t.Entries[i].Group = c.New
			}
		}
	}
}

// table returns the table of that name, made where there is none.
func (p *patch) table(name string) *model.Table {
	if t := p.spec.Table(name); t != nil {
		return t
	}
	p.spec.Tables = append(p.spec.Tables, model.Table{Name: name})
	return &p.spec.Tables[len(p.spec.Tables)-1]
}

func (p *patch) take(table, id string) model.Entry {
	t := p.table(table)
	i := slices.IndexFunc(t.Entries, func(e model.Entry) bool { return t.ID(&e) == id })
	e := t.Entries[i]
	t.Entries = slices.Delete(slices.Clone(t.Entries), i, i+1)
	return e
}

func (p *patch) moves(c *Change) {
	ids := c.ids
	if c.op == moved && c.subject == "entry" {
		ids = []string{c.Code}
	} else if c.op != merged && c.op != split {
		return
	}
	for _, id := range ids {
		e := p.take(c.from, id)
		to := p.table(c.Table)
		if to.Kind == "" {
			from := p.table(c.from)
			to.Kind, to.Value, to.Heading = from.Kind, from.Value, c.NewHeading
		}
		to.Entries = append(to.Entries, e)
	}
}

func (p *patch) removals(c *Change) {
	if c.NewEntry == nil && c.OldEntry != nil && c.subject == "entry" {
		p.take(c.Table, c.Code)
	}
}

func (p *patch) additions(c *Change) {
	if c.OldEntry == nil && c.NewEntry != nil && strings.HasSuffix(c.subject, "entry") {
		t := p.table(c.Table)
		t.Kind, t.Heading = c.Kind, c.NewHeading
		t.Entries = append(t.Entries, *c.NewEntry)
	}
}

func (p *patch) entry(c *Change) *model.Entry {
	t := p.table(c.Table)
	if e := t.Find(c.Code); e != nil {
		return e
	}
	return t.Find(t.ID(c.OldEntry))
}

func (p *patch) codes(c *Change) {
	if c.subject == "alternative" || c.subject == "entry" && c.Column == "code" && c.op != reused {
		e := p.entry(c)
		e.Code, e.Key = c.NewEntry.Code, c.NewEntry.Key
	} else if c.op == reused {
		p.entry(c).Key = c.NewEntry.Key
	}
}

func (p *patch) cells(c *Change) {
	if c.OldEntry == nil || c.NewEntry == nil || c.subject == "entry" || c.subject == "alternative" {
		return
	}
	e := p.entry(c)
	if c.subject == "aliases" {
		e.Aliases = c.NewEntry.Aliases
		return
	}
	if c.subject != "values" {
		set(e, c.Column, c.New)
		if c.subject == "name" {
			e.Aliases = c.NewEntry.Aliases
		}
		if c.subject == "text" {
			p.follow(e, c)
		}
		return
	}
	switch c.op {
	case removed:
		i := slices.Index(e.Values, c.Old)
		e.Values = slices.Delete(slices.Clone(e.Values), i, i+1)
	case added:
		e.Values = append(slices.Clone(e.Values), c.New)
	case reordered:
		set(e, "values", c.New)
	}
}

// follow changes with a text what is derived from it.
func (p *patch) follow(e *model.Entry, c *Change) {
	e.Placeholders = c.NewEntry.Placeholders
	for language, text := range e.Texts {
		if text == c.Old && c.NewEntry.Texts[language] == "" {
			delete(e.Texts, language)
		}
	}
	for language, text := range c.NewEntry.Texts {
		if text == c.New && e.Texts[language] == c.Old {
			set(e, "texts:"+language, c.New)
		}
	}
}

func (p *patch) columns(c *Change) {
	if c.subject != "column" && c.subject != "class" && c.subject != "translation" {
		return
	}
	t := p.table(c.Table)
	for i := range t.Entries {
		e := &t.Entries[i]
		if c.op == removed || c.op == renamed {
			set(e, c.Old, "")
		}
		if c.op == added || c.op == renamed {
			set(e, c.New, c.cells[t.ID(e)])
		}
	}
}

// set writes a cell as a column reads it.
func set(e *model.Entry, column, value string) {
	lines := strings.Split(value, "\n")
	if value == "" {
		lines = nil
	}
	name, key, _ := strings.Cut(column, ":")
	switch name {
	case "value":
		e.Code = value
	case "key":
		e.Key = value
	case "name":
		e.Name = value
	case "text":
		e.Text = value
	case "remedy":
		e.Remedy = value
	case "detail":
		e.Detail = value
	case "notes":
		e.Notes = lines
	case "also":
		e.Also = lines
	case "http":
		e.HTTP, _ = strconv.Atoi(value)
	case "group":
		e.Group = value
	case "type":
		e.Type = value
	case "required":
		e.Required = value != ""
	case "default":
		e.Default = value
	case "values":
		e.Values = lines
	case "max":
		e.Max, _ = strconv.Atoi(value)
	case "placeholders":
		e.Placeholders = strings.Fields(value)
	case "deprecated":
		e.Deprecated = value
	case "extra":
		e.Extra = put(e.Extra, key, value)
	case "texts":
		e.Texts = put(e.Texts, key, value)
	}
}

func put(m map[string]string, key, value string) map[string]string {
	if value == "" {
		delete(m, key)
		return m
	}
	if m == nil {
		m = map[string]string{}
	}
	m[key] = value
	return m
}
