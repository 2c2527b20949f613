package record

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// besideGap is a number and its text, in one part of a line between wide gaps.
var besideGap = regexp.MustCompile(`^(-?\d+|0x[0-9A-Fa-f]+)(?:[.:)=]|\s*[-–]\s)?\s*(\pL.*)$`)

// enoughBeside is how many records stand on the lines at least.
const enoughBeside = 4

// sideBySide makes a table of preformatted lines that have several records each,
// numbers and their texts with wide gaps between them:
//
//	0  OK      4  NO ROUTE
//	1  USAGE   5  TIMEOUT
//
// All lines have as many, but the last may have fewer.
func sideBySide(lines []page.Line) []page.Block {
	b := page.Block{Kind: page.Grid}
	seen := map[string]bool{}
	each, short := 0, false
	for i := range lines {
		l := &lines[i]
		if strings.TrimSpace(l.Text) == "" {
			continue
		}
		records := recordsBeside(l.Text)
		if b.Rows == nil {
			each = len(records)
		}
		if short || each < 2 || len(records) == 0 || len(records) > each {
			return nil
		}
		short = len(records) < each
		for _, r := range records {
			if seen[r[0]] {
				return nil
			}
			seen[r[0]] = true
			b.Rows = append(b.Rows, page.Row{Cells: []page.Cell{beside(r[0], l.No), beside(r[1], l.No)}})
		}
	}
	if len(b.Rows) < enoughBeside {
		return nil
	}
	return []page.Block{b}
}

func beside(text string, no int) page.Cell {
	return page.Cell{Lines: []page.Line{{Text: text, No: no}}, No: no}
}

// recordsBeside are the numbers of a line and their texts; nil where anything else
// stands there.
func recordsBeside(line string) [][2]string {
	parts := atGaps(strings.TrimSpace(line))
	var records [][2]string
	for i := 0; i < len(parts); i++ {
		part := parts[i]
		if i+1 < len(parts) && kindOf(part) == number {
			i++
			part += " " + parts[i]
		}
		m := besideGap.FindStringSubmatch(part)
		if m == nil {
			return nil
		}
		records = append(records, [2]string{m[1], m[2]})
	}
	return records
}
