package markup

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/spectab/spectab/scrape/page"
)

// A Fragment is a part of a page that is written down as HTML, so that formats
// which have an own way to write what HTML has too become blocks as HTML does.
// Its lines know where they stand on the page, in whatever order those come.
type Fragment struct {
	out []byte
	nos []int // the line of the page of each line of out
}

// At moves to a line of the page. Nothing else writes a line break.
func (f *Fragment) At(no int) {
	switch {
	case len(f.nos) == 0:
		f.nos = append(f.nos, no)
	case f.nos[len(f.nos)-1] != no:
		f.nos = append(f.nos, no)
		f.out = append(f.out, '\n')
	}
}

// Open writes the start tag of an element, with what attributes it has.
func (f *Fragment) Open(tag string) { f.out = append(append(append(f.out, '<'), tag...), '>') }

// Close writes the end tag of an element.
func (f *Fragment) Close(name string) {
	f.out = append(append(append(f.out, '<', '/'), name...), '>')
}

// Text writes text; line breaks in it are spaces.
func (f *Fragment) Text(text string) {
	text = strings.ReplaceAll(text, "\n", " ")
	f.out = append(f.out, html.EscapeString(text)...)
}

// HTML writes markup that stands on one line.
func (f *Fragment) HTML(markup string) {
	f.out = append(f.out, strings.ReplaceAll(markup, "\n", " ")...)
}

// Whole reports whether markup closes what it opens, of what holds other
// elements or hides what is behind it.
func Whole(markup string) bool {
	open := map[atom.Atom]int{}
	for z := html.NewTokenizer(strings.NewReader(markup)); ; {
		kind := z.Next()
		name, _ := z.TagName()
		a := lookup(name)
		switch {
		case kind == html.ErrorToken:
			return len(open) == 0
		case !holders[a] && !hiders[a]:
		case kind == html.StartTagToken:
			open[a]++
		case kind == html.EndTagToken && open[a] == 0:
			return false
		case kind == html.EndTagToken:
			if open[a]--; open[a] == 0 {
				delete(open, a)
			}
		}
	}
}

var hiders = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Textarea: true, atom.Title: true, atom.Select: true, atom.Svg: true, atom.Math: true,
	atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Plaintext: true, atom.Xmp: true,
}

// Blocks makes blocks of what was written.
func (f *Fragment) Blocks() ([]page.Block, error) {
	if len(f.nos) == 0 {
		return nil, nil
	}
	return readFragment(string(f.out), &lineFinder{src: string(f.out), line: 1, nos: f.nos})
}

// readFragment makes blocks of markup.
func readFragment(markup string, l *lineFinder) ([]page.Block, error) {
	doc, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return nil, fmt.Errorf("line %d: the markup cannot be parsed: %w", l.no(l.line), err)
	}
	w := &htmlWalker{lines: l}
	w.children(doc)
	w.flush()
	return w.blocks, nil
}
