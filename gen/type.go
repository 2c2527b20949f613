package gen

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// A goType is a type of typed constants: the codes of a table, or the allowed
// values of a parameter.
type goType struct {
	plan         *plan
	name         string
	base         string // Go type below it: "string", "int32"
	value        model.Value
	hex          hexStyle // how numbers are spelt
	stem         string   // what its unexported identifiers begin with
	doc          comment
	noun         string            // what one value is: "code", "value"
	rows         []row             // in the order of the lock
	first        map[string]string // constant that decides on a value
	columns      []column
	lost         []model.LostColumn
	carries      bool // some codes stand for many, each with a number in it
	carriers     []carrier
	language     string // of Message; "" where there are no translations
	translations []translation
	groups       *goType  // the type of the sections of its values; nil where there are none
	members      *goType  // the type whose sections these are; nil of any other
	isError      bool     // has an Error method
	isFlags      bool     // its values are bits, to be joined
	success      []string // values that are no error, as Go expressions
	replies      []model.Envelope
	isReply      bool // its replies are the Error struct
	code         *search
	keys         *search // nil where there are no keys
}

// A row is one entry: a constant, and what the tables have of it.
type row struct {
	entry      *model.Entry // nil of allowed values and groups
	name       string       // of its constant
	literal    string       // its value
	value      *big.Int     // its value, of an integer type
	text       string       // its value, as the page has it
	key        string
	order      int
	line       int    // of the page, for messages
	sameAs     string // constant of the same value, which decides; "" where this does
	section    string // of the page
	isGone     bool
	doc        string
	facts      string // "Code 002-016, HTTP 401. Required. Type boolean."
	deprecated string
	aliases    []string
}

// tableSuffixes end, after the stem of a type, the names of its tables and of
// the functions that look into them.
var tableSuffixes = []string{"Rows", "Index", "Exact", "Carried", "ByKey", "Steps", "Slots", "StepsByKey", "SlotsByKey", "Carriers", "InJSON", "InXML"}

// newType begins a type; table says where the recipe declares it.
func (p *plan) newType(name string, value model.Value, noun string, table *model.Table) *goType {
	g := &goType{plan: p, name: name, first: map[string]string{}, base: cmp.Or(value.Type, "string"), value: value, noun: noun, stem: unexported(name)}
	for slices.ContainsFunc(tableSuffixes, func(suffix string) bool { return p.held[g.stem+suffix] }) {
		g.stem += "Type"
	}
	for _, suffix := range tableSuffixes {
		p.variable(g.stem + suffix)
	}
	if _, _, ok := integerRange(value); !ok && value.IsInteger() {
		p.problems.Add(table.File, table.Line, "", "table %s: %q is no type for codes", name, value.Type)
		g.base = "string"
	}
	for _, id := range []string{name, "Lookup" + name, model.Plural(name)} {
		p.declare(id, "type "+name, 0)
	}
	p.types = append(p.types, g)
	return g
}

func (g *goType) isInteger() bool { return g.base != "string" }

// addEntry adds an entry that the page lists, or a tombstone.
func (g *goType) addEntry(e *model.Entry) {
	r := row{
		entry: e, name: e.Name, text: e.Code, key: e.Key, order: e.Order, line: e.Line, section: e.Group,
		isGone: e.Gone != "", doc: cmp.Or(e.Text, e.Detail), facts: g.facts(e), aliases: e.Aliases, deprecated: e.Deprecated,
	}
	g.add(r)
}

// facts is what a caller has to know of an entry beside its text.
func (g *goType) facts(e *model.Entry) string {
	var list []string
	if what := g.which(e); what != "" {
		list = append(list, what)
	}
	if e.Required {
		list = append(list, "Required.")
	}
	for _, fact := range [][2]string{{"Type ", e.Type}, {"Default ", e.Default}} {
		if fact[1] != "" {
			list = append(list, fact[0]+shown(fact[1])+".")
		}
	}
	if len(e.Values) > 0 {
		list = append(list, "Values "+strings.Join(shownAll(e.Values), ", ")+".")
	}
	if e.Max > 0 {
		list = append(list, "Maximum "+strconv.Itoa(e.Max)+".")
	}
	return strings.Join(list, " ")
}

