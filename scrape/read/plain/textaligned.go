package plain

import (
	"fmt"
	"regexp"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// apart are the parts of a line between gaps of two spaces and more.
var apart = regexp.MustCompile(`\S+(?: \S+)*`)

// alignedTable reads a table whose columns are parted by nothing but space,
// below a header of known words. A line without its first cell goes on with
// the row above.
func (r *textReader) alignedTable() (page.Block, bool) {
	starts := alignedStarts(r.lines[r.at].text)
	if starts == nil {
		return page.Block{}, false
	}
	key := fmt.Sprint(starts)
	if r.at < r.noFit[key] {
		return page.Block{}, false
	}
	lines := []textLine{r.lines[r.at]}
	end := r.at + 1
	for ; end < len(r.lines) && !r.lines[end].blank(); end++ {
		if len(lines) == 1 && len(apart.FindAllStringIndex(r.lines[end].text, -1)) == 1 {
			continue // more of a title
		}
		if !fits(r.lines[end].text, starts) {
			if r.noFit == nil {
				r.noFit = map[string]int{}
			}
			r.noFit[key] = end
			return page.Block{}, false
		}
		lines = append(lines, r.lines[end])
	}
	var cells []tableLine
	for _, l := range lines {
		cells = append(cells, tableLine{cutRow(l, starts), true})
	}
	rows := folded(cells)
	if len(rows) < 3 {
		return page.Block{}, false
	}
	rows[0].Header = true
	r.at = end
	return page.Block{Kind: page.Grid, Rows: rows}, true
}

// alignedStarts are the columns, in characters, at which the titles of a
// header begin; nil where the line is none.
func alignedStarts(line string) []int {
	parts := apart.FindAllStringIndex(line, -1)
	if len(parts) < 2 || len(parts) > 8 {
		return nil
	}
	var starts []int
	var titles []string
	for _, p := range parts {
		starts, titles = append(starts, len([]rune(line[:p[0]]))), append(titles, line[p[0]:p[1]])
	}
	if vocab.HeaderWords(titles) < 2 {
		return nil
	}
	return starts
}

// fits reports whether a line has a gap before each column.
func fits(line string, starts []int) bool {
	text := []rune(line)
	for _, at := range starts[1:] {
		if at < len(text) && text[at-1] != ' ' {
			return false
		}
	}
	return true
}
