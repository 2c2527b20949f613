package source

import (
	"slices"

	"github.com/spectab/spectab/scrape/page"
)

// A definition is a name and its value.
type definition struct {
	name  string
	from  int // the line on which it begins, with its attributes
	no    int // that of the name
	end   int // that of its last token
	group *group

	expr     []token
	iota     int
	implicit bool        // the value is one more than that of the member before
	before   *definition // the member before
	value    value
	busy     bool // being worked out
	done     bool
	lost     bool // its value is not understood

	literals literals // that it is made of

	text       []page.Line // what comments say
	said       bool        // it is what a program says, no comment
	remark     []page.Line // what the one behind it says, where there is one above
	deprecated []page.Line
	documented bool    // the text stands above
	banner     *banner // the comment above it, or above those above it
	parted     bool    // something else, or a blank line, stands between it and the one before
}

// A group is definitions that belong together: an enumeration, a block, or
// those of one kind that follow one another.
type group struct {
	kind   string // "enum", "const", "define", "macro", "object", "error" or "data"
	title  []page.Line
	note   []page.Line
	list   []*definition
	open   bool         // takes more definitions of its kind
	scoped bool         // the names are its own
	data   []page.Block // what a literal of records makes, without definitions
}

// A scanner finds definitions in tokens.
type scanner struct {
	lines  []page.Line
	tokens []token
	at     int

	brackets []bracket // of the tokens

	eval   *evaluator
	groups []*group
	unread []page.Line // what looks like a definition and is not understood
	scopes []scope
	depth  int // of braces

	comments []token // that stand above what comes next
	taken    int     // the last line of what was taken last
	parted   bool    // since the last definition something was passed over

	language string // the extension of its files, where it is known

	prefixes   map[string]int // of the names of a group
	prefixesOf *group
}

// A scope is what braces or an indentation hold under a name.
type scope struct {
	title []page.Line
	depth int   // of braces
	col   int32 // of its class in Python, else -1
}

func scan(lines []page.Line, language string) *scanner {
	s := &scanner{lines: lines, tokens: tokens(lines, language), language: language}
	s.brackets = brackets(s.tokens)
	s.eval = &evaluator{names: map[scoped]*definition{}, functions: map[string]function{}, types: map[string]bool{}, converts: language == "go", steps: 10000 + 20*len(s.tokens)}
	for s.at < len(s.tokens) {
		s.next()
	}
	for _, g := range s.groups {
		g.settleMade()
		for _, d := range g.list {
			s.eval.left = maxSteps
			s.eval.of(d, 0)
		}
		g.settle()
	}
	return s
}

// peek is the token n behind the current one; punctuation of nothing behind
// the last.
func (s *scanner) peek(n int) *token {
	if s.at+n < len(s.tokens) && s.at+n >= 0 {
		return &s.tokens[s.at+n]
	}
	return &token{kind: punctToken}
}

// next reads a definition, or passes over a token.
func (s *scanner) next() {
	t := s.peek(0)
	s.leaveClass(t)
	switch {
	case t.kind == commentToken:
		s.comment()
		return
	case s.docstring():
		return
	case t.kind == directiveToken:
		s.directive()
	case s.enum(), s.union(), s.constBlock(), s.calls(), s.listed(), s.messages(), s.puts(), s.constant():
	default:
		s.pass(t)
	}
	if t.kind != punctToken && t.kind != directiveToken {
		s.comments = nil
	}
}

// pass goes on to the next token, and notes names of scopes.
func (s *scanner) pass(t *token) {
	opens := s.opensScope()
	s.at++
	switch {
	case t.is("{"):
		s.depth++
	case t.is("}"):
		s.depth = max(0, s.depth-1)
		for n := len(s.scopes); n > 0 && s.scopes[n-1].col < 0 && s.scopes[n-1].depth > s.depth; n = len(s.scopes) {
			s.scopes = s.scopes[:n-1]
		}
	case opens:
		col := int32(-1)
		if s.classOfPython() {
			col = t.col
		}
		name := s.peek(0)
		s.scopes = append(s.scopes, scope{title: []page.Line{{Text: name.text, No: name.no}}, depth: s.depth + 1, col: col})
		s.close()
	}
}

