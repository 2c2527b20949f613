package source

import (
	"slices"

	"github.com/spectab/spectab/scrape/page"
)

// enum reads an enumeration: a word that says so, a name or none, and members
// in braces.
func (s *scanner) enum() bool {
	t := s.peek(0)
	if !t.word("enum") && !t.word("Enum") && !t.word("ENUMERATED") {
		return false
	}
	open := s.braceAfter(1)
	if open == 0 {
		return false
	}
	g := &group{kind: "enum", scoped: true, title: s.titleOf(open)}
	if len(s.comments) > 0 {
		g.note, _ = cutDeprecated(s.comments[len(s.comments)-1].lines)
	}
	s.comments = nil
	s.groups = append(s.groups, g)
	for _, l := range g.title {
		s.eval.types[l.Text] = true
	}
	numbered := s.numbered(open)
	s.at += open + 1
	explicit := s.members(g)
	s.comments = nil
	t = s.peek(0)
	if t.kind == identToken && !t.first && s.peek(1).kind == punctToken { // typedef enum … } Name;
		g.title, numbered = []page.Line{{Text: t.text, No: t.no}}, true
	}
	if !explicit && !numbered && !t.is(";") {
		for _, d := range g.list {
			d.implicit = false
		}
	}
	return true
}

// numbered reports whether the language of an enumeration gives numbers to
// members that have none, as far as its head tells: what Java and the like
// send is the name. In C a semicolon stands behind it.
func (s *scanner) numbered(open int) bool {
	before := s.peek(-1)
	return before.word("export") || before.word("const") || before.word("declare") || before.word("typedef") || s.peek(open-1).kind == identToken && s.peek(open-2).is(":") && s.language != "kt" && s.language != "swift" ||
		s.language == "cs" || s.language == "ts"
}

// maxEnumHead is how many tokens stand before the brace of an enumeration.
const maxEnumHead = 40

// braceAfter is where the brace opens, 0 where this is the use of a type.
func (s *scanner) braceAfter(n int) int {
	brackets := 0
	for ; n < maxEnumHead; n++ {
		switch t := s.peek(n); {
		case t.is("{") && brackets == 0:
			return n
		case t.is("("), t.is("["):
			brackets++
		case t.is(")"), t.is("]"):
			if brackets--; brackets < 0 {
				return 0
			}
		case brackets == 0 && (t.is(";") || t.is("=") || t.is("}") || t.is(",") && s.peek(n-1).kind != identToken), t.text == "":
			return 0
		}
	}
	return 0
}

// titleOf is the name of an enumeration whose brace is n tokens ahead, or of
// what it is a type of.
func (s *scanner) titleOf(n int) []page.Line {
	brackets := 0
	for i := 1; i < n; i++ {
		t := s.peek(i)
		switch {
		case t.is("("), t.is("["):
			brackets++
		case t.is(")"), t.is("]"):
			brackets--
		case t.is(":"):
			i = n
		case brackets == 0 && t.kind == identToken && !slices.Contains([]string{"class", "struct"}, t.text):
			return []page.Line{{Text: t.text, No: t.no}}
		}
	}
	for i := -1; i > -4; i-- {
		if t := s.peek(i); t.kind == identToken && s.peek(0).word("ENUMERATED") {
			return []page.Line{{Text: t.text, No: t.no}}
		}
	}
	return nil
}

// members reads up to the brace that closes. Behind a semicolon that ends the
// list of Java, the rest of the braces is code.
func (s *scanner) members(g *group) (explicit bool) {
	for s.at < len(s.tokens) && !s.peek(0).is("}") {
		t := s.peek(0)
		switch {
		case t.kind == commentToken:
			s.comment()
		case t.kind == stringToken && t.first && s.peek(1).kind == identToken && s.peek(1).first: // as GraphQL describes what is below
			s.comments = append(s.comments, token{kind: commentToken, no: t.no, long: &long{lines: textOf(t), end: s.peek(1).no - 1, doc: true}})
			s.at++
		case t.kind == directiveToken:
			s.directiveInside()
		case t.is(","):
			s.at++
		case t.is("(") && s.peek(1).kind == numberToken && s.peek(2).is(")"): // the greatest value, in the language of TLS
			s.at += 3
		case t.is(";"):
			s.at++
			if !explicit && len(g.list) > 0 {
				s.skipTo("}")
			}
		case s.statementOfProto(), t.word("case") && s.peek(1).kind == identToken:
			s.at++
		default:
			explicit = s.member(g) || explicit
		}
	}
	s.at++
	return explicit
}

// directiveInside passes over a directive among members.
func (s *scanner) directiveInside() {
	for s.at < len(s.tokens) && s.peek(0).kind != eolToken {
		s.at++
	}
	s.at++
}

