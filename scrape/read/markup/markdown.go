package markup

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"

	"github.com/spectab/spectab/scrape/page"
)

// FillMarkdown fills a page in CommonMark with GitHub's tables and PHP Markdown
// Extra's definition lists. HTML inside it is read as HTML. The title is that of
// the front matter.
func FillMarkdown(p *page.Page, text string) error {
	from := frontMatter(text)
	if m := yamlTitle.FindStringSubmatch(text[:from]); m != nil {
		p.Title = strings.Trim(m[1], `"' `)
	}
	blocks, err := markdownBlocks(p, text[from:], 1+strings.Count(text[:from], "\n"))
	p.Blocks = blocks
	return err
}

// Markdown makes blocks of a text, whose lines have numbers from 1.
func Markdown(text string) ([]page.Block, error) { return markdownBlocks(&page.Page{}, text, 1) }

// markdownBlocks makes blocks of Markdown that begins on a line of the page.
func markdownBlocks(p *page.Page, text string, first int) ([]page.Block, error) {
	if !strings.Contains(text, "#|") {
		return markdownText(p, text, first)
	}
	var all []page.Block
	rows := strings.Split(text, "\n")
	for {
		from, to := yfmTable(rows)
		if from < 0 {
			break
		}
		before, err := markdownText(p, strings.Join(rows[:from], "\n"), first)
		if err != nil {
			return all, err
		}
		table, err := yfmGrid(p, rows[from:to+1], first+from)
		if err != nil {
			return all, err
		}
		all = append(append(all, before...), table)
		rows, first = rows[to+1:], first+to+1
	}
	rest, err := markdownText(p, strings.Join(rows, "\n"), first)
	return append(all, rest...), err
}

// markdownText makes blocks of Markdown that has no tables but those that
// GitHub knows.
func markdownText(p *page.Page, text string, first int) ([]page.Block, error) {
	source, nos := plainMarkdown(p, text, first)
	r := &markdownReader{source: []byte(source), nos: nos}
	if err := boundMarkdown(r.source, first); err != nil {
		return nil, err
	}
	doc := markdownParser().Parse(gmtext.NewReader(r.source))
	r.siblings(doc.FirstChild())
	r.flush()
	p.Warnings = append(p.Warnings, r.warnings...)
	return r.blocks, r.err
}

// frontMatter is the length of the YAML between two lines of dashes with which
// a page may begin.
func frontMatter(text string) int {
	if !yamlOpening.MatchString(text) {
		return 0
	}
	if end := yamlEnd.FindStringIndex(text[3:]); end != nil {
		return 3 + end[1]
	}
	return 0
}

var (
	yamlOpening = regexp.MustCompile(`^---[ \t]*\n\s*(?:#|[\w"'][^\n]*:)`)
	yamlTitle   = regexp.MustCompile(`\n[Tt]itle:[ \t]*([^\s>|&*!{\[][^\n]*)`)
	yamlEnd     = regexp.MustCompile(`\n(?:---|\.\.\.)[ \t]*(?:\n|$)`)
)

// A markdownReader turns goldmark's tree into blocks. Text gathers as it does
// in the walker of HTML.
type markdownReader struct {
	htmlWalker
	source []byte
	pos    int   // an offset of source, and
	line   int   // its line of the source
	nos    []int // the line of the page of each line of the source
	inCell bool
	markup bool // HTML of block level stood between the text
	keyed  bool // each line of the text begins with a key
	err    error
}

// no is the line of an offset of the source. Offsets come nearly in order, so
// it counts from the last one.
func (r *markdownReader) no(offset int) int {
	switch {
	case offset < 0: // the node has no place of its own
	case offset >= r.pos:
		r.line += bytes.Count(r.source[r.pos:offset], []byte("\n"))
		r.pos = offset
	default:
		r.line -= bytes.Count(r.source[offset:r.pos], []byte("\n"))
		r.pos = offset
	}
	return r.nos[min(r.line, len(r.nos)-1)]
}

// siblings reads a node and those behind it.
func (r *markdownReader) siblings(n ast.Node) {
	for n != nil {
		if n.Kind() == ast.KindHTMLBlock {
			n = r.htmlBlocks(n)
			continue
		}
		r.block(n)
		n = n.NextSibling()
	}
}

