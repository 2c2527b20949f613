package record

import (
	"bytes"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// siblings are the pieces of one kind that may begin records of one region.
type siblings struct {
	form    string
	list    []int // indices of pieces
	lines   []scanned
	columns bool
	nested  bool     // at several depths
	recurs  []uint16 // of each line, the atoms that recur: a bit each
	shelf   *shelf
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
			s = &siblings{form: k.form, nested: k.depth < 0}
			at[k] = s
			order = append(order, s)
		}
		s.list = append(s.list, i)
	}
	indented, nested := map[kin]bool{}, false
	for i := range list {
		p := &list[i]
		if p.line.Indent > 0 && p.form == "lines" {
			indented[kin{form: p.form, level: p.level, depth: p.depth, indent: -1}] = true
		}
		nested = nested || p.form == "list" && p.depth > 1
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
		if p.form == "list" && nested && !onlyHolds(list, i) {
			add(kin{form: p.form, depth: -1, indent: -1}, i)
		}
		if p.class != "" || p.line.Indent > 0 || indented[k] {
			k.class, k.indent = p.class, p.line.Indent
			add(k, i)
		}
	}
	return order
}

// onlyHolds reports whether an item is one word that titles the items that it
// holds.
func onlyHolds(list []piece, i int) bool {
	p := &list[i]
	return p.own > i+1 && list[i+1].depth > p.depth && !strings.Contains(strings.TrimSpace(p.line.Text), " ")
}

// scannedSiblings are those of all forms with their lines scanned, and lines
// with wide gaps once more by columns.
func scannedSiblings(list []piece) []*siblings {
	order := allSiblings(list, "")
	lines := newShelf(len(list))
	for _, s := range order {
		s.lines = make([]scanned, len(s.list))
		s.shelf = lines
		for i, at := range s.list {
			s.lines[i] = lines.scanned(at, &list[at].line)
		}
		if c := s.byColumns(list); c != nil {
			order = append(order, c)
		}
	}
	return order
}

// A shelf keeps the lines of a page as they were scanned, since siblings share
// them: each once, and all in a few pieces of memory.
type shelf struct {
	lines []scanned
	last  scanned
	atoms []atom
	seps  []string

	ids  map[string]int32 // of the texts of atoms, from 1
	seen []int            // by id, the last count that met it
	n    int              // counts so far
	keys []uint64         // of the last count
	many []int            // by id, how often it was met where many are counted; 0 at other times
}

func newShelf(n int) *shelf {
	return &shelf{lines: make([]scanned, n), ids: map[string]int32{}, seen: make([]int, 1), many: make([]int, 1)}
}

func (k *shelf) scanned(at int, l *page.Line) scanned {
	if k.lines[at].sep == nil {
		k.last.scan(l.Text)
		k.last.mark(l)
		k.lines[at] = scanned{atoms: shelve(&k.atoms, k.last.atoms), sep: shelve(&k.seps, k.last.sep), whole: k.last.whole}
	}
	return k.lines[at]
}

// id is a number for the text of an atom.
func (k *shelf) id(a *atom) int32 {
	if a.id == 0 {
		if a.id = k.ids[a.text]; a.id == 0 {
			a.id = int32(len(k.seen))
			k.ids[a.text], k.seen, k.many = a.id, append(k.seen, 0), append(k.many, 0)
		}
	}
	return a.id
}

// shelve copies some to the end of what is kept.
func shelve[T any](kept *[]T, some []T) []T {
	if cap(*kept)-len(*kept) < len(some) {
		*kept = make([]T, 0, 64*atomLimit)
	}
	n := len(*kept)
	*kept = append(*kept, some...)
	return (*kept)[n:len(*kept):len(*kept)]
}

func (s *siblings) byColumns(list []piece) *siblings {
	if s.form != "code" {
		return nil
	}
	c := &siblings{form: s.form, columns: true, shelf: s.shelf}
	for _, at := range s.list {
		if l, ok := columns(list[at].line.Text, &s.shelf.last); ok {
			c.list, c.lines = append(c.list, at), append(c.lines, l)
		}
	}
	if len(c.list) < 2 {
		return nil
	}
	return c
}

// Of a label: how many lines begin with it and a colon, where codes differ, and how
// many words it has at most.
const (
	labelLines = 3
	labelWords = 3
)

// labelWords is how many words stand before the colon that a line begins with a
// label by: Error code: E1. It is 0 where there is none.
func (l *scanned) labelWords() int {
	for n := 1; n <= min(labelWords, len(l.atoms)); n++ {
		switch {
		case l.atoms[n-1].kind != word:
			return 0
		case l.sep[n] == ":":
			return n
		case l.sep[n] != " ":
			return 0
		}
	}
	return 0
}

