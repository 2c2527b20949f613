package scrape

import (
	"cmp"
	"slices"
	"strings"
)

// A candidate is something on a page that may be a table of codes, in
// whatever form it was written: rows of cells, with or without a header.
type candidate struct {
	form    string // what it is on the page: "table", "list", "definitions", "headings", "lines", "code"
	heading string
	line    int
	header  []string
	rows    []candidateRow
}

type candidateRow struct {
	cells []Cell
	group string
	of    int // which of a family has it
}

// candidates finds everything on a page that has the form of a table.
func candidates(blocks []Block) []candidate {
	s := &search{recurs: map[string]int{}}
	s.count(blocks)
	s.walk(blocks)
	return slices.DeleteFunc(s.found, func(c candidate) bool { return len(c.rows) < 2 && c.header == nil })
}

// A search keeps the heading that the walk stands under, and the caption of
// the next block.
type search struct {
	heading string
	titles  [7]string      // the last heading of each level
	recurs  map[string]int // how often a heading stands on the page
	caption string
	found   []candidate
}

// count counts the headings.
func (s *search) count(blocks []Block) {
	for i := range blocks {
		if b := &blocks[i]; b.Kind == Heading {
			s.recurs[joinLines(b.Lines)]++
		} else {
			s.count(b.Blocks)
		}
	}
}

// title notes a heading. One that recurs on the page says less of what stands
// below than the one above it: Errors, under each of many calls.
func (s *search) title(b *Block) {
	text := joinLines(b.Lines)
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
func (s *search) add(c candidate) {
	if len(c.rows) == 0 {
		return
	}
	c.unlabel()
	c.heading = cmp.Or(s.caption, s.heading)
	if last := len(s.found) - 1; last >= 0 && c.continues(&s.found[last]) {
		s.found[last].rows = append(s.found[last].rows, c.rows...)
		return
	}
	s.found = append(s.found, c)
}

func (c *candidate) continues(before *candidate) bool {
	return c.form == "table" && before.form == "table" && c.header == nil && before.header == nil &&
		c.heading == before.heading && len(c.rows[0].cells) == len(before.rows[0].cells)
}

// captionOf is the title that a paragraph gives the table behind it, or "":
// a few words that are no sentence.
func captionOf(b *Block, next []Block) string {
	if b.Kind != Paragraph || len(b.Lines) != 1 || len(next) == 0 || next[0].Kind != Grid && next[0].Kind != Section {
		return ""
	}
	text := b.Lines[0].Text
	if len(text) > 80 || strings.Count(text, " ") > 6 || strings.ContainsAny(text[len(text)-1:], ".:!?,;") {
		return ""
	}
	return text
}

func (s *search) walk(blocks []Block) {
	s.sections(blocks)
	s.lines(blocks)
	for i := 0; i < len(blocks); i++ {
		b := &blocks[i]
		if i > 0 {
			s.caption = captionOf(&blocks[i-1], blocks[i:])
		}
		switch b.Kind {
		case Heading:
			s.title(b)
		case Grid:
			s.grid(b)
		case Definitions:
			i = s.definitions(blocks, i)
		case List:
			s.list(b)
		case Preformatted:
			s.code(b)
		case Section:
			if !s.divGrid(b.Blocks) && !s.divRows(b.Blocks) {
				s.walk(b.Blocks)
			}
		}
		s.caption = ""
	}
}

// grid makes a candidate of a table. A spanning row titles the rows below.
func (s *search) grid(b *Block) {
	c := candidate{form: "table"}
	if len(b.Rows) > 0 && len(b.Rows[0].Cells) > 0 {
		c.line = b.Rows[0].Cells[0].No
	}
	group := ""
	for i := range b.Rows {
		row := &b.Rows[i]
		title, spans := spanning(row.Cells)
		switch {
		case spans:
			if title != "" {
				group = title
			}
		case c.header == nil && len(c.rows) == 0 && (row.Header || looksLikeHeader(b.Rows, i)):
			c.header = cellTexts(row.Cells)
		case row.Header && equalTexts(c.header, cellTexts(row.Cells)):
		default:
			c.rows = append(c.rows, candidateRow{cells: row.Cells, group: group})
		}
	}
	c.unfold()
	c.fold()
	s.add(c)
}

// looksLikeHeader reports whether a row without header cells titles the
// columns below: its first codes have another form than theirs.
func looksLikeHeader(rows []Row, i int) bool {
	if len(rows[i].Cells) < 2 || i+1 >= len(rows) {
		return false
	}
	if i+2 == len(rows) { // one row alone: all of the words have to be known
		return headerWords(cellTexts(rows[i].Cells)) == len(rows[i].Cells)
	}
	differs := 0
	for j := range rows[i].Cells {
		text := rows[i].Cells[j].Text()
		if text == "" || len(text) > 40 {
			return false
		}
		c, ok := parseCodeCell(text)
		if ok && (len(c.numbers) > 0 || !c.weak && isSymbol(rows[i+1].Cells, j) && isSymbol(rows[i+2].Cells, j)) {
			return false
		}
		if j < len(rows[i+1].Cells) && j < len(rows[i+2].Cells) {
			below, below2 := shape(rows[i+1].Cells[j].Text()), shape(rows[i+2].Cells[j].Text())
			if below == below2 && below != shape(text) {
				differs++
			}
		}
	}
	return differs > 0 || headerWords(cellTexts(rows[i].Cells)) > 0
}

// isSymbol reports whether cell j of a row holds a name written as a symbol.
func isSymbol(cells []Cell, j int) bool {
	if j >= len(cells) {
		return false
	}
	c, ok := parseCodeCell(cells[j].Text())
	return ok && !c.weak && len(c.symbols) > 0
}

func cellTexts(cells []Cell) []string {
	texts := make([]string, len(cells))
	for i := range cells {
		texts[i] = cells[i].Text()
	}
	return texts
}

func equalTexts(a, b []string) bool { return strings.Join(a, "\x00") == strings.Join(b, "\x00") }

func cellOf(lines []Line) Cell {
	c := Cell{Lines: lines}
	if len(lines) > 0 {
		c.No = lines[0].No
	}
	return c
}
