package source

import (
	"go/constant"
	gotoken "go/token"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/model/text"
)

// A value is what an expression comes to: a number, else a text. The zero one
// is none.
type value struct {
	number constant.Value // an integer
	text   string         // as the source spells it, where it is one literal
}

func (v value) known() bool { return v.number != nil || v.text != "" }

// String is the literal as the source has it, or the number in decimal.
func (v value) String() string {
	if v.text != "" {
		return v.text
	}
	if v.number != nil {
		return v.number.ExactString()
	}
	return ""
}

// exceeds reports whether both are numbers, and v is the larger.
func (v value) exceeds(other value) bool {
	return v.number != nil && other.number != nil && constant.Compare(v.number, gotoken.GTR, other.number)
}

// A function is a macro with parameters.
type function struct {
	params []string
	body   []token
}

// An evaluator works out expressions. Names are looked up when they are
// needed, so that one may stand before what it is defined by.
type evaluator struct {
	names     map[scoped]*definition
	functions map[string]function
	types     map[string]bool // that definitions have; as a call, a conversion
	converts  bool            // a call of one argument is a conversion: constants call nothing else
	steps     int             // that are left for all; what takes more is not worked out
	left      int             // that are left for one definition
}

// scoped is a name and what it is a member of, nil for the page.
type scoped struct {
	of   *group
	name string
}

const (
	maxBits  = 128 // of a number; a shift past that, or a product, is no constant
	maxSteps = 2000
	maxDepth = 50 // of brackets, of macros in macros, and of names behind names
)

// An expression is what is left to read of one, and what the names in it
// stand for before those of the page.
type expression struct {
	*evaluator
	tokens []token
	local  map[string]value
	scope  *group
	depth  int
}

// all is what the tokens come to, the zero value where that is not known.
func (x *expression) all() value {
	v := x.binary(0)
	if len(x.tokens) > 0 {
		return value{}
	}
	return v
}

// inner is an expression inside of another.
func (x *expression) inner(tokens []token, local map[string]value) *expression {
	return &expression{evaluator: x.evaluator, tokens: tokens, local: local, scope: x.scope, depth: x.depth + 1}
}

// of is the value of a definition.
func (e *evaluator) of(d *definition, depth int) value {
	if d.done || d.busy || depth > maxDepth {
		return d.value
	}
	if d.implicit && d.before != nil && !d.before.done {
		return value{} // it is asked for before its turn
	}
	d.busy = true
	switch {
	case len(d.expr) > 0:
		local := map[string]value{"iota": {number: constant.MakeInt64(int64(d.iota))}}
		x := &expression{evaluator: e, tokens: d.expr, local: local, scope: d.group, depth: depth}
		d.value = x.all()
	case d.implicit:
		d.value = next(d.before)
	}
	d.busy, d.done = false, true
	return d.value
}

// next is one more than the member before; the first is 0.
func next(before *definition) value {
	switch {
	case before == nil:
		return value{number: constant.MakeInt64(0)}
	case before.value.number == nil:
		return value{}
	}
	return value{number: constant.BinaryOp(before.value.number, gotoken.ADD, constant.MakeInt64(1))}
}

// precedence is that of C; Go's differs where nobody leaves brackets out.
var precedence = map[string]int{"|": 1, "^": 2, "&": 3, "&^": 3, "<<": 4, ">>": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6}

var operations = map[string]gotoken.Token{
	"|": gotoken.OR, "^": gotoken.XOR, "&": gotoken.AND, "&^": gotoken.AND_NOT,
	"+": gotoken.ADD, "-": gotoken.SUB, "*": gotoken.MUL, "/": gotoken.QUO, "%": gotoken.REM,
	"<<": gotoken.SHL, ">>": gotoken.SHR,
}

