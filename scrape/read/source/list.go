package source

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Of a list of records: how many it has at least, and how many tokens each has
// at most.
const (
	enoughRows = 3
	rowTokens  = 80
)

// listed reads a list of records that nothing names: what is returned or
// exported, or stands alone.
func (s *scanner) listed() bool {
	if t := s.peek(0); !t.is("{") && !t.is("[") {
		return false
	}
	before := s.peek(-1)
	return (before.word("return") || before.word("default") || before.is("(") || before.text == "") && s.data(nil) || s.list(nil)
}

// list reads a list of records, each of which is literals in brackets: a code,
// perhaps a name, and a text: { { 404, "NOT_FOUND", "No such page." }, … }.
func (s *scanner) list(title *token) bool {
	if t := s.peek(0); !t.is("{") && !t.is("[") || !opens(s.peek(1)) && !(s.peek(1).kind == commentToken && opens(s.peek(2))) {
		return false
	}
	g := &group{kind: "object", scoped: true}
	if title != nil {
		g.title = line(title.text, title.no)
	}
	return s.gather(g, 1, ",", s.record, func() bool { return len(g.list) >= enoughRows })
}

// listAhead is 1 more than how many tokens ahead a list of records may begin,
// behind its type; 0 where none does.
func (s *scanner) listAhead() int {
	for n := range maxHead {
		switch t := s.peek(n); {
		case (t.is("{") || t.is("[")) && opens(s.peek(n+1)):
			return n + 1
		case t.kind != identToken && !t.is("[") && !t.is("]") && !t.is(".") && !t.is("*"):
			return 0
		}
	}
	return 0
}

// record reads one record of a list.
func (s *scanner) record(g *group) bool {
	n := 0
	if s.peek(0).kind == identToken { // of this type
		n++
	}
	if !opens(s.peek(n)) {
		return false
	}
	end := s.recordEnd(n)
	if end == 0 {
		return false
	}
	d := &definition{from: s.peek(0).no, no: s.peek(0).no, end: s.peek(end).no}
	if !d.fields(split(withoutComments(s.tokens[s.at+n+1 : s.at+end]))) {
		return false
	}
	s.at += end + 1
	s.add(g, d)
	return true
}

// recordEnd is how many tokens ahead the bracket closes that opens at token n,
// 0 where that is too far.
func (s *scanner) recordEnd(n int) int {
	depth := 0
	for ; n < rowTokens; n++ {
		switch t := s.peek(n); {
		case opens(t):
			depth++
		case t.is("}"), t.is("]"), t.is(")"):
			if depth--; depth == 0 {
				return n
			}
		case t.text == "" && t.kind == punctToken:
			return 0
		}
	}
	return 0
}

// fields reads the literals of a record: the last of the strings is the text,
// which has to be prose, and there has to be a number or a name before it.
func (d *definition) fields(args [][]token) bool {
	var found literals
	for _, arg := range args {
		if len(arg) > 2 && arg[0].is(".") { // .name = "text"
			arg = arg[1:]
		}
		if len(arg) > 2 && arg[0].kind == stringToken && arg[1].is(":") { // "name": "text"
			arg = append([]token{{kind: identToken, text: arg[0].text}}, arg[1:]...)
		}
		if len(arg) == 1 && arg[0].kind == identToken && capital.MatchString(arg[0].text) {
			found.words = append(found.words, arg[0])
			continue
		}
		found.add(arg)
	}
	found.settle()
	last := len(found.words) - 1
	if last < 0 || !isProse(&found.words[last]) {
		return false
	}
	d.literals, d.expr = found, found.code
	texts := found.words[last:]
	if len(found.code) > 0 {
		texts = found.words
	} else if last > 0 && !isProse(&found.words[0]) {
		name := found.words[0]
		texts = found.words[1:]
		if found.counts() {
			d.name = name.text
		} else {
			name.kind = stringToken
			d.expr = []token{name}
		}
	} else if !found.counts() {
		return false
	}
	d.says(texts[:len(texts)-1])
	d.remark, d.text = d.text, nil
	d.says(texts[len(texts)-1:])
	return true
}

// isProse reports whether a string is a text of words, and no name.
func isProse(t *token) bool {
	return (t.kind == stringToken || t.kind == charToken) && (space.MatchString(t.text) || slices.ContainsFunc([]rune(t.text), func(r rune) bool { return r >= utf8.RuneSelf && unicode.IsLetter(r) }))
}
