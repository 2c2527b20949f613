package data

import (
	"slices"
	"strings"
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

// datum is an element as data: its text; or its attributes and the elements
// in it by name, those that come several times as an array.
func (e *element) datum(repeated map[string]bool) datum {
	d := datum{kind: objectDatum, key: e.name, keyLine: e.line, line: e.line}
	if e.isText() && (len(e.attrs) == 0 || e.name == "xref") {
		return e.textDatum(e.name)
	}
	d.members = append(d.members, e.attrs...)
	if e.isText() {
		if own := e.textDatum(""); own.text != "" {
			d.members = append(d.members, own)
		}
		return d
	}
	if repeated[e.name] && e.namesFields() {
		for _, c := range e.content {
			d.members = append(d.members, c.textDatum(c.attrs[0].text))
		}
		return d
	}
	at := map[string]int{}
	for _, c := range e.content {
		m := c.datum(repeated)
		i, ok := at[c.name]
		switch {
		case ok && d.members[i].key == c.name && d.members[i].kind == arrayDatum:
			d.members[i].members = append(d.members[i].members, m)
			continue
		case c.name != "" && repeated[e.name+"\x00"+c.name]:
			m = datum{kind: arrayDatum, key: c.name, keyLine: m.keyLine, line: m.line, members: []datum{m}}
		}
		at[c.name] = len(d.members)
		d.members = append(d.members, m)
	}
	return d
}

// namesFields reports whether all that is in an element are texts of one name,
// which an attribute tells apart: <field name="code">7</field>.
func (e *element) namesFields() bool {
	seen := map[string]bool{}
	for _, c := range e.content {
		if c.name == "" || c.name != e.content[0].name || len(c.attrs) != 1 || c.attrs[0].key != e.content[0].attrs[0].key || seen[c.attrs[0].text] || !c.isText() {
			return false
		}
		seen[c.attrs[0].text] = true
	}
	return len(seen) > 1
}

// textDatum is the text of an element and of all in it, in the order of the
// page.
func (e *element) textDatum(key string) datum {
	d := datum{key: key, keyLine: e.line}
	var b strings.Builder
	e.write(&b, &d.line)
	d.text = strings.TrimSpace(b.String())
	if d.line == 0 {
		d.line = e.line
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
		switch a.key {
		case "type":
			kind = a.text
		case "data":
			data = a.text
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