func (x *expression) binary(least int) value {
	left := x.unary()
	for len(x.tokens) > 0 {
		op := x.tokens[0].text
		level, ok := precedence[op]
		if !ok || x.tokens[0].kind != punctToken || level <= least {
			return left
		}
		x.tokens = x.tokens[1:]
		left = combine(left, op, x.binary(level))
	}
	return left
}

// combine is an operation on two numbers; none where one is not known, or the
// result is past any constant.
func combine(a value, op string, b value) value {
	if a.number == nil || b.number == nil {
		return value{}
	}
	var n constant.Value
	switch op {
	case "<<", ">>":
		by, ok := constant.Uint64Val(b.number)
		if !ok || by > maxBits {
			return value{}
		}
		n = constant.Shift(a.number, operations[op], uint(by))
	case "/", "%":
		if constant.Sign(b.number) == 0 {
			return value{}
		}
		n = constant.BinaryOp(a.number, map[string]gotoken.Token{"/": gotoken.QUO_ASSIGN, "%": gotoken.REM}[op], b.number)
	default:
		n = constant.BinaryOp(a.number, operations[op], b.number)
	}
	if constant.BitLen(n) > maxBits {
		return value{}
	}
	return value{number: n}
}

func (x *expression) unary() value {
	x.steps, x.left = x.steps-1, x.left-1
	if x.steps < 0 || x.left < 0 || x.depth > maxDepth || len(x.tokens) == 0 {
		x.tokens = nil
		return value{}
	}
	t := x.tokens[0]
	x.tokens = x.tokens[1:]
	switch {
	case t.kind == numberToken:
		return literal(t.text)
	case t.kind == stringToken:
		return x.joined(t.text)
	case t.kind == charToken:
		return character(t.text)
	case t.is("-"), t.is("+"), t.is("~"):
		return signed(t.text, x.unary())
	case t.is("("):
		return x.bracket()
	case t.kind == identToken:
		return x.name(t.text)
	}
	return value{}
}

// joined is a string with those that follow it, which C takes for one.
func (x *expression) joined(s string) value {
	for len(x.tokens) > 0 && x.tokens[0].kind == stringToken {
		s += x.tokens[0].text
		x.tokens = x.tokens[1:]
	}
	return value{text: s}
}

// character is what a quoted one stands for in sums; by itself it is what is
// sent.
func character(s string) value {
	r, _ := utf8.DecodeRuneInString(s)
	return value{number: constant.MakeInt64(int64(r)), text: s}
}

func signed(op string, v value) value {
	switch {
	case v.number == nil:
		return value{}
	case op == "+":
		return v
	case op == "~":
		return value{number: constant.UnaryOp(gotoken.XOR, v.number, 0)}
	}
	n := value{number: constant.UnaryOp(gotoken.SUB, v.number, 0)}
	if v.text != "" && !strings.HasPrefix(v.text, "-") {
		n.text = "-" + v.text
	}
	return n
}

// bracket reads what is in brackets, or passes over a type: (HRESULT)0x8.
func (x *expression) bracket() value {
	inner, rest := matching(x.tokens, "(", ")")
	x.tokens = rest
	if isType(inner) && x.operand() && !x.defined(inner[len(inner)-1].text) {
		return x.unary()
	}
	return x.inner(inner, x.local).all()
}

// operand reports whether an operand stands next, which behind a value would
// be no expression.
func (x *expression) operand() bool {
	if len(x.tokens) == 0 {
		return false
	}
	t := &x.tokens[0]
	return t.kind == numberToken || t.kind == identToken || t.kind == charToken || t.is("(") || t.is("~") || t.is("-")
}

func (x *expression) defined(name string) bool {
	_, local := x.local[name]
	return local || x.lookup(name) != nil
}

// isType reports whether tokens may name a type: names and stars.
func isType(tokens []token) bool {
	for i := range tokens {
		if t := &tokens[i]; t.kind != identToken && !t.is("*") && !t.is("::") && !t.is(".") {
			return false
		}
	}
	return len(tokens) > 0 && tokens[0].kind == identToken
}

