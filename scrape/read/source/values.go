package source

import "slices"

// Of a list of texts: how many a list has at least, and how many a type has
// that is one of them.
const (
	enoughValues = 3
	enoughOfType = 2
)

// union reads a type that is one of several texts:
//
//	type State = "open" | "shut" | "locked"
func (s *scanner) union() bool {
	if !s.peek(0).word("type") || s.peek(1).kind != identToken || !s.peek(2).is("=") {
		return false
	}
	return s.values(s.peek(1), 3, "|", "", enoughOfType)
}

// textsOf reads a list of texts without spaces, which is what something may
// be: ["order.made", "order.paid", "order.sent"].
func (s *scanner) textsOf(title *token) bool {
	n := s.literalAhead()
	return n >= 0 && s.values(title, n+1, ",", closing[s.peek(n).text], enoughValues)
}

// values reads the texts that begin n tokens ahead, that a sign parts and
// another ends, as the members of a group, where there are enough.
func (s *scanner) values(title *token, n int, sign, end string, enough int) bool {
	from, above := s.at, s.comments
	g := &group{kind: "enum", scoped: true, title: line(title.text, title.no)}
	if len(above) > 0 {
		g.note, _ = cutDeprecated(above[len(above)-1].lines)
	}
	s.at, s.comments, s.groups = s.at+n, nil, append(s.groups, g)
	for s.value(g, sign) {
	}
	s.comments = nil
	if len(g.list) >= enough && (end == "" || s.peek(0).is(end)) {
		return true
	}
	s.unnamed(g)
	s.at, s.comments = from, above
	s.groups = slices.DeleteFunc(s.groups, func(other *group) bool { return other == g })
	return false
}

// value reads one of the texts, or what stands between them.
func (s *scanner) value(g *group, sign string) bool {
	switch t := s.peek(0); {
	case t.kind == commentToken:
		s.comment()
	case t.is(sign):
		s.at++
	case (t.kind == stringToken || t.kind == charToken) && !space.MatchString(t.text):
		s.at++
		s.add(g, &definition{from: t.no, no: t.no, end: t.no, expr: []token{*t}})
	default:
		return false
	}
	return true
}
