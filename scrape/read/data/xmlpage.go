package data

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/markup"
	"github.com/spectab/spectab/scrape/read/tree"
)

// XML makes blocks of an XML document of records, such as a registry of
// the IANA: elements that are repeated are the rows of a table, what is in
// them its columns, and titles are headings. No entity but the five that XML
// defines is expanded.
func XML(text string) ([]page.Block, error) {
	if docBookMark.MatchString(text) {
		return markup.HTML(docBookToHTML(text))
	}
	p := &xmlParser{dec: xml.NewDecoder(strings.NewReader(text)), text: text, at: lineCounter{text: text, line: 1}}
	p.dec.Strict = false
	// The text is UTF-8 by now, whatever the declaration says.
	p.dec.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	root, err := p.document()
	if err != nil {
		return nil, p.problem(err)
	}
	repeated := map[string]bool{}
	root.findRepeated(repeated)
	d := root.node(repeated)
	if d.Kind == tree.Text && d.Text == "" {
		return nil, nil
	}
	return tree.Blocks(&d)
}

// An element is an element, or, where it has no name, a text.
type element struct {
	name    string
	line    int
	space   bool // white space stands before it
	text    string
	attrs   []tree.Node
	content []*element
}

type xmlParser struct {
	dec      *xml.Decoder
	text     string
	at       lineCounter
	elements int
	space    bool // white space that belongs to what comes next
}

// document reads all of it and returns the root.
func (p *xmlParser) document() (*element, error) {
	top := &element{line: 1}
	open := []*element{top}
	for {
		from := int(p.dec.InputOffset())
		tok, err := p.dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		in := open[len(open)-1]
		switch tok := tok.(type) {
		case xml.StartElement:
			e, err := p.start(tok, from, len(open))
			if err != nil {
				return nil, err
			}
			in.content = append(in.content, e)
			open = append(open, e)
		case xml.EndElement:
			open, p.space = open[:len(open)-1], false
		case xml.CharData:
			p.charData(in, tok, from)
		}
	}
	for _, e := range top.content {
		if e.name != "" {
			return e, nil
		}
	}
	return nil, errors.New("this is not XML: there is no element")
}

func (p *xmlParser) start(tok xml.StartElement, from, depth int) (*element, error) {
	p.at.moveTo(from)
	if p.elements++; p.elements > maxCells {
		return nil, fmt.Errorf("the page has more than %d elements", maxCells)
	}
	if depth > maxDataDepth {
		return nil, fmt.Errorf("the elements are nested deeper than %d", maxDataDepth)
	}
	e := &element{name: tok.Name.Local, line: p.at.line, space: p.space}
	p.space = false
	for _, a := range tok.Attr {
		if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
			e.attrs = append(e.attrs, tree.Node{Key: a.Name.Local, KeyLine: e.line, Text: norm.NFC.String(a.Value), Line: e.line})
		}
	}
	return e, nil
}

// charData adds text to an element, with the line on which it begins.
func (p *xmlParser) charData(e *element, text []byte, from int) {
	raw := p.text[from:p.dec.InputOffset()]
	p.at.moveTo(from + len(raw) - len(strings.TrimLeft(raw, " \t\n\r")))
	s := page.Clean(string(text))
	if s == "" {
		p.space = p.space || len(text) > 0
		return
	}
	e.content = append(e.content, &element{text: norm.NFC.String(s), line: p.at.line, space: p.space || text[0] <= ' '})
	p.space = text[len(text)-1] <= ' '
}

// problem is an error where the parser stands.
func (p *xmlParser) problem(err error) error {
	var syntax *xml.SyntaxError
	message := err.Error()
	if errors.As(err, &syntax) {
		p.at.line = syntax.Line
		message = "this is not XML: " + syntax.Msg
		if syntax.Msg == "unexpected EOF" {
			message = "the page ends inside an element"
		}
	}
	return &model.Problem{Line: p.at.line, Message: message}
}
