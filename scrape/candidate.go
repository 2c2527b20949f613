package scrape

import (
	"cmp"
	"regexp"
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
}

// candidates finds everything on a page that has the form of a table.
func candidates(blocks []Block) []candidate {
	s := &search{}
	s.walk(blocks)
	return slices.DeleteFunc(s.found, func(c candidate) bool { return len(c.rows) < 2 && c.header == nil })
}

// A search keeps the heading that the walk stands under, and the caption of
// the next block.
type search struct {
	heading string
	caption string
	found   []candidate
}

// add keeps a candidate. A table without a header goes on with the one before
// it in the same section, if that has none either and as many columns: pages
// put text between the rows.
func (s *search) add(c candidate) {
	if len(c.rows) == 0 {
		return
	}
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
			s.heading = joinLines(b.Lines)
		case Grid:
			s.grid(b)
		case Definitions:
			i = s.definitions(blocks, i)
		case List:
			s.list(b)
		case Preformatted:
			s.code(b)
		case Section:
			if !s.divGrid(b.Blocks) {
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
			c.rows = append(c.rows, candidateRow{row.Cells, group})
		}
	}
	c.unfold()
	s.add(c)
}

// looksLikeHeader reports whether a row without header cells titles the
// columns below: its first codes have another form than theirs.
func looksLikeHeader(rows []Row, i int) bool {
	if i+2 >= len(rows) || len(rows[i].Cells) < 2 {
		return false
	}
	differs := 0
	for j := range rows[i].Cells {
		text := rows[i].Cells[j].Text()
		if text == "" || len(text) > 40 {
			return false
		}
		if c, ok := parseCodeCell(text); ok && len(c.numbers) > 0 {
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

// definitions makes one candidate of a run of definition lists: generators
// often write a list of its own for each term. What is nested is looked
// through first.
func (s *search) definitions(blocks []Block, i int) int {
	c := candidate{form: "definitions"}
	for ; i < len(blocks) && blocks[i].Kind == Definitions; i++ {
		for _, item := range blocks[i].Items {
			if cells := termCells(item); cells != nil {
				c.rows = append(c.rows, candidateRow{cells: cells})
				continue
			}
			if holdsKind(item.Blocks, Definitions) {
				s.walk(item.Blocks)
				continue
			}
			c.rows = append(c.rows, candidateRow{cells: []Cell{cellOf(item.Term), cellOf(linesOf(item.Blocks))}})
		}
	}
	if len(c.rows) > 0 {
		c.line = c.rows[0].cells[0].No
	}
	s.add(c)
	return i - 1
}

// termCells are the cells of a term whose definition is nothing but terms of
// an inner list: the symbol, below it the number and the text. Else they are
// nil.
func termCells(item Item) []Cell {
	if len(item.Blocks) != 1 || item.Blocks[0].Kind != Definitions {
		return nil
	}
	var terms []Line
	for _, inner := range item.Blocks[0].Items {
		if len(inner.Blocks) > 0 {
			return nil
		}
		terms = append(terms, inner.Term...)
	}
	if len(terms) == 0 {
		return nil
	}
	return []Cell{cellOf(item.Term), cellOf(terms[:1]), cellOf(terms[1:])}
}

func holdsKind(blocks []Block, kind BlockKind) bool {
	for i := range blocks {
		if blocks[i].Kind == kind || holdsKind(blocks[i].Blocks, kind) {
			return true
		}
	}
	return false
}

// itemSplit parts "code - text" and "code: text".
var itemSplit = regexp.MustCompile(`^(.{1,80}?)(?:\s+[-–—]+\s+|\s*[:：]\s+|\s+=\s+)(.+)$`)

// splitItem parts an item; nil where it has no dash or colon.
func splitItem(text string) []string {
	if !strings.ContainsAny(text, "-–—:：=") {
		return nil
	}
	return itemSplit.FindStringSubmatch(text)
}

// list makes a candidate of the items: each is parted at its dash or colon,
// or else its first line from the rest.
func (s *search) list(b *Block) {
	c := candidate{form: "list"}
	for _, item := range b.Items {
		lines := linesOf(item.Blocks)
		if len(lines) == 0 || holdsTable(item.Blocks) {
			continue
		}
		head, rest := []Line{lines[0]}, lines[1:]
		if m := splitItem(lines[0].Text); m != nil {
			if _, ok := parseCodeCell(m[1]); ok {
				head = []Line{{m[1], lines[0].No}}
				rest = append([]Line{{m[2], lines[0].No}}, rest...)
			} else if _, ok := parseCodeCell(m[2]); ok {
				head = []Line{{m[2], lines[0].No}}
			}
		}
		c.rows = append(c.rows, candidateRow{cells: []Cell{cellOf(head), cellOf(rest)}})
	}
	if len(c.rows) > 0 {
		c.line = c.rows[0].cells[0].No
	}
	s.add(c)
	for _, item := range b.Items {
		if structured(item.Blocks) {
			s.walk(item.Blocks)
		}
	}
}

// holdsTable reports whether an item is no row but a part of the page with
// rows of its own.
func holdsTable(blocks []Block) bool {
	return holdsKind(blocks, Grid) || holdsKind(blocks, Section) || holdsKind(blocks, Heading)
}

// structured reports whether an item holds more than text: then it is a part
// of the page, laid out as a list.
func structured(blocks []Block) bool {
	return slices.ContainsFunc(blocks, func(b Block) bool { return b.Kind != Paragraph && b.Kind != Preformatted })
}

// sections makes candidates of headings that are codes, each with the text
// below it: one for each run of headings of one level below one heading of a
// higher level. A heading of the level that is no code is passed over.
func (s *search) sections(blocks []Block) {
	outer := s.heading
	var open [7]candidate // by level
	var titles [7]string  // the last heading of each level
	current := 0          // level whose last row takes the text
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != Heading {
			if current > 0 && b.Kind != Preformatted {
				rows := open[current].rows
				body := &rows[len(rows)-1].cells[1]
				body.Lines = append(body.Lines, linesOf(blocks[i:i+1])...)
			}
			continue
		}
		for deeper := b.Level + 1; deeper < len(open); deeper++ {
			s.addSections(&open[deeper])
		}
		current, titles[b.Level] = 0, joinLines(b.Lines)
		if cell, ok := parseCodeCell(titles[b.Level]); ok && !cell.weak && headerSays(titles[b.Level], "section") < 1 {
			c := &open[b.Level]
			if len(c.rows) == 0 {
				c.heading = cmp.Or(titles[b.Level-1], outer)
			}
			c.rows = append(c.rows, candidateRow{cells: []Cell{cellOf(b.Lines), {}}})
			current = b.Level
		}
	}
	for level := range open {
		s.addSections(&open[level])
	}
}

// addSections ends a run of headings.
func (s *search) addSections(c *candidate) {
	if len(c.rows) >= 2 {
		c.form, c.line = "headings", c.rows[0].cells[0].No
		s.found = append(s.found, *c)
	}
	*c = candidate{}
}

var (
	defineLine = regexp.MustCompile(`^\s*(?:\d+\s*)?#\s*define\s+([A-Za-z_]\w*)\s+\(?(-?\w+)\)?\s*(?:/[/*]+[<!]*\s*(.*?)\s*(?:\*/)?)?$`)
	enumLine   = regexp.MustCompile(`^\s*(?:\d+\s+)?([A-Z][A-Z0-9_]{2,})\s*=\s*(-?\w+)\s*,?\s*(?:/[/*]+[<!]*\s*(.*?)\s*(?:\*/)?)?$`)
	columnGap  = regexp.MustCompile(`\s{2,}|\t+`)
)

// code makes a candidate of preformatted lines: definitions in C, or columns
// parted by white space.
func (s *search) code(b *Block) {
	if s.defines(b.Lines) || s.ruled(b.Lines) {
		return
	}
	columns := candidate{form: "code", line: b.Lines[0].No}
	for _, l := range b.Lines {
		if parts := columnGap.Split(strings.TrimSpace(l.Text), -1); len(parts) > 1 {
			columns.rows = append(columns.rows, lineRow(l.No, parts))
		}
	}
	s.add(columns)
}

// ruled makes candidates of tables that are drawn with rules, and reports
// whether there were any.
func (s *search) ruled(lines []Line) bool {
	texts := make([]textLine, len(lines))
	for i, l := range lines {
		texts[i] = textLine{l.Text, l.No}
	}
	found := false
	for i := 0; i < len(texts); i++ {
		if rows, n := ruledRows(texts[i:]); len(rows) > 1 {
			s.grid(&Block{Kind: Grid, Rows: rows})
			found, i = true, i+n-1
		}
	}
	return found
}

// defines makes a candidate of lines that define constants, and reports
// whether there were any.
func (s *search) defines(lines []Line) bool {
	c := candidate{form: "code"}
	for _, l := range lines {
		if !strings.Contains(l.Text, "define") && !strings.Contains(l.Text, "=") {
			continue // a quick test: nearly all lines are prose
		}
		m := defineLine.FindStringSubmatch(l.Text)
		if m == nil {
			m = enumLine.FindStringSubmatch(l.Text)
		}
		if m != nil {
			c.rows = append(c.rows, lineRow(l.No, m[1:]))
		}
	}
	if len(c.rows) == 0 {
		return false
	}
	c.line = c.rows[0].cells[0].No
	s.add(c)
	return true
}

func lineRow(no int, texts []string) candidateRow {
	var row candidateRow
	for _, t := range texts {
		cell := Cell{No: no}
		if t = clean(t); t != "" {
			cell.Lines = []Line{{t, no}}
		}
		row.cells = append(row.cells, cell)
	}
	return row
}
