package rst

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

var gridLine = regexp.MustCompile(`^\+(?:[-=]+\+)+$`)

// maxStretch is how many times larger than its text the area of a drawn table
// may be.
const maxStretch = 4

// A drawing is a table of lines, by line and column of the terminal. The
// second column of a wide letter is 0.
type drawing struct {
	lines  []line
	area   [][]rune
	xs, ys []int // where lines are drawn
	header int   // the line below the header, or 0
}

// gridTable reads a table that is drawn with all its lines.
func (r *reader) gridTable(lines []line) int {
	if !gridLine.MatchString(lines[0].text) {
		return 0
	}
	n := 0
	for n < len(lines) && lines[n].text != "" && (lines[n].text[0] == '|' || lines[n].text[0] == '+') {
		n++
	}
	d := draw(lines[:n])
	if d == nil || len(d.ys) < 2 {
		r.literal(lines[:n])
		return n
	}
	r.f.Open("table")
	for row := range len(d.ys) - 1 {
		r.gridRow(d, row)
	}
	r.f.Close("table")
	return n
}

// draw lays a table out, nil where that is no table.
func draw(lines []line) *drawing {
	d := &drawing{lines: lines}
	wide, size := columns(lines[0].text), 0
	cols := map[int]bool{}
	for y, l := range lines {
		size += len(l.text)
		if wide*(y+1) > maxStretch*size+1024 {
			return nil
		}
		row := make([]rune, 0, wide)
		for _, c := range l.text {
			row = append(row, c)
			if runeColumns(c) == 2 {
				row = append(row, 0)
			}
		}
		for len(row) < wide {
			row = append(row, ' ')
		}
		d.area = append(d.area, row)
		if strings.Contains(l.text, "+-") || strings.Contains(l.text, "+=") {
			d.ys = append(d.ys, y)
			for x, c := range row {
				if c == '+' {
					cols[x] = true
				}
			}
		}
		if strings.HasPrefix(l.text, "+=") && d.header == 0 && y > 0 {
			d.header = y
		}
	}
	for x := range cols {
		if x < wide {
			d.xs = append(d.xs, x)
		}
	}
	slices.Sort(d.xs)
	return d
}

// gridRow writes the cells that begin in a row.
func (r *reader) gridRow(d *drawing, row int) {
	tag := "td"
	if d.ys[row] < d.header {
		tag = "th"
	}
	r.f.At(d.lines[d.ys[row]].no)
	r.f.Open("tr")
	for col := 0; col < len(d.xs)-1; col++ {
		if !d.wall(row, col) || !d.ceiling(row, col) {
			continue // part of the cell at its left, or above
		}
		wide, high := d.extent(row, col)
		r.f.Open(fmt.Sprintf(`%s colspan="%d" rowspan="%d"`, tag, wide, high))
		r.content(d.text(row, col, wide, high))
		r.f.Close(tag)
		col += wide - 1
	}
	r.f.Close("tr")
}

// wall reports whether a line is drawn at the left of a cell.
func (d *drawing) wall(row, col int) bool {
	for y := d.ys[row] + 1; y < d.ys[row+1]; y++ {
		if c := d.area[y][d.xs[col]]; c != '|' && c != '+' {
			return false
		}
	}
	return true
}

// ceiling reports whether a line is drawn above a cell.
func (d *drawing) ceiling(row, col int) bool {
	for x := d.xs[col] + 1; x < d.xs[col+1]; x++ {
		if c := d.area[d.ys[row]][x]; c != '-' && c != '=' && c != '+' {
			return false
		}
	}
	return true
}

// extent is how many columns and rows a cell spans.
func (d *drawing) extent(row, col int) (wide, high int) {
	for wide = 1; col+wide < len(d.xs)-1 && !d.wall(row, col+wide); wide++ {
	}
	for high = 1; row+high < len(d.ys)-1 && !d.ceiling(row+high, col); high++ {
	}
	return wide, high
}

// text is the lines inside a cell.
func (d *drawing) text(row, col, wide, high int) []line {
	var lines []line
	from, to := d.xs[col]+1, d.xs[col+wide]
	for y := d.ys[row] + 1; y < d.ys[row+high]; y++ {
		var b strings.Builder
		for _, c := range d.area[y][from:to] {
			if c != 0 {
				b.WriteRune(c)
			}
		}
		lines = append(lines, line{strings.TrimRight(b.String(), " "), d.lines[y].no})
	}
	return dedent(trimBlank(lines), 0)
}