// skipTo goes on to the punctuation that ends something, outside of braces
// within.
func (s *scanner) skipTo(ends ...string) {
	depth := 0
	for ; s.at < len(s.tokens); s.at++ {
		t := s.peek(0)
		switch {
		case depth == 0 && t.kind == punctToken && slices.Contains(ends, t.text):
			return
		case t.is("{"), t.is("("), t.is("["):
			depth++
		case t.is("}"), t.is(")"), t.is("]"):
			depth = max(0, depth-1)
		}
	}
}

// statementOfProto passes over what is no member in an enumeration of protobuf.
func (s *scanner) statementOfProto() bool {
	t, next := s.peek(0), s.peek(1)
	if !(t.word("option") || t.word("reserved") || t.word("extensions")) || next.kind == punctToken && !next.is("(") {
		return false
	}
	s.skipTo(";", "}")
	s.at--
	return true
}

// member reads one member and reports whether its value is written.
func (s *scanner) member(g *group) bool {
	d := &definition{from: s.peek(0).no}
	s.attributes(d)
	name := s.peek(0)
	if name.kind != identToken && name.kind != stringToken && name.kind != charToken && name.kind != numberToken {
		s.notUnderstood(name)
		s.at++
		s.skipTo(",", ";", "}")
		return false
	}
	s.at++
	d.name, d.no, d.implicit = name.text, name.no, true
	s.attributes(d)
	written := s.assigned(g, d)
	s.attributes(d)
	d.end = s.peek(-1).no
	if !s.endsMember(name) {
		s.notUnderstood(s.peek(0))
		s.skipTo(",", ";", "}")
	}
	s.add(g, d)
	if t := s.peek(0); t.is(",") || t.is(";") && written {
		s.at++
	}
	return written
}

// endsMember reports whether a member ends here, at a separator or a line.
func (s *scanner) endsMember(name *token) bool {
	t := s.peek(0)
	return t.is(",") || t.is(";") || t.is("}") || t.first || t.kind == commentToken || t.kind == directiveToken || t.text == "" && t.kind == punctToken ||
		t.kind == identToken && s.peek(-1) == name && !s.commas()
}

// commas reports whether the members before were parted by something.
func (s *scanner) commas() bool { return s.peek(-2).is(",") || s.peek(-2).is(";") }

// assigned reads the value of a member: behind a sign of equality, a colon or
// an at sign, or in brackets, as Java and the language of TLS have it.
func (s *scanner) assigned(g *group, d *definition) bool {
	t := s.peek(0)
	switch {
	case t.is("="), t.is("@") && s.peek(1).kind == numberToken:
		s.at++
		d.expr = s.memberValue()
		d.implicit = len(d.expr) == 0
		s.behindColon(d)
		return true
	case t.is("(") && !t.first:
		s.at++
		inner := s.inBrackets()
		d.implicit = false
		s.arguments(d, split(inner))
		if s.peek(0).is("{") {
			s.at++
			s.skipTo("}")
			s.at++
		}
		return false
	case t.is("{") && !t.first:
		s.at++
		s.skipTo("}")
		s.at++
	}
	return false
}

// memberValue are the tokens of a value, up to what ends the member.
func (s *scanner) memberValue() []token {
	var expr []token
	depth := 0
	for ; s.at < len(s.tokens); s.at++ {
		t := s.peek(0)
		switch {
		case t.is("("):
			depth++
		case t.is(")"):
			depth--
		case t.is("{"), t.is("}"), t.is(";"), depth <= 0 && (t.is(",") || t.is("[") || t.is(":")), t.kind == directiveToken:
			return expr
		case t.kind == commentToken && !s.goesOn():
			return expr
		case t.first && len(expr) > 0 && depth <= 0 && !joins(&expr[len(expr)-1]) && !joins(t):
			return expr
		}
		if t.kind != commentToken {
			expr = append(expr, *t)
		}
	}
	return expr
}

// behindColon makes what stands behind a colon, up to the end of the line, the
// text of a member, as the documentation of C libraries lists them.
func (s *scanner) behindColon(d *definition) {
	colon := s.peek(0)
	if !colon.is(":") {
		return
	}
	at, found := slices.BinarySearchFunc(s.lines, colon.no, func(l page.Line, no int) int { return l.No - no })
	if !found || int(colon.col) >= len(s.lines[at].Text) {
		return
	}
	d.text = line(s.lines[at].Text[colon.col+1:], colon.no)
	for s.at++; s.at < len(s.tokens) && s.peek(0).no == colon.no && !s.peek(0).first; s.at++ {
	}
}

// goesOn reports whether a value goes on behind the comment that stands here.
func (s *scanner) goesOn() bool { return joins(s.peek(1)) && s.peek(1).text != "" }

// inBrackets are the tokens up to the bracket that closes, which is passed.
func (s *scanner) inBrackets() []token {
	from := s.at
	s.skipTo(")")
	inner := s.tokens[from:s.at]
	s.at = min(s.at+1, len(s.tokens))
	return slices.DeleteFunc(slices.Clone(inner), func(t token) bool { return t.kind == commentToken })
}
