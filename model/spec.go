package model

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model/naming"
)

// Schema names the JSON form that this package writes.
const Schema = "spectab/1"

// A Document is one or more sources, as `spectab export` prints them.
type Document struct {
	Schema  string  `json:"schema"`
	Sources []*Spec `json:"sources"`
}

// A Spec is all that one source, a vendor's page or a set of its pages, says.
//
// Fields without a JSON key steer naming and emission. They come from the
// recipe, not from the page, and are no part of the exported form.
type Spec struct {
	Source    string     `json:"source"` // folder name under specs/, "xsolla-login"
	Title     string     `json:"title,omitempty"`
	URL       string     `json:"url,omitempty"`
	Language  string     `json:"language,omitempty"` // BCP 47, of the page
	Package   string     `json:"package,omitempty"`  // Go package name
	Snapshot  Snapshot   `json:"snapshot"`
	Envelopes []Envelope `json:"envelopes,omitempty"`
	Tables    []Table    `json:"tables"`

	Owner      string   `json:"-"` // who holds the rights in the vendor's text
	License    string   `json:"-"` // the licence of the vendor's text
	ImportPath string   `json:"-"` // of the emitted package; "" where nobody knows it
	Grounds    []Ground `json:"-"` // what it was read from, where it is to be compared
	Warnings   Problems `json:"-"` // what the pages disagree on, and what breaks who imports the package
}

// A Snapshot is the committed copy of the page that a Spec was read from.
type Snapshot struct {
	File      string `json:"file"`
	SHA256    string `json:"sha256,omitempty"`    // lower-case hexadecimal
	Retrieved string `json:"retrieved,omitempty"` // date, YYYY-MM-DD
	// Further are the other pages of a source that has several: in other
	// languages, or parts.
	Further []Snapshot `json:"further,omitempty"`
}

// Kind says what a table lists.
type Kind string

// The five kinds of tables.
const (
	Codes     Kind = "codes"     // errors
	Results   Kind = "results"   // outcome values
	Params    Kind = "params"    // request parameters
	Fields    Kind = "fields"    // response fields and cookies
	Constants Kind = "constants" // single values out of prose: limits, endpoints
)

// Kinds lists every Kind, in the order in which documentation presents them.
func Kinds() []Kind { return []Kind{Codes, Results, Params, Fields, Constants} }

// Valid reports whether k is one of the five kinds.
func (k Kind) Valid() bool { return slices.Contains(Kinds(), k) }

// A Table is one table of a page, in whatever form the page wrote it.
type Table struct {
	Name       string  `json:"name"` // Go type name, "Code"
	Kind       Kind    `json:"kind"`
	Heading    string  `json:"heading,omitempty"`
	Confidence float64 `json:"confidence,omitempty"` // 0 to 1; set by guessing only
	Entries    []Entry `json:"entries"`              // in page order

	Doc       string         `json:"-"` // one sentence for the Go type, may be empty
	Prefix    string         `json:"-"` // put before every identifier of the table
	Namer     *naming.Namer  `json:"-"` // how symbols and texts become identifiers; may be nil
	Value     Value          `json:"-"`
	Success   []string       `json:"-"` // codes that mean success and are no error
	Columns   []Column       `json:"-"` // typed extra columns
	Overrides []Override     `json:"-"`
	Trim      *regexp.Regexp `json:"-"` // dropped from the front of a symbol before it is named; may be nil
	Carries   *regexp.Regexp `json:"-"` // the part of a code that stands for a number; may be nil
	Gone      []Gone         `json:"-"` // tombstones, from the lock
	Lost      []LostColumn   `json:"-"` // methods whose column is gone, from the lock
	ByStatus  bool           `json:"-"` // its groups are classes of HTTP statuses, not sections of the page
	Groups    *ValueSet      `json:"-"` // identifiers for the groups of entries; nil where there never were any
	LostSets  []ValueSet     `json:"-"` // value sets whose parameter is gone, or lists no values any more
	File      string         `json:"-"` // the recipe that declares the table
	Line      int            `json:"-"` // its line there

	shared *naming.Prefix // what its symbols begin with; nil before anybody asked
	label  *string        // what its messages begin with; nil before anybody asked
}

// An Entry is one row: a code and what the page says of it.
type Entry struct {
	Code         string            `json:"code"`           // the literal on the wire
	Name         string            `json:"name,omitempty"` // Go identifier, prefix included
	Stem         string            `json:"stem,omitempty"` // Name without the prefix of its table
	Key          string            `json:"key,omitempty"`  // the vendor's symbol beside the code
	Text         string            `json:"text,omitempty"`
	Texts        map[string]string `json:"texts,omitempty"` // by language, BCP 47
	Remedy       string            `json:"remedy,omitempty"`
	Detail       string            `json:"detail,omitempty"`
	Notes        []string          `json:"notes,omitempty"`
	Also         []string          `json:"also,omitempty"` // further texts of a code listed twice
	HTTP         int               `json:"http,omitempty"` // HTTP status
	Group        string            `json:"group,omitempty"`
	Type         string            `json:"type,omitempty"` // the vendor's word for it
	Required     bool              `json:"required,omitempty"`
	Default      string            `json:"default,omitempty"`
	Values       []string          `json:"values,omitempty"` // allowed values
	Max          int               `json:"max,omitempty"`    // highest number of values
	Placeholders []string          `json:"placeholders,omitempty"`
	Extra        map[string]string `json:"extra,omitempty"` // columns without a role, by header
	Deprecated   string            `json:"deprecated,omitempty"`
	Gone         string            `json:"gone,omitempty"` // date of the first snapshot without it, YYYY-MM-DD
	Line         int               `json:"line,omitempty"` // of the snapshot, from 1
	File         string            `json:"file,omitempty"` // of a snapshot of several files

	Second   bool      `json:"-"` // an earlier entry has the same code, and another symbol
	Order    int       `json:"-"` // place in the emitted package, from the lock
	Aliases  []string  `json:"-"` // identifiers it had before a declared rename
	ValueSet *ValueSet `json:"-"` // identifiers for Values; nil where it has none
}