// leaveClass ends the classes of Python that a statement is no part of.
func (s *scanner) leaveClass(t *token) {
	if t.kind != identToken || !t.first {
		return
	}
	for n := len(s.scopes); n > 0 && s.scopes[n-1].col >= t.col; n = len(s.scopes) {
		s.scopes = s.scopes[:n-1]
		s.close()
	}
}

// scopeWords are what gives definitions inside of braces a name.
var scopeWords = []string{"namespace", "class", "interface", "module", "object", "trait"}

// opensScope reports whether a scope begins here.
func (s *scanner) opensScope() bool {
	t := s.peek(0)
	return t.kind == identToken && slices.Contains(scopeWords, t.text) && s.peek(1).kind == identToken
}

// classOfPython reports whether a class is written without braces: its head
// ends with a colon at the end of the line.
func (s *scanner) classOfPython() bool {
	for i := 1; i < 20; i++ {
		switch t := s.peek(i); {
		case t.is("{"), t.is(";"), t.text == "":
			return false
		case s.peek(i-1).is(":") && t.first:
			return true
		}
	}
	return false
}

// close ends the group that takes more definitions.
func (s *scanner) close() {
	if n := len(s.groups); n > 0 {
		s.groups[n-1].open = false
	}
}

// group is the one that takes a definition of a kind; made where there is
// none.
func (s *scanner) group(kind string) *group {
	if n := len(s.groups); n > 0 && s.groups[n-1].kind == kind && s.groups[n-1].open {
		return s.groups[n-1]
	}
	g := &group{kind: kind, open: true}
	if n := len(s.scopes); n > 0 {
		g.title = s.scopes[n-1].title
	}
	s.groups = append(s.groups, g)
	return g
}

// takes notes the lines of a comment or a definition.
func (s *scanner) takes(from, to int) {
	s.parted = s.parted || from > s.taken+1
	s.taken = max(s.taken, to)
}

// add adds a definition to a group, and the comments above it.
func (s *scanner) add(g *group, d *definition) {
	d.group = g
	if n := len(g.list); n > 0 {
		d.before, d.banner = g.list[n-1], g.list[n-1].banner
	}
	s.describe(d)
	s.takes(d.from, max(d.no, d.end))
	d.parted, s.parted = s.parted, false
	if d.banner != nil {
		d.banner.count++
	}
	g.list = append(g.list, d)
	scope := g
	if !g.scoped {
		scope = nil
	}
	for _, of := range []*group{scope, nil} {
		if key := (scoped{of, d.name}); s.eval.names[key] == nil {
			s.eval.names[key] = d
		}
	}
}

// notUnderstood tells of a line that looks like a definition.
func (s *scanner) notUnderstood(t *token) {
	if n := len(s.unread); n == 0 || s.unread[n-1].No != t.no {
		s.unread = append(s.unread, page.Line{Text: t.text, No: t.no})
	}
}

// matching are the tokens up to the bracket that closes, and those behind it.
func matching(tokens []token, open, close string) (inner, rest []token) {
	depth := 0
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.is(open):
			depth++
		case t.is(close) && depth == 0:
			return tokens[:i], tokens[i+1:]
		case t.is(close):
			depth--
		}
	}
	return tokens, nil
}

// split parts tokens at the commas outside of brackets.
func split(tokens []token) [][]token {
	var parts [][]token
	depth, from := 0, 0
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.is("("), t.is("["), t.is("{"):
			depth++
		case t.is(")"), t.is("]"), t.is("}"):
			depth--
		case t.is(",") && depth == 0:
			parts, from = append(parts, tokens[from:i]), i+1
		}
	}
	if from < len(tokens) {
		parts = append(parts, tokens[from:])
	}
	return parts
}
