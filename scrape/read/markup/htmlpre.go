package markup

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/spectab/spectab/scrape/page"
)

// A preText gathers preformatted text line by line. Lines end where the source
// breaks them, at <br>, and behind an element of block level: code viewers
// make one for each line.
type preText struct {
	lines []page.Line
	line  []byte // the line that is being gathered
	no    int    // where that begins
	at    int    // the line of the source that has been reached
}

// preformatted keeps the line breaks of the source.
func (w *htmlWalker) preformatted(n *html.Node) {
	w.flush()
	t := &preText{at: w.lines.line}
	w.preLines(n, t)
	t.end()
	if lines := withoutBlankEnds(t.lines); len(lines) > 0 {
		for i := range lines { // <br> and elements of block level break lines that the source does not
			lines[i].No = w.lines.no(min(max(lines[i].No, 1), w.lines.last()))
		}
		w.add(n, page.Block{Kind: page.Preformatted, Lines: lines})
	}
}

// isListing reports whether an element shows source code, of which each line is
// an element: as Doxygen writes it, and viewers that number lines.
func isListing(n *html.Node) bool {
	if !hasWord(attribute(n, "class"), listingClasses) {
		return false
	}
	lines := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && !isBlank(c.Data):
			return false
		case c.Type == html.ElementNode && c.DataAtom == atom.Div && hasWord(attribute(c, "class"), lineClasses):
			lines++
		}
	}
	return lines > 0
}

var (
	listingClasses = []string{"fragment", "highlight", "code", "listing"}
	lineClasses    = []string{"line"}
)

func (w *htmlWalker) preLines(n *html.Node, t *preText) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			w.preNode(c.Data, t)
		case c.DataAtom == atom.Br:
			t.end()
		case c.Type == html.ElementNode && isUnseen(c):
			w.skip(c)
		case c.Type == html.ElementNode:
			w.preLines(c, t)
			if isBlockLevel(c.DataAtom) && len(t.line) > 0 {
				t.end()
			}
		}
	}
}

// preNode adds a text node, whose first line begins above what the lineFinder
// finds by the line breaks in front of it.
func (w *htmlWalker) preNode(data string, t *preText) {
	if text := strings.TrimLeft(data, " \t\r\n\f"); text != "" {
		w.lines.find(data)
		t.at = max(1, w.lines.line-strings.Count(data[:len(data)-len(text)], "\n"))
	}
	for {
		text, rest, more := strings.Cut(data, "\n")
		t.add(text)
		if !more {
			return
		}
		t.end()
		t.at++
		data = rest
	}
}

func (t *preText) add(text string) {
	if len(t.line) == 0 {
		t.no = t.at
	}
	t.line = append(t.line, text...)
}

func (t *preText) end() {
	if len(t.line) == 0 {
		t.no = t.at
	}
	t.lines = append(t.lines, page.Line{Text: strings.TrimRight(string(t.line), " \t\r"), No: t.no})
	t.line = t.line[:0]
}

func withoutBlankEnds(lines []page.Line) []page.Line {
	for len(lines) > 0 && lines[0].Text == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].Text == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}