func (r *markdownReader) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		r.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		lines, blocks := r.content(n)
		r.addContent(lines, blocks)
	case *ast.CodeBlock:
		r.preformatted(n.Lines())
	case *ast.FencedCodeBlock:
		if !r.isUnclosed(n.Lines()) {
			r.preformatted(n.Lines())
		}
	case *ast.Blockquote:
		r.section(n)
	case *ast.List:
		b, before := page.Block{Kind: page.List}, r.lastNumber
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			b.Items = append(b.Items, page.Item{Blocks: r.inside(c)})
		}
		r.numbered(&b, r.numbersOf(n), 1, before)
		r.blocks = append(r.blocks, b)
	case *extast.DefinitionList:
		r.definitions(n)
	case *extast.Table:
		r.table(n)
	}
}

// inside reads the children of a node and returns their blocks alone.
func (r *markdownReader) inside(n ast.Node) []page.Block {
	return r.collect(func() { r.siblings(n.FirstChild()) })
}

func (r *markdownReader) addContent(lines []page.Line, blocks []page.Block) {
	if blocks == nil && len(lines) > 0 {
		blocks = []page.Block{{Kind: page.Paragraph, Lines: lines}}
	}
	r.blocks = append(r.blocks, blocks...)
}

func (r *markdownReader) section(n ast.Node) {
	if blocks := r.inside(n); len(blocks) > 1 {
		r.blocks = append(r.blocks, page.Block{Kind: page.Section, Blocks: blocks})
	} else {
		r.blocks = append(r.blocks, blocks...)
	}
}

// anchor is the identifier that many publishers let an author put behind a
// heading: {#like-this}, in kramdown with a colon.
var anchor = regexp.MustCompile(`\s*\{:?\s*#[^{}]*\}$`)

func (r *markdownReader) heading(n *ast.Heading) {
	lines, _ := r.content(n)
	if last := len(lines) - 1; last >= 0 && strings.HasSuffix(lines[last].Text, "}") {
		lines[last].Text = anchor.ReplaceAllString(lines[last].Text, "")
		if lines[last].Text == "" {
			lines = lines[:last]
		}
	}
	if len(lines) > 0 {
		r.blocks = append(r.blocks, page.Block{Kind: page.Heading, Level: n.Level, Lines: lines})
	}
}

// isUnclosed reports whether a fence takes the rest of the page along, and warns
// of it: what of that is code, and what the page's own, nobody knows.
func (r *markdownReader) isUnclosed(code *gmtext.Segments) bool {
	n := code.Len()
	if n == 0 || len(bytes.TrimSpace(r.source[code.At(n-1).Stop:])) > 0 {
		return false
	}
	r.warnings.Add("", r.no(code.At(0).Start)-1, "close it", "the code that begins here is never closed: nothing behind it is read")
	return true
}

// preformatted keeps the lines of code, but not blank ones around it.
func (r *markdownReader) preformatted(segments *gmtext.Segments) {
	b := page.Block{Kind: page.Preformatted}
	filled := 0
	for i := range segments.Len() {
		s := segments.At(i)
		text := strings.TrimRight(string(s.Value(r.source)), " \t\r\n")
		if text == "" && filled == 0 {
			continue
		}
		b.Lines = append(b.Lines, page.Line{Text: text, No: r.no(s.Start)})
		if text != "" {
			filled = len(b.Lines)
		}
	}
	if filled > 0 {
		b.Lines = b.Lines[:filled]
		r.blocks = append(r.blocks, b)
	}
}

func (r *markdownReader) definitions(n *extast.DefinitionList) {
	b := page.Block{Kind: page.Definitions}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == extast.KindDefinitionTerm {
			lines, _ := r.content(c)
			b.AddTerm(lines)
		} else {
			b.AddToLast(r.inside(c))
		}
	}
	r.blocks = append(r.blocks, b)
}

func (r *markdownReader) table(n *extast.Table) {
	b := page.Block{Kind: page.Grid}
	columns := len(n.Alignments)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		row := page.Row{Header: c.Kind() == extast.KindTableHeader, Cells: make([]page.Cell, 0, columns)}
		for cell := c.FirstChild(); cell != nil; cell = cell.NextSibling() {
			row.Cells = append(row.Cells, r.cell(cell))
		}
		// A component that ends behind a table reads as a row of its own.
		if row.Header || slices.ContainsFunc(row.Cells, func(c page.Cell) bool { return len(c.Lines) > 0 }) {
			b.Rows = append(b.Rows, row)
		}
	}
	r.blocks = append(r.blocks, b)
}

func (r *markdownReader) cell(n ast.Node) page.Cell {
	r.inCell = true
	no := r.no(n.Pos())
	lines, blocks := r.content(n)
	r.inCell = false
	return page.Cell{Lines: lines, No: no, Blocks: blocks}
}
