package catalog

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/spectab/spectab/scrape/page"
)

// Extensions are those of the files that Fill reads.
func Extensions() []string {
	return []string{"properties", "ini", "cfg", "env", "strings", "po", "pot"}
}

// Fill makes blocks of a file, the extension of which is its format: a table of
// keys and texts for each section, or below each comment that titles some.
func Fill(p *page.Page, format, text string) {
	r := &reader{page: p}
	if format == "po" || format == "pot" {
		r.own = true
		r.gettext(text)
	} else {
		r.properties(format, text)
	}
	r.endGroup()
	p.Blocks = r.blocks()
}

// An entry is one key and what the file says of it.
type entry struct {
	fields  []field
	comment []page.Line
}

// A field is a text of an entry: its key, its value and whatever else.
type field struct {
	name, text string
	no         int
}

// A group is a run of entries below a title.
type group struct {
	title   []page.Line
	level   int
	entries []entry
}

type reader struct {
	page     *page.Page
	groups   []group
	now      group
	comments []page.Line // that nothing has followed yet
	own      bool        // they are of what follows
}

// comment keeps a line that is a comment, without what it is ornated with.
func (r *reader) comment(text string, no int) {
	if text = page.Clean(strings.Trim(text, "#;!*/=-~ \t")); text != "" {
		r.comments = append(r.comments, page.Line{Text: norm.NFC.String(text), No: no})
	}
}

// blank ends comments: what stands alone titles what follows.
func (r *reader) blank() {
	if r.comments != nil {
		r.begin(r.comments, 3)
	}
}

// begin begins a group.
func (r *reader) begin(title []page.Line, level int) {
	r.endGroup()
	r.now, r.comments = group{title: title, level: level}, nil
}

func (r *reader) endGroup() {
	if r.now.title != nil || r.now.entries != nil {
		r.groups = append(r.groups, r.now)
	}
	r.now = group{}
}

func (r *reader) add(e entry) {
	e.comment, r.comments = r.comments, nil
	r.now.entries = append(r.now.entries, e)
}

// blocks are the groups. Where comments stand above most of the entries, each
// is about its entry; else it titles those from there on.
func (r *reader) blocks() []page.Block {
	commented := r.commented()
	var blocks []page.Block
	for i := range r.groups {
		g := &r.groups[i]
		blocks = appendTitle(blocks, g.title, g.level)
		from := 0
		for j := range g.entries {
			if comment := g.entries[j].comment; comment != nil && !commented {
				blocks = appendGrid(blocks, g.entries[from:j], false)
				blocks = appendTitle(blocks, comment, 3)
				from = j
			}
		}
		blocks = appendGrid(blocks, g.entries[from:], commented)
	}
	return blocks
}

// commented reports whether comments are about entries: in some formats all are,
// else where two of three entries have one.
func (r *reader) commented() bool {
	if r.own {
		return true
	}
	all, with := 0, 0
	for i := range r.groups {
		for j := range r.groups[i].entries {
			all++
			if r.groups[i].entries[j].comment != nil {
				with++
			}
		}
	}
	return with*3 >= all*2
}

// titleLimit is the longest comment that is a title.
const titleLimit = 80

// appendTitle appends the title of a group: a heading of one line, or else
// prose.
func appendTitle(blocks []page.Block, title []page.Line, level int) []page.Block {
	switch {
	case title == nil:
		return blocks
	case len(title) == 1 && len(title[0].Text) <= titleLimit:
		return append(blocks, page.Block{Kind: page.Heading, Level: level, Lines: title})
	}
	return append(blocks, page.Block{Kind: page.Paragraph, Lines: title})
}

// appendGrid appends the table of entries.
func appendGrid(blocks []page.Block, entries []entry, commented bool) []page.Block {
	if len(entries) == 0 {
		return blocks
	}
	t := &table{at: map[string]int{}, first: entries[0].fields[0].no}
	for i := range entries {
		e := &entries[i]
		t.rows = append(t.rows, page.Row{})
		for _, f := range e.fields {
			t.put(f.name, page.Cell{Lines: linesOf(f.text, f.no), No: f.no})
		}
		if commented && e.comment != nil {
			t.put("comment", page.Cell{Lines: e.comment, No: e.comment[0].No})
		}
	}
	for i := range t.rows {
		for row := &t.rows[i]; len(row.Cells) < len(t.head.Cells); {
			row.Cells = append(row.Cells, page.Cell{No: entries[i].fields[0].no})
		}
	}
	t.head.Header = true
	return append(blocks, page.Block{Kind: page.Grid, Rows: append([]page.Row{t.head}, t.rows...)})
}

// A table has a column for each field that one of its entries has.
type table struct {
	at    map[string]int // of a field
	head  page.Row
	rows  []page.Row
	first int // line of the first entry
}

// put puts a cell into the last row.
func (t *table) put(name string, c page.Cell) {
	at, ok := t.at[name]
	if !ok {
		at = len(t.head.Cells)
		t.at[name] = at
		t.head.Cells = append(t.head.Cells, page.Cell{Lines: []page.Line{{Text: name, No: t.first}}, No: t.first})
	}
	row := &t.rows[len(t.rows)-1]
	for len(row.Cells) <= at {
		row.Cells = append(row.Cells, page.Cell{No: c.No})
	}
	row.Cells[at] = c
}

// linesOf parts a text at its own line breaks, which are not those of the file.
func linesOf(text string, no int) []page.Line {
	var lines []page.Line
	for part := range strings.SplitSeq(text, "\n") {
		if part = page.Clean(part); part != "" {
			lines = append(lines, page.Line{Text: norm.NFC.String(part), No: no})
		}
	}
	return lines
}
