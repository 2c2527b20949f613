package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/text"
)

// A Page is what a reader made of the bytes: blocks in the order in which a
// person meets them, the same for every format.
type Page struct {
	File     string
	Title    string // of the page as a whole, where its format has one
	Language string // BCP 47, as the markup declares it; "" elsewhere
	Address  string // the canonical one that the markup declares; "" elsewhere
	Blocks   []Block
	Warnings model.Problems // what is doubtful about the page, but no reason to refuse it

	Around Surroundings
}

// Name is what the page calls itself: its title, else its first heading.
func (p *Page) Name() string { return cmp.Or(p.Title, FirstHeading(p.Blocks)) }

// BlockKind tells the blocks apart.
type BlockKind int

// The kinds of blocks, and which fields of a Block each uses.
const (
	Heading      BlockKind = iota // Level, Lines
	Paragraph                     // Lines
	Preformatted                  // Lines, spaces kept
	List                          // Items
	Definitions                   // Items with a Term
	Grid                          // Rows: a table
	Section                       // Blocks: what the page keeps together
)

// A Block is one piece of a page.
type Block struct {
	Kind   BlockKind
	Level  int    // of a heading, 1 to 6
	Class  string // of the element in markup: blocks of one make share it
	Lines  []Line
	Items  []Item
	Rows   []Row
	Blocks []Block
	Source string // of definitions in source code their kind: "enum", "const", "define", "macro", "object", "error" or "data"; of headings Manual
}

// Manual is the source of a heading that titles a section of a manual page: NAME,
// SYNOPSIS, DESCRIPTION, in the language of the page.
const Manual = "manual"

// A Line is text and where it stands. White space is single spaces, but in
// preformatted blocks.
type Line struct {
	Text   string
	No     int    // line of the file, from 1
	Indent int    // columns before it, in a rendition as text
	Marks  []Mark // what stood out in the text; nearly always nil
}

// An Item is one item of a list, or one term of a definition list with its
// definitions.
type Item struct {
	Term   []Line
	Blocks []Block
}

// A Row is one row of a table.
type Row struct {
	Cells  []Cell
	Header bool // only header cells
}

// A Cell is one cell of a table; a break inside it begins a new line.
type Cell struct {
	Lines  []Line
	No     int  // line of the file on which the cell begins
	Copied bool // continues a cell that spans several rows or columns

	Blocks []Block // the content, where it is more than a paragraph
}

// NotUnderstood begins a cell whose content a reader cannot work out.
const NotUnderstood = "not understood:"

// Text is the cell's lines as one.
func (c *Cell) Text() string { return JoinLines(c.Lines) }

// LinesOf is the text of blocks and of all inside them.
func LinesOf(blocks []Block) []Line {
	var lines []Line
	for i := range blocks {
		b := &blocks[i]
		lines = append(lines, b.Lines...)
		for _, item := range b.Items {
			lines = append(lines, item.Term...)
			lines = append(lines, LinesOf(item.Blocks)...)
		}
		for _, row := range b.Rows {
			for _, cell := range row.Cells {
				lines = append(lines, cell.Lines...)
			}
		}
		lines = append(lines, LinesOf(b.Blocks)...)
	}
	return lines
}

// EachLines calls f with all texts of blocks.
func EachLines(blocks []Block, f func([]Line)) {
	for i := range blocks {
		b := &blocks[i]
		f(b.Lines)
		for _, item := range b.Items {
			f(item.Term)
			EachLines(item.Blocks, f)
		}
		for _, row := range b.Rows {
			for _, cell := range row.Cells {
				f(cell.Lines)
				EachLines(cell.Blocks, f)
			}
		}
		EachLines(b.Blocks, f)
	}
}

