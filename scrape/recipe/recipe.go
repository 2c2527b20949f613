package recipe

import (
	"slices"

	"github.com/goccy/go-yaml/ast"

	"github.com/spectab/spectab/model"
)

// RecipeFile is the name of the recipe in the folder of a source.
const File = "source.yaml"

// A Recipe says what the tables of a page mean: where each one is and which
// column has which role. It never says how to walk the page, so that one
// recipe reads the HTML page and its text rendition alike.
type Recipe struct {
	Source    string     `yaml:"source"`    // the folder's name
	Title     string     `yaml:"title"`     // of the page, in any language
	URL       string     `yaml:"url"`       // of the page; of several, of the first
	Language  string     `yaml:"language"`  // BCP 47, of the page
	Texts     string     `yaml:"texts"`     // BCP 47, of the tables' texts, where it is not the page's
	Package   string     `yaml:"package"`   // Go package to emit
	Owner     string     `yaml:"owner"`     // who holds the rights in the text
	License   string     `yaml:"license"`   // of the text
	Retrieved string     `yaml:"retrieved"` // date of the snapshot, YYYY-MM-DD
	Pages     Pages      `yaml:"pages"`     // addresses of the further pages
	Hosts     []string   `yaml:"hosts"`     // that an address may redirect to, beside its own
	Render    []string   `yaml:"render"`    // command that prints the page, where scripts make it
	Drift     Drift      `yaml:"drift"`     // how bad the changes of the page are
	Tables    []Table    `yaml:"tables"`
	Envelopes []Envelope `yaml:"envelopes"` // where the vendor's replies carry a code

	file        string
	node        ast.Node
	translation bool // for a page in another language than the recipe's
}

// Drift says how bad the changes of a source are, where it is not as bad as
// those of others.
type Drift struct {
	Levels map[string]string `yaml:"levels"` // by the ID of a rule of package drift
}

// Pages are the addresses of the further files of a snapshot, by their names
// without extension: page.pt-BR, page-limits.
type Pages map[string]string

