package gen

import (
	"cmp"
	"fmt"
	"go/token"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
)

// A plan is what a package is going to declare.
type plan struct {
	spec     *model.Spec
	types    []*goType
	limits   []limit
	support  support
	declared map[string]string // exported identifier → what it is for
	problems model.Problems
}

// A goType is a type of typed constants: the codes of a table, or the allowed
// values of a parameter.
type goType struct {
	plan      *plan
	name      string
	base      string // Go type below it: "string", "int32"
	stem      string // what its unexported identifiers begin with
	doc       comment
	noun      string // what one value is: "code", "value"
	constants []constant
	rows      []row             // in page order
	first     map[string]string // constant of the first row of a value
	columns   []column
	isError   bool // has an Error method
	replies   []model.Envelope
	isReply   bool // its replies are the Error struct
	code      *search
	keys      *search // nil where there are no keys
}

// A constant is one declaration in a const block.
type constant struct {
	name       string
	literal    string
	sameAs     string // constant of the same value, declared by an earlier row
	group      string
	order      int
	text       string
	place      string // "Code 002-016, page.txt:25."
	deprecated string
	aliases    []string
}

// A row is one entry as data.
type row struct {
	name    string   // of its constant
	literal string   // its value
	value   *big.Int // its value, of an integer type
	text    string   // its value, of a text type
	key     string
	again   bool // an earlier row has the same value
}

// newPlan gathers the declarations of a spec. Order: the main table, then the
// others as the spec has them, each followed by the values of its parameters.
func newPlan(s *model.Spec) (*plan, error) {
	p := &plan{spec: s, declared: map[string]string{}}
	p.checkSpec()
	tables := make([]*model.Table, 0, len(s.Tables))
	for i := range s.Tables {
		tables = append(tables, &s.Tables[i])
	}
	slices.SortStableFunc(tables, func(a, b *model.Table) int {
		return cmp.Compare(btoi(b == s.Main()), btoi(a == s.Main()))
	})
	for _, t := range tables {
		if t.Kind == model.Constants {
			p.addLimits(t)
			continue
		}
		p.addTable(t)
	}
	p.checkEnvelopes()
	return p, p.problems.Err()
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// nouns are what one entry of a table is called in comments.
var nouns = map[model.Kind]string{
	model.Codes:     "error code",
	model.Results:   "result",
	model.Params:    "request parameter",
	model.Fields:    "response field",
	model.Constants: "value",
}

func (p *plan) addTable(t *model.Table) {
	g := p.newType(t.Name, t.Value, shortNoun(t.Kind))
	g.doc.text(cmp.Or(t.Doc, fmt.Sprintf("%s is %s %s of %s.", t.Name, article(nouns[t.Kind]), nouns[t.Kind], p.title())))
	g.isError = t.Kind == model.Codes || t == p.spec.ErrorTable()
	for _, envelope := range p.spec.Envelopes {
		if envelope.Table == t.Name {
			g.replies = append(g.replies, envelope)
		}
	}
	g.isReply = len(g.replies) > 0 && t == p.spec.ErrorTable()
	for i := range t.Entries {
		g.addEntry(t, &t.Entries[i])
	}
	for _, gone := range t.Gone {
		g.addGone(gone)
	}
	g.finish()
	g.columns = p.columnsOf(t)
	if g.hasColumn("Key") {
		g.keys = g.byKey()
	}
	p.declareReplies(g)
	for i := range t.Entries {
		if set := t.Entries[i].ValueSet; set != nil {
			p.addSet(set, &t.Entries[i], t)
		}
	}
	for i := range t.LostSets {
		p.addSet(&t.LostSets[i], nil, t)
	}
}

func shortNoun(kind model.Kind) string {
	words := strings.Fields(nouns[kind])
	return words[len(words)-1]
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an"
	}
	return "a"
}

// addSet adds the values of a parameter; e is nil where the page no longer
// lists any.
func (p *plan) addSet(set *model.ValueSet, e *model.Entry, t *model.Table) {
	g := p.newType(set.Type, model.Value{}, "value")
	if e == nil {
		g.doc.say(set.Type + " was the type of values that the page no longer lists.")
	} else {
		g.doc.say(fmt.Sprintf("%s is a value of the %s %s, %s.", set.Type, nouns[t.Kind], shown(e.Code), e.Name))
		for i, value := range e.Values {
			if i < len(set.Names) {
				g.add(row{name: set.Names[i], text: value}, constant{order: i, place: g.place(value, p.spec.Snapshot.File, e.Line)})
			}
		}
	}
	for i, gone := range set.Gone {
		gone.Order = len(set.Names) + i // values have an order of their own
		g.addGone(gone)
	}
	g.finish()
}

