package data

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// A datum is a value of JSON, or an element of XML: text, or an object or
// array of members.
type datum struct {
	kind    datumKind
	key     string // in an object
	keyLine int
	text    string
	line    int
	members []datum
}

type datumKind int

const (
	textDatum datumKind = iota
	objectDatum
	arrayDatum
)

// isText reports whether a datum goes into one cell: text, or an array of it.
func (d *datum) isText() bool {
	return d.kind == textDatum || d.kind == arrayDatum && allOf(d.members, textDatum)
}

func allOf(list []datum, kind datumKind) bool {
	return !slices.ContainsFunc(list, func(d datum) bool { return d.kind != kind })
}

func allText(list []datum) bool {
	return !slices.ContainsFunc(list, func(d datum) bool { return !d.isText() })
}

// lines are the text of a datum, its own line breaks kept; an array is parted
// by commas.
func (d *datum) lines() []page.Line {
	text := d.text
	switch d.kind {
	case objectDatum:
		return nil
	case arrayDatum:
		var parts []string
		for i := range d.members {
			parts = append(parts, d.members[i].text)
		}
		text = strings.Join(parts, ", ")
	}
	return textLines(text, d.line)
}

// textLines parts a text whose line breaks are not those of the page.
func textLines(text string, no int) []page.Line {
	var lines []page.Line
	for part := range strings.SplitSeq(text, "\n") {
		if part = page.Clean(part); part != "" {
			lines = append(lines, page.Line{Text: part, No: no})
		}
	}
	return lines
}

// member is the text of the first member of that name, as lines.
func (d *datum) member(key string) []page.Line {
	for i := range d.members {
		if m := &d.members[i]; m.key == key && m.kind == textDatum {
			return m.lines()
		}
	}
	return nil
}

// name is the key of a datum as a heading or the name of a column has it.
func (d *datum) name() string { return clip(page.Clean(d.key)) }

