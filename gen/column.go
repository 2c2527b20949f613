package gen

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// A column is one method of a type, and the data behind it. Each has an array
// of its own, so that a program which does not ask for it does not carry it.
type column struct {
	method   string
	variable string // the array
	goType   string // "string", "bool", "int"; "" for lists
	stored   string // the type of a cell, which may be smaller
	doc      string
	cells    []string   // literal by row
	lists    [][]string // by row, of a column of lists
}

func (c *column) isList() bool { return c.goType == "" }

// denseNames are the methods whose columns most tables fill, and which are
// arrays, as numbers are, which take no room. That it is no matter of how many
// rows do keeps a new row from changing the form of all.
var denseNames = []string{"Key", "Message", "HTTPStatus", "Group", "Type"}

func (c *column) isDense() bool {
	return slices.Contains(denseNames, c.method) || c.goType == "bool" || c.goType == "int"
}

// zero is what a row without a cell has.
func (c *column) zero() string {
	switch c.goType {
	case "bool":
		return "false"
	case "int":
		return "0"
	}
	return `""`
}

// isEmpty reports whether row i has nothing there.
func (c *column) isEmpty(i int) bool {
	if c.isList() {
		return len(c.lists[i]) == 0
	}
	return c.cells[i] == c.zero()
}

// roleDocs say what the columns that the model knows are.
var roleDocs = map[string]string{
	"Key":          "the vendor's symbol",
	"Message":      "the vendor's text",
	"Detail":       "what the page adds to the text",
	"Remedy":       "what the page says to do about it",
	"HTTPStatus":   "the HTTP status that it comes with",
	"Group":        "the section of the page",
	"Type":         "the vendor's word for the type",
	"Required":     "whether it must be there",
	"Default":      "the value that holds where it is left out",
	"Max":          "the highest value or number of values that the page allows",
	"Values":       "the allowed values",
	"Notes":        "the notes of the page",
	"Placeholders": "the parts of the text that the server fills in",
	"Also":         "the further texts of a code that the page lists more than once",
}

// methodNames are the methods that have nothing to do with columns.
var methodNames = []string{"String", "Known", "Error", "Err", "Format", "Has", "InGroup", "MessageIn"}

// standardNames are methods that vet wants to have the signature that the
// standard library gives them, whatever they are of.
var standardNames = []string{
	"Is", "As", "Unwrap", "GobDecode", "GobEncode", "MarshalText", "MarshalJSON", "MarshalXML", "UnmarshalXML", "ReadByte", "ReadRune", "UnreadByte", "UnreadRune", "WriteByte",
}

// columnsOf are the columns that at least one entry of a table has.
func (p *plan) columnsOf(t *model.Table, g *goType) []column {
	var columns []column
	taken := slices.Concat(methodNames, marshalNames, standardNames)
	if t.Carries != nil {
		taken = append(taken, carriedNames...)
	}
	for _, r := range model.Roles() {
		c := column{method: r.Method, goType: strings.TrimPrefix(r.Type, "list"), doc: roleDocs[r.Method]}
		if c.method == "Group" && t.Groups != nil {
			c.goType = t.Groups.Type
		}
		if c.method == "Group" && t.ByStatus {
			c.doc = "the class of the HTTP status"
		}
		isThere := false
		for i := range g.rows {
			value, present := r.Cell(g.rows[i].entry)
			isThere = isThere || present
			c.append(value)
		}
		if isThere {
			columns = append(columns, c)
			taken = append(taken, c.method)
		}
	}
	taken = p.bitNames(t, taken)
	columns = append(columns, p.extras(t, g, taken)...)
	for i := range columns {
		columns[i].variable = p.variable(unexported(columns[i].method + "Of" + g.name))
		columns[i].stored = columns[i].storage()
	}
	return columns
}

// storage is the smallest type that holds all cells of a column.
func (c *column) storage() string {
	if c.goType != "int" {
		return c.goType
	}
	for _, size := range []int{8, 16, 32} {
		fits := func(cell string) bool { _, err := strconv.ParseInt(cell, 10, size); return err == nil }
		if !slices.ContainsFunc(c.cells, func(cell string) bool { return !fits(cell) }) {
			return "int" + strconv.Itoa(size)
		}
	}
	return "int64"
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

// extras are the columns without a role, as the recipe names and types them.
func (p *plan) extras(t *model.Table, g *goType, taken []string) []column {
	var columns []column
	for _, c := range t.Columns {
		if !model.ValidIdentifier(c.Name) || slices.Contains(taken, c.Name) {
			p.problems.Add(t.File, t.Line, "give the column another name under columns: in the recipe", "table %s: the column %q cannot become a method %q", t.Name, c.Header, c.Name)
			continue
		}
		taken = append(taken, c.Name)
		columns = append(columns, p.extra(t, g, c))
	}
	return columns
}

func (p *plan) extra(t *model.Table, g *goType, c model.Column) column {
	col := column{method: c.Name, goType: cmp.Or(c.Type, "string"), doc: "the column " + shown(c.Header)}
	if c.Type == "bool" {
		col.doc = "whether the page says yes under " + shown(c.Header)
	}
	for i := range g.rows {
		e := g.rows[i].entry
		value, ok := cellValue(e.Extra[c.Header], c.Type)
		if !ok && !g.rows[i].isGone { // what is gone has the type of its time
			p.problems.Add(path.Join(path.Dir(t.File), cmp.Or(e.File, p.spec.Snapshot.File)), e.Line, cellHints[c.Type], "%q in column %q of %s is no %s", e.Extra[c.Header], c.Header, t.Name, c.Type)
		}
		col.append(value)
	}
	return col
}

// cellHints say what a column of a type may hold.
var cellHints = map[string]string{
	"bool": "yes or no, true or false, or such a word of another language; else drop its type under types: in the recipe",
	"int":  "a whole number of 32 bits, in decimal; else drop its type under types: in the recipe",
}

// cellValue reads a cell of an extra column as a Go type. An empty cell is
// the zero value.
func cellValue(cell, goType string) (any, bool) {
	switch goType {
	case "string", "":
		return cell, true
	case "bool":
		return model.Truth(cell)
	case "int":
		trimmed := strings.TrimSpace(cell)
		if trimmed == "" {
			return 0, true
		}
		n, err := strconv.ParseInt(trimmed, 10, 32) // int may have 32 bits
		return int(n), err == nil
	}
	return "", false
}
