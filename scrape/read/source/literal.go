package source

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/tree"
)

// maxNesting is how deep the literals of data may be nested. What stands
// deeper is passed over.
const maxNesting = 32

// data reads the literal of a list or a map of records whose fields have
// names, at any depth, as files of data are read:
//
//	[{ code: "A1", message: "…" }, …]   {"A1": {"message": "…"}, …}
func (s *scanner) data(title *token) bool {
	n := s.literalAhead()
	if n < 0 || !s.literal(n) {
		return false
	}
	p := &literalParser{tokens: s.tokens, brackets: s.brackets, at: s.at + n}
	root := p.bracket(0)
	if root.Records() < 2 {
		return false
	}
	blocks, err := tree.Blocks(&root)
	if err != nil {
		return false
	}
	for i := range blocks {
		switch blocks[i].Kind {
		case page.Heading:
			blocks[i].Level = min(blocks[i].Level+2, 6) // below the title
		case page.Grid:
			blocks[i].Source = "data"
		}
	}
	g := &group{kind: "data", data: blocks}
	if title != nil {
		g.title = line(title.text, title.no)
	}
	s.groups, s.at, s.comments = append(s.groups, g), p.at, nil
	return true
}

// literalAhead is how many tokens ahead a literal opens, behind its type or a
// call; -1 where none does.
func (s *scanner) literalAhead() int {
	for n := range maxHead {
		switch t := s.peek(n); {
		case t.is("{"), t.is("("), t.is("[") && !s.peek(n+1).is("]") && !s.peek(n-1).word("map"):
			return n
		case t.kind != identToken && !t.is("[") && !t.is("]") && !t.is(".") && !t.is("*") && !t.is("&") && !t.is("::"):
			return -1
		}
	}
	return -1
}

// A literalParser makes nodes of the literals in tokens. What is neither a
// literal nor the name of a constant has an empty text.
type literalParser struct {
	tokens   []token
	brackets []bracket
	at       int
}

// peek is the token n behind the current one; punctuation of nothing, on the last
// line, behind the last.
func (p *literalParser) peek(n int) *token {
	if p.at+n < len(p.tokens) {
		return &p.tokens[p.at+n]
	}
	return &token{kind: punctToken, no: p.tokens[len(p.tokens)-1].no}
}

// ends reports whether a member ends here.
func (p *literalParser) ends() bool {
	t := p.peek(0)
	return p.at >= len(p.tokens) || t.is(",") || closes(t) || t.kind == directiveToken
}

// value reads up to the comma or the bracket behind it.
func (p *literalParser) value(depth int) tree.Node {
	v := operand{node: tree.Node{Line: p.peek(0).no}}
	for !p.ends() {
		t := p.peek(0)
		switch {
		case opens(t) && p.brackets[p.at].end > 0:
			p.inBrackets(&v, depth)
			continue
		case t.is("=>"): // a function, which is what it gives
			v = operand{node: tree.Node{Line: v.node.Line}}
		case t.is("?") && !p.peek(1).is("?") && !p.peek(1).is(".") && !p.peek(-1).is("?"), t.word("if"): // one of two
			v.unknown = true
		case t.kind == stringToken, t.kind == charToken:
			v.says(t.text)
		case v.strings == 0 && (t.kind == identToken || t.kind == numberToken || t.is(".") || t.is("::") || t.is("-")):
			v.text.WriteString(t.text)
		case v.strings == 0 && t.kind != commentToken && !t.is("+"):
			v.text.WriteByte(' ') // no name of a constant
		}
		p.at++
	}
	return v.settled()
}

// An operand is what is known of a value while it is read.
type operand struct {
	node    tree.Node
	text    strings.Builder // of its strings, else its name
	strings int             // how many there were
	unknown bool            // nobody knows its text
}

// says adds a string, before which nothing but names of its kind stand: r"…", f"…".
func (v *operand) says(text string) {
	if v.strings++; v.strings == 1 {
		v.text.Reset()
	}
	v.text.WriteString(text)
}

func (v *operand) settled() tree.Node {
	if v.node.Kind == tree.Text && !v.unknown && (v.strings > 0 || !strings.Contains(strings.TrimLeft(v.text.String(), " "), " ")) {
		v.node.Text = v.text.String()
	}
	return v.node
}

