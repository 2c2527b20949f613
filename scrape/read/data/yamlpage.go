package data

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"golang.org/x/text/unicode/norm"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/tree"
)

// YAML makes blocks of documents of YAML, as JSON does. An alias is text: what
// it stands for is not repeated.
func YAML(text string) ([]page.Block, error) {
	if line := deepLine(text); line > 0 {
		return nil, &model.Problem{Line: line, Message: fmt.Sprintf("the data is nested deeper than %d", maxDataDepth)}
	}
	file, err := parser.ParseBytes([]byte(text), 0)
	if err != nil {
		return nil, yamlProblem(err, 1+strings.Count(text, "\n"))
	}
	all := tree.Node{Kind: tree.Array, Line: 1}
	for _, doc := range file.Docs {
		if doc.Body != nil {
			all.Members = append(all.Members, yamlNode(doc.Body, 0))
		}
	}
	bound(&all, 1+strings.Count(text, "\n"))
	if len(all.Members) == 1 {
		return blocks(&all.Members[0])
	}
	return blocks(&all)
}

// bound keeps lines on the page: the parser counts one more behind its end.
func bound(d *tree.Node, last int) {
	d.Line, d.KeyLine = min(d.Line, last), min(d.KeyLine, last)
	for i := range d.Members {
		bound(&d.Members[i], last)
	}
}

// yamlProblem is an error of the parser, whose own text has an excerpt that takes
// the longer the more stands on a line.
func yamlProblem(err error, last int) *model.Problem {
	var syntax yaml.Error
	if !errors.As(err, &syntax) || syntax.GetToken() == nil {
		return &model.Problem{Message: "this is not YAML"}
	}
	return &model.Problem{Line: min(lineOf(syntax.GetToken()), last), Message: "this is not YAML: " + syntax.GetMessage()}
}

// deepLine is the first line that is nested deeper than data is, by its
// brackets or its indentation; 0 where none is.
func deepLine(text string) int {
	open, no := 0, 0
	for line := range strings.Lines(text) {
		no++
		open = max(0, open+strings.Count(line, "[")+strings.Count(line, "{")-strings.Count(line, "]")-strings.Count(line, "}"))
		lead := strings.TrimLeft(line, " ")
		dashes := 0
		for strings.HasPrefix(lead[2*dashes:], "- ") {
			dashes++
		}
		if open > maxDataDepth || len(line)-len(lead) > 8*maxDataDepth || dashes > maxDataDepth {
			return no
		}
	}
	return 0
}

// yamlNode is a node as data.
func yamlNode(node ast.Node, depth int) tree.Node {
	d := tree.Node{Line: lineOf(node.GetToken())}
	if depth > maxDataDepth {
		return d
	}
	switch n := node.(type) {
	case *ast.MappingNode:
		d.Kind = tree.Object
		for _, v := range n.Values {
			d.Members = append(d.Members, yamlMember(v, depth))
		}
	case *ast.MappingValueNode:
		d.Kind = tree.Object
		d.Members = []tree.Node{yamlMember(n, depth)}
	case *ast.SequenceNode:
		d.Kind = tree.Array
		for _, v := range n.Values {
			d.Members = append(d.Members, yamlNode(v, depth+1))
		}
	case *ast.AnchorNode:
		return yamlNode(n.Value, depth+1)
	case *ast.TagNode:
		return yamlNode(n.Value, depth+1)
	case *ast.LiteralNode:
		d.Text = norm.NFC.String(n.Value.Value)
		d.Line++
		d.Lines = n.Start.Type == token.LiteralType
	case *ast.StringNode:
		d.Text = norm.NFC.String(n.Value)
	case *ast.NullNode:
	case *ast.AliasNode:
		d.Text = "*" + n.Value.GetToken().Value
	default:
		d.Text = node.GetToken().Value
	}
	return d
}

func yamlMember(v *ast.MappingValueNode, depth int) tree.Node {
	key := v.Key.GetToken()
	d := yamlNode(v.Value, depth+1)
	d.Key, d.KeyLine = norm.NFC.String(key.Value), lineOf(key)
	if d.Line < d.KeyLine {
		d.Line = d.KeyLine
	}
	return d
}

func lineOf(t *token.Token) int {
	if t == nil || t.Position == nil {
		return 1
	}
	return max(1, t.Position.Line)
}
