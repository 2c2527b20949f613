package record

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// A piece is one line of the page in reading order: what may begin a record,
// or is a part of one.
type piece struct {
	form  string // the form of the records that may begin here; "" where none may
	line  page.Line
	level int // of a heading, else 0
	depth int // how many items it stands in
	class string
	label bool // titles the cell beside it
	first bool // begins a paragraph or the like
	own   int  // index behind the item that begins here; for others behind itself
	bound int  // index behind the item, the cell or the lines that hold it
	group int  // the last heading before it, -1 where there is none
	over  int  // of a heading, the last before it of a higher level

	section *section // the innermost that holds it, nil where none does

	labels []string // set beside the line
	sample *sample  // the preformatted lines that it is of
}

// A section is the pieces that the page keeps together.
type section struct {
	from, to int
	outer    *section
}

// pieces are the lines of blocks.
func pieces(blocks []page.Block, d drawings) []piece {
	all := page.Item{Blocks: blocks}
	f := &flattening{list: make([]piece, 0, all.LineCount()), group: -1, item: -1, drawings: d}
	f.blocks(blocks)
	f.close(0)
	f.titles()
	return f.list
}

type flattening struct {
	list  []piece
	depth int
	group int
	item  int // that holds what comes next, -1 where none does
	class string

	section  *section
	drawings drawings
}

func (f *flattening) add(form string, first bool, lines ...page.Line) {
	for _, l := range lines {
		l = withPower(&l)
		var labels []string
		if form != "" && len(l.Marks) > 0 {
			l, labels = alone(&l)
		}
		if form != "" && form != "code" {
			l = withType(&l)
			l = withGap(&l)
			l = withoutBrackets(&l)
		}
		if form == "lines" && len(lines) == 1 {
			l = aloneWithOptions(&l)
		}
		f.list = append(f.list, piece{form: form, line: l, labels: labels, depth: f.depth, class: f.class, section: f.section, first: first, own: len(f.list) + 1, group: f.group})
		first = false
	}
}

// close bounds the pieces from index from on that nothing inside bounds.
func (f *flattening) close(from int) {
	for i := from; i < len(f.list); {
		p := &f.list[i]
		if p.bound == 0 {
			p.bound = len(f.list)
		}
		i++
	}
}

func (f *flattening) blocks(blocks []page.Block) {
	for i := 0; i < len(blocks); i++ {
		if n := definitions(blocks[i:]); n > 0 {
			i += n - 1
			continue
		}
		b := &blocks[i]
		from := len(f.list)
		f.class = b.Class
		switch b.Kind {
		case page.Heading:
			f.heading(b)
			if i+1 < len(blocks) && len(b.Lines) > 0 {
				last := len(f.list) - 1
				if lines := declared(&f.list[last].line, &blocks[i+1]); lines != nil {
					f.list[last].line = lines[0]
					f.add("lines", true, lines[1:]...)
					i++
				}
			}
		case page.Paragraph:
			if last := len(f.list) - 1; isLabel(b) && last >= 0 && f.list[last].level > 0 {
				f.list[last].line.Text = besideCode(f.list[last].line.Text, b.Lines[0].Text)
				continue
			}
			if isNote(b) {
				continue
			}
			f.add("lines", true, b.Lines...)
		case page.Preformatted:
			form := "code"
			if len(f.drawings.of(b).blocks) > 0 {
				form = ""
			}
			f.add(form, true, b.Lines...)
			f.close(from)
			if form != "" {
				f.sampled(from, b.Lines)
			}
		case page.List, page.Definitions:
			f.items(b)
		case page.Grid:
			f.grid(b)
		case page.Section:
			if rows := divRows(blocks, i); rows != nil {
				f.grid(rows)
				i += len(rows.Rows) - 1
				continue
			}
			f.section = &section{from: from, outer: f.section}
			f.blocks(b.Blocks)
			f.section.to = len(f.list)
			f.section = f.section.outer
		}
	}
}

// definitions is how many blocks make a table of definitions in source code,
// with its name and what is said of it above; 0 where none begins. Its rows are
// records already, and its name is none.
func definitions(blocks []page.Block) int {
	n := 0
	if blocks[n].Kind == page.Heading {
		n++
	}
	if n < len(blocks) && blocks[n].Kind == page.Paragraph {
		n++
	}
	if n < len(blocks) && blocks[n].Kind == page.Grid && blocks[n].Source != "" {
		return n + 1
	}
	return 0
}

// sampled notes of preformatted lines what they are as a whole.
func (f *flattening) sampled(from int, lines []page.Line) {
	s := sampleOf(lines)
	for i := from; i < len(f.list); i++ {
		f.list[i].sample = s
	}
}

func (f *flattening) heading(b *page.Block) {
	if len(b.Lines) == 0 {
		return
	}
	form := "headings"
	if b.Source == page.Manual && !strings.ContainsAny(page.JoinLines(b.Lines), "0123456789_") {
		form = "" // NAME and SYNOPSIS, in whatever language, are no codes
	}
	f.add(form, true, heading(b))
	last, over := len(f.list)-1, f.group
	for b.Level > 0 && over >= 0 && f.list[over].level >= b.Level {
		over = f.list[over].over
	}
	f.list[last].level, f.list[last].over, f.group = b.Level, over, last
}

