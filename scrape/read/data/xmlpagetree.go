package data

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/read/tree"
)

// inline is the elements that are text, wherever they stand: references, and
// what parts lines.
var inline = []string{"xref", "br", "p", "para", "paragraph"}

// isText reports whether an element is one text, with or without elements in
// it: none of them holds others.
func (e *element) isText() bool {
	text, elements := false, false
	for _, c := range e.content {
		switch {
		case c.name == "":
			text = true
		case !slices.Contains(inline, c.name):
			elements = true
		}
		if slices.ContainsFunc(c.content, func(g *element) bool { return g.name != "" && !slices.Contains(inline, g.name) }) {
			return false
		}
	}
	return text || !elements
}

// findRepeated notes which elements come several times in one that is named
// as theirs, so that a list of one is known for a list.
func (e *element) findRepeated(repeated map[string]bool) {
	seen := map[string]bool{}
	for _, c := range e.content {
		path := e.name + "\x00" + c.name
		if seen[path] {
			repeated[path], repeated[c.name] = true, true
		}
		seen[path] = true
		c.findRepeated(repeated)
	}
}

// node is an element as data: its text; or its attributes and the elements
// in it by name, those that come several times as an array.
func (e *element) node(repeated map[string]bool) tree.Node {
	d := tree.Node{Kind: tree.Object, Key: e.name, KeyLine: e.line, Line: e.line}
	if e.isText() && (len(e.attrs) == 0 || e.name == "xref") {
		return e.textNode(e.name)
	}
	d.Members = append(d.Members, e.attrs...)
	if e.isText() {
		if own := e.textNode(""); own.Text != "" {
			d.Members = append(d.Members, own)
		}
		return d
	}
	if repeated[e.name] && e.namesFields() {
		for _, c := range e.content {
			d.Members = append(d.Members, c.textNode(c.attrs[0].Text))
		}
		return d
	}
	at := map[string]int{}
	for _, c := range e.content {
		m := c.node(repeated)
		i, ok := at[c.name]
		switch {
		case ok && d.Members[i].Key == c.name && d.Members[i].Kind == tree.Array:
			d.Members[i].Members = append(d.Members[i].Members, m)
			continue
		case c.name != "" && repeated[e.name+"\x00"+c.name]:
			m = tree.Node{Kind: tree.Array, Key: c.name, KeyLine: m.KeyLine, Line: m.Line, Members: []tree.Node{m}}
		}
		at[c.name] = len(d.Members)
		d.Members = append(d.Members, m)
	}
	return d
}

// namesFields reports whether all that is in an element are texts of one name,
// which an attribute tells apart: <field name="code">7</field>.
func (e *element) namesFields() bool {
	seen := map[string]bool{}
	for _, c := range e.content {
		if c.name == "" || c.name != e.content[0].name || len(c.attrs) != 1 || c.attrs[0].Key != e.content[0].attrs[0].Key || seen[c.attrs[0].Text] || !c.isText() {
			return false
		}
		seen[c.attrs[0].Text] = true
	}
	return len(seen) > 1
}

// textNode is the text of an element and of all in it, in the order of the
// page.
func (e *element) textNode(key string) tree.Node {
	d := tree.Node{Key: key, KeyLine: e.line}
	var b strings.Builder
	e.write(&b, &d.Line)
	d.Text = strings.TrimSpace(b.String())
	if d.Line == 0 {
		d.Line = e.line
	}
	return d
}

// write adds the text of an element and notes the line of the first; a
// paragraph or break begins a line, and a reference without a text of its own
// is what it refers to.
func (e *element) write(b *strings.Builder, line *int) {
	text := e.text
	switch {
	case e.name == "xref" && len(e.content) == 0:
		text = e.reference()
	case slices.Contains(inline, e.name) && e.name != "xref":
		b.WriteByte('\n')
	}
	if e.space {
		b.WriteByte(' ')
	}
	if text != "" && *line == 0 {
		*line = e.line
	}
	b.WriteString(text)
	for _, c := range e.content {
		c.write(b, line)
	}
}

// reference is what a registry of the IANA shows of <xref type="rfc"
// data="rfc9110"/>.
func (e *element) reference() string {
	kind, data := "", ""
	for _, a := range e.attrs {
		switch a.Key {
		case "type":
			kind = a.Text
		case "data":
			data = a.Text
		}
	}
	if data == "" {
		return ""
	}
	if kind == "rfc" {
		data = strings.ToUpper(data)
	}
	return "[" + data + "]"
}
