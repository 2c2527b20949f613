package source

import (
	"github.com/spectab/spectab/scrape/page"
)

// constBlock reads the constants of Go that stand in one pair of brackets. A
// line without a value repeats the expression above, with the next iota.
func (s *scanner) constBlock() bool {
	if t := s.peek(0); !t.word("const") && !t.word("var") || !s.peek(1).is("(") {
		return false
	}
	g := &group{kind: "const"}
	if s.comments != nil {
		g.note = s.comments[len(s.comments)-1].lines
	}
	s.comments = nil
	s.groups = append(s.groups, g)
	s.at += 2
	var repeat []token
	for iota := 0; s.at < len(s.tokens) && !s.peek(0).is(")"); {
		switch t := s.peek(0); {
		case t.kind == commentToken:
			s.comment()
		case t.kind == identToken:
			repeat = s.spec(g, iota, repeat)
			iota++
		case t.is(";"):
			s.at++
		default:
			s.notUnderstood(t)
			s.line(t.no)
		}
	}
	s.at++
	s.comments = nil
	return true
}

// line passes over the rest of a line.
func (s *scanner) line(no int) {
	for s.at < len(s.tokens) && s.peek(0).no == no && s.peek(0).kind != commentToken {
		s.at++
	}
}

// spec reads one line of a block: names, a type, expressions.
func (s *scanner) spec(g *group, iota int, repeat []token) []token {
	start := s.peek(0)
	var names []token
	for {
		names = append(names, *s.peek(0))
		if s.at++; !s.peek(0).is(",") || s.peek(1).kind != identToken {
			break
		}
		s.at++
	}
	s.typeOf(g, start.no)
	if s.peek(0).is("=") {
		s.at++
		repeat = s.expressions()
	} else if s.peek(0).no == start.no && s.peek(0).kind != commentToken && !s.peek(0).is(")") {
		s.notUnderstood(s.peek(0))
		s.line(start.no)
	}
	parts := split(repeat)
	for i, name := range names {
		if name.text == "_" || i >= len(parts) {
			continue
		}
		d := &definition{name: name.text, from: start.no, no: name.no, end: s.peek(-1).no, expr: parts[i], iota: iota}
		if capital.MatchString(d.name) {
			d.made(d.expr)
		}
		s.add(g, d)
	}
	return repeat
}

// typeOf passes over the type of a line; the first titles the block.
func (s *scanner) typeOf(g *group, no int) {
	for first := true; s.peek(0).no == no && (s.peek(0).kind == identToken || s.peek(0).is(".")); first = false {
		t := s.peek(0)
		if first && g.title == nil && !basic[t.text] {
			g.title = []page.Line{{Text: t.text, No: t.no}}
		}
		s.eval.types[t.text] = true
		s.at++
	}
}

var basic = map[string]bool{"string": true, "int": true, "uint": true, "int8": true, "int16": true, "int32": true, "int64": true, "uint8": true, "uint16": true, "uint32": true, "uint64": true, "byte": true, "rune": true, "error": true, "float64": true}

// expressions are the tokens up to the end of the line, commas too.
func (s *scanner) expressions() []token {
	var expr []token
	depth := 0
	for ; s.at < len(s.tokens); s.at++ {
		t := s.peek(0)
		switch {
		case t.is("("), t.is("["), t.is("{"):
			depth++
		case depth > 0 && (t.is(")") || t.is("]") || t.is("}")):
			depth--
		case depth > 0:
		case t.is(")"), t.is(";"), t.kind == commentToken, t.first && len(expr) > 0 && !joins(&expr[len(expr)-1]) && !expr[len(expr)-1].is(","):
			return expr
		}
		if t.kind != commentToken {
			expr = append(expr, *t)
		}
	}
	return expr
}
