package data

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/tree"
)

// maxCells is page.MaxCells, less in a test.
var maxCells = page.MaxCells

// Delimited makes one grid of values that are parted by commas or tabs.
// Rows may be ragged. Where a comma parts nothing, a semicolon or a tab may:
// spreadsheets write what the country writes. Lines above the header that
// have one value are a title.
func Delimited(text string, comma rune) ([]page.Block, error) {
	r := &delimitedReader{text: text, comma: comma, line: 1}
	r.delimiter()
	var rows []page.Row
	for r.text != "" {
		row, err := r.row()
		if err != nil {
			return nil, err
		}
		if row.Cells != nil {
			rows = append(rows, row)
		}
	}
	return delimitedBlocks(rows), nil
}

// A delimitedReader reads row after row. Its rest begins at a row.
type delimitedReader struct {
	text  string
	comma rune
	line  int // of the beginning of text

	csv    *csv.Reader // of text, since from
	from   int         // line
	cells  int
	broken int // bytes that were read in vain
	length int
}

// delimiter settles which character parts the cells.
func (r *delimitedReader) delimiter() {
	r.length = len(r.text)
	first, rest, _ := strings.Cut(r.text, "\n")
	if sep, ok := strings.CutPrefix(first, "sep="); ok && len(sep) == 1 {
		r.comma, r.text, r.line = rune(sep[0]), rest, 2
		return
	}
	if r.comma != ',' {
		return
	}
	lines := strings.SplitN(r.text, "\n", 11)
	for _, c := range []rune{',', ';', '\t'} {
		if partsAll(lines[:min(len(lines), 10)], c) {
			r.comma = c
			return
		}
	}
}

// partsAll reports whether a character is in most of the lines.
func partsAll(lines []string, c rune) bool {
	with, without := 0, 0
	for _, l := range lines {
		switch {
		case strings.ContainsRune(l, c):
			with++
		case strings.TrimSpace(l) != "":
			without++
		}
	}
	return with > without
}

// row reads the row that text begins with. A quote that is not closed, or not
// closed before a comma, is a character: the line is a row then, and the quote
// does not take other rows along.
func (r *delimitedReader) row() (page.Row, error) {
	if r.csv == nil {
		r.csv, r.from = r.reader(), r.line
	}
	before := r.csv.InputOffset()
	fields, err := r.csv.Read()
	if errors.Is(err, io.EOF) {
		r.text = ""
		return page.Row{}, nil
	}
	if err != nil {
		r.broken += int(r.csv.InputOffset() - before)
		return r.brokenRow()
	}
	read := int(r.csv.InputOffset() - before)
	row, err := r.cellsOf(fields, r.csv, r.from-1)
	r.advance(read)
	return row, err
}

func (r *delimitedReader) reader() *csv.Reader {
	c := csv.NewReader(strings.NewReader(r.text))
	c.Comma, c.FieldsPerRecord, c.ReuseRecord = r.comma, -1, true
	return c
}

// brokenRow reads one line, in which a quote that does not close a cell is a
// character.
func (r *delimitedReader) brokenRow() (page.Row, error) {
	blank := 0
	for blank < len(r.text) && r.text[blank] == '\n' {
		blank++
	}
	r.advance(blank)
	r.csv = nil
	if r.broken > 16*r.length+1<<20 {
		return page.Row{}, &model.Problem{Line: r.line, Message: "too many quotes are not closed from here on", Hint: "is this really CSV?"}
	}
	end := len(r.text)
	if i := strings.IndexByte(r.text, '\n'); i >= 0 {
		end = i
	}
	var row page.Row
	for _, field := range r.part(r.text[:end]) {
		row.Cells = append(row.Cells, page.Cell{Lines: cellLines(field, r.line), No: r.line})
	}
	r.advance(min(end+1, len(r.text)))
	return row, r.count(row)
}

