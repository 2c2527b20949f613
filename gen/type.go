package gen

import (
	"cmp"
	"fmt"
	"go/token"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
	noun         string // what one value is: "code", "value"
	constants    []constant
	rows         []row             // in page order
	first        map[string]string // constant of the first row of a value
	columns      []column
	lost         []model.LostColumn
	carries      bool // some codes stand for many, each with a number in it
	carriers     []carrier
	language     string // of Message; "" where there are no translations
	translations []translation
	groups       *goType // the type of the sections of its values; nil where there are none
	members      *goType // the type whose sections these are; nil of any other
	isError      bool    // has an Error method
	replies      []model.Envelope
	isReply      bool // its replies are the Error struct
	code         *search
	keys         *search // nil where there are no keys
}

// A constant is one declaration in a const block.
type constant struct {
	name       string
	literal    string
	sameAs     string // constant of the same value, declared by an earlier row
	group      string
	order      int
	text       string
	facts      string // "Required. Type boolean."
	place      string // "Code 002-016, HTTP 401, page.txt:25."
	deprecated string
	aliases    []string
}

// A row is one entry as data.
type row struct {
	name    string   // of its constant
	literal string   // its value
	value   *big.Int // its value, of an integer type
	text    string   // its value, as the page has it
	key     string
	line    int  // of the page
	again   bool // an earlier row has the same value
}

// tableSuffixes end, after the stem of a type, the names of its tables and of
// the functions that look into them.
var tableSuffixes = []string{"Rows", "Index", "Exact", "Carried", "ByKey", "Steps", "Slots", "StepsByKey", "SlotsByKey", "Carriers"}

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

func (g *goType) addEntry(e *model.Entry) {
	g.add(row{name: e.Name, text: e.Code, key: e.Key, line: e.Line}, constant{
		group:      e.Group,
		order:      e.Order,
		text:       cmp.Or(e.Text, e.Detail),
		facts:      facts(e),
		place:      g.placeOf(e),
		deprecated: e.Deprecated,
		aliases:    e.Aliases,
	})
}

// facts is what a caller has to know of a parameter before using it.
func facts(e *model.Entry) string {
	var list []string
	add := func(there bool, format string, args ...any) {
		if there {
			list = append(list, fmt.Sprintf(format, args...))
		}
	}
	add(e.Required, "Required.")
	add(e.Type != "", "Type %s.", shown(e.Type))
	add(e.Default != "", "Default %s.", shown(e.Default))
	add(len(e.Values) > 0, "Values %s.", strings.Join(shownAll(e.Values), ", "))
	add(e.Max > 0, "Maximum %d.", e.Max)
	return strings.Join(list, " ")
}

// add declares a constant and the row it stands for.
func (g *goType) add(r row, c constant) {
	g.plan.declare(r.name, quote(r.text)+" of "+g.name, r.line)
	r.value, r.literal = g.literal(r.text, r.line)
	c.name, c.literal = r.name, r.literal
	value := r.text
	if r.value != nil {
		value = r.value.String()
	}
	if c.sameAs, r.again = g.first[value]; !r.again {
		g.first[value] = r.name
	} else if !g.isInteger() {
		g.plan.problem(r.line, "%s lists %q twice", g.name, r.text)
	}
	g.rows = append(g.rows, r)
	g.constants = append(g.constants, c)
}

// addGone declares a tombstone: a constant without a row.
func (g *goType) addGone(gone model.Gone) {
	g.plan.declare(gone.Name, fmt.Sprintf("%q of %s", gone.Code, g.name), 0)
	code := gone.Code
	if g.isInteger() { // of a second symbol, the ID has the symbol too
		code, _, _ = strings.Cut(code, " ")
	}
	_, literal := g.literal(code, 0)
	g.constants = append(g.constants, constant{
		name:       gone.Name,
		literal:    literal,
		order:      gone.Order,
		place:      g.place(code, "", 0),
		deprecated: goneSince(gone),
		aliases:    gone.Aliases,
		group:      goneGroup,
	})
}

func goneSince(gone model.Gone) string {
	return since("gone from the page", gone.Since)
}

// since ends a sentence with a date, where there is one.
func since(text, date string) string {
	if date != "" {
		text += " since " + date
	}
	return text + "."
}

// goneGroup marks a constant that stands in the block of the one before it.
const goneGroup = "\x00"

// finish brings the constants into the order of the lock, and finds a way
// from values to rows.
func (g *goType) finish() {
	slices.SortStableFunc(g.constants, func(a, b constant) int { return cmp.Compare(a.order, b.order) })
	group := ""
	for i := range g.constants {
		c := &g.constants[i]
		if c.group == goneGroup {
			c.group = group
		}
		group = c.group
		for _, alias := range c.aliases {
			g.plan.declare(alias, "the former name of "+c.name, 0)
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

// placeOf says which code an entry is, its symbol and its HTTP status, and
// where the page has it.
func (g *goType) placeOf(e *model.Entry) string {
	what := shown(e.Code)
	if e.Key != "" {
		what += " (" + shown(e.Key) + ")"
	}
	if status := strconv.Itoa(e.HTTP); e.HTTP != 0 && e.Code != status && !strings.Contains(e.Group, status) {
		what += ", HTTP " + status
	}
	return g.placed(what, cmp.Or(e.File, g.plan.spec.Snapshot.File), e.Line)
}

// place says which code a constant is, and where the page has it.
func (g *goType) place(code, file string, line int) string { return g.placed(shown(code), file, line) }

func (g *goType) placed(what, file string, line int) string {
	s := upperFirst(g.noun) + " " + what
	if file != "" && line > 0 {
		s += ", " + file + ":" + strconv.Itoa(line)
	}
	return s + "."
}

// shown is a code as a comment shows it: quoted where it would not stand out
// as one word.
func shown(code string) string {
	if code == "" || visible(code) != code || strings.ContainsAny(code, " \"`'") || docLink.MatchString(code) {
		return strings.NewReplacer("[", "\\x5b", "]", "\\x5d").Replace(quote(code))
	}
	return code
}

// unexported turns an exported identifier into an unexported one: "httpStatus"
// for "HTTPStatus".
func unexported(id string) string {
	runes := []rune(id)
	n := 0
	for n < len(runes) && unicode.IsUpper(runes[n]) {
		n++
	}
	if n > 1 && n < len(runes) && unicode.IsLower(runes[n]) {
		n-- // the last capital begins the next word
	}
	for i := range n {
		runes[i] = unicode.ToLower(runes[i])
	}
	if s := string(runes); !token.IsKeyword(s) && !token.IsExported(s) {
		return s
	}
	return "the" + id
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func shownAll(codes []string) []string {
	list := make([]string, len(codes))
	for i, code := range codes {
		list[i] = shown(code)
	}
	return list
}
