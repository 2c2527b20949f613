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
	all := datum{kind: arrayDatum, line: 1}
	for _, doc := range file.Docs {
		if doc.Body != nil {
			all.members = append(all.members, yamlDatum(doc.Body, 0))
		}
	}
	all.bound(1 + strings.Count(text, "\n"))
	if len(all.members) == 1 {
		return dataBlocks(&all.members[0])
	}
	return dataBlocks(&all)
}

// bound keeps lines on the page: the parser counts one more behind its end.
func (d *datum) bound(last int) {
	d.line, d.keyLine = min(d.line, last), min(d.keyLine, last)
	for i := range d.members {
		d.members[i].bound(last)
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

// yamlDatum is a node as data.
func yamlDatum(node ast.Node, depth int) datum {
	d := datum{line: lineOf(node.GetToken())}
	if depth > maxDataDepth {
		return d
	}
	switch n := node.(type) {
	case *ast.MappingNode:
		d.kind = objectDatum
		for _, v := range n.Values {
			d.members = append(d.members, yamlMember(v, depth))
		}
	case *ast.MappingValueNode:
		d.kind = objectDatum
		d.members = []datum{yamlMember(n, depth)}
	case *ast.SequenceNode:
		d.kind = arrayDatum
		for _, v := range n.Values {
			d.members = append(d.members, yamlDatum(v, depth+1))
		}
	case *ast.AnchorNode:
		return yamlDatum(n.Value, depth+1)
	case *ast.TagNode:
		return yamlDatum(n.Value, depth+1)
	case *ast.LiteralNode:
		d.text = norm.NFC.String(n.Value.Value)
		d.line++
	case *ast.StringNode:
		d.text = norm.NFC.String(n.Value)
	case *ast.NullNode:
	case *ast.AliasNode:
		d.text = "*" + n.Value.GetToken().Value
	default:
		d.text = node.GetToken().Value
	}
	return d
}

func yamlMember(v *ast.MappingValueNode, depth int) datum {
	key := v.Key.GetToken()
	d := yamlDatum(v.Value, depth+1)
	d.key, d.keyLine = norm.NFC.String(key.Value), lineOf(key)
	if d.line < d.keyLine {
		d.line = d.keyLine
	}
	return d
}

func lineOf(t *token.Token) int {
	if t == nil || t.Position == nil {
		return 1
	}
	return max(1, t.Position.Line)
}
