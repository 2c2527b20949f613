package page

import (
	"slices"

	"github.com/spectab/spectab/model/text"
)

// MarkKind says what a part of a line looked like.
type MarkKind uint8

// The kinds of marks.
const (
	Code     MarkKind = iota + 1 // a code span
	Strong                       // bold
	Emphasis                     // italic
	Struck                       // struck through: it holds no longer
	Raised                       // superscript: an exponent, or a note
	Link
	Badge // a label beside the text: its state, its version
)

// A Mark is a part of a line that looked different from the text around it.
// Marks may lie within one another, or overlap; they are in the order in which
// they begin.
type Mark struct {
	Kind     MarkKind
	From, To int32 // bytes of the line's text
}

// Marked is the part of the line that a mark of it is about.
func (l *Line) Marked(m Mark) string { return l.Text[m.From:m.To] }

// WhollyMarked reports whether all of the line's text has a mark of a kind.
func (l *Line) WhollyMarked(kind MarkKind) bool {
	return slices.Contains(l.Marks, Mark{kind, 0, int32(len(l.Text))})
}

// Without is the line without the parts that are marked as one of the kinds,
// and those marks. What would leave nothing is left as it is: a code that is
// struck out is still the code.
func (l *Line) Without(kinds ...MarkKind) (string, []Mark) {
	var taken []Mark
	for _, m := range l.Marks {
		inside := len(taken) > 0 && m.To <= taken[len(taken)-1].To
		if slices.Contains(kinds, m.Kind) && !inside {
			taken = append(taken, m)
		}
	}
	if len(taken) == 0 {
		return l.Text, nil
	}
	var text []byte
	from := int32(0)
	for _, m := range taken {
		text = append(text, l.Text[from:max(from, m.From)]...)
		from = max(from, m.To)
	}
	text = CleanBytes(append(text, l.Text[from:]...))
	if len(text) == 0 {
		return l.Text, taken
	}
	return string(text), taken
}

// A Marker gathers the marks of a text while that is gathered.
type Marker struct {
	open  []MarkKind // around what comes next
	marks []Mark
	edges []edge
}

// An edge is where a mark begins or ends in text that is not clean yet. Edges
// are in order.
type edge struct {
	at, mark int32
	end      bool
}

// maxMarks is how many marks may lie within one another.
const maxMarks = 16

// Open begins a mark at an offset of the text. Past a depth that no page of
// words has, it is none.
func (m *Marker) Open(kind MarkKind, at int) {
	if len(m.open) < maxMarks {
		m.open = append(m.open, kind)
		m.begin(kind, at)
	}
}

func (m *Marker) begin(kind MarkKind, at int) {
	if cap(m.marks) == 0 {
		m.marks = make([]Mark, 0, 64) // the marks of many lines share one array
	}
	m.edges = append(m.edges, edge{at: int32(at), mark: int32(len(m.marks))})
	m.marks = append(m.marks, Mark{Kind: kind, To: -1})
}

// Close ends the innermost mark of a kind.
func (m *Marker) Close(kind MarkKind, at int) {
	n := len(m.open) - 1
	for n >= 0 && m.open[n] != kind {
		n--
	}
	if n < 0 {
		return
	}
	m.open = slices.Delete(m.open, n, n+1)
	for i := len(m.marks) - 1; i >= 0; i-- {
		if m.marks[i].To == -1 && m.marks[i].Kind == kind {
			m.end(i, at)
			return
		}
	}
}

// CloseAll ends all marks.
func (m *Marker) CloseAll(at int) {
	for len(m.open) > 0 {
		m.Close(m.open[len(m.open)-1], at)
	}
}

func (m *Marker) end(i, at int) {
	m.marks[i].To = 0
	m.edges = append(m.edges, edge{at: int32(at), mark: int32(i), end: true})
}

// Clean cleans a text in place as CleanBytes does, and returns its marks too.
// What is open goes on in the next line. The marks are valid until then.
func (m *Marker) Clean(line []byte) ([]byte, []Mark) {
	if len(m.marks) == 0 {
		return CleanBytes(line), nil
	}
	for i := range m.marks {
		if m.marks[i].To == -1 {
			m.end(i, len(line))
		}
	}
	c := text.NewCleaner(line)
	for _, e := range m.edges {
		c.Feed(min(int(e.at), len(line)))
		at := int32(c.Kept())
		switch {
		case e.end:
			m.marks[e.mark].To = at
		case c.Space():
			m.marks[e.mark].From = at + 1
		default:
			m.marks[e.mark].From = at
		}
	}
	c.Feed(len(line))
	marks := slices.DeleteFunc(m.marks, func(m Mark) bool { return m.From >= m.To })
	m.reopen()
	if len(marks) == 0 {
		return line[:c.Kept()], nil
	}
	return line[:c.Kept()], slices.Clip(marks)
}

// reopen begins the next line, in which what is open goes on.
func (m *Marker) reopen() {
	m.edges, m.marks = m.edges[:0], m.marks[len(m.marks):]
	for _, kind := range m.open {
		m.begin(kind, 0)
	}
}
