package record

import (
	"slices"
	"strings"
)

// siblings are the pieces of one kind that may begin records of one region.
type siblings struct {
	form    string
	list    []int // indices of pieces
	lines   []scanned
	columns bool
	recurs  func(at int, a *atom) bool
}

// A kin says which pieces are siblings.
type kin struct {
	form         string
	level, depth int
	class        string
	indent       int
}

// allSiblings are the pieces of each form, level and depth; those of one class
// or indent once more on their own.
func allSiblings(list []piece, form string) []*siblings {
	var order []*siblings
	at := map[kin]*siblings{}
	add := func(k kin, i int) {
		s := at[k]
		if s == nil {
			s = &siblings{form: k.form}
			at[k] = s
			order = append(order, s)
		}
		s.list = append(s.list, i)
	}
	for i := range list {
		p := &list[i]
		if p.form == "" || form != "" && p.form != form || strings.TrimSpace(p.line.Text) == "" {
			continue
		}
		if _, is := comment(p.line.Text); is && p.form == "code" {
			continue
		}
		k := kin{form: p.form, level: p.level, depth: p.depth, indent: -1}
		add(k, i)
		if p.class != "" || p.line.Indent > 0 {
			k.class, k.indent = p.class, p.line.Indent
			add(k, i)
		}
	}
	return order
}

// scannedSiblings are those of all forms with their lines scanned, and lines
// with wide gaps once more by columns.
func scannedSiblings(list []piece) []*siblings {
	order := allSiblings(list, "")
	for _, s := range order {
		s.scan(list)
		if c := s.byColumns(list); c != nil {
			order = append(order, c)
		}
	}
	return order
}

func (s *siblings) scan(list []piece) {
	s.lines = make([]scanned, len(s.list))
	for i, at := range s.list {
		s.lines[i] = scan(list[at].line.Text)
		s.lines[i].marked(&list[at].line)
	}
}

func (s *siblings) byColumns(list []piece) *siblings {
	if s.form != "code" {
		return nil
	}
	c := &siblings{form: s.form, columns: true}
	for _, at := range s.list {
		if l, ok := columns(list[at].line.Text); ok {
			c.list, c.lines = append(c.list, at), append(c.lines, l)
		}
	}
	if len(c.list) < 2 {
		return nil
	}
	return c
}

// recurring says which words stand at one place in many of the lines.
func (s *siblings) recurring() func(int, *atom) bool {
	type spot struct {
		at   int
		text string
	}
	count := map[spot]int{}
	for i := range s.lines {
		for at := range s.lines[i].atoms {
			if a := &s.lines[i].atoms[at]; a.kind != number {
				count[spot{at, a.text}]++
			}
		}
	}
	words, symbols := max(3, len(s.lines)*3/10), max(3, len(s.lines)*6/10)
	if s.form == "code" && !s.columns {
		words, symbols = max(3, len(s.lines)/50), max(3, len(s.lines)*3/10)
	}
	return func(at int, a *atom) bool {
		switch a.kind {
		case word:
			return count[spot{at, a.text}] >= words
		case symbol:
			return count[spot{at, a.text}] >= symbols
		}
		return false
	}
}

// prefixes are those that several lines share.
func (s *siblings) prefixes() []*prefix {
	var order []*prefix
	at := map[string]*prefix{}
	s.recurs = s.recurring()
	for i := range s.lines {
		b := begin{line: &s.lines[i], recurs: s.recurs, columns: s.columns, code: s.form == "code"}
		b.emit = func(key []byte, elems []elem, atoms [fieldLimit]uint8, after string, end bool) {
			p := at[string(key)]
			if after != "" && len(elems) > 1 && elems[len(elems)-1].kind == text && !s.columns {
				return // a name behind the code tells nothing of the form
			}
			if p == nil {
				p = &prefix{key: string(key), elems: slices.Clone(elems), after: after, end: end}
				at[p.key] = p
				order = append(order, p)
			}
			if n := len(p.members); n == 0 || int(p.members[n-1].at) != i {
				p.members = append(p.members, member{int32(i), atoms})
			}
		}
		b.all()
	}
	return order
}
