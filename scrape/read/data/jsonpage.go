package data

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/tree"
)

// maxDataDepth is how deep data may be nested; documentation is not.
const maxDataDepth = 100

// JSON makes blocks of a JSON document, or of several, one behind the
// other, as logs and exports have them.
func JSON(text string) ([]page.Block, error) {
	p := &jsonParser{dec: json.NewDecoder(strings.NewReader(text)), at: lineCounter{text: text, line: 1}}
	p.dec.UseNumber()
	all := tree.Node{Kind: tree.Array, Line: 1}
	for {
		tok, err := p.token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, p.problem(err)
		}
		d, err := p.value(tok, 0)
		if err != nil {
			return nil, p.problem(err)
		}
		all.Members = append(all.Members, d)
	}
	if len(all.Members) == 1 {
		return blocks(&all.Members[0])
	}
	return blocks(&all)
}

type jsonParser struct {
	dec    *json.Decoder
	at     lineCounter
	values int
}

// token is the next token; at stands on its end, which is on the same line as
// its beginning, since no token holds a line break.
func (p *jsonParser) token() (json.Token, error) {
	tok, err := p.dec.Token()
	p.at.moveTo(int(p.dec.InputOffset()))
	return tok, err
}

// value is the node that begins with a token.
func (p *jsonParser) value(tok json.Token, depth int) (tree.Node, error) {
	d := tree.Node{Line: p.at.line}
	if p.values++; p.values > maxCells {
		return d, fmt.Errorf("the page has more than %d values", maxCells)
	}
	if depth > maxDataDepth {
		return d, fmt.Errorf("the data is nested deeper than %d", maxDataDepth)
	}
	var err error
	switch tok := tok.(type) {
	case json.Delim:
		d.Kind = tree.Array
		if tok == '{' {
			d.Kind = tree.Object
		}
		d.Members, err = p.members(d.Kind, depth)
	case string:
		d.Text, err = p.string(tok)
	case nil:
	default: // json.Number, bool
		d.Text = fmt.Sprint(tok)
	}
	return d, err
}

// members reads what stands in an object or array, and its end.
func (p *jsonParser) members(kind tree.Kind, depth int) ([]tree.Node, error) {
	var members []tree.Node
	for p.dec.More() {
		key, keyLine := "", 0
		tok, err := p.token()
		if err == nil && kind == tree.Object {
			keyLine = p.at.line
			if key, err = p.string(tok.(string)); err == nil {
				tok, err = p.token()
			}
		}
		if err != nil {
			return nil, err
		}
		d, err := p.value(tok, depth+1)
		if err != nil {
			return nil, err
		}
		d.Key, d.KeyLine = key, keyLine
		members = append(members, d)
	}
	if _, err := p.token(); err != nil {
		return nil, err
	}
	return members, nil
}

// string is a string in NFC; an escape of half a character is an error.
func (p *jsonParser) string(s string) (string, error) {
	if strings.ContainsRune(s, utf8.RuneError) && !strings.ContainsRune(p.at.text, utf8.RuneError) {
		return "", errors.New(`an escape (\ud800 to \udfff) stands for half a character`)
	}
	return norm.NFC.String(s), nil
}

// problem is an error where the parser stands.
func (p *jsonParser) problem(err error) error {
	var syntax *json.SyntaxError
	message := err.Error()
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		p.at.moveTo(len(strings.TrimRight(p.at.text, "\n")))
		message = "the page ends inside a value"
	case errors.As(err, &syntax):
		p.at.moveTo(int(syntax.Offset))
		message = "this is not JSON: " + message
	}
	return &model.Problem{Line: p.at.line, Message: message}
}

// A lineCounter tells the line of an offset, which may only grow.
type lineCounter struct {
	text string
	pos  int
	line int // of pos, from 1
}

func (c *lineCounter) moveTo(pos int) {
	if pos = min(pos, len(c.text)); pos > c.pos {
		c.line += strings.Count(c.text[c.pos:pos], "\n")
		c.pos = pos
	}
}
