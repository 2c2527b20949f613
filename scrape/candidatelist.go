package scrape

import (
	"regexp"
	"slices"
	"strings"
)

// definitions makes one candidate of a run of definition lists: generators
// often write a list of its own for each term. What is nested is looked
// through first.
func (s *search) definitions(blocks []Block, i int) int {
	c := candidate{form: "definitions"}
	for ; i < len(blocks) && blocks[i].Kind == Definitions; i++ {
		for _, item := range blocks[i].Items {
			if cells := termCells(item); cells != nil {
				c.rows = append(c.rows, candidateRow{cells: cells})
				continue
			}
			if holdsKind(item.Blocks, Definitions) {
				s.walk(item.Blocks)
				continue
			}
			c.rows = append(c.rows, candidateRow{cells: []Cell{cellOf(item.Term), cellOf(linesOf(item.Blocks))}})
		}
	}
	if len(c.rows) > 0 {
		c.line = c.rows[0].cells[0].No
	}
	s.add(c)
	return i - 1
}

// termCells are the cells of a term whose definition is nothing but terms of
// an inner list: the symbol, below it the number and the text. Else they are
// nil.
func termCells(item Item) []Cell {
	if len(item.Blocks) != 1 || item.Blocks[0].Kind != Definitions {
		return nil
	}
	var terms []Line
	for _, inner := range item.Blocks[0].Items {
		if len(inner.Blocks) > 0 {
			return nil
		}
		terms = append(terms, inner.Term...)
	}
	if len(terms) == 0 {
		return nil
	}
	return []Cell{cellOf(item.Term), cellOf(terms[:1]), cellOf(terms[1:])}
}

func holdsKind(blocks []Block, kind BlockKind) bool {
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
func (s *search) list(b *Block) {
	if s.listOfLists(b) {
		return
	}
	c := candidate{form: "list"}
	for _, item := range b.Items {
		lines := linesOf(item.Blocks)
		if len(lines) == 0 || holdsTable(item.Blocks) {
			continue
		}
		head, rest := []Line{lines[0]}, lines[1:]
		if m := splitItem(lines[0].Text); m != nil {
			if _, ok := parsePhrasedCell(m[1]); ok {
				head = []Line{{m[1], lines[0].No}}
				rest = append([]Line{{m[2], lines[0].No}}, rest...)
			} else if _, ok := parseCodeCell(m[2]); ok && !strings.HasSuffix(lines[0].Text, "："+m[2]) {
				head = []Line{{m[2], lines[0].No}}
			}
		}
		c.rows = append(c.rows, candidateRow{cells: []Cell{cellOf(head), cellOf(rest)}})
	}
	if len(c.rows) > 0 {
		c.line = c.rows[0].cells[0].No
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
func (s *search) listOfLists(b *Block) bool {
	var rows []candidateRow
	for _, item := range b.Items {
		n := len(item.Blocks)
		if n != 2 || item.Blocks[0].Kind != Paragraph || item.Blocks[1].Kind != List {
			return false
		}
		group := joinLines(item.Blocks[0].Lines)
		for _, inner := range item.Blocks[1].Items {
			lines := linesOf(inner.Blocks)
			if len(lines) == 0 {
				return false
			}
			m := splitItem(lines[0].Text)
			if m == nil {
				return false
			}
			if c, ok := parsePhrasedCell(m[1]); !ok || c.weak && !strings.Contains(m[1], "_") {
				return false
			}
			rest := append([]Line{{m[2], lines[0].No}}, lines[1:]...)
			rows = append(rows, candidateRow{cells: []Cell{cellOf([]Line{{m[1], lines[0].No}}), cellOf(rest)}, group: group})
		}
	}
	if len(b.Items) < 2 || len(rows) < 3 {
		return false
	}
	s.add(candidate{form: "list", line: rows[0].cells[0].No, rows: rows})
	return true
}

// holdsTable reports whether an item is no row but a part of the page with
// rows of its own.
func holdsTable(blocks []Block) bool {
	return holdsKind(blocks, Grid) || holdsKind(blocks, Section) || holdsKind(blocks, Heading)
}

// structured reports whether an item holds more than text: then it is a part
// of the page, laid out as a list.
func structured(blocks []Block) bool {
	return slices.ContainsFunc(blocks, func(b Block) bool { return b.Kind != Paragraph && b.Kind != Preformatted })
}
