package record

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// besideWords is how many words a label beside a code may have.
const besideWords = 3

// bracketLabels puts into brackets, as most pages do themselves, the labels
// that stand beside codes in a column of nothing else: a badge, or some words
// behind a code span.
func (c *Candidate) bracketLabels() {
	for j := range c.columns() {
		labelled := map[int]page.Line{}
		for i := range c.Rows {
			cell := &c.Rows[i].Cells[j]
			if l, ok := bracketed(cell); ok && !isCode(*cell) {
				labelled[i] = l
			}
		}
		if len(labelled) == 0 || len(labelled)*2 > len(c.Rows) || !c.codesBeside(labelled, j) {
			continue
		}
		for i, l := range labelled {
			cells := slices.Clone(c.Rows[i].Cells) // the page keeps its own
			cells[j].Lines = []page.Line{l}
			c.Rows[i].Cells = cells
		}
	}
}

// codesBeside reports whether column j holds codes in all rows but the labelled.
func (c *Candidate) codesBeside(labelled map[int]page.Line, j int) bool {
	for i := range c.Rows {
		if _, is := labelled[i]; !is && !isCode(c.Rows[i].Cells[j]) {
			return false
		}
	}
	return true
}

// columns is how many columns all of the rows have.
func (c *Candidate) columns() int {
	if len(c.Rows) == 0 {
		return 0
	}
	n := len(c.Rows[0].Cells)
	for i := range c.Rows {
		n = min(n, len(c.Rows[i].Cells))
	}
	return n
}

// bracketed is the line of a cell whose code has a label beside it, with that
// in brackets.
func bracketed(cell *page.Cell) (page.Line, bool) {
	if len(cell.Lines) != 1 {
		return page.Line{}, false
	}
	l := cell.Lines[0]
	at := labelAt(&l)
	code, label := strings.TrimSpace(l.Text[:at]), strings.TrimSpace(l.Text[at:])
	if at == 0 || label == "" || strings.ContainsAny(label, "()（）") || len(strings.Fields(label)) > besideWords {
		return page.Line{}, false
	}
	if parsed, ok := vocab.ParseCodeCell(code); !ok || parsed.Weak {
		return page.Line{}, false
	}
	return page.Line{Text: code + " (" + label + ")", No: l.No}, true
}

// labelAt is where a label begins that ends the line, 0 where none does.
func labelAt(l *page.Line) int {
	for _, m := range l.Marks {
		switch {
		case m.Kind == page.Code && m.From == 0:
			return int(m.To)
		case m.Kind == page.Badge && m.From > 0 && int(m.To) == len(l.Text):
			return int(m.From)
		}
	}
	return 0
}

// alone is a line without the numbers of notes in it, and without the labels
// that it begins or ends with, or that stand behind a code that it begins with.
func alone(l *page.Line) (line page.Line, labels []string) {
	var taken []page.Mark
	for _, m := range l.Marks {
		before := l.Text[:m.From]
		switch {
		case m.Kind == page.Badge && int(m.To-m.From) < len(l.Text) && (m.From == 0 || int(m.To) == len(l.Text) || isCodes(before)):
			labels = append(labels, l.Marked(m))
		case l.IsNote(m), m.Kind == page.Raised && isRaisedCode(before, l.Marked(m)):
		default:
			continue
		}
		taken = append(taken, m)
	}
	return l.Cut(taken), labels
}

// isCodes reports whether a text is codes and nothing else.
func isCodes(s string) bool {
	sc := scan(s)
	return sc.whole && !slices.ContainsFunc(sc.atoms, func(a atom) bool { return a.kind == word || a.kind == text })
}

// isRaisedCode reports whether figures are the number of a note to the code
// before them.
func isRaisedCode(before, raised string) bool {
	word := before[strings.LastIndexAny(before, " (")+1:]
	code, ok := vocab.ParseCodeCell(word)
	return ok && !code.Weak && !page.IsPower(word, raised)
}

// withLabels is a line of a heading or a term without the labels that are set
// beside it. Behind a code they are put into brackets.
func withLabels(l *page.Line) page.Line {
	text, taken := l.Without(page.Badge)
	line := page.Line{Text: text, No: l.No, Indent: l.Indent}
	if len(taken) == 0 || text == l.Text {
		line.Marks = l.Marks
		return line
	}
	for _, m := range taken {
		line.Text = besideCode(line.Text, l.Marked(m))
	}
	return line
}

