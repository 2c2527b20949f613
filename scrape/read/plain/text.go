package plain

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/source"
)

// Text makes blocks of a text rendition of a page: ruled and pipe tables, bulleted
// and numbered lists, examples in JSON, XML and HTTP, headings where "[edit]"
// marks them. Every other line is a paragraph, since renditions break
// paragraphs at links and keep one to a line otherwise.
func Text(text string) []page.Block {
	lines := strings.Split(plainText(text), "\n")
	r := &textReader{}
	for i, line := range lines {
		r.lines = append(r.lines, textLine{text: strings.TrimRight(withoutAnchors(line), " \t\u00a0"), no: i + 1})
	}
	if all := plainLines(r.lines); source.Mostly(all) {
		if blocks, _ := source.Definitions(all, ""); source.Rows(blocks) > 0 {
			return blocks
		}
	}
	dropPageBreaks(r.lines)
	r.manual = manual(r.lines)
	joinHyphens(r.lines)
	undraw(r.lines)
	return r.blocks()
}

// withoutAnchors drops the signs of links to the place itself, which renditions
// keep behind headings and terms. What stands in columns stays there.
func withoutAnchors(line string) string {
	if !strings.Contains(line, " ¶") {
		return line
	}
	return strings.ReplaceAll(strings.ReplaceAll(line+"  ", " ¶  ", "    "), " ¶", "")
}

type textLine struct {
	text string
	no   int
}

// indent is the number of columns before the text; a tab counts as eight.
func (l textLine) indent() int {
	n := 0
	for _, r := range l.text {
		switch r {
		case ' ', '\u00a0':
			n++
		case '\t':
			n += 8
		default:
			return n
		}
	}
	return n
}

func (l textLine) blank() bool { return strings.TrimSpace(l.text) == "" }

type textReader struct {
	lines []textLine
	at    int
	run   endTags // of the run of lines that was searched last

	// Up to which line nothing begins of what was looked for from a line
	// before: each line is looked through once for each.
	noBox, noRoot, noOptions int

	noFit map[string]int // by where the columns begin

	dashed, fields, strips tries

	from, to int  // the blank lines that were passed over last
	manual   bool // a manual page, as a terminal shows it
}

func (r *textReader) blocks() []page.Block {
	var blocks []page.Block
	for r.at < len(r.lines) {
		if r.lines[r.at].blank() {
			r.at++
			continue
		}
		blocks = append(blocks, r.block()...)
	}
	return blocks
}

// text is the index of the first line from i on that is not blank. Where lists
// are nested, each of them asks for it.
func (r *textReader) text(i int) int {
	if i < r.from || i > r.to {
		r.from, r.to = i, i
		for r.to < len(r.lines) && r.lines[r.to].blank() {
			r.to++
		}
	}
	if i == r.to || !r.lines[i].blank() {
		return i
	}
	return r.to
}

// tries counts in how many lines of a run without a blank one a table was
// looked for. Past a few there is none: without that, a run would be searched
// once a line.
type tries struct{ end, count int }

const maxTries = 4

func (r *textReader) try(t *tries) bool {
	if t.end <= r.at {
		*t = tries{end: r.at}
		for t.end < len(r.lines) && !r.lines[t.end].blank() {
			t.end++
		}
	}
	t.count++
	return t.count <= maxTries
}

// block reads what begins at the current line, which is not blank.
func (r *textReader) block() []page.Block {
	for _, read := range []func() (page.Block, bool){r.definitions, r.options, r.listTable, r.ruledTable, r.pipeTable, r.tabTable, r.alignedTable, r.fieldRows, r.stripRows, r.example, r.numberedHeading, r.list, r.heading, r.underlinedHeading, r.manualHeading} {
		if b, ok := read(); ok {
			return []page.Block{b}
		}
	}
	l := r.lines[r.at]
	r.at++
	text := page.Clean(l.text)
	if text == "" || editMark.MatchString(text) {
		return nil
	}
	return []page.Block{{Kind: page.Paragraph, Lines: []page.Line{{Text: text, No: l.no, Indent: l.indent()}}}}
}

// editMark is what renditions of wikis leave of the link beside a heading, in
// the languages that were met.
var editMark = regexp.MustCompile(`^\[ ?(?i:edit|edit source|edit \| edit source|değiştir|kaynağı değiştir|编辑|編輯|editar|modifier|bearbeiten|править|عدل|編集) ?\]$`)

// heading reads a line that has an edit mark before it, on the same line, or
// behind it, on the next line that is not blank. Renditions do not tell the
// level; 2 is what wikis begin with.
func (r *textReader) heading() (page.Block, bool) {
	l := r.lines[r.at]
	text := page.Clean(l.text)
	if mark, rest, ok := strings.Cut(text, "] "); ok && editMark.MatchString(mark+"]") {
		r.at++
		return page.Block{Kind: page.Heading, Level: 2, Lines: []page.Line{{Text: rest, No: l.no}}}, true
	}
	next := r.at + 1
	for next < len(r.lines) && r.lines[next].blank() {
		next++
	}
	if next == len(r.lines) || editMark.MatchString(text) || !editMark.MatchString(page.Clean(r.lines[next].text)) {
		return page.Block{}, false
	}
	r.at = next + 1
	return page.Block{Kind: page.Heading, Level: 2, Lines: []page.Line{{Text: text, No: l.no}}}, true
}