// JoinLines rejoins what a rendition broke: with a space, but without one
// before closing punctuation or after an opening bracket.
func JoinLines(lines []Line) string {
	if len(lines) == 0 {
		return ""
	}
	if len(lines) == 1 {
		return lines[0].Text
	}
	n := len(lines)
	for i := range lines {
		n += len(lines[i].Text)
	}
	var b strings.Builder
	b.Grow(n)
	for i := range lines {
		addLine(&b, lines[i].Text)
	}
	return b.String()
}

// Join is JoinLines as a line: that of the first, with the marks of all.
func Join(lines []Line) Line {
	switch len(lines) {
	case 0:
		return Line{}
	case 1:
		return lines[0]
	}
	var b strings.Builder
	joined := Line{No: lines[0].No}
	for i := range lines {
		addLine(&b, lines[i].Text)
		shift := int32(b.Len() - len(lines[i].Text))
		for _, m := range lines[i].Marks {
			joined.Marks = append(joined.Marks, Mark{m.Kind, m.From + shift, m.To + shift})
		}
	}
	joined.Text = b.String()
	return joined
}

func addLine(b *strings.Builder, text string) {
	if b.Len() > 0 && text != "" && !closes(text) && !opens(b.String()) {
		b.WriteByte(' ')
	}
	b.WriteString(text)
}

func closes(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(".,;:!?)]}»”。，、；：！？）】", r)
}

func opens(s string) bool {
	return strings.HasSuffix(s, "(") || strings.HasSuffix(s, "[") || strings.HasSuffix(s, "（")
}

// Clean is text.Clean.
func Clean(s string) string { return text.Clean(s) }

// CleanBytes is text.CleanBytes.
func CleanBytes(b []byte) []byte { return text.CleanBytes(b) }

// AddToLast appends blocks to the last item, which is made where there is
// none.
func (b *Block) AddToLast(blocks []Block) {
	if len(b.Items) == 0 {
		b.Items = append(b.Items, Item{})
	}
	last := &b.Items[len(b.Items)-1]
	last.Blocks = append(last.Blocks, blocks...)
}

func (b *Block) AddTerm(lines []Line) {
	if last := len(b.Items) - 1; last >= 0 && len(b.Items[last].Blocks) == 0 {
		b.Items[last].Term = append(b.Items[last].Term, lines...)
		return
	}
	b.Items = append(b.Items, Item{Term: lines})
}

// LineCount is how many lines of the flow are made of an item.
func (item *Item) LineCount() int {
	n := len(item.Term)
	for i := range item.Blocks {
		n += item.Blocks[i].lineCount()
	}
	return n
}

func (r *Row) LineCount() int {
	n := 0
	for i := range r.Cells {
		if !r.Cells[i].Copied {
			n += len(r.Cells[i].Lines)
		}
	}
	return n
}

func (b *Block) lineCount() int {
	n := 0
	switch b.Kind {
	case Section:
		for i := range b.Blocks {
			n += b.Blocks[i].lineCount()
		}
	case List, Definitions:
		for i := range b.Items {
			n += b.Items[i].LineCount()
		}
	case Grid:
		for i := range b.Rows {
			n += b.Rows[i].LineCount()
		}
	default:
		n = len(b.Lines)
	}
	return n
}

func FirstHeading(blocks []Block) string {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == Heading && len(b.Lines) > 0 {
			return JoinLines(b.Lines)
		}
		if text := FirstHeading(b.Blocks); text != "" {
			return text
		}
	}
	return ""
}

// What a page of markup holds besides what is read.
type Surroundings struct {
	Scripts   int
	Passwords int    // fields of forms that ask for one
	Unread    string // shown where scripts do not run
}

// Called is how messages call a page.
func (p *Page) Called() string {
	if p.Title == "" {
		return "the page"
	}
	return fmt.Sprintf("the page %q", p.Title)
}

func HasGrid(blocks []Block) bool {
	return slices.ContainsFunc(blocks, func(b Block) bool { return b.Kind == Grid || HasGrid(b.Blocks) })
}
