package source

import (
	"regexp"
	"slices"
	"strings"
)

// declaring are words that begin the declaration of a constant, or stand in
// it, in one of the languages.
var declaring = []string{"const", "constexpr", "final", "static", "readonly", "let", "var", "val", "export", "public", "private", "internal", "protected", "pub", "inline", "extern", "case", "default"}

// settling are those of them without which only a name in capitals is one.
var settling = []string{"const", "constexpr", "final", "readonly", "val", "case"}

// symbol is a name in capitals.
var symbol = regexp.MustCompile(`^[A-Z][A-Z0-9]*(?:_+[A-Z0-9]+)*_*$`)

// capital is the name of a constant in one of the spellings of the languages;
// that of a variable begins in lower case.
var capital = regexp.MustCompile(`^(?:[\p{Lu}_]|k\p{Lu})`)

// maxHead is how many tokens stand before the sign of equality at most.
const maxHead = 16

// constant reads a declaration with a value: what stands before the sign of
// equality says the name.
func (s *scanner) constant() bool {
	first := s.peek(0)
	if first.kind != identToken || !s.beginsStatement() || s.opensScope() {
		return false
	}
	head := s.head()
	if head == 0 {
		return false
	}
	name, settled := s.named(head)
	if name == nil {
		return false
	}
	from := s.at
	s.at += head + 1
	d := &definition{name: name.text, from: first.no, no: name.no}
	if s.makes(d) {
		s.add(s.group("error"), d)
		return true
	}
	if s.data(name) || s.textsOf(name) {
		return true
	}
	if n := s.listAhead(); n > 0 {
		s.at += n - 1
		if s.list(name) {
			return true
		}
		s.at = from + head + 1
	}
	if s.object(name) {
		return true
	}
	if !settled && !symbol.MatchString(name.text) || !capital.MatchString(name.text) {
		s.at = from
		return false
	}
	d.expr = s.statement()
	d.end = s.peek(-1).no
	if !isConstant(d.expr) {
		return true
	}
	s.add(s.group("const"), d)
	return true
}

// makes reads the statement behind a sign of equality where it makes something
// of literals; it goes back where it does not.
func (s *scanner) makes(d *definition) bool {
	if !capital.MatchString(d.name) {
		return false
	}
	from := s.at
	expr := s.statement()
	if n := s.braceEnd(); n > 0 && s.at-from < maxHead {
		s.at += n
		expr = withoutComments(s.tokens[from:s.at])
	}
	if len(expr) == 1 && expr[0].kind == numberToken && s.peek(0).is(",") && strings.HasPrefix(s.language, "py") { // a tuple
		s.at = from
		expr = s.expressions()
		expr = append(append([]token{{kind: punctToken, text: "("}}, expr...), token{kind: punctToken, text: ")"})
	}
	d.end = s.peek(-1).no
	if d.made(expr) {
		return true
	}
	s.at = from
	return false
}

// braceEnd is how many tokens ahead a short literal in braces ends, 0 where
// none stands here.
func (s *scanner) braceEnd() int {
	if !s.peek(0).is("{") {
		return 0
	}
	depth := 0
	for n := range maxCall {
		switch t := s.peek(n); {
		case t.is("{"):
			depth++
		case t.is("}"):
			if depth--; depth == 0 {
				return n + 1
			}
		case t.is(";"):
			return 0
		}
	}
	return 0
}

// beginsStatement reports whether the current token may begin one.
func (s *scanner) beginsStatement() bool {
	before := s.peek(-1)
	return s.peek(0).first || before.is(";") || before.is("{") || before.is("}") || before.kind == commentToken || before.kind == punctToken && before.text == ""
}

// head is how many tokens stand before the sign of equality, 0 where what
// stands here is no declaration.
func (s *scanner) head() int {
	brackets := 0
	for n := 1; n < maxHead; n++ {
		t := s.peek(n)
		switch {
		case t.is("="), t.is(":="):
			return n
		case t.is("<"), t.is("["):
			brackets++
		case t.is(">"), t.is("]"):
			brackets--
		case t.kind == identToken, t.is(":"), t.is("*"), t.is("&"), t.is("."), t.is("::"), brackets > 0 && t.is(","):
		default:
			return 0
		}
	}
	return 0
}

// named is the name that a head declares, and whether it says that this is a
// constant: before a colon where there is one, else the last; in Go the first,
// since the type stands behind.
func (s *scanner) named(head int) (name *token, settled bool) {
	var idents []*token
	types := 0
	for n := range head {
		t := s.peek(n)
		if t.is(":") {
			break
		}
		switch {
		case t.kind == identToken && slices.Contains(declaring, t.text):
			settled = settled || slices.Contains(settling, t.text)
		case t.is("<"), t.is("["):
			types++
		case t.is(">"), t.is("]"):
			types--
		case t.kind == identToken && types == 0:
			idents = append(idents, t)
		}
	}
	switch {
	case len(idents) == 0:
		return nil, false
	case len(idents) == 2 && s.peek(0).word("const") && !s.endsWithSemicolon(head):
		s.eval.types[idents[1].text] = true
		return idents[0], settled
	}
	return idents[len(idents)-1], settled
}

func (s *scanner) endsWithSemicolon(n int) bool {
	for ; n < 200; n++ {
		if t := s.peek(n); t.is(";") || t.first || t.text == "" {
			return t.is(";")
		}
	}
	return false
}

// statement are the tokens up to the end of the statement: a semicolon, or a
// line that does not go on, or a bracket that holds statements.
func (s *scanner) statement() []token {
	var expr []token
	depth := 0
	for ; s.at < len(s.tokens); s.at++ {
		t := s.peek(0)
		switch {
		case (t.is("(") || t.is("[")) && (!s.literal(0) || s.brackets[s.at].blocks):
			return nil
		case t.is("("), t.is("["):
			depth++
		case t.is(")"), t.is("]"):
			depth--
		case depth > 0 && t.kind != directiveToken:
		case t.is(";"), t.is("}"), t.is("{"), t.kind == directiveToken, t.kind == commentToken:
			return expr
		case t.is(",") || t.first && len(expr) > 0 && !joins(&expr[len(expr)-1]) && !joins(t):
			return expr
		}
		if depth < 0 {
			return expr
		}
		if t.kind != commentToken {
			expr = append(expr, *t)
		}
	}
	return expr
}

// joins reports whether an operator joins two lines.
func joins(t *token) bool {
	_, ok := precedence[t.text]
	return ok && t.kind == punctToken || t.is("(") || t.is("=")
}