func (f *flattening) items(b *page.Block) {
	f.depth++
	outer := f.item
	for i := range b.Items {
		item, from := &b.Items[i], len(f.list)
		form := "list"
		if len(item.Term) > 0 {
			form = "definitions"
			f.add(form, true, terms(item)...)
		}
		f.item = from
		f.blocks(item.Blocks)
		f.item = outer
		if from == len(f.list) {
			continue
		}
		if p := &f.list[from]; form != "list" || p.form == "lines" {
			p.form, p.own = form, len(f.list)
			if outer >= 0 && outer < from && f.list[outer].form != "" {
				p.group, p.over = outer, outer
			}
		}
		for j := from + 1; j < len(f.list); j++ {
			if p := &f.list[j]; p.bound == 0 {
				p.bound = len(f.list)
			}
		}
	}
	f.depth--
}

// titles takes headings of a few words above a table for its title: 404 Not
// Found.
func (f *flattening) titles() {
	heading := -1
	for i := range f.list {
		p := &f.list[i]
		switch {
		case p.level > 0:
			heading = i
		case heading >= 0 && p.form == "" && i+1 < len(f.list) && f.list[i+1].form == "":
			h := &f.list[heading]
			if _, is := vocab.ParseCodeCell(h.line.Text); !is {
				h.form = ""
			}
			heading = -1
		}
	}
}

func (f *flattening) grid(b *page.Block) {
	if last := len(f.list) - 1; last >= 0 && f.list[last].level > 0 && listsCodes(b) {
		f.list[last].form = "" // it titles them
	}
	if isOneRow(b) {
		for j, title := range b.Rows[0].Cells {
			from := len(f.list)
			f.add("", false, title.Lines...)
			f.list[from].label = true
			f.add("", false, b.Rows[1].Cells[j].Lines...)
		}
		return
	}
	for i := range b.Rows {
		f.row(&b.Rows[i])
	}
}

// isOneRow reports whether a table says several things of one: it has a header most
// of whose titles are known as such, and one row.
func isOneRow(b *page.Block) bool {
	if len(b.Rows) != 2 || !b.Rows[0].Header || b.Rows[1].Header || len(b.Rows[0].Cells) < 2 || len(b.Rows[0].Cells) != len(b.Rows[1].Cells) {
		return false
	}
	titles := vocab.HeaderWords(CellTexts(b.Rows[0].Cells))
	return titles*2 > len(b.Rows[0].Cells) && !slices.ContainsFunc(b.Rows[0].Cells, func(c page.Cell) bool { return len(c.Lines) != 1 || c.Copied })
}

// listsCodes reports whether a table is a list of its own: several rows below a
// header that begins with what says a code or a name.
func listsCodes(b *page.Block) bool {
	if len(b.Rows) < 3 || !b.Rows[0].Header || len(b.Rows[0].Cells) == 0 {
		return false
	}
	title := b.Rows[0].Cells[0].Text()
	return max(vocab.HeaderSays(title, "code"), vocab.HeaderSays(title, "key")) == 1
}

func (f *flattening) row(r *page.Row) {
	for i := range r.Cells {
		if !r.Cells[i].Copied {
			from := len(f.list)
			if defines(r.Cells[i].Lines) {
				f.add("lines", true, r.Cells[i].Lines...)
				f.close(from)
				continue
			}
			f.add("", false, r.Cells[i].Lines...)
			if i == 0 && len(r.Cells) == 2 && len(r.Cells[0].Lines) == 1 && len(r.Cells[1].Lines) > 0 {
				f.list[from].label = true
			}
		}
	}
}

// definition is a line of an enumeration: a name that is a number.
var definition = regexp.MustCompile(`^\s*[A-Za-z_]\w*\s*=\s*[-+(]*\d\w*\)*\s*,?\s*$`)

// defines reports whether a cell is an enumeration, a line for each of its
// members: documentation made of source code has them so.
func defines(lines []page.Line) bool {
	n := 0
	for i := range lines {
		if strings.Contains(lines[i].Text, "=") && definition.MatchString(lines[i].Text) {
			n++
		}
	}
	return n > 2 && n*2 > len(lines)
}

// heading is a heading as one line, with what is set beside it in brackets.
func heading(b *page.Block) page.Line {
	l := page.Join(b.Lines)
	return withLabels(&l)
}

// terms are the lines of a term, each with what is set beside it in brackets.
func terms(item *page.Item) []page.Line {
	lines := make([]page.Line, len(item.Term))
	for i := range item.Term {
		lines[i] = withLabels(&item.Term[i])
		if text := asideAll(lines[i].Text); text != lines[i].Text {
			lines[i].Text, lines[i].Marks = text, nil
		}
		lines[i] = withArguments(&lines[i])
		lines[i] = nameWithArguments(&lines[i])
	}
	return lines
}
