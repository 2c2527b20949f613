package tree

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// A Node is a value of JSON or YAML, an element of XML, or a literal of source
// code: text, or an object or array of members.
type Node struct {
	Kind    Kind
	Key     string // in an object
	KeyLine int
	Text    string
	Line    int  // on which it begins
	Lines   bool // each line of its text is one of the page
	Members []Node
}

// A Kind is what a node is.
type Kind int

// The kinds of nodes.
const (
	Text Kind = iota
	Object
	Array
)

// isText reports whether a Node goes into one cell: text, or an array of it.
func (n *Node) isText() bool {
	return n.Kind == Text || n.Kind == Array && allOf(n.Members, Text)
}

func allOf(list []Node, kind Kind) bool {
	return !slices.ContainsFunc(list, func(n Node) bool { return n.Kind != kind })
}

func allText(list []Node) bool {
	return !slices.ContainsFunc(list, func(n Node) bool { return !n.isText() })
}

// lines are the text of a Node, its own line breaks kept; an array is parted
// by commas.
func (n *Node) lines() []page.Line {
	text := n.Text
	switch n.Kind {
	case Object:
		return nil
	case Array:
		var parts []string
		for i := range n.Members {
			parts = append(parts, n.Members[i].Text)
		}
		text = strings.Join(parts, ", ")
	}
	return textLines(text, n.Line)
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
func (n *Node) member(key string) []page.Line {
	for i := range n.Members {
		if m := &n.Members[i]; m.Key == key && m.Kind == Text {
			return m.lines()
		}
	}
	return nil
}

// name is the key of a Node as a heading or the name of a column has it.
func (n *Node) name() string { return clip(page.Clean(n.Key)) }

// clip shortens a name that nobody would give, since it may be repeated for
// all that stands below it.
func clip(s string) string {
	const most = 200
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// Blocks makes blocks of a tree: grids of what are records, under
// headings of the keys that lead there.
func Blocks(root *Node) ([]page.Block, error) {
	w := &writer{}
	if title := root.member("title"); title != nil && !allText(root.Members) {
		w.heading(nil, title)
	}
	w.value(root, nil)
	return w.blocks, w.err
}

type writer struct {
	blocks []page.Block
	cells  int
	err    error
}

func (w *writer) heading(path []string, lines []page.Line) {
	if len(lines) > 0 {
		w.blocks = append(w.blocks, page.Block{Kind: page.Heading, Level: min(1+len(path), 6), Lines: lines})
	}
}

func (w *writer) value(n *Node, path []string) {
	switch {
	case w.err != nil || len(n.Members) == 0 && n.Kind != Text:
	case n.Kind == Text:
		if lines := n.lines(); lines != nil {
			w.blocks = append(w.blocks, page.Block{Kind: page.Paragraph, Lines: lines})
		}
	case n.Kind == Array:
		w.array(n, path)
	default:
		w.object(n, path)
	}
}

func (w *writer) array(n *Node, path []string) {
	switch {
	case allOf(n.Members, Text):
		w.list(n.Members)
	case allOf(n.Members, Object):
		w.records(n, path)
	case allOf(n.Members, Array) && allText(n.Members):
		w.matrix(n.Members)
	default:
		w.mixed(n, path)
	}
}

// mixed writes an array of values of several kinds: objects behind one another
// are records.
func (w *writer) mixed(n *Node, path []string) {
	for i := 0; i < len(n.Members); {
		run := Node{Kind: Array, Line: n.Members[i].Line}
		for i < len(n.Members) && n.Members[i].Kind == Object {
			run.Members = append(run.Members, n.Members[i])
			i++
		}
		if run.Members == nil {
			run = n.Members[i]
			i++
		}
		w.value(&run, path)
	}
}

func (w *writer) list(members []Node) {
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
func (w *writer) matrix(rows []Node) {
	b := page.Block{Kind: page.Grid}
	for i := range rows {
		row := page.Row{}
		for j := range rows[i].Members {
			m := &rows[i].Members[j]
			row.Cells = append(row.Cells, page.Cell{Lines: m.lines(), No: m.Line})
		}
		if row.Cells != nil {
			b.Rows = append(b.Rows, row)
		}
	}
	if b.Rows != nil {
		b.Rows[0].Header = TitlesColumns(b.Rows)
		w.grid(b)
	}
}

func (w *writer) object(n *Node, path []string) {
	switch {
	case isReply(n.Members):
		w.example(n.Members)
	case allText(n.Members):
		w.pairs(n.Members)
	case len(n.Members) > 1 && allOf(n.Members, Object) && shareKeys(n.Members):
		w.records(n, path)
	default:
		w.sections(n, path)
	}
}

var (
	replyCode    = regexp.MustCompile(`(?i)^(?:error|err|status|return|ret|result|response)?[_-]?(?:code|no|number|errno)$`)
	replyMessage = regexp.MustCompile(`(?i)^(?:error|err|status|return|ret|result|response)?[_-]?(?:message|msg|description|desc|text|detail|details|reason|info)$`)
)

// isReply reports whether an object is the reply of some API to one request: a
// code and its message, and little else. It documents no code but that one.
func isReply(members []Node) bool {
	code, message := false, false
	for i := range members {
		m := &members[i]
		_, isCode := vocab.ParseCodeCell(m.Text)
		code = code || isCode && replyCode.MatchString(m.Key)
		message = message || replyMessage.MatchString(m.Key)
	}
	return code && message && len(members) <= 12 && allText(members)
}

// example writes an object as an example, from which nobody reads tables.
func (w *writer) example(members []Node) {
	b := page.Block{Kind: page.Preformatted}
	for i := range members {
		for _, l := range members[i].lines() {
			b.Lines = append(b.Lines, page.Line{Text: page.Clean(members[i].Key + ": " + l.Text), No: l.No})
		}
	}
	w.blocks = append(w.blocks, b)
}

// sections writes an object that is a part of the page: its texts as
// paragraphs, the rest under headings. The list that comes first under a title
// needs no heading of its own.
func (w *writer) sections(n *Node, path []string) {
	titled := n.member("title") != nil
	for i := range n.Members {
		m := &n.Members[i]
		switch lines := m.lines(); {
		case m.isText() && (m.Key == "title" || len(lines) == 0):
		case m.isText():
			lines[0].Text = page.Clean(strings.TrimPrefix(m.Key+": ", ": ") + lines[0].Text)
			w.blocks = append(w.blocks, page.Block{Kind: page.Paragraph, Lines: lines})
		case titled && m.Kind == Array:
			titled = false
			w.value(m, path)
		case len(m.Members) > 0:
			titled = false
			w.section(m, append(slices.Clone(path), m.name()))
		}
	}
}

// section writes one part of the page under its title, or under the keys that
// lead to it: "paths > login", since with dots it would look like a code.
func (w *writer) section(n *Node, path []string) {
	title := n.member("title")
	if text := page.Clean(strings.Join(path, " > ")); title == nil && text != "" {
		line := n.KeyLine
		if line == 0 {
			line = n.Line
		}
		title = []page.Line{{Text: text, No: line}}
	}
	w.heading(path, title)
	w.value(n, path)
}

// pairs makes a grid of two columns. Lists by key are other data than texts by
// key, and their column is called so.
func (w *writer) pairs(members []Node) {
	name := "value"
	if allOf(members, Array) {
		name = "values"
	}
	b := page.Block{Kind: page.Grid, Rows: []page.Row{headerRow(members[0].KeyLine, []column{{"key", members[0].KeyLine}, {name, members[0].Line}})}}
	for i := range members {
		m := &members[i]
		b.Rows = append(b.Rows, page.Row{Cells: []page.Cell{keyCell(m), {Lines: m.lines(), No: m.Line}}})
	}
	w.grid(b)
}

func keyCell(n *Node) page.Cell {
	c := page.Cell{No: n.KeyLine}
	if key := page.Clean(n.Key); key != "" {
		c.Lines = []page.Line{{Text: key, No: n.KeyLine}}
	}
	return c
}

func (w *writer) grid(b page.Block) {
	for _, row := range b.Rows {
		w.cells += len(row.Cells)
	}
	if w.cells > page.MaxCells {
		w.err = &model.Problem{Line: b.Rows[0].Cells[0].No, Message: fmt.Sprintf("the page has more than %d cells", page.MaxCells)}
		return
	}
	w.blocks = append(w.blocks, b)
}
