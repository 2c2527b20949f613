package troff

import (
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// A table of tbl: options, the forms of its columns, and rows of cells.
type table struct {
	r     *reader
	tab   string
	forms []string // of the rows, the last for all that follow
	rows  []page.Row
	ruled int // rows above the first rule
}

// table reads up to .TE.
func (r *reader) table([]string) {
	t := &table{r: r, tab: "\t", ruled: -1}
	l, ok := r.input.raw()
	if ok && strings.HasSuffix(strings.TrimSpace(l.text), ";") {
		if at := strings.Index(l.text, "tab("); at >= 0 && len(l.text) > at+5 {
			t.tab = string([]rune(l.text[at+4:])[:1])
		}
		l, ok = r.input.raw()
	}
	t.format(l, ok)
	for {
		l, ok := r.input.raw()
		name, _ := request(l.text)
		switch {
		case !ok || name == "TE":
			t.end()
			return
		case name == "T&":
			l, ok = r.input.raw()
			t.format(l, ok)
		case name != "":
		case isRule(l.text):
			if t.ruled < 0 && len(t.rows) > 0 {
				t.ruled = len(t.rows)
			}
		case strings.TrimSpace(l.text) != "":
			t.row(l)
		}
	}
}

// format reads the forms of rows, up to a dot.
func (t *table) format(l source, ok bool) {
	t.forms = nil
	for ok {
		text := strings.TrimSpace(l.text)
		for _, form := range strings.Split(strings.TrimSuffix(text, "."), ",") {
			switch form = strings.TrimSpace(form); {
			case form == "":
			case strings.Trim(form, "_-=| \t") == "": // a rule, which has no row of its own
				t.ruled = len(t.rows) + len(t.forms)
			default:
				t.forms = append(t.forms, strings.ToLower(form))
			}
		}
		if strings.HasSuffix(text, ".") || len(t.forms) > 1000 {
			return
		}
		l, ok = t.r.input.raw()
	}
}

func isRule(text string) bool {
	text = strings.TrimSpace(text)
	return text == "_" || text == "=" || text != "" && strings.Trim(text, "_=\t") == "" && len(text) > 1
}

// row reads one row; blocks of text in T{ and T} go over several lines.
func (t *table) row(l source) {
	var row page.Row
	for {
		field, rest, more := strings.Cut(l.text, t.tab)
		c := page.Cell{No: l.no}
		switch {
		case strings.TrimSpace(field) == "T{" && !more:
			c.Lines = t.block()
			rest, more = t.behind()
		case strings.TrimSpace(field) == `\^` && len(t.rows) > 0 && len(row.Cells) < len(t.rows[len(t.rows)-1].Cells):
			c = t.rows[len(t.rows)-1].Cells[len(row.Cells)]
			c.Copied = true
		default:
			if line := t.r.input.escapes.line(field, l.no, false); line.Text != "" {
				c.Lines = []page.Line{line}
			}
		}
		row.Cells = append(row.Cells, c)
		if !more {
			break
		}
		l.text, l.no = rest, max(l.no, t.r.input.no)
	}
	row.Header = len(t.rows) == 0 && len(t.forms) > 1 && t.heads()
	t.rows = append(t.rows, row)
}

// block are the lines of a cell up to T}, and those of macros in it that set
// fonts.
func (t *table) block() []page.Line {
	var lines []page.Line
	for {
		l, ok := t.r.input.raw()
		if !ok {
			return lines
		}
		if rest, closes := strings.CutPrefix(l.text, "T}"); closes {
			t.r.joined = rest
			return lines
		}
		text := l.text
		if name, rest := request(text); name != "" {
			if ignored[name] || name == "\x00" || len(rest) == 0 {
				continue
			}
			text = t.r.words(arguments(rest))
		}
		if line := t.r.input.escapes.line(text, l.no, false); line.Text != "" {
			lines = append(lines, line)
		}
	}
}

// behind is what stands behind a block of text.
func (t *table) behind() (rest string, more bool) {
	rest, t.r.joined = t.r.joined, ""
	return strings.CutPrefix(rest, t.tab)
}

// heads reports whether the first row has another form than those below: bold,
// or centred where they are not.
func (t *table) heads() bool {
	first, last := t.forms[0], t.forms[len(t.forms)-1]
	return strings.Count(first, "b") > strings.Count(last, "b") || strings.Count(first, "c") > strings.Count(last, "c")
}

func (t *table) end() {
	if len(t.rows) == 0 {
		return
	}
	first := &t.rows[0]
	if t.ruled == 1 && len(t.rows) > 1 || allStrong(first) && len(t.rows) > 1 && !allStrong(&t.rows[1]) {
		first.Header = true
	}
	t.r.layout.add(page.Block{Kind: page.Grid, Rows: t.rows})
}

func allStrong(row *page.Row) bool {
	for i := range row.Cells {
		for j := range row.Cells[i].Lines {
			if l := &row.Cells[i].Lines[j]; !l.WhollyMarked(page.Strong) {
				return false
			}
		}
	}
	return len(row.Cells) > 1
}
