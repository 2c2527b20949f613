package compare

import (
	"bytes"
	"hash/maphash"
	"regexp"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// groundOf is what a comparison needs to know of a page beside its tables: its
// lines, and what on it looks like data. file is as entries name it, "" for
// the only file of a snapshot.
func groundOf(file string, data []byte, p *page.Page) model.Ground {
	g := &grounds{raw: bytes.Split(data, []byte("\n"))}
	g.File = file
	g.Lines = make([]uint64, len(g.raw))
	for i, line := range g.raw {
		g.Lines[i] = digestLine(line)
	}
	g.blocks(p.Blocks)
	return g.Ground
}

var lineSeed = maphash.MakeSeed()

// digestLine tells lines apart, white space aside.
func digestLine(line []byte) uint64 {
	var h maphash.Hash
	h.SetSeed(lineSeed)
	empty := true
	for _, word := range bytes.Fields(line) {
		empty = false
		h.Write(word)
	}
	if empty {
		return 0
	}
	return h.Sum64() | 1
}

// grounds collects the rows of a page.
type grounds struct {
	model.Ground
	raw   [][]byte
	block int // that rows are in
	last  int // block that was numbered
}

func (g *grounds) blocks(blocks []page.Block) {
	for i := range blocks {
		b := &blocks[i]
		g.last++
		g.block = g.last
		switch b.Kind {
		case page.Preformatted, page.Paragraph:
			g.lines(b.Lines)
		default:
			g.loose(b.Lines)
		}
		for j := range b.Items {
			g.item(&b.Items[j])
		}
		for j := range b.Rows {
			g.row(&b.Rows[j])
		}
		g.blocks(b.Blocks)
	}
}

// row adds a row of a table, but for one that only continues those before it.
func (g *grounds) row(row *page.Row) {
	r := model.Row{Block: g.block, Header: row.Header}
	cells := row.Cells
	var texts []string
	for i := range cells {
		if cells[i].Copied {
			continue
		}
		r.Span(cells[i].No)
		for _, line := range cells[i].Lines {
			r.Span(line.No)
		}
		texts = append(texts, cells[i].Text())
	}
	if r.Text = strings.Join(texts, " | "); strings.Trim(r.Text, " |") == "" {
		return
	}
	r.Key = texts[0]
	g.Rows = append(g.Rows, r)
}

// item adds an item of a list where it has something like a code, or a term
// with what defines it.
func (g *grounds) item(item *page.Item) {
	lines := item.Term[:len(item.Term):len(item.Term)]
	for i := range item.Blocks {
		if kind := item.Blocks[i].Kind; kind == page.Paragraph || kind == page.Preformatted {
			lines = append(lines, item.Blocks[i].Lines...)
		}
	}
	if len(item.Term) == 0 {
		g.loose(lines)
	} else {
		r := model.Row{Block: g.block, Key: page.JoinLines(item.Term), Text: page.JoinLines(lines), Loose: true}
		for _, line := range lines {
			r.Span(line.No)
		}
		g.Rows = append(g.Rows, r)
	}
	of := g.block
	for i := range item.Blocks {
		if kind := item.Blocks[i].Kind; kind != page.Paragraph && kind != page.Preformatted {
			g.blocks(item.Blocks[i : i+1])
		}
	}
	g.block = of
}

// codeLike is a word that prose seldom has: a symbol, a number of three
// digits.
var codeLike = regexp.MustCompile(`[A-Z][A-Z0-9_]{3,}|[0-9]{3,}`)

// lines adds the lines of a paragraph that begin as rows do: with something
// like a code, or with the border of a table that no reader made out. A sentence
// about a function, get_error() returns it, is none.
func (g *grounds) lines(lines []page.Line) {
	for i, line := range lines {
		first, _, _ := strings.Cut(line.Text, " ")
		if strings.HasPrefix(first, "|") {
			g.bordered(line.No)
		} else if codeLike.MatchString(first) && strings.ContainsAny(first, "0123456789_") && !strings.HasSuffix(first, "()") { // NOTE: is none
			g.loose(lines[i : i+1])
		}
	}
}

// bordered adds the lines from one on that begin with a border, as they stand
// in the file: a reader takes them for one paragraph.
func (g *grounds) bordered(no int) {
	for ; no > 0 && no <= len(g.raw); no++ {
		text := strings.ToValidUTF8(string(bytes.TrimSpace(g.raw[no-1])), "\uFFFD")
		if !strings.HasPrefix(text, "|") {
			return
		}
		if strings.Trim(text, "|:-= ") != "" {
			g.Rows = append(g.Rows, model.Row{From: no, To: no, Block: g.block, Key: cell(text), Text: text})
		}
	}
}

// cell is the first cell of a line between borders.
func cell(line string) string {
	text, _, _ := strings.Cut(strings.TrimLeft(line, "| "), "|")
	return strings.TrimSpace(text)
}

// loose adds lines that belong together, where they have something like a
// code: by its form, or marked as one.
func (g *grounds) loose(lines []page.Line) {
	text := page.JoinLines(lines)
	if text == "" {
		return
	}
	r := model.Row{Block: g.block, Text: text, Loose: true}
	for _, line := range lines {
		r.Span(line.No)
	}
	if !codeLike.MatchString(text) && !g.isMarked(r.From, r.To) {
		return
	}
	r.Key, _, _ = strings.Cut(text, " ")
	g.Rows = append(g.Rows, r)
}

// isMarked reports whether a part of some lines is marked as code.
func (g *grounds) isMarked(from, to int) bool {
	for no := max(1, from); no <= to && no <= len(g.raw); no++ {
		if bytes.Contains(g.raw[no-1], []byte("`")) || bytes.Contains(g.raw[no-1], []byte("<code")) {
			return true
		}
	}
	return false
}