// clip shortens a name that nobody would give, since it may be repeated for
// all that stands below it.
func clip(s string) string {
	const most = 200
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// dataBlocks makes blocks of a tree: grids of what are records, under
// headings of the keys that lead there.
func dataBlocks(root *datum) ([]page.Block, error) {
	w := &dataWriter{}
	if title := root.member("title"); title != nil && !allText(root.members) {
		w.heading(nil, title)
	}
	w.value(root, nil)
	return w.blocks, w.err
}

type dataWriter struct {
	blocks []page.Block
	cells  int
	err    error
}

func (w *dataWriter) heading(path []string, lines []page.Line) {
	if len(lines) > 0 {
		w.blocks = append(w.blocks, page.Block{Kind: page.Heading, Level: min(1+len(path), 6), Lines: lines})
	}
}

func (w *dataWriter) value(d *datum, path []string) {
	switch {
	case w.err != nil || len(d.members) == 0 && d.kind != textDatum:
	case d.kind == textDatum:
		if lines := d.lines(); lines != nil {
			w.blocks = append(w.blocks, page.Block{Kind: page.Paragraph, Lines: lines})
		}
	case d.kind == arrayDatum:
		w.array(d, path)
	default:
		w.object(d, path)
	}
}

func (w *dataWriter) array(d *datum, path []string) {
	switch {
	case allOf(d.members, textDatum):
		w.list(d.members)
	case allOf(d.members, objectDatum):
		w.records(d, path)
	case allOf(d.members, arrayDatum) && allText(d.members):
		w.matrix(d.members)
	default:
		w.mixed(d, path)
	}
}

// mixed writes an array of values of several kinds: objects behind one another
// are records.
func (w *dataWriter) mixed(d *datum, path []string) {
	for i := 0; i < len(d.members); {
		run := datum{kind: arrayDatum, line: d.members[i].line}
		for i < len(d.members) && d.members[i].kind == objectDatum {
			run.members = append(run.members, d.members[i])
			i++
		}
		if run.members == nil {
			run = d.members[i]
			i++
		}
		w.value(&run, path)
	}
}

func (w *dataWriter) list(members []datum) {
	b := page.Block{Kind: page.List}
	for i := range members {
		if lines := members[i].lines(); lines != nil {
			b.Items = append(b.Items, page.Item{Blocks: []page.Block{{Kind: page.Paragraph, Lines: lines}}})
		}
	}
	if b.Items != nil {
		w.blocks = append(w.blocks, b)
	}
}

// matrix makes a grid of arrays of text.
func (w *dataWriter) matrix(rows []datum) {
	b := page.Block{Kind: page.Grid}
	for i := range rows {
		row := page.Row{}
		for j := range rows[i].members {
			m := &rows[i].members[j]
			row.Cells = append(row.Cells, page.Cell{Lines: m.lines(), No: m.line})
		}
		if row.Cells != nil {
			b.Rows = append(b.Rows, row)
		}
	}
	if b.Rows != nil {
		b.Rows[0].Header = titlesColumns(b.Rows)
		w.grid(b)
	}
}

func (w *dataWriter) object(d *datum, path []string) {
	switch {
	case isReply(d.members):
		w.example(d.members)
	case allText(d.members):
		w.pairs(d.members)
	case len(d.members) > 1 && allOf(d.members, objectDatum) && shareKeys(d.members):
		w.records(d, path)
	default:
		w.sections(d, path)
	}
}

var (
	replyCode    = regexp.MustCompile(`(?i)^(?:error|err|status|return|ret|result|response)?[_-]?(?:code|no|number|errno)$`)
	replyMessage = regexp.MustCompile(`(?i)^(?:error|err|status|return|ret|result|response)?[_-]?(?:message|msg|description|desc|text|detail|details|reason|info)$`)
)

// isReply reports whether an object is the reply of some API to one request: a
// code and its message, and little else. It documents no code but that one.
func isReply(members []datum) bool {
	code, message := false, false
	for i := range members {
		m := &members[i]
		_, isCode := vocab.ParseCodeCell(m.text)
		code = code || isCode && replyCode.MatchString(m.key)
		message = message || replyMessage.MatchString(m.key)
	}
	return code && message && len(members) <= 12 && allText(members)
}

// example writes an object as an example, from which nobody reads tables.
func (w *dataWriter) example(members []datum) {
	b := page.Block{Kind: page.Preformatted}
	for i := range members {
		for _, l := range members[i].lines() {
			b.Lines = append(b.Lines, page.Line{Text: page.Clean(members[i].key + ": " + l.Text), No: l.No})
		}
	}
	w.blocks = append(w.blocks, b)
}

// sections writes an object that is a part of the page: its texts as
// paragraphs, the rest under headings. The list that comes first under a title
// needs no heading of its own.
func (w *dataWriter) sections(d *datum, path []string) {
	titled := d.member("title") != nil
	for i := range d.members {
		m := &d.members[i]
		switch lines := m.lines(); {
		case m.isText() && (m.key == "title" || len(lines) == 0):
		case m.isText():
			lines[0].Text = page.Clean(strings.TrimPrefix(m.key+": ", ": ") + lines[0].Text)
			w.blocks = append(w.blocks, page.Block{Kind: page.Paragraph, Lines: lines})
		case titled && m.kind == arrayDatum:
			titled = false
			w.value(m, path)
		case len(m.members) > 0:
			titled = false
			w.section(m, append(slices.Clone(path), m.name()))
		}
	}
}

// section writes one part of the page under its title, or under the keys that
// lead to it: "paths > login", since with dots it would look like a code.
func (w *dataWriter) section(d *datum, path []string) {
	title := d.member("title")
	if text := page.Clean(strings.Join(path, " > ")); title == nil && text != "" {
		line := d.keyLine
		if line == 0 {
			line = d.line
		}
		title = []page.Line{{Text: text, No: line}}
	}
	w.heading(path, title)
	w.value(d, path)
}

// pairs makes a grid of two columns. Lists by key are other data than texts by
// key, and their column is called so.
func (w *dataWriter) pairs(members []datum) {
	name := "value"
	if allOf(members, arrayDatum) {
		name = "values"
	}
	b := page.Block{Kind: page.Grid, Rows: []page.Row{headerRow(members[0].keyLine, []column{{"key", members[0].keyLine}, {name, members[0].line}})}}
	for i := range members {
		m := &members[i]
		b.Rows = append(b.Rows, page.Row{Cells: []page.Cell{keyCell(m), {Lines: m.lines(), No: m.line}}})
	}
	w.grid(b)
}

func keyCell(d *datum) page.Cell {
	c := page.Cell{No: d.keyLine}
	if key := page.Clean(d.key); key != "" {
		c.Lines = []page.Line{{Text: key, No: d.keyLine}}
	}
	return c
}

func (w *dataWriter) grid(b page.Block) {
	for _, row := range b.Rows {
		w.cells += len(row.Cells)
	}
	if w.cells > maxCells {
		w.err = &model.Problem{Line: b.Rows[0].Cells[0].No, Message: fmt.Sprintf("the page has more than %d cells", maxCells)}
		return
	}
	w.blocks = append(w.blocks, b)
}
