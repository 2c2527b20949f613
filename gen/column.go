package gen

import (
	"cmp"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// A column is one method of a type, and the data behind it. A column of lists
// has an array of its own, so that a program which does not ask for them does
// not carry them.
type column struct {
	method string
	field  string // in the row struct
	goType string // "string", "bool", "int"; "" for lists
	doc    string
	cells  []string   // literal by row
	lists  [][]string // by row, of a column of lists
}

func (c *column) isList() bool { return c.goType == "" }

// A role is a column that the model knows.
type role struct {
	method, goType, doc string
	cell                func(*model.Entry) (value any, present bool)
}

// in reports whether any entry of a table has the column.
func (r *role) in(t *model.Table) bool {
	for i := range t.Entries {
		if _, present := r.cell(&t.Entries[i]); present {
			return true
		}
	}
	return false
}

var roles = []role{
	{"Key", "string", "the vendor's symbol", func(e *model.Entry) (any, bool) { return e.Key, e.Key != "" }},
	{"Message", "string", "the vendor's text", func(e *model.Entry) (any, bool) { return e.Text, e.Text != "" }},
	{"Detail", "string", "what the page adds to the text", func(e *model.Entry) (any, bool) { return e.Detail, e.Detail != "" }},
	{"Remedy", "string", "what the page says to do about it", func(e *model.Entry) (any, bool) { return e.Remedy, e.Remedy != "" }},
	{"HTTPStatus", "int", "the HTTP status that it comes with", func(e *model.Entry) (any, bool) { return e.HTTP, e.HTTP != 0 }},
	{"Group", "string", "the section of the page", func(e *model.Entry) (any, bool) { return e.Group, e.Group != "" }},
	{"Type", "string", "the vendor's word for the type", func(e *model.Entry) (any, bool) { return e.Type, e.Type != "" }},
	{"Required", "bool", "whether it must be there", func(e *model.Entry) (any, bool) { return e.Required, e.Required }},
	{"Default", "string", "the value that holds where it is left out", func(e *model.Entry) (any, bool) { return e.Default, e.Default != "" }},
	{"Max", "int", "the highest number of values", func(e *model.Entry) (any, bool) { return e.Max, e.Max != 0 }},
	{"Values", "", "the allowed values", func(e *model.Entry) (any, bool) { return e.Values, len(e.Values) > 0 }},
	{"Notes", "", "the notes of the page", func(e *model.Entry) (any, bool) { return e.Notes, len(e.Notes) > 0 }},
	{"Also", "", "the further texts of a code that the page lists more than once", func(e *model.Entry) (any, bool) { return e.Also, len(e.Also) > 0 }},
}

// methodNames are the methods that have nothing to do with columns.
var methodNames = []string{"String", "Known", "Error"}

// columnsOf are the columns that at least one entry of a table has.
func (p *plan) columnsOf(t *model.Table) []column {
	var columns []column
	taken := slices.Concat(methodNames, marshalNames)
	for _, r := range roles {
		if !r.in(t) {
			continue
		}
		c := column{method: r.method, goType: r.goType, doc: r.doc}
		for i := range t.Entries {
			value, _ := r.cell(&t.Entries[i])
			c.append(value)
		}
		columns = append(columns, c)
		taken = append(taken, c.method)
	}
	taken = p.bitNames(t, taken)
	columns = append(columns, p.extras(t, taken)...)
	for i := range columns {
		columns[i].field = fieldName(columns[:i], columns[i].method)
	}
	return columns
}

// bitNames adds the accessors of bits to the methods that are taken.
func (p *plan) bitNames(t *model.Table, taken []string) []string {
	for _, b := range t.Value.Bits {
		if !model.ValidIdentifier(b.Name) || slices.Contains(taken, b.Name) {
			p.problems.Add(t.File, t.Line, "give them another name", "table %s: the bits %q cannot become a method", t.Name, b.Name)
		}
		taken = append(taken, b.Name)
	}
	return taken
}

func (c *column) append(value any) {
	switch v := value.(type) {
	case string:
		c.cells = append(c.cells, quote(v))
	case int:
		c.cells = append(c.cells, strconv.Itoa(v))
	case bool:
		c.cells = append(c.cells, strconv.FormatBool(v))
	case []string:
		c.lists = append(c.lists, v)
	}
}

// fieldName is the unexported form of a method's name, made to differ from
// the fields before it.
func fieldName(before []column, method string) string {
	name := unexported(method)
	for name == "code" || slices.ContainsFunc(before, func(c column) bool { return c.field == name }) {
		name += "Column"
	}
	return name
}

// extras are the columns without a role: those that the recipe types, then
// those whose header happens to be a name that nothing else has.
func (p *plan) extras(t *model.Table, taken []string) []column {
	var columns []column
	typed := map[string]bool{}
	for _, c := range t.Columns {
		typed[c.Header] = true
		if !model.ValidIdentifier(c.Name) || slices.Contains(taken, c.Name) {
			p.problems.Add(t.File, t.Line, "", "table %s: the column %q cannot become a method %q", t.Name, c.Header, c.Name)
			continue
		}
		taken = append(taken, c.Name)
		columns = append(columns, p.extra(t, c))
	}
	headers := map[string]bool{}
	for i := range t.Entries {
		for header := range t.Entries[i].Extra {
			headers[header] = true
		}
	}
	for _, header := range slices.Sorted(maps.Keys(headers)) {
		name := upperFirst(header)
		if typed[header] || !token.IsIdentifier(header) || !model.ValidIdentifier(name) || slices.Contains(taken, name) {
			continue
		}
		taken = append(taken, name)
		columns = append(columns, p.extra(t, model.Column{Header: header, Name: name, Type: "string"}))
	}
	return columns
}

func (p *plan) extra(t *model.Table, c model.Column) column {
	col := column{method: c.Name, goType: cmp.Or(c.Type, "string"), doc: "the column " + shown(c.Header)}
	for i := range t.Entries {
		e := &t.Entries[i]
		value, ok := cellValue(e.Extra[c.Header], c.Type)
		if !ok {
			p.problem(e.Line, "%q in column %q of %s is no %s", e.Extra[c.Header], c.Header, t.Name, c.Type)
		}
		col.append(value)
	}
	return col
}

// truths are what pages write into a column of yes and no.
var truths = map[string]bool{
	"true": true, "yes": true, "y": true, "1": true, "x": true, "✓": true, "✔": true, "✅": true,
	"sim": true, "sí": true, "si": true, "oui": true, "ja": true, "да": true, "是": true, "はい": true,
	"": false, "false": false, "no": false, "n": false, "0": false, "-": false, "–": false, "—": false, "✗": false, "✘": false, "❌": false,
	"não": false, "nao": false, "non": false, "nein": false, "нет": false, "否": false, "いいえ": false,
}

// cellValue reads a cell of an extra column as a Go type. An empty cell is
// the zero value.
func cellValue(cell, goType string) (any, bool) {
	trimmed := strings.TrimSpace(cell)
	switch goType {
	case "string", "":
		return cell, true
	case "bool":
		value, ok := truths[strings.ToLower(trimmed)]
		return value, ok
	case "int":
		if trimmed == "" {
			return 0, true
		}
		n, err := strconv.ParseInt(trimmed, 10, 32) // int may have 32 bits
		return int(n), err == nil
	}
	return "", false
}