// part parts a line into cells.
func (r *delimitedReader) part(line string) []string {
	sep := string(r.comma)
	var fields []string
	for {
		if quoted, ok := strings.CutPrefix(line, `"`); ok {
			field, rest, closed := strings.Cut(quoted+sep, `"`+sep)
			if closed && !strings.Contains(strings.ReplaceAll(field, `""`, ""), `"`) {
				fields = append(fields, strings.ReplaceAll(field, `""`, `"`))
				if rest == "" {
					return fields
				}
				line = strings.TrimSuffix(rest, sep)
				continue
			}
		}
		field, rest, more := strings.Cut(line, sep)
		fields = append(fields, field)
		if !more {
			return fields
		}
		line = rest
	}
}

func (r *delimitedReader) advance(n int) {
	r.line += strings.Count(r.text[:n], "\n")
	r.text = r.text[n:]
}

// cellsOf makes a row of fields; its lines are counted behind above.
func (r *delimitedReader) cellsOf(fields []string, c *csv.Reader, above int) (page.Row, error) {
	row := page.Row{Cells: make([]page.Cell, len(fields))}
	for i, field := range fields {
		line, _ := c.FieldPos(i)
		row.Cells[i] = page.Cell{Lines: cellLines(field, above+line), No: above + line}
	}
	return row, r.count(row)
}

func (r *delimitedReader) count(row page.Row) error {
	if r.cells += len(row.Cells); r.cells > maxCells {
		return &model.Problem{Line: row.Cells[0].No, Message: fmt.Sprintf("the page has more than %d cells", maxCells), Hint: "split it"}
	}
	return nil
}

// cellLines is the lines of a cell that begins on line no of the page.
func cellLines(text string, no int) []page.Line {
	if !strings.Contains(text, "\n") {
		if text = page.Clean(text); text == "" {
			return nil
		}
		return []page.Line{{Text: text, No: no}}
	}
	var lines []page.Line
	for part := range strings.SplitSeq(text, "\n") {
		if part = page.Clean(part); part != "" {
			lines = append(lines, page.Line{Text: part, No: no})
		}
		no++
	}
	return lines
}

// delimitedBlocks parts what stands above the table from it and finds the
// header.
func delimitedBlocks(rows []page.Row) []page.Block {
	rows = slices.DeleteFunc(rows, func(row page.Row) bool { return filled(row) == 0 })
	var blocks []page.Block
	begin := beginning(rows)
	for _, row := range rows[:begin] {
		blocks = append(blocks, page.Block{Kind: page.Paragraph, Lines: page.LinesOf([]page.Block{{Kind: page.Grid, Rows: []page.Row{row}}})})
	}
	if rows = rows[begin:]; len(rows) == 0 {
		return blocks
	}
	rows[0].Header = tree.TitlesColumns(rows)
	return append(blocks, page.Block{Kind: page.Grid, Rows: rows})
}

// preambleRows is how many rows may stand above a table.
const preambleRows = 20

// beginning is the row with which the table begins: behind those of one cell,
// and behind narrow ones above a row of titles that is as wide as most are.
func beginning(rows []page.Row) int {
	widths := make([]int, len(rows))
	for i := range rows {
		widths[i] = filled(rows[i])
	}
	if len(rows) == 0 || slices.Max(widths) == 1 {
		return 0
	}
	begin := 0
	for begin < len(rows) && widths[begin] == 1 {
		begin++
	}
	usual := slices.Sorted(slices.Values(widths))[len(widths)/2]
	for i := begin; i < min(len(rows), begin+preambleRows); i++ {
		if widths[i] >= usual {
			if i > begin && tree.TitlesColumns(rows[i:]) {
				return i
			}
			break
		}
	}
	return begin
}

// filled counts the cells that are not empty.
func filled(row page.Row) int {
	n := 0
	for i := range row.Cells {
		if len(row.Cells[i].Lines) > 0 {
			n++
		}
	}
	return n
}
