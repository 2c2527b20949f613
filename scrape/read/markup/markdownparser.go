package markup

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdownParser is goldmark's own list of parsers, but for HTML and links, with those
// of the extensions. Only the first half of the table extension is used: the
// second, which takes the backslash from \| inside code, costs the square of
// the number of such cells; see markdownReader.codeText.
var markdownParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(extension.NewFootnoteBlockParser(), 850),
			util.Prioritized(markupParser{parser.NewHTMLBlockParser()}, 900),
			util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(noteParser{}, 150),
			util.Prioritized(linkParser{parser.NewLinkParser()}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(extension.NewStrikethroughParser(), 500)),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(referenceTransformer{}, 50),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
	)
})

// A markupParser takes a line that begins with a tag as HTML, unless the tag
// is that of a component: in MDX, a heading or a table may follow on the next
// line, where CommonMark would have nothing but HTML down to a blank line.
type markupParser struct{ parser.BlockParser }

func (p markupParser) Open(parent ast.Node, reader gmtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if m := component.FindSubmatch(line); m != nil && !isStructure(lookup(m[1])) {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

var component = regexp.MustCompile(`^ {0,3}</?([A-Z][A-Za-z0-9.]*)`)

// A linkParser does not look twice at a URL that is too long. goldmark goes to
// the end of it at each of its brackets, so that a page of "[a](" without a
// space would take the square of its length.
type linkParser struct{ parser.InlineParser }

// The length up to which that costs little.
const maxRescan = 4096

// How far of a paragraph it is known that no URL ends, of the two forms.
var noURL, noBracedURL = parser.NewContextKey(), parser.NewContextKey()

func (p linkParser) Parse(parent ast.Node, block gmtext.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("](")) {
		if len(line) > 0 && line[0] != ']' && len(pc.References()) == 0 && !linksSoon(block.Source()[segment.Start:]) {
			return nil // a bracket that is none; each that stays open is looked at again and again
		}
		return p.InlineParser.Parse(parent, block, pc)
	}
	key, end := noURL, " \t\n"
	if bytes.HasPrefix(line, []byte("](<")) {
		key, end = noBracedURL, ">"
	}
	if known, ok := pc.Get(key).(int); ok && segment.Start < known {
		return nil
	}
	n := p.InlineParser.Parse(parent, block, pc)
	if n == nil {
		if size := indexAny(line, end); size > maxRescan {
			pc.Set(key, segment.Start+size)
		}
	}
	return n
}

// linksSoon reports whether an address follows a bracket, within the length of
// what anybody calls a link.
func linksSoon(text []byte) bool {
	return bytes.Contains(text[:min(len(text), maxRescan)], []byte("]("))
}

// indexAny is bytes.IndexAny, with the length where there is none.
func indexAny(s []byte, chars string) int {
	if i := bytes.IndexAny(s, chars); i >= 0 {
		return i
	}
	return len(s)
}

// CloseBlock forgets brackets that were not closed.
func (p linkParser) CloseBlock(parent ast.Node, block gmtext.Reader, pc parser.Context) {
	if c, ok := p.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

// A noteParser takes references to notes out of the text, where the page has
// the notes or these are numbered. The parser of notes keeps them apart.
type noteParser struct{}

var (
	noteReference = regexp.MustCompile(`^\[\^([^\]\s]{1,60})\]`)
	noteBegin     = regexp.MustCompile(`(?m)^[ \t>]*\[\^([^\]\s]{1,60})\]:`)
	notesKey      = parser.NewContextKey()
)

func (noteParser) Trigger() []byte { return []byte{'['} }

func (noteParser) Parse(_ ast.Node, block gmtext.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	m := noteReference.FindSubmatch(line)
	if m == nil {
		return nil
	}
	notes, ok := pc.Get(notesKey).(map[string]bool)
	if !ok {
		notes = map[string]bool{}
		for _, n := range noteBegin.FindAllSubmatch(block.Source(), -1) {
			notes[string(n[1])] = true
		}
		pc.Set(notesKey, notes)
	}
	if !notes[string(m[1])] && strings.Trim(string(m[1]), "0123456789") != "" {
		return nil
	}
	block.Advance(len(m[0]))
	return ast.NewTextSegment(gmtext.NewSegment(segment.Start, segment.Start))
}
