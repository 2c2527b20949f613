package source

import (
	"regexp"
	"slices"
)

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
	from, above := s.at, s.comments
	g := &group{kind: "object", scoped: true}
	s.groups, s.comments = append(s.groups, g), nil
	s.at++
	for s.message(g) {
	}
	s.comments = nil
	if t := s.peek(0); len(g.list) >= enoughValues && (t.is("}") || t.is("]")) {
		s.at++
		return true
	}
	s.unnamed(g)
	s.at, s.comments, s.groups = from, above, s.groups[:len(s.groups)-1]
	return false
}

// message reads a code and its text, or what stands between them.
func (s *scanner) message(g *group) bool {
	switch key, text := s.peek(0), s.peek(2); {
	case key.kind == commentToken:
		s.comment()
	case key.is(","):
		s.at++
	case key.kind != punctToken && figures.MatchString(key.text) && s.peek(1).maps(key) && isProse(text):
		s.at += 3
		s.add(g, &definition{from: key.no, no: key.no, end: text.no, expr: []token{*key}, text: textOf(text)})
	default:
		return false
	}
	return true
}

// puts reads calls one below the other that put texts under codes into a map:
// texts.put("E01", "no such order"). It goes back where there are few.
func (s *scanner) puts() bool {
	callee := s.callee()
	if callee == 0 || !s.beginsStatement() {
		return false
	}
	from, above := s.at, s.comments
	g := &group{kind: "object", scoped: true, title: line(s.peek(0).text, s.peek(0).no)}
	s.groups, s.comments = append(s.groups, g), nil
	for s.put(g, from, callee) {
	}
	s.comments = nil
	if len(g.list) >= enoughValues {
		return true
	}
	s.unnamed(g)
	s.at, s.comments, s.groups = from, above, s.groups[:len(s.groups)-1]
	return false
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

// put reads one of the calls, which names what the first does, or what stands
// between them.
func (s *scanner) put(g *group, first, callee int) bool {
	if t := s.peek(0); t.kind == commentToken {
		s.comment()
		return true
	} else if t.is(";") {
		s.at++
		return true
	}
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
