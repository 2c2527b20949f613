package source

import (
	"regexp"
	"slices"
	"strings"
)

// directive reads a #define; other directives are passed over.
func (s *scanner) directive() {
	t := s.peek(0)
	s.at++
	from := s.at
	comments := s.comments
	s.comments = nil
	var inner []token
	for s.at < len(s.tokens) && s.peek(0).kind != eolToken && s.peek(0).kind != directiveToken {
		if s.peek(0).kind != commentToken {
			inner = append(inner, *s.peek(0))
		}
		s.at++
	}
	end := s.at
	if s.peek(0).kind == eolToken {
		s.at++
	}
	if t.text != "define" || len(inner) == 0 || inner[0].kind != identToken {
		if t.text != "define" && t.text != "undef" {
			s.comments = nil
		}
		return
	}
	s.comments = comments
	d := &definition{name: inner[0].text, from: t.no, no: inner[0].no, end: inner[len(inner)-1].no, expr: inner[1:]}
	if s.function(inner) || len(d.expr) == 0 {
		if f := s.eval.functions[d.name]; len(f.body) > 0 && slices.Contains(f.params, f.body[0].text) { // calls of a parameter
			for s.at = from; s.peek(0).no != f.body[0].no || s.peek(0).col != f.body[0].col; {
				s.at++
			}
		}
		s.comments = nil
		return
	}
	if !isConstant(d.expr) {
		s.comments = nil
		return
	}
	s.add(s.group("define"), d)
	for i := from; i < end; i++ {
		if c := &s.tokens[i]; c.kind == commentToken && len(c.lines) > 0 {
			d.remarked(c.lines)
		}
	}
}

// function notes a macro with parameters; its bracket touches its name.
func (s *scanner) function(inner []token) bool {
	if len(inner) < 2 || !inner[1].is("(") || inner[1].no != inner[0].no || int(inner[1].col) != int(inner[0].col)+len(inner[0].text) {
		return false
	}
	params, body := matching(inner[2:], "(", ")")
	f := function{body: body}
	for _, p := range split(params) {
		if len(p) == 1 {
			f.params = append(f.params, p[0].text)
		}
	}
	s.eval.functions[inner[0].text] = f
	return true
}

// keyword are words that no constant expression has.
var keyword = regexp.MustCompile(`^(?:if|else|do|while|for|return|extern|static|inline|struct|typedef|__attribute__|__declspec|asm|void)$`)

// isConstant reports whether tokens may be a constant expression: not a piece
// of code.
func isConstant(tokens []token) bool {
	operand := false
	for i := range tokens {
		t := &tokens[i]
		switch t.kind {
		case punctToken:
			if !strings.Contains("()+-*/%&|^~<<>>::.,", t.text) {
				return false
			}
		case identToken:
			if keyword.MatchString(t.text) {
				return false
			}
			operand = true
		default:
			operand = true
		}
	}
	return operand
}
