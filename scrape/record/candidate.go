package record

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// A Candidate is something on a page that may be a table of codes, in
// whatever form it was written: rows of cells, with or without a header.
type Candidate struct {
	Form    string // what it is on the page: "table", "list", "definitions", "headings", "lines", "code"
	Heading string
	Line    int
	Header  []string
	top     []page.Cell // the cells of the header, where it is a row of the page
	Rows    []CandidateRow
	Source  string // as of page.Block

	Template string  // of the first lines of text records: a regular expression whose groups are the leading fields
	Wide     string  // the same with any word in the place of the code
	Weight   float64 // how much of the page it explains
	Code     int     // the cell that is the code
	Sampled  float64 // share of the records that are calls, or members of JSON
}

type CandidateRow struct {
	Cells []page.Cell
	Group string
	Part  int  // which of the lists of a region it stands in, that headings or prose part
	Of    int  // which of a family has it
	Lost  bool // what reads the page does not understand a cell of it
}

// Candidates finds everything on a page that has the form of a table.
func Candidates(blocks []page.Block, told ...string) []Candidate {
	s := &search{recurs: map[string]int{}, drawings: drawings{}}
	s.count(blocks)
	s.walk(blocks)
	upright(s.found)
	m := map[string]bool{}
	for _, t := range told {
		m[t] = true
	}
	s.found = append(s.found, texts(pieces(blocks, s.drawings), m)...)
	return slices.DeleteFunc(s.found, func(c Candidate) bool { return len(c.Rows) < 2 && c.Header == nil })
}

// A search keeps the heading that the walk stands under, and the caption of
// the next block.
type search struct {
	heading string
	titles  [7]string      // the last heading of each level
	recurs  map[string]int // how often a heading stands on the page
	caption string
	found   []Candidate

	drawings drawings
}

// count counts the headings.
func (s *search) count(blocks []page.Block) {
	for i := range blocks {
		if b := &blocks[i]; b.Kind == page.Heading {
			s.recurs[page.JoinLines(b.Lines)]++
		} else {
			s.count(b.Blocks)
		}
	}
}

// title notes a heading. One that recurs on the page says less of what stands
// below than the one above it: Errors, under each of many calls.
func (s *search) title(b *page.Block) {
	text := page.JoinLines(b.Lines)
	s.heading, s.titles[b.Level] = text, text
	clear(s.titles[b.Level+1:])
	for level := b.Level - 1; level > 0 && s.recurs[s.heading] > 1; level-- {
		if above := s.titles[level]; above != "" && s.recurs[above] == 1 {
			s.heading = above
		}
	}
}

// add keeps a candidate. A table without a header goes on with the one before
// it in the same section, if that has none either and as many columns: pages
// put text between the rows.
func (s *search) add(c Candidate) {
	if len(c.Rows) == 0 {
		return
	}
	c.Heading = cmp.Or(s.caption, s.heading)
	if last := len(s.found) - 1; last >= 0 && c.continues(&s.found[last]) {
		s.found[last].Rows = append(s.found[last].Rows, c.Rows...)
		return
	}
	s.found = append(s.found, c)
}

func (c *Candidate) continues(before *Candidate) bool {
	return c.Form == "table" && before.Form == "table" && c.Header == nil && before.Header == nil &&
		c.Heading == before.Heading && len(c.Rows[0].Cells) == len(before.Rows[0].Cells)
}

// captionOf is the title that a paragraph gives the table behind it, or "":
// a few words that are no sentence.
func captionOf(b *page.Block, next []page.Block) string {
	if b.Kind != page.Paragraph || len(b.Lines) != 1 || len(next) == 0 || next[0].Kind != page.Grid && next[0].Kind != page.Section {
		return ""
	}
	if text := b.Lines[0].Text; isTitle(text) {
		return text
	}
	return ""
}

// isTitle reports whether a text is a few words that are no sentence.
func isTitle(text string) bool {
	return strings.ContainsFunc(text, unicode.IsLetter) && len(text) <= 80 && strings.Count(text, " ") <= 6 && !strings.ContainsAny(text[len(text)-1:], ".:!?,;")
}

func (s *search) walk(blocks []page.Block) {
	for i := 0; i < len(blocks); i++ {
		b := &blocks[i]
		if i > 0 {
			s.caption = captionOf(&blocks[i-1], blocks[i:])
		}
		switch b.Kind {
		case page.Heading:
			s.title(b)
		case page.Grid:
			s.grid(b)
		case page.List, page.Definitions:
			for j := range b.Items {
				s.walk(b.Items[j].Blocks)
			}
		case page.Preformatted:
			s.preformatted(b)
		case page.Section:
			if rows := divRows(blocks, i); rows != nil {
				s.grid(rows)
				i += len(rows.Rows) - 1
			} else if !s.divGrid(b.Blocks) {
				s.walk(b.Blocks)
			}
		}
		s.caption = ""
	}
}

// grid makes a candidate of a table. A spanning row titles the rows below.
func (s *search) grid(b *page.Block) { s.gridAs(b, "table") }

