package rst

import (
	"encoding/csv"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// listTable reads a table that is a list of rows, each a list of cells.
func (r *reader) listTable(d *directive) {
	r.paragraph(d.arguments)
	if len(d.content) == 0 || bulletWidth(d.content[0].text) == 0 {
		r.section(d.content)
		return
	}
	headers := count(d.options["header-rows"])
	rows, n := items(d.content, sameBullet(d.content[0].text))
	r.f.Open("table")
	for i, row := range rows {
		row = trimBlank(row)
		if len(row) == 0 {
			continue
		}
		tag := "td"
		if i < headers {
			tag = "th"
		}
		r.f.At(row[0].no)
		r.f.Open("tr")
		cells, _ := items(row, sameBullet(row[0].text))
		for _, cell := range cells {
			r.listCell(cell, tag)
		}
		r.f.Close("tr")
	}
	r.f.Close("table")
	r.section(trimBlank(d.content[n:]))
}

// cellSpan is how flat tables say how many more rows or columns a cell spans.
var cellSpan = regexp.MustCompile("^ *:([cr])span:`(\\d{1,3})`")

func (r *reader) listCell(cell []line, tag string) {
	spans := [2]int{1, 1}
	for len(cell) > 0 {
		m := cellSpan.FindStringSubmatch(cell[0].text)
		if m == nil {
			break
		}
		spans[strings.Index("cr", m[1])] += count(m[2])
		cell[0].text = strings.TrimLeft(cell[0].text[len(m[0]):], " ")
	}
	r.f.Open(fmt.Sprintf(`%s colspan="%d" rowspan="%d"`, tag, spans[0], spans[1]))
	r.content(dedentFirst(cell))
	r.f.Close(tag)
}

// dedentFirst takes the indentation from a cell whose text begins below its
// mark.
func dedentFirst(cell []line) []line {
	if cell = trimBlank(cell); len(cell) > 0 && cell[0].indent() > 0 {
		return dedent(cell, 0)
	}
	return cell
}

func count(option string) int {
	n, err := strconv.Atoi(strings.TrimSpace(option))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// csvTable reads a table of values parted by commas, or by what delim says.
func (r *reader) csvTable(d *directive) {
	r.paragraph(d.arguments)
	headers := count(d.options["header-rows"])
	r.f.Open("table")
	if header := d.options["header"]; header != "" {
		r.csvRows(d, []line{{header, d.no}}, 1)
	}
	r.csvRows(d, d.content, headers)
	r.f.Close("table")
}

func (r *reader) csvRows(d *directive, lines []line, headers int) {
	rows := make([]string, len(lines))
	for i, l := range lines {
		rows[i] = l.text
	}
	reader := csv.NewReader(strings.NewReader(strings.Join(rows, "\n")))
	reader.FieldsPerRecord, reader.LazyQuotes, reader.TrimLeadingSpace = -1, true, true
	if c := delimiter(d.options["delim"]); c != 0 {
		reader.Comma = c
	}
	for i := 0; ; i++ {
		record, err := reader.Read()
		if err != nil {
			return // the end: quotes are lazy
		}
		tag := "td"
		if i < headers {
			tag = "th"
		}
		first, _ := reader.FieldPos(0)
		r.f.At(lines[first-1].no)
		r.f.Open("tr")
		for j, field := range record {
			no, _ := reader.FieldPos(j)
			r.f.Open(tag)
			r.content(fieldLines(field, lines[no-1:]))
			r.f.Close(tag)
		}
		r.f.Close("tr")
	}
}

// fieldLines are the lines of a value that begins on the first of lines.
func fieldLines(field string, lines []line) []line {
	var of []line
	for i, text := range strings.Split(field, "\n") {
		of = append(of, line{strings.TrimSpace(text), lines[min(i, len(lines)-1)].no})
	}
	return trimBlank(of)
}

func delimiter(option string) rune {
	switch option = strings.TrimSpace(option); strings.ToLower(option) {
	case "tab":
		return '\t'
	case "space":
		return ' '
	}
	c, _ := utf8.DecodeRuneInString(option)
	if option == "" || c == utf8.RuneError || c == '"' || c == '\n' {
		return 0
	}
	return c
}
