package markup

import (
	"bytes"

	"github.com/spectab/spectab/scrape/page"
)

// The deepest nesting of lists that is read. Marks beyond it are dropped.
const maxMarks = 20

func isListMark(c byte) bool { return c == '*' || c == '#' || c == ';' || c == ':' }

// marksOf is how many list marks a line begins with.
func marksOf(line []byte) int {
	n := 0
	for n < len(line) && isListMark(line[n]) {
		n++
	}
	return n
}

// list reads the lines from the current one on that begin with list marks.
func (r *wikiReader) list(stop func([]byte) bool) {
	r.flush()
	first := r.at
	for r.at < len(r.rows) {
		line := r.row(r.at)
		if len(line) == 0 || !isListMark(line[0]) || stop(line) || r.at > first && tableStart.Match(line) {
			break
		}
		r.at++
	}
	r.blocks = append(r.blocks, r.items(first, r.at, 0)...)
}

// items makes lists of the lines from..to-1, which have the same depth marks
// before those that are read.
func (r *wikiReader) items(from, to, depth int) []page.Block {
	var blocks []page.Block
	for i := from; i < to; {
		b := page.Block{Kind: page.List}
		mark := r.markAt(i, depth)
		if mark == ':' {
			b.Kind = page.Definitions
		}
		for i < to && r.markAt(i, depth) == mark {
			end := i + 1
			if r.ends(i, depth) {
				r.item(&b, i)
			} else {
				for end < to && r.markAt(end, depth) == mark && !r.ends(end, depth) {
					end++
				}
				b.AddToLast(r.items(i, end, depth+1))
			}
			i = end
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// markAt is the mark of a line at a depth; a term and its definition are of
// one list.
func (r *wikiReader) markAt(i, depth int) byte {
	if c := r.row(i)[depth]; c != ';' {
		return c
	}
	return ':'
}

// ends reports whether the mark at a depth is the last one of a line.
func (r *wikiReader) ends(i, depth int) bool {
	return min(marksOf(r.row(i)), maxMarks) == depth+1
}

// item adds what one line says to a list.
func (r *wikiReader) item(b *page.Block, i int) {
	line, l := r.row(i), r.rows[i]
	marks := marksOf(line)
	from := l.from + marks
	switch line[min(marks, maxMarks)-1] {
	case ';':
		colon := termEnd(line[marks:])
		if colon < 0 {
			b.AddTerm(page.LinesOf(r.gathered(from, l.to)))
			return
		}
		b.AddTerm(page.LinesOf(r.gathered(from, from+colon)))
		b.AddToLast(r.gathered(from+colon+1, l.to))
	case ':':
		b.AddToLast(r.gathered(from, l.to))
	default:
		b.Items = append(b.Items, page.Item{Blocks: r.gathered(from, l.to)})
	}
}

// termEnd is the colon that ends a term: one with a space beside it, else the
// first that is not part of a URL or of a name such as std::errc.
func termEnd(text []byte) int {
	first := -1
	for i, c := range text {
		switch {
		case c != ':':
		case i+1 == len(text) || text[i+1] == ' ' || i > 0 && text[i-1] == ' ':
			return i
		case first < 0 && text[i+1] != ':' && text[i-min(i, 1)] != ':' && !bytes.HasPrefix(text[i:], []byte("://")):
			first = i
		}
	}
	return first
}

// gathered reads a part of a line by itself.
func (r *wikiReader) gathered(from, to int) []page.Block {
	return r.collect(func() { r.gather(from, to) })
}