// ID is what a table knows an entry by: the code, but for constants, whose
// code is the value itself, the key. A second symbol of a code has both.
func (t *Table) ID(e *Entry) string {
	switch {
	case t.Kind == Constants:
		return e.Key
	case e.Second:
		return e.Code + " " + e.Key
	}
	return e.Code
}

// CodeOf is the code in an ID, which a tombstone has.
func (t *Table) CodeOf(id string) string {
	if t.Value.IsInteger() {
		id, _, _ = strings.Cut(id, " ")
	}
	return id
}

// Find returns the entry with the given ID, or nil. A number is found in any
// notation.
func (t *Table) Find(id string) *Entry {
	for i := range t.Entries {
		if t.ID(&t.Entries[i]) == id {
			return &t.Entries[i]
		}
	}
	number, ok := t.Value.Number(id)
	if !ok || t.Kind == Constants {
		return nil
	}
	for i := range t.Entries {
		if n, _ := t.Value.Number(t.Entries[i].Code); n == number && !t.Entries[i].Second {
			return &t.Entries[i]
		}
	}
	return nil
}

// Table returns the table of that name, or nil.
func (s *Spec) Table(name string) *Table {
	for i := range s.Tables {
		if s.Tables[i].Name == name {
			return &s.Tables[i]
		}
	}
	return nil
}

// Main returns the table that the package is about, whose identifiers carry
// no prefix by default: the first of codes, else the first of results, else
// nil.
func (s *Spec) Main() *Table {
	for _, kind := range []Kind{Codes, Results} {
		for i := range s.Tables {
			if s.Tables[i].Kind == kind {
				return &s.Tables[i]
			}
		}
	}
	return nil
}

// Value is the Go type that the codes of a table have.
type Value struct {
	Type string // "string" or "" for text; else "int8" to "int64", "uint8" to "uint64"
	// Wrap takes hexadecimal codes past the greatest value of a signed type
	// for negative ones in two's complement: 0x80070005 of an int32.
	Wrap bool
	Bits []Bits
}

// Bits are a field of the number that a code is: a severity, a facility.
type Bits struct {
	Name      string // Go method
	Low, High int    // lowest and highest bit, from 0
	Flag      bool   // one bit alone, which becomes a bool
}

// IsInteger reports whether the codes are numbers.
func (v Value) IsInteger() bool { return v.Type != "" && v.Type != "string" }

// A Column is an extra column that became a method.
type Column struct {
	Header string // key in Entry.Extra
	Name   string // Go method name
	Type   string // "string", "bool" or "int"
}

// A LostColumn is a method for whose column no entry has a cell any more.
type LostColumn struct {
	Name  string // Go method name
	Type  string // as a Role has it
	Since string // date of the first snapshot without it, YYYY-MM-DD
}

// An Override fixes the identifier of one entry.
type Override struct {
	Code   string // ID of the entry
	Name   string // identifier without the table's prefix; "" where only Values are named
	Was    string // identifier without prefix that a rename leaves as an alias; may be empty
	Why    string
	File   string // recipe
	Line   int
	Values map[string]string // identifiers of allowed values without their type, by value; may be nil
}

// Gone is a tombstone: an entry that the page no longer lists.
type Gone struct {
	Code    string
	Name    string
	Since   string // date of the first snapshot without it, YYYY-MM-DD
	Order   int
	Aliases []string
	Type    string // of a constant
	Value   string // of a constant: the last that the page gave
	Entry   Entry  // what the page said of it last, but for code and name; empty where nobody remembers
}

// A ValueSet is the typed set of constants for the allowed values of one
// parameter.
type ValueSet struct {
	Type   string   // Go type name
	Names  []string // identifiers, parallel to Entry.Values
	Orders []int    // places in the emitted package, from the lock; nil for that of Names
	Gone   []Gone
}

// Order is the place of identifier i in the emitted package.
func (s *ValueSet) Order(i int) int {
	if i < len(s.Orders) {
		return s.Orders[i]
	}
	return i
}

// ErrorTable returns the table whose codes are Go errors: the main table
// where it is of codes, or has an envelope; else nil.
func (s *Spec) ErrorTable() *Table {
	main := s.Main()
	if main == nil {
		return nil
	}
	if main.Kind == Codes || slices.ContainsFunc(s.Envelopes, func(e Envelope) bool { return e.Table == main.Name }) {
		return main
	}
	return nil
}
