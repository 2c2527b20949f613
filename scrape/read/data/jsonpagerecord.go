package data

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
func (w *dataWriter) records(d *datum, path []string) {
	keyed := d.kind == objectDatum
	lists := d.lists()
	switch {
	case !keyed && len(d.members) > 1 && allPairs(d.members) && !shareKeys(d.members):
		var pairs []datum
		for i := range d.members {
			pairs = append(pairs, d.members[i].members...)
		}
		if len(pairs) > 0 {
			w.pairs(pairs)
		}
	case len(lists) > 0:
		own, inner := d.without(lists)
		w.records(&own, path)
		w.parts(&inner, path)
	case holdRecords(d):
		w.parts(d, path)
	default:
		for _, deep := range []bool{true, false} {
			f := flatRecords(d, deep)
			if len(f.columns) <= maxColumns && len(f.columns)*len(f.rows) <= maxCells {
				w.grid(f.grid())
				return
			}
		}
		w.parts(d, path)
	}
}

// allPairs reports whether all are objects of texts alone.
func allPairs(list []datum) bool {
	return !slices.ContainsFunc(list, func(d datum) bool { return !allText(d.members) })
}

// shareKeys reports whether most of some objects have one key in common, as
// records of one kind do.
func shareKeys(list []datum) bool {
	count, most := map[string]int{}, 0
	for i := range list {
		seen := map[string]bool{}
		for j := range list[i].members {
			if key := list[i].members[j].key; !seen[key] {
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
func holdRecords(d *datum) bool {
	nested, titled := 0, false
	for i := range d.members {
		titled = titled || d.members[i].member("title") != nil
		for j := range d.members[i].members {
			nested += d.members[i].members[j].countRecords()
		}
	}
	return nested >= 2*len(d.members) || titled && nested > 0 || len(d.members) > 1 && !shareKeys(d.members)
}

// countRecords is how many records a datum holds, at any depth.
func (d *datum) countRecords() int {
	if d.isText() {
		return 0
	}
	n := 0
	if allOf(d.members, objectDatum) && (d.kind == arrayDatum || len(d.members) > 1 && shareKeys(d.members)) {
		n = len(d.members)
	}
	for i := range d.members {
		n += d.members[i].countRecords()
	}
	return n
}

// parts writes objects one after another, each under a heading of its own.
func (w *dataWriter) parts(d *datum, path []string) {
	for i := range d.members {
		m := &d.members[i]
		label := m.name()
		if d.kind == arrayDatum {
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
func (d *datum) lists() map[string]bool {
	keys, deep := map[string]bool{}, map[string]bool{}
	for i := range d.members {
		m, texts := &d.members[i], 0
		for j := range m.members {
			switch v := &m.members[j]; {
			case v.isText():
				texts++
			case v.isList():
				keys[v.key] = true
			default:
				deep[v.key] = deep[v.key] || !allPairs(v.members)
			}
		}
		if texts < 2 || m.member("title") != nil {
			return nil
		}
	}
	if len(d.members) < 2 || !shareKeys(d.members) {
		return nil
	}
	maps.DeleteFunc(keys, func(key string, _ bool) bool { return deep[key] })
	return keys
}

// isList reports whether a datum is a list of records that tell what numbers
// mean: each has one under the same key, and something else.
func (d *datum) isList() bool {
	if d.kind != arrayDatum || len(d.members) < 2 || !allOf(d.members, objectDatum) || !allPairs(d.members) {
		return false
	}
	return slices.ContainsFunc(d.members[0].members, func(first datum) bool {
		return !slices.ContainsFunc(d.members, func(m datum) bool { return len(m.members) < 2 || !m.numbers(first.key) })
	})
}

// numbers reports whether a record has a number under a key.
func (d *datum) numbers(key string) bool {
	return slices.ContainsFunc(d.members, func(m datum) bool { return m.key == key && vocab.Classify(m.text) == vocab.Number })
}

// without parts records from the lists under some keys. The second has the
// lists, each in an object that has the name of its record.
func (d *datum) without(keys map[string]bool) (records, lists datum) {
	records = *d
	records.members = slices.Clone(d.members)
	lists = datum{kind: objectDatum, line: d.line}
	for i := range records.members {
		m := &records.members[i]
		part := datum{kind: objectDatum, key: page.JoinLines(m.heading()), keyLine: m.line, line: m.line}
		rest := make([]datum, 0, len(m.members))
		for _, v := range m.members {
			if keys[v.key] && v.kind == arrayDatum {
				part.members = append(part.members, v)
			} else {
				rest = append(rest, v)
			}
		}
		if m.members = rest; part.members != nil {
			lists.members = append(lists.members, part)
		}
	}
	return records, lists
}

// heading is what tells an object from its neighbours: its name, or its first
// text.
func (d *datum) heading() []page.Line {
	if name := d.member("name"); name != nil {
		return name
	}
	for i := range d.members {
		if lines := d.members[i].lines(); d.members[i].kind == textDatum && lines != nil {
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

func flatRecords(d *datum, deep bool) *flat {
	f := &flat{index: map[string]int{}, keyed: d.kind == objectDatum, deep: deep}
	if f.keyed {
		f.column("\x00", d.line) // no name that a key can have, once clean
		f.columns[0].name = "key"
	}
	for i := range d.members {
		m := &d.members[i]
		f.rows = append(f.rows, nil)
		f.lines = append(f.lines, m.line)
		if f.keyed {
			f.rows[i] = []page.Cell{keyCell(m)}
			f.lines[i] = m.keyLine
		}
		for j := range m.members {
			f.add(&m.members[j], m.members[j].name(), "")
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

// add puts a datum into the last row: nested keys are joined by dots, in the
// name of the column or, where that would be too many, before the text.
func (f *flat) add(d *datum, name, inner string) {
	if d.kind == textDatum || len(d.members) > 0 && d.isText() {
		f.put(name, inner, d)
		return
	}
	for i := range d.members {
		m := &d.members[i]
		key := m.name()
		switch {
		case d.kind == arrayDatum || key == "":
			f.add(m, name, inner)
		case f.deep:
			f.add(m, strings.TrimPrefix(name+"."+key, "."), "")
		default:
			f.add(m, name, strings.TrimPrefix(inner+"."+key, "."))
		}
	}
}

func (f *flat) put(name, inner string, d *datum) {
	line := d.keyLine
	if line == 0 {
		line = d.line
	}
	at := f.column(name, line)
	row := f.rows[len(f.rows)-1]
	for len(row) <= at {
		row = append(row, page.Cell{No: d.line})
	}
	lines := d.lines()
	if inner != "" && lines != nil {
		lines[0].Text = inner + ": " + lines[0].Text
	}
	if row[at].Lines == nil {
		row[at].No = d.line
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
