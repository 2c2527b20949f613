package source

import (
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
	if n < 0 || s.at < s.searched {
		return false
	}
	p := &literalParser{tokens: s.tokens, at: s.at + n}
	root := p.bracket(0)
	s.searched = p.at
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
	tokens []token
	at     int
}

// closing are the brackets that close.
var closing = map[string]string{"{": "}", "[": "]", "(": ")"}

func (p *literalParser) peek(n int) *token {
	if p.at+n < len(p.tokens) {
		return &p.tokens[p.at+n]
	}
	return &token{kind: punctToken}
}

// value reads up to the comma or the bracket behind it.
func (p *literalParser) value(depth int) tree.Node {
	n := tree.Node{Line: p.peek(0).no}
	from, texts := p.at, 0
	var text strings.Builder
	for p.at < len(p.tokens) && !p.ends() {
		switch t := p.peek(0); {
		case opens(t):
			inner := p.bracket(depth)
			if inner.Kind != tree.Text {
				inner.Line, n = n.Line, inner
			}
			if inner.Kind == tree.Text { // _("text")
				text.Reset()
				text.WriteString(inner.Text)
				texts++
			}
			continue
		case t.kind == stringToken, t.kind == charToken:
			if texts++; texts == 1 {
				text.Reset() // r"…", f"…" and the like
			}
			text.WriteString(t.text)
		case texts == 0 && (t.kind == identToken || t.kind == numberToken || t.is(".") || t.is("::") || t.is("-")):
			text.WriteString(t.text)
		case t.kind != commentToken && !t.is("+") && texts == 0:
			text.WriteByte(' ') // no name of a constant
		}
		p.at++
	}
	if n.Kind == tree.Text && n.Text == "" && !strings.Contains(strings.TrimSpace(text.String()), " ") || texts > 0 {
		n.Text = text.String()
	}
	if p.at == from {
		p.at++
	}
	return n
}

// ends reports whether a member ends here.
func (p *literalParser) ends() bool {
	t := p.peek(0)
	return t.is(",") || t.is(";") || t.is("}") || t.is("]") || t.is(")") || t.kind == directiveToken
}

// bracket reads what stands in brackets: an object where members have keys,
// else an array.
func (p *literalParser) bracket(depth int) tree.Node {
	n := tree.Node{Kind: tree.Array, Line: p.peek(0).no}
	end := closing[p.peek(0).text]
	p.at++
	if depth >= maxNesting {
		p.leave()
		return n
	}
	var above []page.Line
	for p.at < len(p.tokens) && !p.peek(0).is(end) {
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
		case p.ends():
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
	p.at++
	if end == ")" && n.Kind == tree.Array && len(n.Members) == 1 { // a call of one argument
		return n.Members[0]
	}
	return n
}

// commented gives a record what a comment says of it.
func commented(n tree.Node, lines []page.Line) tree.Node {
	if n.Kind == tree.Object && len(lines) > 0 {
		n.Members = append(n.Members, tree.Node{Key: "comment", KeyLine: lines[0].No, Text: page.JoinLines(lines), Line: lines[0].No})
	}
	return n
}

// leave goes on behind the bracket that closes the one that was opened last.
func (p *literalParser) leave() {
	for open := 1; p.at < len(p.tokens) && open > 0; p.at++ {
		switch t := p.peek(0); {
		case opens(t):
			open++
		case t.is("}"), t.is("]"), t.is(")"):
			open--
		}
	}
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
	if sign := p.peek(at); !sign.is(":") && !sign.is("=") && !sign.is("=>") {
		return "", 0
	}
	return t.text, at + 1
}
