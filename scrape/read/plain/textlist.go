package plain

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// bullet is the beginning of a list item: a bullet, or a number with a dot or
// a bracket, and a space. Printing programs write an o and several.
var bullet = regexp.MustCompile(`^[ \t\x{00a0}]*(?:(?:[•◦▪‣·○●∘*+–-]|\d{1,3}[.)])[ \t\x{00a0}]+|o[ \x{00a0}]{2,})`)

// list reads the list that begins at the current line. A deeper indentation
// begins a list inside the item; lines that are indented as far as the item's
// text belong to it; anything further left ends the list.
func (r *textReader) list() (page.Block, bool) {
	indent, ok := r.bulletAt(r.at)
	if !ok {
		return page.Block{}, false
	}
	b := page.Block{Kind: page.List}
	for {
		at, ok := r.bulletAt(r.at)
		if !ok || at != indent {
			return b, true
		}
		b.Items = append(b.Items, r.item(indent))
		r.skipBlank(indent)
	}
}

// bulletAt is the indentation of the bullet in line i, if there is one.
func (r *textReader) bulletAt(i int) (int, bool) {
	if i >= len(r.lines) || !bullet.MatchString(r.lines[i].text) {
		return 0, false
	}
	return r.lines[i].indent(), true
}

// item reads one item with all that is indented beneath it.
func (r *textReader) item(indent int) page.Item {
	l := r.lines[r.at]
	mark := bullet.FindString(l.text)
	r.at++
	item := page.Item{}
	if text := page.Clean(l.text[len(mark):]); text != "" {
		item.Blocks = append(item.Blocks, page.Block{Kind: page.Paragraph, Lines: []page.Line{{Text: text, No: l.no}}})
	}
	for {
		r.skipBlank(indent)
		if r.at >= len(r.lines) || r.lines[r.at].blank() || r.lines[r.at].indent() <= indent {
			return item
		}
		item.Blocks = append(item.Blocks, r.block()...)
	}
}

// skipBlank passes over blank lines where the list goes on behind them.
func (r *textReader) skipBlank(indent int) {
	next := r.text(r.at)
	if next == len(r.lines) || r.lines[next].indent() < indent {
		return
	}
	if _, ok := r.bulletAt(next); ok || r.lines[next].indent() > indent {
		r.at = next
	}
}

// pipeTable reads a table whose cells are parted by bars and whose header is
// underlined with dashes. Bars at the ends of a line are optional.
func (r *textReader) pipeTable() (page.Block, bool) {
	if r.at+1 >= len(r.lines) || !strings.Contains(r.lines[r.at].text, "|") || !underline.MatchString(r.lines[r.at+1].text) {
		return page.Block{}, false
	}
	head := strings.TrimSpace(r.lines[r.at].text)
	left, right := strings.HasPrefix(head, "|"), strings.HasSuffix(head, "|")
	b := page.Block{Kind: page.Grid}
	for first := true; r.inPipeTable() || r.resumes(b.Rows, left, right); first = false {
		if boxRule.MatchString(r.lines[r.at].text) { // parts rows, or ends them
			r.at++
			continue
		}
		row := pipeRow(r.lines[r.at], left, right)
		row.Header = first
		b.Rows = append(b.Rows, row)
		r.at++
		if first {
			r.at++ // the underline
		}
	}
	return b, true
}

// resumes reports whether the table goes on behind blank lines, and passes
// over them: the next line has as many cells as the header, and is none.
func (r *textReader) resumes(rows []page.Row, left, right bool) bool {
	next := r.text(r.at)
	if next == r.at || next >= len(r.lines) || !strings.Contains(r.lines[next].text, "|") ||
		left && !strings.HasPrefix(strings.TrimSpace(r.lines[next].text), "|") {
		return false
	}
	heads := next+1 < len(r.lines) && underline.MatchString(r.lines[next+1].text)
	if heads || len(pipeRow(r.lines[next], left, right).Cells) != len(rows[0].Cells) {
		return false
	}
	r.at = next
	return true
}

// inPipeTable reports whether the current line belongs to a table: it has a
// bar, or the line behind it has one, so that a row which lost its bars does
// not end the table and take the rest along.
func (r *textReader) inPipeTable() bool {
	bar := func(i int) bool { return i < len(r.lines) && strings.Contains(r.lines[i].text, "|") }
	if bar(r.at) {
		return true
	}
	return r.at < len(r.lines) && !r.lines[r.at].blank() && bar(r.at+1) &&
		(r.at+2 >= len(r.lines) || !underline.MatchString(r.lines[r.at+2].text))
}

var underline = regexp.MustCompile(`^\s*\|?\s*(?::?-{3,}:?|:?-+:?\s*[|+])\s*(?:[|+]?\s*:?-+:?\s*)*\|?\s*$`)

// pipeRow parts a line at its bars; a bar behind a backslash is a character.
// Where the header has outer bars, those of the row part nothing; where it has
// none, a bar at the beginning follows an empty cell.
func pipeRow(l textLine, left, right bool) page.Row {
	text := strings.TrimSpace(l.text)
	if left {
		text = strings.TrimPrefix(text, "|")
	}
	if right && !strings.HasSuffix(text, `\|`) {
		text = strings.TrimSuffix(text, "|")
	}
	var row page.Row
	cell := ""
	parts := strings.Split(text, "|")
	for i, part := range parts {
		if head, ok := strings.CutSuffix(part, `\`); ok && i+1 < len(parts) {
			cell += head + "|"
			continue
		}
		c := page.Cell{No: l.no}
		if s := page.Clean(cell + part); s != "" {
			c.Lines = []page.Line{{Text: s, No: l.no}}
		}
		row.Cells = append(row.Cells, c)
		cell = ""
	}
	return row
}
