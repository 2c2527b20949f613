package record

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// definitions makes one candidate of a run of definition lists: generators
// often write a list of its own for each term. What is nested is looked
// through first.
func (s *search) definitions(blocks []page.Block, i int) int {
	c := Candidate{Form: "definitions"}
	for ; i < len(blocks) && blocks[i].Kind == page.Definitions; i++ {
		for _, item := range blocks[i].Items {
			if cells := termCells(item); cells != nil {
				c.Rows = append(c.Rows, CandidateRow{Cells: cells})
				continue
			}
			if holdsKind(item.Blocks, page.Definitions) {
				s.walk(item.Blocks)
				continue
			}
			c.Rows = append(c.Rows, CandidateRow{Cells: []page.Cell{cellOf(item.Term), cellOf(page.LinesOf(item.Blocks))}})
		}
	}
	if len(c.Rows) > 0 {
		c.Line = c.Rows[0].Cells[0].No
	}
	s.add(c)
	return i - 1
}

// termCells are the cells of a term whose definition is nothing but terms of
// an inner list: the symbol, below it the number and the text. Else they are
// nil.
func termCells(item page.Item) []page.Cell {
	if len(item.Blocks) != 1 || item.Blocks[0].Kind != page.Definitions {
		return nil
	}
	var terms []page.Line
	for _, inner := range item.Blocks[0].Items {
		if len(inner.Blocks) > 0 {
			return nil
		}
		terms = append(terms, inner.Term...)
	}
	if len(terms) == 0 {
		return nil
	}
	return []page.Cell{cellOf(item.Term), cellOf(terms[:1]), cellOf(terms[1:])}
}

func holdsKind(blocks []page.Block, kind page.BlockKind) bool {
	for i := range blocks {
		if blocks[i].Kind == kind || holdsKind(blocks[i].Blocks, kind) {
			return true
		}
	}
	return false
}

// itemSplit parts "code - text" and "code: text".
var itemSplit = regexp.MustCompile(`^(.{1,80}?)(?:\s+[-–—]+\s+|\s*:\s+|\s*：\s*|\s+=\s+)(.+)$`)

// splitItem parts an item; nil where it has no dash or colon.
func splitItem(text string) []string {
	if !strings.ContainsAny(text, "-–—:：=") {
		return nil
	}
	return itemSplit.FindStringSubmatch(text)
}

// list makes a candidate of the items: each is parted at its dash or colon,
// or else its first line from the rest.
func (s *search) list(b *page.Block) {
	if s.listOfLists(b) {
		return
	}
	c := Candidate{Form: "list"}
	for _, item := range b.Items {
		lines := page.LinesOf(item.Blocks)
		if len(lines) == 0 || holdsTable(item.Blocks) {
			continue
		}
		head, rest := []page.Line{lines[0]}, lines[1:]
		if m := splitItem(lines[0].Text); m != nil {
			if _, ok := vocab.ParsePhrasedCell(m[1]); ok {
				head = []page.Line{{Text: m[1], No: lines[0].No}}
				rest = append([]page.Line{{Text: m[2], No: lines[0].No}}, rest...)
			} else if _, ok := vocab.ParseCodeCell(m[2]); ok && !strings.HasSuffix(lines[0].Text, "："+m[2]) {
				head = []page.Line{{Text: m[2], No: lines[0].No}}
			}
		}
		c.Rows = append(c.Rows, CandidateRow{Cells: []page.Cell{cellOf(head), cellOf(rest)}})
	}
	if len(c.Rows) > 0 {
		c.Line = c.Rows[0].Cells[0].No
	}
	s.add(c)
	for _, item := range b.Items {
		if structured(item.Blocks) {
			s.walk(item.Blocks)
		}
	}
}

// listOfLists makes one candidate of lists inside the items of a list, where
// each of them lists codes; the items are their groups.
func (s *search) listOfLists(b *page.Block) bool {
	var rows []CandidateRow
	for _, item := range b.Items {
		n := len(item.Blocks)
		if n != 2 || item.Blocks[0].Kind != page.Paragraph || item.Blocks[1].Kind != page.List {
			return false
		}
		group := page.JoinLines(item.Blocks[0].Lines)
		for _, inner := range item.Blocks[1].Items {
			lines := page.LinesOf(inner.Blocks)
			if len(lines) == 0 {
				return false
			}
			m := splitItem(lines[0].Text)
			if m == nil {
				return false
			}
			if c, ok := vocab.ParsePhrasedCell(m[1]); !ok || c.Weak && !strings.Contains(m[1], "_") {
				return false
			}
			rest := append([]page.Line{{Text: m[2], No: lines[0].No}}, lines[1:]...)
			rows = append(rows, CandidateRow{Cells: []page.Cell{cellOf([]page.Line{{Text: m[1], No: lines[0].No}}), cellOf(rest)}, Group: group})
		}
	}
	if len(b.Items) < 2 || len(rows) < 3 {
		return false
	}
	s.add(Candidate{Form: "list", Line: rows[0].Cells[0].No, Rows: rows})
	return true
}

// holdsTable reports whether an item is no row but a part of the page with
// rows of its own.
func holdsTable(blocks []page.Block) bool {
	return holdsKind(blocks, page.Grid) || holdsKind(blocks, page.Section) || holdsKind(blocks, page.Heading)
}

// structured reports whether an item holds more than text: then it is a part
// of the page, laid out as a list.
func structured(blocks []page.Block) bool {
	return slices.ContainsFunc(blocks, func(b page.Block) bool { return b.Kind != page.Paragraph && b.Kind != page.Preformatted })
}
