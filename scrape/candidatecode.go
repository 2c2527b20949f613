package scrape

import (
	"regexp"
	"strings"
)

var (
	defineLine = regexp.MustCompile(`^\s*(?:\d+\s*)?#\s*define\s+([A-Za-z_]\w*)\s+\(?(-?\w+)\)?\s*(?:/[/*]+[<!]*\s*(.*?)\s*(?:\*/)?)?$`)
	enumLine   = regexp.MustCompile(`^\s*(?:\d+\s+)?([A-Z][A-Z0-9_]{2,})\s*=\s*(-?\w+)\s*,?\s*(?:/[/*]+[<!]*\s*(.*?)\s*(?:\*/)?)?$`)
	macroLine  = regexp.MustCompile(`^\s*[A-Za-z_]\w*\(\s*"?([A-Za-z_]\w*)"?\s*,\s*(0[xX][0-9A-Fa-f]+|-?\d+)\s*(?:,\s*L?"([^"]*)"|,)?`)
	quotedLine = regexp.MustCompile(`^\s*L?"([^"]*)"\s*\)?[,;]?\s*$`)
	columnGap  = regexp.MustCompile(`\s{2,}|\t+`)
)

// code makes a candidate of preformatted lines: definitions in C, or columns
// parted by white space.
func (s *search) code(b *Block) {
	if s.defines(b.Lines) || s.macros(b.Lines) || s.ruled(b.Lines) {
		return
	}
	columns := candidate{form: "code", line: b.Lines[0].No}
	for _, l := range b.Lines {
		if parts := columnGap.Split(strings.TrimSpace(l.Text), -1); len(parts) > 1 {
			columns.rows = append(columns.rows, lineRow(l.No, parts))
		}
	}
	s.add(columns)
}

// ruled makes candidates of tables that are drawn with rules, and reports
// whether there were any.
func (s *search) ruled(lines []Line) bool {
	texts := make([]textLine, len(lines))
	for i, l := range lines {
		texts[i] = textLine{l.Text, l.No}
	}
	found := false
	for i := 0; i < len(texts); i++ {
		if rows, n := ruledRows(texts[i:]); len(rows) > 1 {
			s.grid(&Block{Kind: Grid, Rows: rows})
			found, i = true, i+n-1
		}
	}
	return found
}

// macros makes a candidate of lines that call a macro with a name, its number
// and perhaps a text, which may stand on the next line; it reports whether
// there were any.
func (s *search) macros(lines []Line) bool {
	c := candidate{form: "code"}
	for i, l := range lines {
		m := macroLine.FindStringSubmatch(l.Text)
		if m == nil {
			continue
		}
		if m[3] == "" && i+1 < len(lines) {
			if text := quotedLine.FindStringSubmatch(lines[i+1].Text); text != nil {
				m[3] = text[1]
			}
		}
		c.rows = append(c.rows, lineRow(l.No, m[1:]))
	}
	if len(c.rows) < 2 {
		return false
	}
	c.line = c.rows[0].cells[0].No
	s.add(c)
	return true
}

// defines makes a candidate of lines that define constants, and reports
// whether there were any.
func (s *search) defines(lines []Line) bool {
	c := candidate{form: "code"}
	for _, l := range lines {
		if !strings.Contains(l.Text, "define") && !strings.Contains(l.Text, "=") {
			continue // a quick test: nearly all lines are prose
		}
		m := defineLine.FindStringSubmatch(l.Text)
		if m == nil {
			m = enumLine.FindStringSubmatch(l.Text)
		}
		if m != nil {
			c.rows = append(c.rows, lineRow(l.No, m[1:]))
		}
	}
	if len(c.rows) == 0 {
		return false
	}
	c.line = c.rows[0].cells[0].No
	s.add(c)
	return true
}

func lineRow(no int, texts []string) candidateRow {
	var row candidateRow
	for _, t := range texts {
		cell := Cell{No: no}
		if t = clean(t); t != "" {
			cell.Lines = []Line{{t, no}}
		}
		row.cells = append(row.cells, cell)
	}
	return row
}
