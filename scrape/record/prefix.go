package record

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/vocab"
)

// An elem is one part of a template: what stands before it, and what it may
// be.
type elem struct {
	sep   string
	kind  byte
	lit   string
	aside bool // a remark in brackets may follow
}

func (e *elem) captures() bool { return e.kind != fixed }

func (p *prefix) fields() int { return fields(p.elems) }

func fields(elems []elem) int {
	n := 0
	for i := range elems {
		if elems[i].captures() {
			n++
		}
	}
	return n
}

// saysBefore reports whether the word before field f speaks for a role as the
// header of a column does: that it is a code, or the number of a document.
func (p *prefix) saysBefore(f int, role string) bool {
	for i := range p.elems {
		if !p.elems[i].captures() {
			continue
		}
		if f == 0 {
			return i > 0 && p.elems[i-1].kind == fixed && vocab.HeaderSays(p.elems[i-1].lit, role) == 1
		}
		f--
	}
	return false
}

// isText reports whether field f is several words.
func (p *prefix) isText(f int) bool {
	for i := range p.elems {
		if p.elems[i].captures() {
			if f == 0 {
				return p.elems[i].kind == text
			}
			f--
		}
	}
	return false
}

// fieldLimit is how many fields the beginning of a record may have.
const fieldLimit = 6

// A prefix is a way in which lines begin, and the lines that do.
type prefix struct {
	key     string
	elems   []elem
	after   string // what has to follow the last, and the rest behind it
	end     bool   // nothing follows
	members []member
}

// A member is a line, by its place among its siblings, and the atoms that are
// its fields.
type member struct {
	at    int32
	atoms [fieldLimit]uint8
}

// begin tells of every prefix of a line. fold says how much is taken for one:
// 0 numbers, symbols; 1 both for codes; 2 plain words too.
type begin struct {
	line    *scanned
	recurs  uint16 // its atoms that recur
	columns bool
	code    bool // source code, or other preformatted lines
	emit    func(key []byte, elems []elem, atoms [fieldLimit]uint8, after string, end bool)

	own    []byte // what begins the keys that are wanted
	key    []byte // of the last walk; what is emitted is valid until the next
	elems  []elem
	shaped []byte // by shape
}

// may reports whether the line may have any prefix; most have none.
func (b *begin) may() bool {
	return len(b.line.atoms) > 0 && (b.kind(0, 0) != 0 || b.line.atoms[0].kind == word && b.line.whole)
}

// shape notes all that all looks at: two lines of one shape have the same
// prefixes.
func (b *begin) shape() {
	l, s := b.line, b.shaped[:0]
	for i := range l.atoms {
		a := &l.atoms[i]
		recurs := b.recurs&(1<<i) != 0
		s = append(append(s, l.sep[i]...), 0, a.kind, flag(recurs)|flag(a.bracketed)<<1|flag(vocab.IsOption(a.text))<<2)
		if recurs {
			s = append(append(s, a.text...), 0)
		}
	}
	b.shaped = append(append(s, l.sep[len(l.atoms)]...), flag(l.whole))
}

func flag(is bool) byte {
	if is {
		return 1
	}
	return 0
}

func (b *begin) all() {
	for fold := range 3 {
		if len(b.line.atoms) > 0 && b.kind(0, fold) != 0 { // of most lines it is
			b.walk(fold, true)
			b.walk(fold, false)
		}
	}
	b.behindText()
}

// walk goes through the atoms of the line from the first. With skip, a remark
// in brackets behind the first field is passed over.
func (b *begin) walk(fold int, skip bool) {
	var (
		atoms  [fieldLimit]uint8
		fields int
	)
	l, key, elems := b.line, b.key[:0], b.elems[:0]
	defer func() { b.key, b.elems = key, elems }()
	skipped, sep := false, l.sep[0]
	for i := 0; i < len(l.atoms) && fields < fieldLimit; i++ {
		a := &l.atoms[i]
		if fields > 0 && fold < 2 {
			b.phrase(key, elems, atoms, fields, sep, i)
		}
		e := elem{sep: sep, kind: b.kind(i, fold)}
		next := l.sep[i+1]
		if e.kind == 0 {
			return
		}
		if e.kind == fixed {
			e.lit = a.text
		} else {
			atoms[fields] = uint8(i)
			fields++
		}
		if fields == 1 && e.kind != fixed && !b.columns {
			switch end := b.bracket(i); {
			case end < 0:
				e.aside = true
			case skip:
				e.aside, skipped = true, true
				i = end
				if _, next, _ = strings.Cut(l.sep[i+1], ")"); next == "" {
					next = " "
				}
			}
		}
		elems = append(elems, e)
		key = append(append(append(append(key, e.sep...), e.kind), e.lit...), 0)
		if e.aside {
			key = append(key, '?')
		}
		if n := min(len(key), len(b.own)); string(key[:n]) != string(b.own[:n]) {
			return
		}
		if skip && !skipped && fields > 0 {
			return // the walk without skip tells the same
		}
		b.tell(key, elems, atoms, next, i)
		sep = next
	}
}