// which says which code an entry is, where its text does not: its symbol and
// its HTTP status. The code itself stands in the declaration.
func (g *goType) which(e *model.Entry) string {
	if e.Key == "" && e.HTTP == 0 && (e.Text != "" || e.Detail != "") {
		return ""
	}
	what := upperFirst(g.noun) + " " + shown(e.Code)
	if e.Key != "" {
		what += " (" + shown(e.Key) + ")"
	}
	if status := strconv.Itoa(e.HTTP); e.HTTP != 0 && e.Code != status && !strings.Contains(e.Group, status) {
		return what + ", HTTP " + status + "."
	}
	if e.Key == "" && (e.Text != "" || e.Detail != "") {
		return ""
	}
	return what + "."
}

// add declares a row. Of two with one value the first decides, so what the
// page lists is added before what is gone from it.
func (g *goType) add(r row) {
	g.plan.declare(r.name, quote(r.text)+" of "+g.name, r.line)
	r.value, r.literal = g.literal(r.text, r.line)
	value := r.text
	if r.value != nil {
		value = r.value.String()
	}
	var again bool
	if r.sameAs, again = g.first[value]; !again {
		g.first[value] = r.name
	} else if !g.isInteger() {
		g.plan.problem(r.line, "%s lists %q twice", g.name, r.text)
	}
	g.rows = append(g.rows, r)
}

// addGone adds a value or a group that is gone.
func (g *goType) addGone(gone model.Gone) {
	g.add(row{name: gone.Name, text: gone.Code, order: gone.Order, isGone: true, facts: g.called(gone.Code), aliases: gone.Aliases, deprecated: goneSince(gone.Since)})
}

// called says which value a constant is.
func (g *goType) called(code string) string { return upperFirst(g.noun) + " " + shown(code) + "." }

func goneSince(date string) string { return since("gone from the page", date) }

// since ends a sentence with a date, where there is one.
func since(text, date string) string {
	if date != "" {
		text += " since " + date
	}
	return text + "."
}

// finish brings the rows into the order of the lock, and finds a way from
// values to them.
func (g *goType) finish() {
	slices.SortStableFunc(g.rows, func(a, b row) int { return cmp.Compare(a.order, b.order) })
	section := ""
	for i := range g.rows {
		r := &g.rows[i]
		if r.isGone && r.section == "" {
			r.section = section
		}
		section = r.section
		for _, alias := range r.aliases {
			g.plan.declare(alias, "the former name of "+r.name, 0)
		}
	}
	g.code = g.byCode()
	g.hex = g.hexStyle()
}

// literal is a code as a Go literal, and its value where it is a number.
func (g *goType) literal(code string, line int) (*big.Int, string) {
	if !g.isInteger() {
		return nil, quote(code)
	}
	value, literal, ok := number(code)
	if ok && g.value.Wraps(code) {
		size := strings.TrimPrefix(g.base, "int")
		value, literal = wrapped(value, size), literal+" - 1<<"+size
	}
	least, greatest, _ := integerRange(model.Value{Type: g.base})
	if !ok || value.Cmp(least) < 0 || value.Cmp(greatest) > 0 {
		g.plan.problem(line, "code %q of %s is no %s", code, g.name, g.base)
		return new(big.Int), "0"
	}
	return value, literal
}

// decides reports whether the row is that of its value.
func (r *row) decides() bool { return r.sameAs == "" }

// hasGone reports whether a value is gone from the page.
func (g *goType) hasGone() bool {
	return slices.ContainsFunc(g.rows, func(r row) bool { return r.isGone && r.decides() })
}

// repeats reports whether some rows have the value of another.
func (g *goType) repeats() bool {
	return slices.ContainsFunc(g.rows, func(r row) bool { return !r.decides() })
}
