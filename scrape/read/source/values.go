package source

import "regexp"

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
// be: ["order.made", "order.paid", "order.sent"]. Most of them have to look like
// the names of something, or to be described, since a list of plain words may be
// one of anything.
func (s *scanner) textsOf(title *token) bool {
	n := s.literalAhead()
	if n < 0 || dunder.MatchString(title.text) || !s.values(title, n+1, ",", closing[s.peek(n).text], enoughValues) {
		return false
	}
	g, told := s.groups[len(s.groups)-1], 0
	for _, d := range g.list {
		if len(d.text) > 0 || compound.MatchString(d.expr[0].text) {
			told++
		}
	}
	if 2*told <= len(g.list) {
		s.unnamed(g)
		s.groups = s.groups[:len(s.groups)-1]
	}
	return true
}

var (
	// dunder is a name by which Python speaks of a module itself: __all__.
	dunder = regexp.MustCompile(`^__\w+__$`)
	// compound is a text of several words without a space between them.
	compound = regexp.MustCompile(`[._:/]|.\p{Lu}`)
)

// values reads the texts that begin n tokens ahead, that a sign parts and
// another ends, as the members of a group, where there are enough.
func (s *scanner) values(title *token, n int, sign, end string, enough int) bool {
	g := &group{kind: "enum", scoped: true, title: line(title.text, title.no)}
	if above := s.comments; len(above) > 0 {
		g.note, _ = cutDeprecated(above[len(above)-1].lines)
	}
	return s.gather(g, n, sign, s.value, func() bool { return len(g.list) >= enough && (end == "" || s.peek(0).is(end)) })
}

// value reads one of the texts.
func (s *scanner) value(g *group) bool {
	t := s.peek(0)
	if t.kind != stringToken && t.kind != charToken || space.MatchString(t.text) {
		return false
	}
	s.at++
	s.add(g, &definition{from: t.no, no: t.no, end: t.no, expr: []token{*t}})
	return true
}

// gather reads the members of a group, which begins n tokens ahead, with comments and
// a sign between them, up to what is none. Where that is not enough it goes back.
func (s *scanner) gather(g *group, n int, sign string, member func(*group) bool, enough func() bool) bool {
	from, above := s.at, s.comments
	s.at, s.comments, s.groups = s.at+n, nil, append(s.groups, g)
	for more := true; more; {
		switch t := s.peek(0); {
		case t.kind == commentToken:
			s.comment()
		case t.is(sign):
			s.at++
		default:
			more = member(g)
		}
	}
	s.comments = nil
	if enough() {
		return true
	}
	s.unnamed(g)
	s.at, s.comments, s.groups = from, above, s.groups[:len(s.groups)-1]
	return false
}

// figures are what a code has that needs no name to be one.
var figures = regexp.MustCompile(`\d`)

// messages reads an object without a name whose keys are codes and whose values
// are texts: { "10001": "no such order" }, and [10001 => 'no such order'] of PHP.
// It goes back where anything else stands there, so that what is read in vain ends
// before the next bracket.
func (s *scanner) messages() bool {
	if t := s.peek(0); !t.is("{") && !t.is("[") {
		return false
	}
	g := &group{kind: "object", scoped: true}
	ended := func() bool { return s.peek(0).is("}") || s.peek(0).is("]") }
	if !s.gather(g, 1, ",", s.message, func() bool { return len(g.list) >= enoughValues && ended() }) {
		return false
	}
	s.at++
	return true
}

// message reads a code and its text.
func (s *scanner) message(g *group) bool {
	key, text := s.peek(0), s.peek(2)
	if key.kind == punctToken || !figures.MatchString(key.text) || !s.peek(1).maps(key) || !isProse(text) {
		return false
	}
	s.at += 3
	s.add(g, &definition{from: key.no, no: key.no, end: text.no, expr: []token{*key}, text: textOf(text)})
	return true
}

// puts reads calls one below the other that put texts under codes into a map:
// texts.put("E01", "no such order"). It goes back where there are few.
func (s *scanner) puts() bool {
	callee := s.callee()
	if callee == 0 || !s.beginsStatement() {
		return false
	}
	first := s.at
	g := &group{kind: "object", scoped: true, title: line(s.peek(0).text, s.peek(0).no)}
	put := func(g *group) bool { return s.put(g, first, callee) }
	return s.gather(g, 0, ";", put, func() bool { return len(g.list) >= enoughValues })
}

// callee is how many tokens name the method that is called here, with the bracket
// behind them; 0 where none is.
func (s *scanner) callee() int {
	n := 0
	for n < maxHead && s.peek(n).kind == identToken && s.peek(n+1).is(".") {
		n += 2
	}
	if n == 0 || s.peek(n).kind != identToken || !s.peek(n+1).is("(") {
		return 0
	}
	return n + 2
}

// put reads one of the calls, which names what the first does.
func (s *scanner) put(g *group, first, callee int) bool {
	for n := range callee {
		if s.peek(n).text != s.tokens[first+n].text {
			return false
		}
	}
	key, text := s.peek(callee), s.peek(callee+2)
	if key.kind == punctToken || !figures.MatchString(key.text) || !s.peek(callee+1).is(",") || !isProse(text) || !s.peek(callee+3).is(")") {
		return false
	}
	s.add(g, &definition{from: key.no, no: key.no, end: text.no, expr: []token{*key}, text: textOf(text)})
	s.at += callee + 4
	return true
}
