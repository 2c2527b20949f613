package markup

import (
	"bytes"
	"regexp"

	"github.com/spectab/spectab/scrape/page"
)

// Wikitext makes blocks of a page as MediaWiki stores it. It goes over the
// text twice: wikitextscan.go resolves what may stand anywhere and hide
// anything (comments, templates, links), then the lines are read for what they
// begin with.
func Wikitext(text string) ([]page.Block, error) {
	s := scanWikitext(text)
	r := &wikiReader{text: s.out, marks: s.marks}
	r.split()
	r.until(func([]byte) bool { return false })
	return r.blocks, r.err
}

// A wikiReader makes blocks of scanned wikitext. Text gathers as it does in
// the walker of HTML.
type wikiReader struct {
	htmlWalker
	text   []byte
	marks  []wikiMark
	mark   int // the one that was used last
	rows   []wikiLine
	closed map[int]bool // lines that begin a table which is closed
	at     int
	depth  int // of tables
	err    error
}

// A wikiLine is the offsets of one line of the scanned text.
type wikiLine struct{ from, to int }

func (r *wikiReader) split() {
	r.closed = map[int]bool{}
	var open []int
	for from := 0; from < len(r.text); {
		to := len(r.text)
		if i := bytes.IndexByte(r.text[from:], '\n'); i >= 0 {
			to = from + i
		}
		r.rows = append(r.rows, wikiLine{from, to})
		from = to + 1
	}
	for i := range r.rows {
		switch line := r.row(i); {
		case tableStart.Match(line):
			open = append(open, i)
		case len(open) > 0 && bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte("|}")):
			r.closed[open[len(open)-1]] = true
			open = open[:len(open)-1]
		}
	}
}

func (r *wikiReader) row(i int) []byte { return r.text[r.rows[i].from:r.rows[i].to] }

// no is the line of the page on which an offset of the scanned text stands.
// Offsets come nearly in order, so it looks from the last one.
func (r *wikiReader) no(offset int) int {
	for r.mark+1 < len(r.marks) && r.marks[r.mark+1].at <= offset {
		r.mark++
	}
	for r.mark > 0 && r.marks[r.mark].at > offset {
		r.mark--
	}
	return r.marks[r.mark].no
}

// until reads blocks up to a line for which stop holds.
func (r *wikiReader) until(stop func(line []byte) bool) {
	for r.at < len(r.rows) && !stop(r.row(r.at)) {
		r.block(stop)
	}
	r.flush()
}

var (
	tableStart = regexp.MustCompile(`^[ \t:]*\{\|`)
	unseen     = regexp.MustCompile(`^\s*(?:__[A-Z]+__\s*$|#(?i:redirect)\b)`) // __NOTOC__ and its like
	ruler      = regexp.MustCompile(`^-{4,}`)
	tableTag   = regexp.MustCompile(`(?i)\x10(/?)table\b`)
)

// The deepest nesting of tables that is read; a page of words has two or
// three.
const maxTables = 20

// block reads what begins at the current line.
func (r *wikiReader) block(stop func([]byte) bool) {
	line := r.row(r.at)
	switch level, text := wikiHeading(line); {
	case len(bytes.TrimSpace(line)) == 0:
		r.flush()
		r.at++
	case tableStart.Match(line) && r.depth < maxTables:
		r.table()
	case ruler.Match(line), unseen.Match(line):
		r.flush()
		r.at++
	case level > 0:
		r.heading(level, text)
	case isListMark(line[0]):
		r.list(stop)
	case r.depth == 0 && line[0] == ' ' && bytes.IndexByte(line, preOpen) < 0:
		r.indented()
	case tableTag.Match(line):
		r.markup()
	default:
		r.paragraph()
	}
}

// paragraph adds the current line to the paragraph.
func (r *wikiReader) paragraph() {
	if len(r.run) > 0 {
		r.run = append(r.run, ' ')
	}
	l := r.rows[r.at]
	r.gather(l.from, l.to)
	r.at++
}

// wikiHeading is the level of a heading and what stands between the equals
// signs; there are as many of those as both sides have.
func wikiHeading(line []byte) (int, wikiLine) {
	end := len(bytes.TrimRight(line, " \t"))
	level := 0
	for level < 6 && level+1 < end-level-1 && line[level] == '=' && line[end-level-1] == '=' {
		level++
	}
	return level, wikiLine{level, end - level}
}