// inBrackets reads a bracket of a value: its object or array, or the text that it
// calls a function with. What stands behind a text formats it, and what stands
// behind a name is an index, or the body of a function.
func (p *literalParser) inBrackets(v *operand, depth int) {
	t, before := p.peek(0), p.peek(-1)
	called := t.is("(") && before.kind == identToken
	if t.is("{") && (before.is(")") || before.is("=>")) {
		v.node.Kind = tree.Array // of nothing
		p.leave()
		return
	}
	if t.is("[") && before.kind == identToken || v.strings > 0 || v.unknown || p.brackets[p.at].block || t.is("(") && v.node.Kind != tree.Text {
		v.text.WriteByte(' ')
		p.leave()
		return
	}
	switch inner := p.bracket(depth); {
	case inner.Kind == tree.Text:
		v.says(inner.Text)
	case called && inner.Kind == tree.Array && !slices.ContainsFunc(inner.Members, func(m tree.Node) bool { return m.Kind != tree.Text }):
		v.says(formatted(inner.Members))
	default:
		inner.Line, v.node = v.node.Line, inner
	}
}

// formatted is the text among the arguments of a call that has several: the first
// of words, which the others fill or name. There may be none.
func formatted(args []tree.Node) string {
	for i := range args {
		if isProse(&token{kind: stringToken, text: args[i].Text}) {
			return args[i].Text
		}
	}
	return ""
}

// bracket reads what stands in brackets: an object where members have keys,
// else an array.
func (p *literalParser) bracket(depth int) tree.Node {
	n := tree.Node{Kind: tree.Array, Line: p.peek(0).no}
	call, end := p.peek(0).is("("), p.brackets[p.at].end
	if depth >= maxNesting {
		p.leave()
		return n
	}
	var above []page.Line
	for p.at++; p.at < end; {
		t := p.peek(0)
		switch {
		case t.kind == commentToken:
			if last := len(n.Members) - 1; last >= 0 && !t.first {
				n.Members[last] = commented(n.Members[last], t.lines)
			} else {
				above = t.lines
			}
			p.at++
			continue
		case t.kind == directiveToken: // of what is compiled at times
			for p.at < end && p.peek(0).kind != eolToken {
				p.at++
			}
			continue
		case p.ends(), t.kind == eolToken:
			p.at++
			continue
		}
		key, size := p.key()
		p.at += size
		m := p.value(depth + 1)
		m.Key, m.KeyLine = key, t.no
		if size > 0 && n.Kind == tree.Array {
			n.Kind, n.Members = tree.Object, nil
		}
		if size > 0 || n.Kind == tree.Array {
			n.Members = append(n.Members, commented(m, above))
		}
		above = nil
	}
	p.at = min(end+1, len(p.tokens))
	if call && n.Kind == tree.Array && len(n.Members) == 1 { // an argument
		return n.Members[0]
	}
	return n
}

// leave goes on behind the bracket that opens here.
func (p *literalParser) leave() { p.at = min(p.brackets[p.at].end+1, len(p.tokens)) }

// commented gives a record what a comment says of it; what is none has no place for
// that.
func commented(n tree.Node, lines []page.Line) tree.Node {
	if n.Kind == tree.Object && len(lines) > 0 {
		n.Members = append(n.Members, tree.Node{Key: "comment", KeyLine: lines[0].No, Text: page.JoinLines(lines), Line: lines[0].No})
	}
	return n
}

// key is that of the member that begins here, and how many tokens it takes
// with the sign behind it; 0 where the member has none.
func (p *literalParser) key() (key string, size int) {
	t, at := p.peek(0), 1
	switch {
	case t.is(".") && p.peek(1).kind == identToken: // .code = 1
		t, at = p.peek(1), 2
	case t.is("["): // [Code.A1]: …
		for at < maxHead && (p.peek(at).kind == identToken || p.peek(at).is(".")) {
			t = p.peek(at)
			at++
		}
		if !p.peek(at).is("]") {
			return "", 0
		}
		at++
	case t.kind == punctToken, t.kind == commentToken, t.kind == directiveToken:
		return "", 0
	}
	if sign := p.peek(at); !sign.is("=") && !sign.maps(t) {
		return "", 0
	}
	return t.text, at + 1
}