// phraseLimit is how many words a name between a code and a text may have.
const phraseLimit = 6

// phrase tells of words from atom i on that a colon or a dash parts from the
// text: 404 Not Found - There is no such page.
func (b *begin) phrase(key []byte, elems []elem, atoms [fieldLimit]uint8, fields int, sep string, i int) {
	l := b.line
	for end := i; end < min(len(l.atoms), i+phraseLimit); end++ {
		switch next := l.sep[end+1]; {
		case next == ":" && end+1 < len(l.atoms):
			atoms[fields] = uint8(i)
			key = append(append(append(append(key, sep...), text, 0, '>'), next...), 0)
			b.emit(key, append(elems, elem{sep: sep, kind: text}), atoms, next, false)
			return
		case next != " ":
			return
		}
	}
}

// isolated reports whether what follows atom i parts it from a text even where
// it is a plain word.
func (b *begin) isolated(i int) bool {
	l := b.line
	return strong(l.sep[i+1]) || b.code && strings.HasPrefix(l.sep[i+1], ",") || i+1 < len(l.atoms) && l.atoms[i+1].bracketed || i == len(l.atoms)-1 && l.whole
}

// tell emits what has been walked, where it may be the beginning of a record.
func (b *begin) tell(key []byte, elems []elem, atoms [fieldLimit]uint8, next string, i int) {
	last := i == len(b.line.atoms)-1
	e := &elems[len(elems)-1]
	if e.kind == fixed && !last {
		return
	}
	if last && b.line.whole {
		after := strings.Trim(next, ".:,; ")
		if fields(elems) > 0 {
			b.emit(append(append(key, '$'), after...), elems, atoms, after, true)
		}
	}
	if k := e.kind; k == number || k == symbol || k == option || k == marked || k == either || k == 'a' && fields(elems) > 1 && b.line.atoms[i].kind != word {
		b.emit(key, elems, atoms, "", false)
	}
	if len(next) > 1 && next[0] == ':' && strings.IndexByte("<([{", next[1]) >= 0 {
		next = next[:1] // what opens behind it is of the text
	}
	if (strong(next) || b.code && strings.HasPrefix(next, ",")) && e.kind != fixed && !last && (next != "(" || e.kind == word || e.kind == text) {
		b.emit(append(append(key, '>'), next...), elems, atoms, next, false)
	}
}

// strong reports whether a separator parts even plain words from a text.
func strong(sep string) bool { return sep == wide || strings.ContainsAny(sep, ":=-|(\"") }

// kind is what atom i is in a template; 0 where none goes on with it.
func (b *begin) kind(i, fold int) byte {
	a := &b.line.atoms[i]
	if b.recurs&(1<<i) != 0 {
		return fixed
	}
	switch a.kind {
	case number, symbol, marked:
		if vocab.IsOption(a.text) {
			return option // and nothing else of the same list
		}
		if fold == 2 && !b.isolated(i) {
			return either
		}
		return [...]byte{a.kind, either, 'a'}[fold]
	case text:
		return text
	}
	switch {
	case !b.isolated(i):
		return 0
	case fold == 2:
		return 'a'
	}
	return word
}

// bracket is the last atom in the brackets behind atom i, or -1.
func (b *begin) bracket(i int) int {
	l := b.line
	if !strings.HasPrefix(l.sep[i+1], "(") || strings.Contains(l.sep[i+1], ")") {
		return -1
	}
	for end := i + 1; end < len(l.atoms); end++ {
		if strings.HasPrefix(strings.TrimLeft(l.sep[end+1], "]>}"), ")") {
			return end
		}
		if strings.Contains(l.sep[end+1], "(") {
			return -1
		}
	}
	return -1
}

// behindText tells of a line whose last atom is a code, parted from the words
// before it: Not Found (404). A text may follow, behind a few words.
func (b *begin) behindText() {
	l := b.line
	last := len(l.atoms) - 1
	if last < 1 || b.columns || l.atoms[0].kind != word && l.atoms[0].kind != marked {
		return
	}
	at := last
	if i := slices.IndexFunc(l.atoms[:min(last, phraseLimit)], func(a atom) bool { return a.kind != word && a.kind != marked }); i > 0 && l.sep[i+1] == ":" {
		at = i
	}
	a := &l.atoms[at]
	if at == last && !l.whole || a.kind == word || a.kind == marked || a.kind == text || !a.bracketed && (at < last || !strong(l.sep[at])) {
		return
	}
	elems := []elem{{kind: text}, {sep: l.sep[at], kind: a.kind}}
	atoms := [fieldLimit]uint8{0, uint8(at)}
	key := append(append(append([]byte{text, 0}, l.sep[at]...), a.kind, 0), "$>"[min(1, last-at)])
	if at < last {
		b.emit(append(key, l.sep[at+1]...), elems, atoms, l.sep[at+1], false)
		return
	}
	after := strings.Trim(l.sep[last+1], ".:,; ")
	b.emit(append(key, after...), elems, atoms, after, true)
}