func (s *search) gridAs(b *page.Block, form string) {
	c := Candidate{Form: form, Source: b.Source}
	if len(b.Rows) > 0 && len(b.Rows[0].Cells) > 0 {
		c.Line = b.Rows[0].Cells[0].No
	}
	list := JoinBelow(b.Rows)
	group, titles := "", TitleRows(list)
	for i := range list {
		row := &list[i]
		title, spans := titles[i]
		switch {
		case spans && row.Header && c.Header == nil && len(c.Rows) == 0 && vocab.HeaderSays(title, "key") == 1:
			c.Header = append([]string{title}, make([]string, len(row.Cells)-1)...)
		case spans:
			if title != "" {
				group = title
			}
		case c.Header == nil && len(c.Rows) == 0 && (row.Header && !titledAside(rowsFrom(list, i, titles)) || looksLikeHeader(rowsFrom(list, i, titles))):
			c.Header, c.top = CellTexts(row.Cells), row.Cells
		case row.Header && Says(row.Cells, c.Header):
		default:
			c.Rows = append(c.Rows, CandidateRow{Cells: row.Cells, Group: group, Lost: isLost(row.Cells)})
		}
	}
	if form == "code" && len(c.Header) <= 3 {
		c.Header = nil // a name, a value and a text: their forms tell more
	}
	c.transpose()
	c.splitSideBySide()
	c.splitStacked()
	c.splitComposed()
	c.joinTwoRows()
	c.bracketLabels()
	s.add(c)
}

// rowsFrom are the rows of a table from row i on that title no others.
func rowsFrom(rows []page.Row, i int, titles map[int]string) []page.Row {
	if len(titles) == 0 {
		return rows[i:]
	}
	var list []page.Row
	for ; i < len(rows); i++ {
		if _, is := titles[i]; !is {
			list = append(list, rows[i])
		}
	}
	return list
}

// isLost reports whether a cell says that it is not understood.
func isLost(cells []page.Cell) bool {
	return slices.ContainsFunc(cells, func(c page.Cell) bool {
		return len(c.Lines) > 0 && strings.HasPrefix(c.Lines[0].Text, page.NotUnderstood)
	})
}

// looksLikeHeader reports whether the first of some rows, which has no header
// cells, titles the columns below: its first codes have another form than theirs.
func looksLikeHeader(rows []page.Row) bool {
	cells := rows[0].Cells
	if len(cells) < 2 || len(rows) < 2 || titledAside(rows) {
		return false
	}
	if known := vocab.HeaderWords(CellTexts(cells)) == len(cells); known || len(rows) == 2 {
		return known // all of the words have to be known above one row alone
	}
	differs := 0
	for j := range cells {
		text := cells[j].Text()
		if text == "" || len(text) > 40 {
			return false
		}
		c, ok := vocab.ParseCodeCell(text)
		if ok && (len(c.Numbers) > 0 || !c.Weak && isSymbol(rows[1].Cells, j) && isSymbol(rows[2].Cells, j)) {
			return false
		}
		if j < len(rows[1].Cells) && j < len(rows[2].Cells) {
			below, below2 := vocab.Shape(rows[1].Cells[j].Text()), vocab.Shape(rows[2].Cells[j].Text())
			if below == below2 && below != vocab.Shape(text) {
				differs++
			}
		}
	}
	return differs > 0 || vocab.HeaderWords(CellTexts(cells)) > 0
}

// isSymbol reports whether cell j of a row holds a name written as a symbol.
func isSymbol(cells []page.Cell, j int) bool {
	if j >= len(cells) {
		return false
	}
	c, ok := vocab.ParseCodeCell(cells[j].Text())
	return ok && !c.Weak && len(c.Symbols) > 0
}

func CellTexts(cells []page.Cell) []string {
	texts := make([]string, len(cells))
	for i := range cells {
		texts[i] = cells[i].Text()
	}
	return texts
}

// Says reports whether cells have these texts; one that is empty says nothing.
func Says(cells []page.Cell, texts []string) bool {
	if len(texts) == 0 {
		return len(cells) == 0 || len(cells) == 1 && cells[0].Text() == ""
	}
	if len(cells) != len(texts) {
		return len(cells) == 0 && len(texts) == 1 && texts[0] == ""
	}
	for i := range cells {
		if cells[i].Text() != texts[i] {
			return false
		}
	}
	return true
}

func cellOf(lines []page.Line) page.Cell {
	c := page.Cell{Lines: lines}
	if len(lines) > 0 {
		c.No = lines[0].No
	}
	return c
}

// spanning recognises a row whose one cell spans the table: the title of the
// rows below. Cells that reach down from a row above are copies too, but not
// of the first cell.
func spanning(cells []page.Cell) (string, bool) {
	if len(cells) < 2 || cells[0].Copied {
		return "", false
	}
	for i := range cells[1:] {
		if c := &cells[1+i]; !c.Copied || !sameLines(c.Lines, cells[0].Lines) {
			return "", false
		}
	}
	return cells[0].Text(), true
}

// sameLines reports whether a and b are one slice: equal text is not enough.
func sameLines(a, b []page.Line) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
