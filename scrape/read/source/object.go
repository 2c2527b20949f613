package source

import (
	"regexp"
	"slices"

	"github.com/spectab/spectab/scrape/page"
)

// object reads the literal of an object or a map, whose keys are the names or
// the values: { NOT_FOUND: 404, … }, map[int]string{404: "not found"}. It
// stands behind the sign of equality. Where the keys are neither the names of
// constants nor codes, it holds something else; where there are declarations in it,
// they are read instead.
func (s *scanner) object(name *token) bool {
	n := s.objectAhead()
	if n < 0 || s.brackets[s.at+n].end == 0 || s.brackets[s.at+n].declares {
		return false
	}
	g := &group{kind: "object", scoped: true, title: []page.Line{{Text: name.text, No: name.no}}}
	s.comments, s.groups = nil, append(s.groups, g)
	end := s.brackets[s.at+n].end
	for s.at += n + 1; s.at < end; {
		switch t := s.peek(0); {
		case t.kind == commentToken:
			s.comment()
		case t.is(","):
			s.at++
		default:
			s.property(g)
		}
	}
	s.at = min(end+1, len(s.tokens))
	s.comments = nil
	lower := slices.ContainsFunc(g.list, func(d *definition) bool { return d.name != "" && !capital.MatchString(d.name) })
	if len(g.list) < 2 || lower && !codesTitle.MatchString(name.text) {
		s.unnamed(g)
		s.groups = slices.DeleteFunc(s.groups, func(other *group) bool { return other == g })
	}
	return true
}

// codesTitle is the name of an object that says that it holds codes: then names in
// lower case are those of codes too.
var codesTitle = regexp.MustCompile(`(?i)(?:code|status|errno|reason)(?:s|es)?$`)

// objectAhead is how many tokens ahead the literal of an object or a
// map opens, behind a type or a call; -1 where none does. That of a map may be in
// any brackets: Map(404 -> "not found").
func (s *scanner) objectAhead() int {
	if n := s.literalAhead(); n >= 0 && s.peek(n+2).maps(s.peek(n+1)) && s.peek(n+3).kind == stringToken {
		return n
	}
	if t := s.peek(0); !t.is("{") && !t.word("Object") && !t.word("map") && !t.word("new") {
		return -1
	}
	for n := range maxHead { // on this line
		if t := s.peek(n); t.is("{") {
			return n
		} else if t.first || t.is(";") || t.is("=>") || t.text == "" {
			return -1
		}
	}
	return -1
}

// unnamed takes back what was added of a group that is none.
func (s *scanner) unnamed(g *group) {
	for _, d := range g.list {
		for _, key := range []scoped{{g, d.name}, {nil, d.name}} {
			if s.eval.names[key] == d {
				delete(s.eval.names, key)
			}
		}
	}
}

// property reads a key and its value.
func (s *scanner) property(g *group) {
	key := s.peek(0)
	d := &definition{name: key.text, from: key.no, no: key.no}
	s.at++
	for key.is("[") && s.peek(0).kind == identToken || s.peek(0).is(".") || s.peek(0).is("]") { // [Code.OK]
		if s.peek(0).kind == identToken {
			d.name = s.peek(0).text
		}
		s.at++
	}
	if !s.peek(0).maps(key) || key.kind == punctToken && !key.is("[") {
		s.skipTo(",", "}", "]", ")")
		return
	}
	s.at++
	from := s.at
	s.skipTo(",", "}", "]", ")")
	value := withoutComments(s.tokens[from:s.at])
	d.end = s.peek(-1).no
	if len(value) > 1 && (value[0].is("{") || value[0].is("[") || value[0].is("(")) {
		value = value[1 : len(value)-1]
	}
	value = translated(value)
	args := split(value)
	switch {
	case d.made(value):
	case key.kind == numberToken, key.kind == stringToken && len(args) == 1 && len(args[0]) == 1 && isProse(&args[0][0]):
		d.name, d.expr = "", []token{*key}
		s.texts(d, args)
	case len(args) == 1 && isConstant(args[0]) && !sentence(args[0]):
		d.expr = args[0]
	default:
		s.arguments(d, args)
	}
	if len(d.expr) == 0 && len(d.text) == 0 {
		return
	}
	s.add(g, d)
}

// maps reports whether a sign stands between a key and its value: ":" in most
// languages, "=>" in PHP and Ruby, "->" in Scala, which behind a name is another.
func (t *token) maps(key *token) bool {
	return t.is(":") || t.is("=>") || t.is("->") && (key.kind == numberToken || key.kind == stringToken)
}

// translated is the text that a value calls a function with, to have it in the
// language of whoever reads it: _("no such page"). Any other value stays.
func translated(value []token) []token {
	if len(value) == 4 && value[0].kind == identToken && value[1].is("(") && sentence(value[2:3]) && value[3].is(")") {
		return value[2:3]
	}
	return value
}

// texts gives a definition the strings of its value.
func (s *scanner) texts(d *definition, args [][]token) {
	for _, arg := range args {
		for i := range arg {
			if k := arg[i].kind; k == stringToken || k == charToken {
				d.text = append(d.text, textOf(&arg[i])...)
			}
		}
	}
}

var space = regexp.MustCompile(`\s`)

// sentence reports whether a value is a text of several words.
func sentence(value []token) bool {
	return len(value) == 1 && (value[0].kind == stringToken || value[0].kind == charToken) && space.MatchString(value[0].text)
}
