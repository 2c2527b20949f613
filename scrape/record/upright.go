package record

import (
	"slices"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// upright makes a row of each record that a table of two columns writes one
// field below the other: Error, Message and Solution, and again. A page may
// have a table for each of its records.
func upright(found []Candidate) {
	kinds := map[string][]*Candidate{}
	for i := range found {
		if begin := found[i].begin(); begin != "" {
			kinds[begin] = append(kinds[begin], &found[i])
		}
	}
	for begin, tables := range kinds {
		labels := uprightLabels(begin, tables)
		if labels == nil {
			continue
		}
		all := Candidate{}
		for _, c := range tables {
			c.stand(begin, labels)
			all.Rows = append(all.Rows, c.Rows...)
		}
		all.bracketLabels()
		for _, c := range tables {
			n := copy(c.Rows, all.Rows)
			all.Rows = all.Rows[n:]
		}
	}
}

// begin is the label that records of a table of two columns would begin with,
// or "". What is set as the header of a table may be the first field of its record.
func (c *Candidate) begin() string {
	if c.Form != "table" {
		return ""
	}
	begin := ""
	for _, cells := range c.lines() {
		if len(cells) != 2 {
			return ""
		} else if begin == "" {
			begin = cells[0].Text()
		}
	}
	return begin
}

// lines are the rows of a table from its header on.
func (c *Candidate) lines() [][]page.Cell {
	var lines [][]page.Cell
	if slices.ContainsFunc(c.top, func(cell page.Cell) bool { return cell.Text() != "" }) {
		lines = append(lines, c.top)
	}
	for i := range c.Rows {
		lines = append(lines, c.Rows[i].Cells)
	}
	return lines
}

// uprightLabels are the labels of tables that begin with the same, in their
// order; nil where these are no labels: most have to recur, none in one record,
// and what stands beside the first tells the records apart. One record in five may
// have a field that is its own.
func uprightLabels(begin string, tables []*Candidate) []string {
	var labels []string
	count, values := map[string]int{}, map[string]bool{}
	last := map[string]int{} // the record that a label stood in
	for _, c := range tables {
		for _, cells := range c.lines() {
			label := cells[0].Text()
			if label == "" {
				continue
			}
			if label == begin {
				values[cells[1].Text()] = true
				count[begin]++
			} else if last[label] == count[begin] {
				return nil
			} else {
				count[label]++
			}
			if last[label] == 0 {
				labels = append(labels, label)
			}
			last[label] = count[begin]
		}
	}
	n := count[begin]
	recur, own, once := 0, 0, 0
	for _, label := range labels {
		if count[label] == 1 {
			once++
		}
		switch {
		case isNumber(label):
			return nil
		case n > 1 && count[label]*2 >= n:
			recur++
		default:
			own += count[label]
		}
	}
	if recur < 2 || own*5 > n || len(values)*10 < n*7 || once*2 > len(labels) {
		return nil
	}
	return labels
}

func isNumber(text string) bool {
	c, ok := vocab.ParseCodeCell(text)
	return ok && len(c.Numbers) > 0
}

// stand makes the rows of records whose labels are known.
func (c *Candidate) stand(begin string, labels []string) {
	var rows []CandidateRow
	lines := c.lines()
	for i, cells := range lines {
		label := cells[0].Text()
		if label == begin {
			row := CandidateRow{Cells: make([]page.Cell, len(labels)), Group: c.Rows[max(0, i-len(lines)+len(c.Rows))].Group}
			for j := range labels {
				row.Cells[j].No = cells[1].No
			}
			rows = append(rows, row)
		}
		if label != "" {
			rows[len(rows)-1].Cells[slices.Index(labels, label)] = cells[1]
		}
	}
	c.Header, c.top, c.Rows = slices.Clone(labels), nil, rows
}

// fieldsAside is how many fields records may have whose titles stand beside them.
const fieldsAside = 8

// titledAside reports whether the first cell of each row is a title of what stands
// beside it: all of them say what fields do, and nothing beside the first does.
func titledAside(rows []page.Row) bool {
	if len(rows) < 2 || len(rows) > fieldsAside {
		return false
	}
	var titles []string
	for i := range rows {
		if len(rows[i].Cells) < 2 || slices.Contains(titles, rows[i].Cells[0].Text()) {
			return false
		}
		titles = append(titles, rows[i].Cells[0].Text())
	}
	return vocab.HeaderWords(titles) == len(titles) && vocab.HeaderWords(CellTexts(rows[0].Cells[1:])) == 0
}

// recordsAcross is how many records stand beside one another where nothing but
// their forms says so.
const recordsAcross = 3

// alikeAcross reports whether the cells of one row behind its first are codes, and
// hardly any of another: records beside one another.
func alikeAcross(rows []CandidateRow) bool {
	codes, others := 0, 0
	for i := range rows {
		cells := rows[i].Cells
		if form := cellForm(cells[0].Text()); len(cells) <= recordsAcross || form != "word" && form != "prose" {
			return false
		}
		n := 0
		for j := range cells[1:] {
			if _, labelled := bracketed(&cells[1+j]); labelled || isCode(cells[1+j]) {
				n++
			}
		}
		switch {
		case n == len(cells)-1:
			codes++
		case n*2 < len(cells)-1:
			others++
		}
	}
	return codes > 0 && others > 0
}

// transpose turns a table whose titles stand in its first column and not in
// its first row: Code, E1, E2; Meaning, First, Second.
func (c *Candidate) transpose() {
	lines := c.Rows
	if c.Header != nil || len(lines) < 2 || len(lines) > fieldsAside {
		return
	}
	titles := make([]string, len(lines))
	for i := range lines {
		if len(lines[i].Cells) < 3 || len(lines[i].Cells) != len(lines[0].Cells) {
			return
		}
		title := lines[i].Cells[0].Text()
		if slices.Contains(titles[:i], title) {
			return
		}
		titles[i] = title
	}
	if vocab.HeaderWords(titles) < len(titles) && !alikeAcross(lines) {
		return
	}
	c.Header, c.Rows = titles, nil
	for j := 1; j < len(lines[0].Cells); j++ {
		var r CandidateRow
		for i := range lines {
			r.Cells = append(r.Cells, lines[i].Cells[j])
		}
		c.Rows = append(c.Rows, r)
	}
}
