package report

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// lineWidth is how many columns of a terminal Explain fills.
const lineWidth = 80

// Explain writes all about each hit for a reader at a terminal: the code and
// the Go identifier, then a line for each thing that the page says, then where
// it says so. With colour the code is bold and the titles are dim.
func Explain(w io.Writer, hits []Hit, colour bool) error {
	sheets := make([][]fact, len(hits))
	e := explainer{colour: colour}
	for i := range hits {
		sheets[i] = hits[i].facts()
		for _, f := range sheets[i] {
			e.titles = max(e.titles, width(f.title))
		}
	}
	for i := range hits {
		if i > 0 {
			e.WriteByte('\n')
		}
		e.headline(hits[i])
		for _, f := range sheets[i] {
			e.fact(f)
		}
	}
	_, err := w.Write(e.Bytes())
	return err
}

// A fact is a title and paragraphs.
type fact struct {
	title      string
	paragraphs [][]piece
}

// facts is what is known of the hit beside its code and its identifier.
func (h Hit) facts() []fact {
	origin := visible(fmt.Sprintf("%s, table %s (%s)", h.Spec.Source, h.Table.Name, h.Table.Kind))
	facts := []fact{{"Source", [][]piece{pieces(origin)}}}
	if h.Carried != "" {
		facts = append(facts, fact{"Value", [][]piece{{{text: visible(h.Carried)}}}})
	}
	for _, c := range columns {
		values := c.values(h.Entry)
		if len(values) == 0 || slices.Contains([]string{"code", "name", "line"}, c.name) {
			continue
		}
		facts = append(facts, fact{c.title, paragraphs(c, values)})
	}
	page := h.Spec.Snapshot.File
	if h.Entry.Line > 0 {
		page = fmt.Sprintf("%s:%d", page, h.Entry.Line)
	}
	for _, f := range []struct{ title, value string }{{"Page", page}, {"URL", h.Spec.URL}} {
		if f.value != "" {
			facts = append(facts, fact{f.title, [][]piece{{{text: visible(f.value)}}}})
		}
	}
	return facts
}

// paragraphs puts literals on one line, none of them broken, and each line of
// prose on its own.
func paragraphs(c column, values []string) [][]piece {
	if c.literal {
		list := make([]piece, len(values))
		for i, v := range values {
			list[i] = piece{text: visible(v), spaced: i > 0}
			if i+1 < len(values) {
				list[i].text += ","
			}
		}
		return [][]piece{list}
	}
	var all [][]piece
	for _, v := range values {
		for _, line := range proseLines(v) {
			all = append(all, pieces(visible(line)))
		}
	}
	return all
}

type explainer struct {
	bytes.Buffer
	colour bool
	titles int // width of the widest title
}

const (
	bold  = "\x1b[1m"
	dim   = "\x1b[2m"
	plain = "\x1b[0m"
)

func (e *explainer) styled(style, s string) string {
	if !e.colour || s == "" {
		return s
	}
	return style + s + plain
}

func (e *explainer) headline(h Hit) {
	e.WriteString(e.styled(bold, visible(h.Entry.Code)))
	if h.Entry.Name != "" {
		e.WriteString("  " + visible(qualified(h.Spec, h.Entry.Name)))
	}
	e.WriteByte('\n')
}

// fact writes the title before the first line and white space before others.
func (e *explainer) fact(f fact) {
	title := e.styled(dim, f.title) + strings.Repeat(" ", e.titles-width(f.title))
	for _, p := range f.paragraphs {
		for _, line := range fill(p, lineWidth-e.titles-4) {
			e.WriteString("  " + title + "  " + line + "\n")
			title = strings.Repeat(" ", e.titles)
		}
	}
}