// name is the value of a name, or of what a macro or a conversion is called
// with. Code.OK and Code::OK are OK.
func (x *expression) name(name string) value {
	for len(x.tokens) > 1 && (x.tokens[0].is(".") || x.tokens[0].is("::")) && x.tokens[1].kind == identToken {
		name = x.tokens[1].text
		x.tokens = x.tokens[2:]
	}
	if len(x.tokens) > 0 && x.tokens[0].is("<") {
		_, x.tokens = matching(x.tokens[1:], "<", ">")
	}
	if len(x.tokens) > 0 && x.tokens[0].is("(") {
		inner, rest := matching(x.tokens[1:], "(", ")")
		x.tokens = rest
		return x.call(name, inner)
	}
	if v, ok := x.local[name]; ok {
		return v
	}
	if d := x.lookup(name); d != nil {
		return x.of(d, x.depth+1)
	}
	return value{}
}

func (x *expression) lookup(name string) *definition {
	if d := x.names[scoped{x.scope, name}]; d != nil {
		return d
	}
	return x.names[scoped{nil, name}]
}

var (
	// wrapper are the names of macros that give the number they are called with
	// a type, as <stdint.h>, <winerror.h> and the kernel have them.
	wrapper = regexp.MustCompile(`(?i)(?:^|_)(?:U?INT(?:MAX|\d+)_C|TYPEDEF|U?AC|(?:static|reinterpret|const)_cast|cast)_*$`)
	// bit are those that shift by it, as <linux/bits.h> has them.
	bit = regexp.MustCompile(`^_*BIT(?:UL|ULL|_ULL|_MASK)?$`)
)

// call is what a macro of the page comes to, or one whose name says it.
func (x *expression) call(name string, inner []token) value {
	args := split(inner)
	if f, ok := x.functions[name]; ok {
		if len(args) != len(f.params) {
			return value{}
		}
		local := map[string]value{}
		for i, p := range f.params {
			local[p] = x.inner(args[i], x.local).all()
		}
		return x.inner(f.body, local).all()
	}
	if len(args) == 0 {
		return value{}
	}
	v := x.inner(args[0], x.local).all()
	switch {
	case len(args) == 1 && bit.MatchString(name):
		return combine(value{number: constant.MakeInt64(1)}, "<<", v)
	case len(args) == 1 && (x.types[name] || basic[name] || x.converts), len(args) <= 2 && wrapper.MatchString(name):
		return v
	}
	return value{}
}

// octal is a number that C and its like read with a radix of 8.
var octal = regexp.MustCompile(`^0[0-7]+$`)

// suffixes are the types of numbers: of C, and of Rust.
var suffixes = regexp.MustCompile(`(?:[uU]?[lL]{1,2}|[lL]{1,2}[uU]|[uU]|_?[iu](?:8|16|32|64|128|size)|n)$`)

// literal is a number as the source has it, less its type; one with a fraction
// is a text.
func literal(s string) value {
	if len(s) > maxBits {
		return value{text: s}
	}
	digits := strings.ReplaceAll(strings.ReplaceAll(s, "_", ""), "'", "")
	if at := suffixes.FindStringIndex(s); at != nil && at[0] > 0 && (!strings.HasPrefix(s, "0x") && !strings.HasPrefix(s, "0X") || strings.ContainsAny(s[at[0]:], "uUlLs")) {
		digits = strings.ReplaceAll(strings.ReplaceAll(s[:at[0]], "_", ""), "'", "")
	}
	n := constant.MakeFromLiteral(digits, gotoken.INT, 0)
	switch {
	case n.Kind() != constant.Int || constant.BitLen(n) > maxBits:
		return value{text: s}
	case octal.MatchString(digits), digits != "" && len(digits) > 1 && strings.ContainsAny(digits[1:2], "bBoO"):
		return value{number: n}
	}
	if _, err := text.ParseLiteral(digits); err != nil {
		return value{number: n}
	}
	return value{number: n, text: digits}
}
