package recipe

import (
	"cmp"
	"slices"

	"github.com/spectab/spectab/model"
)

// capture reads single values out of the lines of the region. A pattern that
// is not there any more is a problem: what it read is lost.
func (rd *reading) capture() {
	for _, p := range rd.table.Capture {
		before := len(rd.rows)
		for i := rd.region.from; i < rd.region.to; i++ {
			text := rd.flow.Lines[i].Text
			for _, m := range p.find.FindAllStringSubmatch(text, -1) {
				rd.captured(p, groups(p.find, m), i)
			}
		}
		if len(rd.rows) == before {
			rd.recipeProblem(p.line, "look up how the page says it now", "%s matches nothing in %s", p, rd.file)
		}
	}
}

// captured makes one row of a match; of a table of constants, one a group.
func (rd *reading) captured(p *Pattern, values fields, at int) {
	line := rd.flow.Lines[at].No
	if rd.table.Kind != model.Constants {
		r := newRow(line, at)
		r.setAll(values)
		rd.rows = append(rd.rows, r)
		return
	}
	for _, key := range p.names() {
		if value := values.of(key); value != "" {
			r := newRow(line, at)
			r.set("key", key)
			r.set("code", value)
			r.set("type", constantType(rd.table.Types[key], value))
			rd.rows = append(rd.rows, r)
		}
	}
}

// constantType is the declared type of a constant, or what its value looks
// like.
func constantType(declared, value string) string {
	switch {
	case declared != "":
		return declared
	case IsDigits(value):
		return "integer"
	case isAddress(value):
		return "url"
	}
	return "string"
}

// inPageOrder sorts the rows that several patterns and examples gave.
func (rd *reading) inPageOrder() {
	if len(rd.table.Capture) > 0 || rd.table.Example != "" {
		slices.SortStableFunc(rd.rows, func(a, b *row) int { return cmp.Compare(a.at, b.at) })
	}
}
