package markup

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
)

// A referenceTransformer takes the plain definitions of links at the head of a
// paragraph, all at once. goldmark takes them one by one, and copies the rest
// of the paragraph for each.
type referenceTransformer struct{}

var (
	plainReference = regexp.MustCompile(`^ {0,3}\[((?:[^\[\]\\]|\\.)*[^\[\]\\\s](?:[^\[\]\\]|\\.)*)\]:[ \t]+([^\s<][^\s]*)[ \t]*\r?\n?$`)
	titleNext      = regexp.MustCompile(`^\s*["'(]`)
)

// Transform implements parser.ParagraphTransformer.
func (referenceTransformer) Transform(node *ast.Paragraph, reader gmtext.Reader, pc parser.Context) {
	lines, source := node.Lines(), reader.Source()
	n := 0
	for ; n < lines.Len(); n++ {
		line := lines.At(n)
		m := plainReference.FindSubmatch(line.Value(source))
		if m == nil {
			break
		}
		if n+1 < lines.Len() {
			if next := lines.At(n + 1); titleNext.Match(next.Value(source)) {
				break
			}
		}
		pc.AddReference(parser.NewReference(m[1], m[2], nil))
	}
	switch {
	case n == 0:
	case n == lines.Len():
		node.Parent().RemoveChild(node.Parent(), node)
	default:
		rest := gmtext.NewSegments()
		rest.AppendAll(lines.Sliced(n, lines.Len()))
		node.SetLines(rest)
	}
}
