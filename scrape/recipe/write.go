package recipe

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/spectab/spectab/model"
)

// Compile makes a pattern of an expression, for a recipe that nobody wrote.
func Compile(source string) (*Pattern, error) {
	p := &Pattern{source: source}
	p.compile()
	return p, p.err
}

// YAML writes the recipe as a file has it, with the keys that a draft has.
func (r *Recipe) YAML() ([]byte, error) {
	written := writtenRecipe{
		Source: r.Source, Title: r.Title, URL: r.URL, Language: r.Language,
		Package: r.Package, Retrieved: r.Retrieved,
	}
	for i := range r.Tables {
		written.Tables = append(written.Tables, r.Tables[i].written())
	}
	return yaml.MarshalWithOptions(&written, yaml.IndentSequence(true), yaml.UseSingleQuote(true))
}

type writtenRecipe struct {
	Source    string         `yaml:"source"`
	Title     string         `yaml:"title,omitempty"`
	URL       string         `yaml:"url,omitempty"`
	Language  string         `yaml:"language"`
	Package   string         `yaml:"package"`
	Retrieved string         `yaml:"retrieved"`
	Tables    []writtenTable `yaml:"tables"`
}

type writtenTable struct {
	Codes     string        `yaml:"codes,omitempty"`
	Results   string        `yaml:"results,omitempty"`
	Params    string        `yaml:"params,omitempty"`
	Fields    string        `yaml:"fields,omitempty"`
	Constants string        `yaml:"constants,omitempty"`
	Form      string        `yaml:"form,omitempty"`
	Under     string        `yaml:"under,omitempty"`
	After     string        `yaml:"after,omitempty"`
	Until     string        `yaml:"until,omitempty"`
	Each      string        `yaml:"each,omitempty"`
	Columns   yaml.MapSlice `yaml:"columns,flow,omitempty"`
	Start     string        `yaml:"start,omitempty"`
	Line      string        `yaml:"line,omitempty"`
	Lines     []string      `yaml:"lines,flow,omitempty"`
	Record    string        `yaml:"record,omitempty"`
	Code      string        `yaml:"code,omitempty"`
	Value     string        `yaml:"value,omitempty"`
	Success   []string      `yaml:"success,flow,omitempty"`
	Types     yaml.MapSlice `yaml:"types,flow,omitempty"`
	Min       int           `yaml:"min,omitempty"`
	Must      []string      `yaml:"must,flow,omitempty"`
	Skip      []writtenSkip `yaml:"skip,omitempty"`
}

type writtenSkip struct {
	Code  *string `yaml:"code,omitempty"` // of a row without any it is empty
	Match string  `yaml:"match,omitempty"`
	Why   string  `yaml:"why"`
}

func (t *Table) written() writtenTable {
	w := writtenTable{
		Form: t.Form, Under: t.Under.text(), After: t.After.text(), Until: t.Until.text(), Each: t.Each,
		Columns: t.writtenColumns(), Start: t.Start.text(), Line: t.Line.text(), Lines: t.Lines, Record: t.Record.text(),
		Code: t.Code.text(), Value: t.Value, Min: t.Min,
	}
	for kind, name := range map[model.Kind]*string{model.Codes: &w.Codes, model.Results: &w.Results, model.Params: &w.Params, model.Fields: &w.Fields, model.Constants: &w.Constants} {
		if kind == t.Kind {
			*name = t.Name
		}
	}
	for _, header := range slices.Sorted(maps.Keys(t.Types)) {
		w.Types = append(w.Types, yaml.MapItem{Key: header, Value: t.Types[header]})
	}
	for _, code := range t.Must {
		w.Must = append(w.Must, string(code))
	}
	for _, code := range t.Success {
		w.Success = append(w.Success, string(code))
	}
	for _, s := range t.Skip {
		skip := writtenSkip{Match: s.Match.text(), Why: s.Why}
		if s.Code != nil {
			skip.Code = &s.Code.source
		}
		w.Skip = append(w.Skip, skip)
	}
	return w
}

// writtenColumns are the columns in the order of their roles, extra ones last.
func (t *Table) writtenColumns() yaml.MapSlice {
	place := func(role string) int {
		if i := slices.Index(roles, role); i >= 0 {
			return i
		}
		return len(roles)
	}
	names := slices.SortedFunc(maps.Keys(t.Columns), func(a, b string) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), strings.Compare(a, b))
	})
	var list yaml.MapSlice
	for _, role := range names {
		column := t.Columns[role]
		list = append(list, yaml.MapItem{Key: role, Value: column.yaml()})
	}
	return list
}

// text is the expression, "" where there is none.
func (p *Pattern) text() string {
	if p == nil {
		return ""
	}
	return p.source
}