func (p *plan) newType(name string, value model.Value, noun string) *goType {
	g := &goType{plan: p, name: name, first: map[string]string{}, base: cmp.Or(value.Type, "string"), noun: noun, stem: unexported(name)}
	for slices.ContainsFunc(p.types, func(other *goType) bool { return other.stem == g.stem }) {
		g.stem += "Type"
	}
	if _, _, ok := integerRange(value); !ok && value.IsInteger() {
		p.problem(0, "table %s: %q is no type for codes", name, value.Type)
		g.base = "string"
	}
	for _, id := range []string{name, "Lookup" + name, model.Plural(name)} {
		p.declare(id, "type "+name, 0)
	}
	p.types = append(p.types, g)
	return g
}

func (g *goType) isInteger() bool { return g.base != "string" }

func (g *goType) addEntry(t *model.Table, e *model.Entry) {
	g.add(row{name: e.Name, text: e.Code, key: e.Key}, constant{
		group:      e.Group,
		order:      e.Order,
		text:       cmp.Or(e.Text, e.Detail),
		place:      g.place(e.Code, g.plan.spec.Snapshot.File, e.Line),
		deprecated: e.Deprecated,
		aliases:    e.Aliases,
	})
}

// add declares a constant and the row it stands for.
func (g *goType) add(r row, c constant) {
	g.plan.declare(r.name, fmt.Sprintf("%q of %s", r.text, g.name), 0)
	r.value, r.literal = g.literal(r.text)
	c.name, c.literal = r.name, r.literal
	value := r.text
	if r.value != nil {
		value = r.value.String()
	}
	if c.sameAs, r.again = g.first[value]; !r.again {
		g.first[value] = r.name
	} else if !g.isInteger() {
		g.plan.problem(0, "%s lists %q twice", g.name, r.text)
	}
	g.rows = append(g.rows, r)
	g.constants = append(g.constants, c)
}

// addGone declares a tombstone: a constant without a row.
func (g *goType) addGone(gone model.Gone) {
	g.plan.declare(gone.Name, fmt.Sprintf("%q of %s", gone.Code, g.name), 0)
	_, literal := g.literal(gone.Code)
	g.constants = append(g.constants, constant{
		name:       gone.Name,
		literal:    literal,
		order:      gone.Order,
		place:      g.place(gone.Code, "", 0),
		deprecated: "gone from the page since " + gone.Since + ".",
		aliases:    gone.Aliases,
		group:      goneGroup,
	})
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
}

// literal is a code as a Go literal, and its value where it is a number.
func (g *goType) literal(code string) (*big.Int, string) {
	if !g.isInteger() {
		return nil, quote(code)
	}
	value, literal, ok := number(code)
	least, greatest, _ := integerRange(model.Value{Type: g.base})
	if !ok || value.Cmp(least) < 0 || value.Cmp(greatest) > 0 {
		g.plan.problem(0, "code %q of %s is no %s", code, g.name, g.base)
		return new(big.Int), "0"
	}
	return value, literal
}

// place says which code a constant is, and where the page has it.
func (g *goType) place(code, file string, line int) string {
	s := upperFirst(g.noun) + " " + shown(code)
	if file != "" && line > 0 {
		s += fmt.Sprintf(", %s:%d", file, line)
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

// declare notes an exported identifier, and refuses a second use of it.
func (p *plan) declare(id, what string, line int) {
	if !model.ValidIdentifier(id) {
		p.problem(line, "%s has %q for its name, which is no exported Go identifier", what, id)
		return
	}
	if first, ok := p.declared[id]; ok {
		p.problem(line, "%s and %s both have the identifier %s", first, what, id)
		return
	}
	p.declared[id] = what
}

func (p *plan) problem(line int, format string, args ...any) {
	file := p.spec.Snapshot.File
	p.problems.Add(file, line, "", format, args...)
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