// A Table is the recipe of one table. It is found by its header cells
// (Columns), or by its form and columns (Form), or record by record (Line, Lines or Record), or by single matches
// (Capture), or in the examples of the page (Example); a table may combine
// the first two, for a page that has a table in one rendition and lost it in
// another, and add the last two to anything.
//
// In every pattern a named group is a role: (?P<code>…), (?P<text>…), and so
// on for each of Roles; any other name makes an extra column.
//
// What it lists and the Go type may be said at once: codes: Code stands for
// name: Code and kind: codes.
type Table struct {
	Codes     string `yaml:"codes"`
	Results   string `yaml:"results"`
	Params    string `yaml:"params"`
	Fields    string `yaml:"fields"`
	Constants string `yaml:"constants"`

	Name   string     `yaml:"name"` // Go type
	Kind   model.Kind `yaml:"kind"`
	Doc    string     `yaml:"doc"`    // a sentence for the Go type
	Prefix *string    `yaml:"prefix"` // of every identifier; by default Name, of those alone that another table would have
	Trim   *Pattern   `yaml:"trim"`   // what to drop from the front of a symbol in identifiers; by default what most share

	Style       string   `yaml:"style"`       // "verbatim": identifiers are symbols as the vendor writes them
	Initialisms []string `yaml:"initialisms"` // words that identifiers spell like this: SASL, PLpgSQL

	Language string    `yaml:"language"` // of the texts, where it is not that of the others
	Value    string    `yaml:"value"`    // Go type of the codes: string, or a sized integer
	Wrap     bool      `yaml:"wrap"`     // hexadecimal codes too great for a signed value are negative ones
	Code     *Pattern  `yaml:"code"`     // the form of one whole code
	Split    *Pattern  `yaml:"split"`    // between several codes in one place
	Carries  *Pattern  `yaml:"carries"`  // the part of a code that stands for a number: the X of FLOOD_WAIT_X
	Success  []Literal `yaml:"success"`  // codes, or their symbols, that mean success and are no error
	Holes    *Pattern  `yaml:"holes"`    // what is filled in in texts, beside $1, %d, {name} and the like

	Under *Pattern `yaml:"under"` // the heading that the table stands under
	After *Pattern `yaml:"after"` // a line after which the rows begin
	Until *Pattern `yaml:"until"` // a line before which they end

	Groups  string            `yaml:"groups"`  // "status": the group of a code is the class of its HTTP status
	Form    string            `yaml:"form"`    // what the rows are on the page: one of Forms
	Each    string            `yaml:"each"`    // "heading" or "group": one table for each, called by it
	Columns map[string]Column `yaml:"columns"` // role → the texts of its header cell; with Form, or its number from 1
	In      string            `yaml:"in"`      // where records begin: "items" of lists only
	Start   *Pattern          `yaml:"start"`   // the line with which a record begins
	Line    *Pattern          `yaml:"line"`    // a record on one line; with Form, the first line of a record, its groups the first columns
	Lines   []string          `yaml:"lines"`   // a record of so many lines, the role of each
	Record  *Pattern          `yaml:"record"`  // a record of any number of lines, joined
	Once    *Pattern          `yaml:"once"`    // a line that no record has twice
	Facets  []*Pattern        `yaml:"facets"`  // lines of a record that are not its text
	Capture []*Pattern        `yaml:"capture"` // single values in prose
	Example string            `yaml:"example"` // path into JSON and XML examples whose keys are entries

	Bits map[string]Literal `yaml:"bits"` // method → bits of the number: 16-28, or 31 alone for a bool

	Types map[string]string `yaml:"types"` // constants: key → integer, number, seconds, …; else: extra column → bool, int, string
	Min   int               `yaml:"min"`   // fewest entries
	Must  []Literal         `yaml:"must"`  // canaries: codes that have to be there
	Gone  string            `yaml:"gone"`  // since when the page has no such table, YYYY-MM-DD; its identifiers stay
	Names ByCode[Name]      `yaml:"names"` // code → identifier
	Skip  []Skip            `yaml:"skip"`  // rows that are none

	node  ast.Node
	twice bool // says in two ways what it is
}

// A Literal is a code as the recipe spells it: 007 and 0x80 are no numbers.
type Literal string

// ByCode maps codes, as the recipe spells them, to something.
type ByCode[V any] map[string]V

// A Name fixes a Go identifier, without the table's prefix.
type Name struct {
	Name   string         `yaml:"name"`
	Was    string         `yaml:"was"` // the identifier before a rename; stays as a deprecated alias
	Why    string         `yaml:"why"`
	Values ByCode[string] `yaml:"values"` // identifiers of allowed values
	line   int
}

// A Skip declares rows that look like entries and are none, by what stands in
// the place of their code or by all of the row.
type Skip struct {
	Code  *Pattern `yaml:"code"`  // what stands where the others have their code
	Match *Pattern `yaml:"match"` // the whole line, or the cells of the row joined
	Why   string   `yaml:"why"`
}

// An Envelope says where in a reply of the vendor a code of a table stands.
// Paths are keys joined by dots, from the root; in JSON a number is the place
// in an array, from 0.
type Envelope struct {
	Table   string            `yaml:"table"`  // by default the main table
	Format  string            `yaml:"format"` // json or xml
	Code    string            `yaml:"code"`
	Message string            `yaml:"message"`
	Extra   map[string]string `yaml:"extra"`   // further members, such as a request id: Go name → path
	Success []Literal         `yaml:"success"` // codes that mean success
	line    int
}

// roles are the meanings that a column, a line or a group of a pattern can
// have: each fills the field of model.Entry of that name.
var roles = []string{
	"code", "key", "text", "remedy", "detail", "note", "http", "group",
	"type", "required", "default", "values", "max", "deprecated",
}

// Roles lists the meanings that a column, a line or a group of a pattern can
// have.
func Roles() []string { return slices.Clone(roles) }