func (r *wikiReader) heading(level int, text wikiLine) {
	from := r.rows[r.at].from
	r.flush()
	r.gather(from+text.from, from+text.to)
	r.endLine()
	if lines := r.take(); lines != nil {
		r.blocks = append(r.blocks, page.Block{Kind: page.Heading, Level: level, Lines: lines})
	}
	r.at++
}

// indented reads lines that begin with a space, which keep their spaces.
func (r *wikiReader) indented() {
	r.flush()
	b := page.Block{Kind: page.Preformatted}
	for ; r.at < len(r.rows); r.at++ {
		line := r.row(r.at)
		if len(bytes.TrimSpace(line)) == 0 || line[0] != ' ' || tableStart.Match(line) {
			break
		}
		b.Lines = append(b.Lines, page.Line{Text: plainLine(line[1:]), No: r.no(r.rows[r.at].from)})
	}
	r.blocks = append(r.blocks, b)
}

// gather adds a part of a line to the paragraph.
func (r *wikiReader) gather(from, to int) {
	quoted := 0 // what quotes have opened
	for from < to {
		text := r.text[from:to]
		size := indexAny(text, "\x0e\x10\x1e'")
		if part := bytes.TrimLeft(text[:size], " \t"); len(r.run) == 0 && len(part) > 0 {
			r.runNo = r.no(from + size - len(part))
			r.run = appendPlain(r.run, part)
		} else if len(r.run) > 0 {
			r.run = appendPlain(r.run, text[:size])
		}
		from += size
		if from < to {
			from += r.special(from, text[size:], &quoted)
		}
	}
	r.marker.CloseAll(len(r.run))
}

// special reads what stands between text: a break, a tag, quotes, or
// preformatted text. It returns the length of that.
func (r *wikiReader) special(from int, text []byte, quoted *int) int {
	switch text[0] {
	case preOpen:
		return r.preformatted(from, text)
	case tagOpen:
		size := bytes.IndexByte(text, tagClose)
		r.tag(text[1:size])
		return 1 + size
	case '\'':
		return r.quotes(from, text, quoted)
	}
	r.endLine()
	return 1
}

// tag reads a tag between text: a mark, or one of block level, which ends the
// line.
func (r *wikiReader) tag(tag []byte) {
	name := bytes.TrimLeft(tag, "/")
	kind := markKind(lookup(name[:indexAny(name, " \t/")]))
	switch {
	case kind == 0:
		r.endLine()
	case tag[0] == '/':
		r.marker.Close(kind, len(r.run))
	case tag[len(tag)-1] != '/':
		r.marker.Open(kind, len(r.run))
	}
}

// quotes reads quotes: two begin or end what is emphasised, three what is
// bold, and five both.
func (r *wikiReader) quotes(from int, text []byte, quoted *int) int {
	n := 1
	for n < len(text) && text[n] == '\'' {
		n++
	}
	kept := quotes(n)
	if len(r.run) == 0 && kept > 0 {
		r.runNo = r.no(from)
	}
	r.run = append(r.run, text[:kept]...)
	for _, q := range quoteMarks[n-kept] {
		if *quoted&(1<<q) == 0 {
			r.marker.Open(q, len(r.run))
		} else {
			r.marker.Close(q, len(r.run))
		}
		*quoted ^= 1 << q
	}
	return n
}

var quoteMarks = map[int][]page.MarkKind{2: {page.Emphasis}, 3: {page.Strong}, 5: {page.Strong, page.Emphasis}}

// preformatted makes a block of the element at the beginning of text.
func (r *wikiReader) preformatted(from int, text []byte) int {
	r.flush()
	size := bytes.IndexByte(text, preClose)
	if size < 0 {
		size = len(text)
	}
	b := page.Block{Kind: page.Preformatted}
	filled, at := 0, 1
	for _, part := range bytes.Split(text[1:size], []byte{preBreak}) {
		line := plainLine(part)
		if line != "" || filled > 0 {
			b.Lines = append(b.Lines, page.Line{Text: line, No: r.no(from + at)})
		}
		if line != "" {
			filled = len(b.Lines)
		}
		at += len(part) + 1
	}
	if filled > 0 {
		b.Lines = b.Lines[:filled]
		r.blocks = append(r.blocks, b)
	}
	return min(size+1, len(text))
}
