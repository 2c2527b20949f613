package asciidoc

import (
	"encoding/csv"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A cell is a cell of a table: its specification and its text.
type cell struct {
	columns, rows, times int
	style                byte // d as it is, a with blocks, m code, and so on
	lines                []line
}

// cellSpec stands in front of the bar that begins a cell.
var cellSpec = regexp.MustCompile(`(?:^|[ \t])((?:(\d{1,3})?(?:\.(\d{1,3}))?([+*]))?(?:[<^>](?:\.[<^>])?|\.[<^>])?([adehlmsv])?)$`)

// The most columns that a table may say it has, the most times a cell may stand
// for itself, and the most rows that it may span.
const (
	maxColumns = 1000
	maxTimes   = 20
	maxRows    = 100
)

func (r *reader) table(start line, lines []line, next blockAttributes) {
	columns, styles := parseColumns(next.list)
	var cells []cell
	firstRow := 0
	switch separator := separatorOf(start.text, next); separator {
	case '|', '!':
		cells, firstRow = r.cells(lines, string(separator))
	default:
		cells, firstRow = valuesOf(lines, separator)
	}
	if columns == 0 {
		columns = max(firstRow, 1)
	}
	header := next.has("header") || next.has("headers") || !next.has("noheader") && isHeader(lines)
	r.f.Open("table")
	r.rows(cells, columns, styles, header)
	r.f.Close("table")
}

func separatorOf(start string, next blockAttributes) rune {
	switch {
	case start[0] == ',' || next.has("csv"):
		return ','
	case next.has("tsv"):
		return '\t'
	case start[0] == ':' || next.has("dsv"):
		return ':'
	}
	return rune(start[0])
}

// isHeader reports whether the first line of a table is its header: a blank
// line follows it, and none stands before it.
func isHeader(lines []line) bool {
	return len(lines) > 1 && !lines[0].blank() && lines[1].blank()
}

var (
	columnsAttribute = regexp.MustCompile(`cols\s*=\s*(?:"([^"]*)"|'([^']*)'|([^,\]]+))`)
	columnSpec       = regexp.MustCompile(`^(?:(\d+)\*)?.*?([adehlmsv])?$`)
)

// parseColumns reads how many columns a table says it has, and their styles.
func parseColumns(list string) (int, []byte) {
	m := columnsAttribute.FindStringSubmatch(list)
	if m == nil {
		return 0, nil
	}
	if n, err := strconv.Atoi(strings.TrimSpace(m[1] + m[2] + m[3])); err == nil {
		return min(max(n, 1), maxColumns), nil
	}
	var styles []byte
	for _, spec := range strings.FieldsFunc(m[1]+m[2]+m[3], func(r rune) bool { return r == ',' || r == ';' }) {
		m := columnSpec.FindStringSubmatch(strings.TrimSpace(spec))
		times, err := strconv.Atoi(m[1])
		if err != nil {
			times = 1
		}
		for range min(times, maxColumns) {
			styles = append(styles, (m[2] + "d")[0])
		}
		if len(styles) > maxColumns {
			return maxColumns, styles[:maxColumns]
		}
	}
	return len(styles), styles
}

// cells parts the lines of a table at the bars, and tells how many cells the
// first of the lines has.
func (r *reader) cells(lines []line, bar string) (cells []cell, firstRow int) {
	for _, l := range lines {
		if strings.HasPrefix(l.text, "//") {
			continue
		}
		parts := splitBars(l.text, bar)
		for i, part := range parts {
			spec := cell{columns: 1, rows: 1, times: 1}
			if i+1 < len(parts) {
				part, spec = takeSpec(part)
			}
			if len(cells) > 0 {
				last := &cells[len(cells)-1]
				last.lines = append(last.lines, line{strings.TrimSpace(part), l.no})
			}
			if i+1 < len(parts) {
				spec.lines = []line{}
				cells = append(cells, spec)
			}
		}
		if firstRow == 0 {
			for _, c := range cells {
				firstRow += c.columns * c.times
			}
		}
	}
	return cells, firstRow
}

// splitBars parts a line at its bars that have no backslash.
func splitBars(text, bar string) []string {
	var parts []string
	from := 0
	for at := 0; at < len(text); at++ {
		if text[at] == bar[0] && (at == 0 || text[at-1] != '\\') {
			parts = append(parts, strings.ReplaceAll(text[from:at], `\`+bar, bar))
			from = at + 1
		}
	}
	return append(parts, strings.ReplaceAll(text[from:], `\`+bar, bar))
}

// takeSpec parts the specification of the next cell from the text before it.
func takeSpec(part string) (string, cell) {
	c := cell{columns: 1, rows: 1, times: 1}
	end := part[max(0, len(part)-16):]
	m := cellSpec.FindStringSubmatch(end)
	if m == nil || m[1] == "" {
		return part, c
	}
	n, _ := strconv.Atoi(m[2])
	switch {
	case m[4] == "*":
		c.times = min(max(n, 1), maxTimes)
	case m[4] == "+":
		c.columns = max(n, 1)
		rows, _ := strconv.Atoi(m[3])
		c.rows = min(max(rows, 1), maxRows)
	}
	if m[5] != "" {
		c.style = m[5][0]
	}
	return part[:len(part)-len(m[1])], c
}

// valuesOf reads a table of values that are parted by a separator.
func valuesOf(lines []line, separator rune) (cells []cell, firstRow int) {
	rows := make([]string, len(lines))
	for i, l := range lines {
		rows[i] = l.text
	}
	reader := csv.NewReader(strings.NewReader(strings.Join(rows, "\n")))
	reader.Comma, reader.FieldsPerRecord, reader.LazyQuotes, reader.TrimLeadingSpace = separator, -1, true, separator != '\t'
	for {
		record, err := reader.Read()
		if err != nil {
			return cells, firstRow // the end: quotes are lazy
		}
		if firstRow == 0 {
			firstRow = len(record)
		}
		for i, field := range record {
			no, _ := reader.FieldPos(i)
			c := cell{columns: 1, rows: 1, times: 1}
			for j, text := range strings.Split(field, "\n") {
				c.lines = append(c.lines, line{strings.TrimSpace(text), lines[min(no-1+j, len(lines)-1)].no})
			}
			cells = append(cells, c)
		}
	}
}

// rows lays cells out in rows of so many columns.
func (r *reader) rows(cells []cell, columns int, styles []byte, header bool) {
	below := make([]int, columns) // rows that cells above still reach down
	column, first := 0, true
	r.f.Open("tr")
	for _, c := range cells {
		for range min(c.times, 1+r.afford(c)) {
			for column = free(below, column); column >= columns; column = free(below, column) {
				r.f.Close("tr")
				r.f.Open("tr")
				column, first = 0, false
			}
			style := c.style
			if style == 0 && column < len(styles) {
				style = styles[column]
			}
			r.cell(c, style, header && first)
			for i := column; i < min(column+c.columns, columns); i++ {
				below[i] = c.rows - 1
			}
			column += c.columns
		}
	}
	r.f.Close("tr")
}

// afford is how often a cell may be copied, which is charged.
func (r *reader) afford(c cell) int {
	size := 1
	for _, l := range c.lines {
		size += len(l.text)
	}
	n := max(0, min(c.times-1, r.copies/size))
	r.copies -= n * size
	return n
}

// free is the first column from one on that no cell above reaches. Those that
// one does reach have a row less before them.
func free(below []int, column int) int {
	for column < len(below) && below[column] > 0 {
		below[column]--
		column++
	}
	return column
}

func (r *reader) cell(c cell, style byte, header bool) {
	lines := c.lines
	for len(lines) > 0 && lines[0].blank() {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].blank() {
		lines = lines[:len(lines)-1]
	}
	tag := "td"
	if header || style == 'h' {
		tag = "th"
	}
	if len(lines) > 0 {
		r.f.At(lines[0].no)
	}
	r.f.Open(fmt.Sprintf(`%s colspan="%d" rowspan="%d"`, tag, c.columns, c.rows))
	r.cellContent(lines, style, header)
	r.f.Close(tag)
}

var styleTags = map[byte]string{'m': "code", 's': "strong", 'e': "em"}

func (r *reader) cellContent(lines []line, style byte, header bool) {
	switch {
	case len(lines) == 0:
	case style == 'a' && !header:
		r.blocks(lines)
	case style == 'l' && !header:
		r.literal(lines)
	default:
		r.cellText(lines, styleTags[style])
	}
}

// cellText writes the paragraphs of a cell; one alone is its text.
func (r *reader) cellText(lines []line, tag string) {
	many := false
	for len(lines) > 0 {
		n := untilBlank(lines)
		if many = many || n < len(lines); many {
			r.f.Open("p")
		}
		if tag != "" {
			r.f.Open(tag)
		}
		r.inline(lines[:n])
		if tag != "" {
			r.f.Close(tag)
		}
		if many {
			r.f.Close("p")
		}
		for lines = lines[n:]; len(lines) > 0 && lines[0].blank(); {
			lines = lines[1:]
		}
	}
}
