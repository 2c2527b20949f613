package tree

import (
	"maps"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// maxColumns is how many columns records may give a table before what is
// nested in them stays together in one cell.
const maxColumns = 64

// A column is a path of keys and the line on which it was met first.
type column struct {
	name string
	line int
}

// records writes the objects of an array, or of an object that has them by
// key: as rows of a grid, or, where they hold records of their own, as parts
// of the page.
func (w *writer) records(n *Node, path []string) {
	keyed := n.Kind == Object
	lists := n.lists()
	switch {
	case !keyed && len(n.Members) > 1 && allPairs(n.Members) && !shareKeys(n.Members):
		var pairs []Node
		for i := range n.Members {
			pairs = append(pairs, n.Members[i].Members...)
		}
		if len(pairs) > 0 {
			w.pairs(pairs)
		}
	case len(lists) > 0:
		own, inner := n.without(lists)
		w.records(&own, path)
		w.parts(&inner, path)
	case holdRecords(n):
		w.parts(n, path)
	default:
		for _, deep := range []bool{true, false} {
			f := flatRecords(n, deep)
			if len(f.columns) == 0 {
				return
			}
			if len(f.columns) <= maxColumns && len(f.columns)*len(f.rows) <= page.MaxCells {
				w.grid(f.grid())
				return
			}
		}
		w.parts(n, path)
	}
}

// allPairs reports whether all are objects of texts alone.
func allPairs(list []Node) bool {
	return !slices.ContainsFunc(list, func(n Node) bool { return !allText(n.Members) })
}

// shareKeys reports whether most of some objects have one key in common, as
// records of one kind do.
func shareKeys(list []Node) bool {
	count, most := map[string]int{}, 0
	for i := range list {
		seen := map[string]bool{}
		for j := range list[i].Members {
			if key := list[i].Members[j].Key; !seen[key] {
				seen[key] = true
				count[key]++
				most = max(most, count[key])
			}
		}
	}
	return 2*most > len(list)
}

// holdRecords reports whether objects are no records but hold some: two each
// in the mean, or any where they have titles; or whether they have nothing in
// common.
func holdRecords(n *Node) bool {
	nested, titled := 0, false
	for i := range n.Members {
		titled = titled || n.Members[i].member("title") != nil
		for j := range n.Members[i].Members {
			nested += n.Members[i].Members[j].Records()
		}
	}
	return nested >= 2*len(n.Members) || titled && nested > 0 || len(n.Members) > 1 && !shareKeys(n.Members)
}

// Records is how many records a node holds, at any depth: objects in an array,
// or that have keys in common.
func (n *Node) Records() int {
	if n.isText() {
		return 0
	}
	count := 0
	if allOf(n.Members, Object) && (n.Kind == Array || len(n.Members) > 1 && shareKeys(n.Members)) {
		count = len(n.Members)
	}
	for i := range n.Members {
		count += n.Members[i].Records()
	}
	return count
}

// parts writes objects one after another, each under a heading of its own.
func (w *writer) parts(n *Node, path []string) {
	for i := range n.Members {
		m := &n.Members[i]
		label := m.name()
		if n.Kind == Array {
			label = clip(page.JoinLines(m.heading()))
		}
		inner := slices.Clone(path)
		if label != "" {
			inner = append(inner, label)
		}
		w.section(m, inner)
	}
}

// lists are the keys under which some of the records have lists of records:
// the fields of a protocol, and the values of each. There are none where the
// records say nothing else.
func (n *Node) lists() map[string]bool {
	keys, deep := map[string]bool{}, map[string]bool{}
	for i := range n.Members {
		m, texts := &n.Members[i], 0
		for j := range m.Members {
			switch v := &m.Members[j]; {
			case v.isText():
				texts++
			case v.isList():
				keys[v.Key] = true
			default:
				deep[v.Key] = deep[v.Key] || !allPairs(v.Members)
			}
		}
		if texts < 2 || m.member("title") != nil {
			return nil
		}
	}
	if len(n.Members) < 2 || !shareKeys(n.Members) {
		return nil
	}
	maps.DeleteFunc(keys, func(key string, _ bool) bool { return deep[key] })
	return keys
}

// isList reports whether a Node tells what numbers mean: a list of records, each of
// which has one under the same key and something else; or texts by numbers.
func (n *Node) isList() bool {
	if n.Kind == Object && len(n.Members) > 1 && allOf(n.Members, Text) {
		return !slices.ContainsFunc(n.Members, func(m Node) bool { return vocab.Classify(m.Key) != vocab.Number })
	}
	if n.Kind != Array || len(n.Members) < 2 || !allOf(n.Members, Object) || !allPairs(n.Members) {
		return false
	}
	return slices.ContainsFunc(n.Members[0].Members, func(first Node) bool {
		return !slices.ContainsFunc(n.Members, func(m Node) bool { return len(m.Members) < 2 || !m.numbers(first.Key) })
	})
}

// numbers reports whether a record has a number under a key.
func (n *Node) numbers(key string) bool {
	return slices.ContainsFunc(n.Members, func(m Node) bool { return m.Key == key && vocab.Classify(m.Text) == vocab.Number })
}

// without parts records from the lists under some keys. The second has the
// lists, each in an object that has the name of its record.
func (n *Node) without(keys map[string]bool) (records, lists Node) {
	records = *n
	records.Members = slices.Clone(n.Members)
	lists = Node{Kind: Object, Line: n.Line}
	for i := range records.Members {
		m := &records.Members[i]
		part := Node{Kind: Object, Key: page.JoinLines(m.heading()), KeyLine: m.Line, Line: m.Line}
		rest := make([]Node, 0, len(m.Members))
		for _, v := range m.Members {
			if keys[v.Key] && (v.Kind == Array || v.isList()) {
				part.Members = append(part.Members, v)
			} else {
				rest = append(rest, v)
			}
		}
		if m.Members = rest; part.Members != nil {
			lists.Members = append(lists.Members, part)
		}
	}
	return records, lists
}

// heading is what tells an object from its neighbours: its name, or its first
// text.
func (n *Node) heading() []page.Line {
	if name := n.member("name"); name != nil {
		return name
	}
	for i := range n.Members {
		if lines := n.Members[i].lines(); n.Members[i].Kind == Text && lines != nil {
			return lines
		}
	}
	return nil
}

// A flat is records laid out in columns.
type flat struct {
	columns []column
	index   map[string]int
	rows    [][]page.Cell
	lines   []int // on which the records begin
	keyed   bool
	deep    bool // a column for each key of what is nested
}

func flatRecords(n *Node, deep bool) *flat {
	f := &flat{index: map[string]int{}, keyed: n.Kind == Object, deep: deep}
	if f.keyed {
		f.column("\x00", n.Line) // no name that a key can have, once clean
		f.columns[0].name = "key"
	}
	for i := range n.Members {
		m := &n.Members[i]
		f.rows = append(f.rows, nil)
		f.lines = append(f.lines, m.Line)
		if f.keyed {
			f.rows[i] = []page.Cell{keyCell(m)}
			f.lines[i] = m.KeyLine
		}
		for j := range m.Members {
			f.add(&m.Members[j], m.Members[j].name(), "")
		}
		if len(f.columns) > maxColumns {
			break
		}
	}
	return f
}

// column is the number of a column, made where it is new.
func (f *flat) column(name string, line int) int {
	at, ok := f.index[name]
	if !ok {
		at = len(f.columns)
		f.index[name] = at
		f.columns = append(f.columns, column{name, line})
	}
	return at
}

// add puts a Node into the last row: nested keys are joined by dots, in the
// name of the column or, where that would be too many, before the text.
func (f *flat) add(n *Node, name, inner string) {
	if n.Kind == Text || len(n.Members) > 0 && n.isText() {
		f.put(name, inner, n)
		return
	}
	for i := range n.Members {
		m := &n.Members[i]
		key := m.name()
		switch {
		case n.Kind == Array || key == "":
			f.add(m, name, inner)
		case f.deep:
			f.add(m, strings.TrimPrefix(name+"."+key, "."), "")
		default:
			f.add(m, name, strings.TrimPrefix(inner+"."+key, "."))
		}
	}
}

func (f *flat) put(name, inner string, n *Node) {
	line := n.KeyLine
	if line == 0 {
		line = n.Line
	}
	at := f.column(name, line)
	row := f.rows[len(f.rows)-1]
	for len(row) <= at {
		row = append(row, page.Cell{No: n.Line})
	}
	lines := n.lines()
	if inner != "" && lines != nil {
		lines[0].Text = inner + ": " + lines[0].Text
	}
	if row[at].Lines == nil {
		row[at].No = n.Line
	}
	row[at].Lines = append(row[at].Lines, lines...)
	f.rows[len(f.rows)-1] = row
}

// grid is the header and the rows, filled up where keys are missing.
func (f *flat) grid() page.Block {
	b := page.Block{Kind: page.Grid, Rows: []page.Row{headerRow(f.lines[0], f.columns)}}
	for i, row := range f.rows {
		for len(row) < len(f.columns) {
			row = append(row, page.Cell{No: f.lines[i]})
		}
		if len(row) > 0 {
			b.Rows = append(b.Rows, page.Row{Cells: row})
		}
	}
	return b
}

// headerRow names columns; text that has no key of its own is named so.
func headerRow(line int, columns []column) page.Row {
	row := page.Row{Header: true}
	for _, c := range columns {
		if c.line == 0 {
			c.line = line
		}
		if c.name == "" {
			c.name = "text"
		}
		row.Cells = append(row.Cells, page.Cell{Lines: []page.Line{{Text: c.name, No: c.line}}, No: c.line})
	}
	return row
}
