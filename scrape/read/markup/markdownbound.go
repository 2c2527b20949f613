package markup

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/spectab/spectab/scrape/page"
)

// How deep quotes and lists may nest on one line: goldmark takes the square of
// it. The marks beyond are text.
const maxNested = 64

// How many cells a table may have, as a multiple of its bytes and however few
// those are: goldmark makes one for each column of the header in every row.
const (
	cellsOfBytes = 2
	cellsAtLeast = 1 << 13
	fewColumns   = 8
)

var (
	containerMarks = regexp.MustCompile(`^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){65}`)
	tableRule      = regexp.MustCompile(`^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$`)
	breakRule      = regexp.MustCompile(`^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$`)
)

// boundMarkdown changes or refuses what is small on the page and without bound
// once it is parsed. line is the page's line of the source's first.
func boundMarkdown(source []byte, line int) error {
	for at := 0; at < len(source); line++ {
		end := at + lineLength(source[at:])
		text := source[at:end]
		switch {
		case isTableRule(text):
			columns := bytes.Count(text, []byte("|"))
			rows, size := paragraphAt(source[end:])
			if columns*rows > cellsAtLeast+cellsOfBytes*(size+2*len(text)) {
				return page.Refuse(page.TooLarge, "look at the page; a table has as many cells in each row as in its header",
					fmt.Sprintf("the table at line %d has %d columns and %d rows, of which nearly all cells are empty", line, columns, rows))
			}
		case len(text) > 2*maxNested && !breakRule.Match(text):
			if m := containerMarks.FindIndex(text); m != nil {
				text[m[1]-1] = '.'
			}
		}
		at = end + 1
	}
	return nil
}

// isTableRule reports whether a line may be the second of a table with many
// columns.
func isTableRule(text []byte) bool {
	text = bytes.TrimSpace(text)
	return len(text) > 2*fewColumns && bytes.IndexByte([]byte("|:-"), text[0]) >= 0 && tableRule.Match(text)
}

// lineLength is the length of the first line, without its end.
func lineLength(text []byte) int {
	if n := bytes.IndexByte(text, '\n'); n >= 0 {
		return n
	}
	return len(text)
}

// paragraphAt counts the lines down to a blank one, and their bytes.
func paragraphAt(text []byte) (lines, size int) {
	text = bytes.TrimPrefix(text, []byte("\n"))
	for len(text) > 0 {
		n := lineLength(text)
		if len(bytes.TrimSpace(text[:n])) == 0 {
			break
		}
		lines, size = lines+1, size+n+1
		text = text[min(n+1, len(text)):]
	}
	return lines, size
}