// withType is a line that is a name and its type, with the type in brackets behind
// the name. A label says what stands behind it.
func withType(l *page.Line) page.Line {
	name, kind, ok := strings.Cut(l.Text, " ")
	if !ok || strings.HasSuffix(name, ":") || !vocab.IsType(kind) || !isOneName(name) || strings.ContainsAny(kind, "()（）.:") {
		return *l
	}
	typed := page.Line{Text: name + " (" + strings.TrimSpace(kind) + ")", No: l.No, Indent: l.Indent}
	for _, m := range l.Marks {
		if int(m.To) <= len(name) {
			typed.Marks = append(typed.Marks, m)
		}
	}
	return typed
}

// besideCode puts a label in brackets behind a text that is a code. Any other
// text is left as it is, and so is one with a label that looks like a code
// itself: a version.
func besideCode(text, label string) string {
	if code, ok := vocab.ParseCodeCell(text); !ok || code.Aside != "" || strings.ContainsAny(label, "()（）") {
		return text
	}
	if code, ok := vocab.ParseCodeCell(label); ok && !code.Weak {
		return text
	}
	return text + " (" + strings.TrimRight(label, ".。 ") + ")"
}

// isLabel reports whether a paragraph is a label and nothing else.
func isLabel(b *page.Block) bool {
	return len(b.Lines) == 1 && b.Lines[0].WhollyMarked(page.Badge)
}

// isNote reports whether a paragraph is a note to something above: it begins
// with its number, raised.
func isNote(b *page.Block) bool {
	for i := range b.Lines {
		l := &b.Lines[i]
		if i > 0 && len(l.Marks) == 0 {
			continue
		}
		if len(l.Marks) == 0 || l.Marks[0].Kind != page.Raised || l.Marks[0].From > 0 || int(l.Marks[0].To) == len(l.Text) {
			return false
		}
	}
	return len(b.Lines) > 0
}

// asideCodes puts the remarks of the last n columns back beside the codes that
// they are about, which what reads cells of codes knows to part. It leaves them
// where one has no code before it, or where they are all that is said of the
// codes: PAID (the money is there).
func (c *Candidate) asideCodes(n int) {
	if c.saysNothingElse(n) {
		return
	}
	codes := make([]string, len(c.Rows))
	for i := range c.Rows {
		cells := c.Rows[i].Cells
		codes[i] = cells[0].Text()
		for _, cell := range cells[len(cells)-n:] {
			remark := cell.Text()
			if remark == "" {
				continue
			}
			if codes[i] = besideCode(codes[i], remark); !strings.HasSuffix(codes[i], ")") {
				return
			}
		}
	}
	for i, code := range codes {
		cells := c.Rows[i].Cells
		if code != cells[0].Text() {
			cells[0].Lines = []page.Line{{Text: code, No: cells[0].Lines[0].No}}
			for j := len(cells) - n; j < len(cells); j++ {
				cells[j].Lines = nil
			}
		}
	}
}

// saysNothingElse reports whether nearly all rows have remarks in the last n columns
// that differ, and none has anything else but its code.
func (c *Candidate) saysNothingElse(n int) bool {
	remarks := map[string]bool{}
	for i := range c.Rows {
		cells := c.Rows[i].Cells
		for j := 1; j < len(cells); j++ {
			switch text := cells[j].Text(); {
			case text == "":
			case j < len(cells)-n:
				return false
			default:
				remarks[text] = true
			}
		}
	}
	return len(remarks) > 1 && len(remarks)*10 >= len(c.Rows)*9
}

// aliased is a name with another, or what it means, in brackets behind it.
var aliased = regexp.MustCompile(`^([^\s(),]+) \(([^(),]+)\)$`)

// asideAll puts what several codes of one line have in brackets behind all of
// them.
func asideAll(text string) string {
	if !strings.Contains(text, "), ") {
		return text
	}
	var codes, others []string
	for part := range strings.SplitSeq(text, ", ") {
		m := aliased.FindStringSubmatch(part)
		if m == nil {
			return text
		}
		codes, others = append(codes, m[1]), append(others, m[2])
	}
	return strings.Join(codes, ", ") + " (" + strings.Join(others, ", ") + ")"
}
