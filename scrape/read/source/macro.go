package source

import (
	"regexp"
	"slices"
	"strings"
)

// calls reads macros and constructors that are called one below the other, the
// name first, with a value or a text: ERRORDEF( Ok, 0x00, "no error" ).
func (s *scanner) calls() bool {
	const enough = 3
	if s.peek(0).kind != identToken || !s.beginsStatement() || !s.peek(1).is("(") {
		return false
	}
	g := &group{kind: "macro", scoped: true}
	count, most := map[string]int{}, 0
	for s.peek(0).kind == identToken && s.peek(1).is("(") {
		name := s.peek(0).text
		d := s.call()
		if d == nil {
			break
		}
		s.add(g, d)
		count[name]++
		most = max(most, count[name])
		s.betweenCalls(d)
	}
	if len(g.list) < enough || most*2 < len(g.list) {
		s.unnamed(g)
		return len(g.list) > 0
	}
	s.groups = append(s.groups, g)
	return true
}

// betweenCalls passes over what parts a call from the next; comments are those
// of the call on their line, or stand above the next.
func (s *scanner) betweenCalls(d *definition) {
	for {
		switch t := s.peek(0); {
		case t.is(","), t.is(";"), t.is(`\`):
		case t.kind == commentToken && !t.first:
			d.remarked(t.lines)
		case t.kind == commentToken && len(t.lines) > 0:
			s.comments = append(s.comments, *t)
		case t.kind != commentToken:
			return
		}
		s.at++
	}
}

// maxCall is how many tokens a call has at most that gives a constant.
const maxCall = 40

// call reads one call; nil where it gives no constant: the name is no name or
// number, or there is neither a number nor a text.
func (s *scanner) call() *definition {
	d := &definition{from: s.peek(0).no}
	end := s.callEnd()
	if end == 0 {
		return nil
	}
	args := split(withoutComments(s.tokens[s.at+2 : s.at+end]))
	if len(args) < 2 || len(args[0]) != 1 {
		return nil
	}
	name, rest := args[0][0], args[1:]
	if name.kind == numberToken && len(args[1]) == 1 && args[1][0].kind == identToken { // the number first
		name, rest = args[1][0], append([][]token{args[0]}, args[2:]...)
	}
	if name.kind != identToken && !(name.kind == stringToken && !strings.Contains(name.text, " ")) {
		return nil
	}
	d.name, d.no = name.text, name.no
	s.arguments(d, rest)
	if len(d.expr) == 0 && len(d.text) == 0 {
		return nil
	}
	s.at += end + 1
	d.end = s.peek(-1).no
	return d
}

func (s *scanner) callEnd() int {
	depth := 0
	for n := 1; n < maxCall; n++ {
		switch t := s.peek(n); {
		case t.is("("):
			depth++
		case t.is(")"):
			if depth--; depth == 0 {
				return n
			}
		case t.is(";"), t.is("{"), t.is("}"), t.text == "" && t.kind == punctToken:
			return 0
		}
	}
	return 0
}

func withoutComments(tokens []token) []token {
	var out []token
	for _, t := range tokens {
		if t.kind != commentToken {
			out = append(out, t)
		}
	}
	return out
}

// arguments gives a definition its value and text: the first number, and the
// strings; where there is no number, a string without a space is the value.
func (s *scanner) arguments(d *definition, args [][]token) {
	var words []token
	for _, arg := range args {
		if named(arg) {
			arg = arg[2:]
		}
		switch {
		case len(arg) == 0:
		case arg[0].kind == stringToken:
			for i := range arg {
				if arg[i].kind == stringToken {
					words = append(words, arg[i])
				}
			}
		case len(d.expr) == 0 && isNumber(arg):
			d.expr = arg
		}
	}
	if at := figuresAt(words); len(d.expr) == 0 && at > 0 {
		d.expr = []token{words[at]}
		words = slices.Delete(words, at, at+1)
	}
	if len(d.expr) == 0 && len(words) > 0 && !strings.Contains(words[0].text, " ") && len(words) != len(args)+1 && len(args) != 1 || len(d.expr) == 0 && len(words) == 1 && len(args) == 1 && !strings.Contains(words[0].text, " ") {
		d.expr, words = words[:1], words[1:]
	}
	d.says(words)
}

// figuresAt is the place of the only string that is a number, which is the code
// however late it stands: ("Card expired", "54"). It is -1 where there is none.
func figuresAt(words []token) int {
	is := func(t token) bool { return allFigures.MatchString(t.text) }
	at := slices.IndexFunc(words, is)
	if at >= 0 && slices.ContainsFunc(words[at+1:], is) {
		return -1
	}
	return at
}

var allFigures = regexp.MustCompile(`^[A-Z]{0,4}[-_]?\d+$`)

// isNumber reports whether an argument is a number, with its sign or cast.
func isNumber(arg []token) bool {
	for i := range arg {
		if arg[i].kind == numberToken {
			return true
		}
	}
	return false
}