// recurring notes which words stand at one place in many of the lines.
func (s *siblings) recurring() {
	words, symbols := max(3, len(s.lines)*3/10), max(3, len(s.lines)*6/10)
	if s.form == "code" && !s.columns {
		words, symbols = max(3, len(s.lines)/50), max(3, len(s.lines)*3/10)
	}
	s.recurs = make([]uint16, len(s.lines))
	k := s.shelf
	for at := range atomLimit {
		for i := range s.lines {
			if l := &s.lines[i]; at < len(l.atoms) && l.atoms[at].kind != number {
				k.many[k.id(&l.atoms[at])]++
			}
		}
		for i := range s.lines {
			if at >= len(s.lines[i].atoms) {
				continue
			}
			a := &s.lines[i].atoms[at]
			n := k.many[a.id]
			isLabel := n >= labelLines && at < s.lines[i].labelWords()
			if a.kind == word && (isLabel || n >= words) || (a.kind == symbol || a.kind == marked) && n >= symbols {
				s.recurs[i] |= 1 << at
			}
		}
		for i := range s.lines {
			if l := &s.lines[i]; at < len(l.atoms) {
				k.many[l.atoms[at].id] = 0
			}
		}
	}
	s.recurringNearby()
}

// nearbyLines is how many lines near one another have to begin with a word
// until it recurs, on a page with many others of their kind.
const nearbyLines = 4

// recurringNearby notes words before numbers with which most lines begin near one another,
// though few of the page do: Bit 0, Bit 1.
func (s *siblings) recurringNearby() {
	type row struct{ from, last, n int }
	rows := map[string]*row{}
	close := func(r *row, text string) {
		if r.n < nearbyLines || r.n*10 < (r.last-r.from+1)*7 {
			return
		}
		for i := r.from; i <= r.last; i++ {
			if l := &s.lines[i]; numbered(l) && l.atoms[0].text == text {
				s.recurs[i] |= 1
			}
		}
	}
	for i := range s.lines {
		l := &s.lines[i]
		if !numbered(l) || s.recurs[i]&1 != 0 {
			continue
		}
		text := l.atoms[0].text
		r := rows[text]
		if r != nil && i-r.last > siblingGap {
			close(r, text)
			r = nil
		}
		if r == nil {
			r = &row{from: i}
			rows[text] = r
		}
		r.last = i
		r.n++
	}
	for text, r := range rows {
		close(r, text)
	}
}

// numbered reports whether a line begins with a word and a number.
func numbered(l *scanned) bool {
	return len(l.atoms) > 1 && l.atoms[0].kind == word && l.sep[1] == " " && l.atoms[1].kind == number
}

// A way is a prefix of a line, and the atoms that are its fields.
type way struct {
	prefix *prefix
	atoms  [fieldLimit]uint8
}

// ways are the ways in which the lines of some siblings begin. Lines of one
// shape begin in the same, which are looked for once.
type ways struct {
	begin begin
	order []*prefix // in which they were met
	found map[string]*prefix
	of    map[string][]way // by shape
	last  []way            // of the shape that is looked at
}

// waysOf looks for the ways that are wanted, with keys that begin with own.
func (s *siblings) waysOf(own string, wanted func(elems []elem, after string, end bool) bool) *ways {
	w := &ways{found: map[string]*prefix{}, of: map[string][]way{}}
	w.begin = begin{columns: s.columns, code: s.form == "code", own: []byte(own)}
	w.begin.emit = func(key []byte, elems []elem, atoms [fieldLimit]uint8, after string, end bool) {
		if !bytes.HasPrefix(key, w.begin.own) || !wanted(elems, after, end) {
			return
		}
		p := w.found[string(key)]
		if p == nil {
			p = &prefix{key: string(key), elems: slices.Clone(elems), after: after, end: end}
			w.found[p.key] = p
			w.order = append(w.order, p)
		}
		if !slices.ContainsFunc(w.last, func(w way) bool { return w.prefix == p }) {
			w.last = append(w.last, way{p, atoms})
		}
	}
	return w
}

// add makes line i a member of all prefixes that it has.
func (w *ways) add(s *siblings, i int32) {
	b := &w.begin
	if b.line, b.recurs = &s.lines[i], s.recurs[i]; !b.may() {
		return
	}
	b.shape()
	known, ok := w.of[string(b.shaped)]
	if !ok {
		w.last = w.last[:0]
		b.all()
		known = slices.Clone(w.last)
		w.of[string(b.shaped)] = known
	}
	for _, k := range known {
		k.prefix.members = append(k.prefix.members, member{i, k.atoms})
	}
}

// prefixes are those of all lines.
func (s *siblings) prefixes() []*prefix {
	s.recurring()
	w := s.waysOf("", func(elems []elem, after string, _ bool) bool {
		// a name behind the code tells nothing of the form
		return after == "" || len(elems) < 2 || elems[len(elems)-1].kind != text || s.columns
	})
	for i := range s.lines {
		w.add(s, int32(i))
	}
	return w.order
}
