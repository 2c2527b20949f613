package markup

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"

	"github.com/spectab/spectab/scrape/page"
)

// A wikiTable is a table that is being read.
type wikiTable struct {
	grid
	closed  bool // it has an end
	inRow   bool
	header  bool // the row has header cells only
	headers bool // any cell is one
}

// table reads the table that begins at the current line, down to its end or,
// where it has none, the next heading.
func (r *wikiReader) table() {
	r.flush()
	t := &wikiTable{closed: r.closed[r.at]}
	r.at++
	r.depth++
	for r.at < len(r.rows) && !t.endsAt(r.row(r.at)) {
		if r.tableLine(t) {
			break
		}
	}
	r.depth--
	r.flush()
	t.end()
	r.blocks = append(r.blocks, t.made("", t.headers)...)
}

func (t *wikiTable) endsAt(line []byte) bool {
	level, _ := wikiHeading(line)
	return level > 0 && !t.closed
}

// stops reports whether a line ends a cell.
func (t *wikiTable) stops(line []byte) bool {
	start := bytes.TrimLeft(line, " \t")
	return len(start) > 0 && (start[0] == '|' || start[0] == '!') || t.endsAt(line)
}

// tableLine reads what begins at a line of a table and reports whether that
// was its end. Text behind the end belongs to what follows.
func (r *wikiReader) tableLine(t *wikiTable) bool {
	l := r.rows[r.at]
	line := r.text[l.from:l.to]
	start := bytes.TrimLeft(line, " \t")
	from := l.to - len(start)
	switch {
	case bytes.HasPrefix(start, []byte("|}")):
		r.rows[r.at].from = l.to - len(bytes.TrimLeft(start[2:], " \t"))
		return true
	case bytes.HasPrefix(start, []byte("|-")):
		t.end()
		r.at++
	case bytes.HasPrefix(start, []byte("|+")):
		_, content := cellParts(r.text[from+2 : l.to])
		r.gather(l.to-len(content), l.to)
		r.at++
		r.flush()
	case t.stops(line):
		r.cells(t, from, l.to)
	default:
		r.until(t.stops) // text before the first cell
	}
	return false
}

// cells reads the cells that begin on one line. The last of them goes on over
// the lines behind.
func (r *wikiReader) cells(t *wikiTable, from, to int) {
	header := r.text[from] == '!'
	from++
	for {
		size := cellEnd(r.text[from:to], header)
		last := from+size == to
		attrs, content := cellParts(r.text[from : from+size])
		cell := r.cell(t, from+size-len(content), from+size, last)
		t.put(cell, header, attrs)
		if last {
			return
		}
		from += size + 2
	}
}

// cellEnd is the offset of the bars that end a cell on its line.
func cellEnd(text []byte, header bool) int {
	for i := 0; i+1 < len(text); i++ {
		if c := text[i]; (c == '|' || header && c == '!') && text[i+1] == c {
			return i
		}
	}
	return len(text)
}

// cellParts parts a cell at its first bar, if there is one.
func cellParts(text []byte) (attrs, content []byte) {
	if i := bytes.IndexByte(text, '|'); i >= 0 {
		return text[:i], text[i+1:]
	}
	return nil, text
}

// cell reads a cell that begins at an offset of the current line.
func (r *wikiReader) cell(t *wikiTable, from, to int, last bool) page.Cell {
	cell := page.Cell{No: r.no(from)}
	cell.Blocks = r.collect(func() {
		r.gather(from, to)
		if last {
			r.at++
			r.until(t.stops)
		}
	})
	if len(cell.Blocks) == 1 && cell.Blocks[0].Kind == page.Paragraph {
		cell.Lines, cell.Blocks = cell.Blocks[0].Lines, nil
	} else {
		cell.Lines = page.LinesOf(slices.DeleteFunc(slices.Clone(cell.Blocks), func(b page.Block) bool { return b.Kind == page.Grid }))
	}
	if len(cell.Lines) > 0 {
		cell.No = cell.Lines[0].No
	}
	return cell
}

func (t *wikiTable) put(cell page.Cell, header bool, attrs []byte) {
	if !t.inRow {
		t.beginRow()
		t.inRow, t.header = true, true
	}
	t.header = t.header && header
	t.headers = t.headers || header
	columns, rows := 1, 1
	for _, m := range spans.FindAllSubmatch(attrs, -1) {
		v, err := strconv.Atoi(string(unmasked(m[2])))
		switch {
		case err != nil || v < 1:
		case m[1][0]|0x20 == 'c':
			columns = v
		default:
			rows = v
		}
	}
	t.add(cell, columns, rows)
}

var spans = regexp.MustCompile(`(?i)\b(col|row)span\s*=\s*["']?\s*(\d{1,9})`)

func (t *wikiTable) end() {
	if t.inRow {
		t.endRow(t.header)
		t.inRow = false
	}
}

// gridsOf are the tables in blocks, at any depth.
func gridsOf(blocks []page.Block) []page.Block {
	var grids []page.Block
	for _, b := range blocks {
		if b.Kind == page.Grid {
			grids = append(grids, b)
		}
		grids = append(grids, gridsOf(b.Blocks)...)
	}
	return grids
}
