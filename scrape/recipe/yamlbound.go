package recipe

import (
	"fmt"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/spectab/spectab/model"
)

// MaxYAML is the size from which on a recipe, a policy or a list of accepted
// changes is refused: 1 MiB.
const MaxYAML = 1 << 20

// What the YAML of people has little of, and that of attackers much: a parser
// takes hundreds of bytes a node, and an alias may stand for a whole file.
const (
	maxDepth   = 64
	maxNodes   = 100_000
	maxAliases = 32
)

// parseYAML parses a file, once it is known to be no larger when expanded than
// it looks.
func parseYAML(file string, data []byte) (*ast.File, *model.Problem) {
	if len(data) > MaxYAML {
		return nil, &model.Problem{File: file, Message: fmt.Sprintf("the file is larger than the limit of %d bytes", MaxYAML)}
	}
	var tree *ast.File
	err := recovered(func() (err error) {
		tokens := lexer.Tokenize(string(data))
		b := bounds{}
		for _, t := range tokens {
			if err := b.take(t); err != nil {
				return tokenError{err, t}
			}
		}
		if tree, err = parser.Parse(tokens, 0); err != nil {
			return err
		}
		e := expansion{}
		for _, doc := range tree.Docs {
			if e.size(doc.Body) > MaxYAML {
				return fmt.Errorf("with its aliases written out it is larger than the limit of %d bytes", MaxYAML)
			}
		}
		return nil
	})
	if err != nil {
		return nil, yamlProblem(file, err)
	}
	return tree, nil
}

// A tokenError is what is wrong with a token.
type tokenError struct {
	error
	at *token.Token
}

// bounds are what was seen of a file of YAML so far.
type bounds struct {
	flow    int   // brackets and braces that are open
	columns []int // at which blocks began that are open
	nodes   int
	aliases int
	last    *token.Token
}

func (b *bounds) take(t *token.Token) error {
	b.nodes++
	switch t.Type {
	case token.SequenceStartType, token.MappingStartType:
		b.flow++
	case token.SequenceEndType, token.MappingEndType:
		b.flow--
	case token.SequenceEntryType, token.MappingKeyType:
		b.block(t)
	case token.MappingValueType:
		if b.last != nil {
			b.block(b.last)
		}
	case token.MergeKeyType:
		return fmt.Errorf("merge keys (<<) are not read: write out what they stand for")
	case token.AliasType:
		b.aliases++
	}
	if t.Type != token.SpaceType && t.Type != token.CommentType {
		b.last = t
	}
	switch {
	case b.flow+len(b.columns) > maxDepth:
		return fmt.Errorf("it nests deeper than %d levels", maxDepth)
	case b.nodes > maxNodes:
		return fmt.Errorf("it has more than %d parts", maxNodes)
	case b.aliases > maxAliases:
		return fmt.Errorf("it has more than %d aliases", maxAliases)
	}
	return nil
}

// block begins a block at the column of its first token, and ends those that
// stand further to the right.
func (b *bounds) block(t *token.Token) {
	if b.flow > 0 {
		return
	}
	for len(b.columns) > 0 && b.columns[len(b.columns)-1] >= t.Position.Column {
		b.columns = b.columns[:len(b.columns)-1]
	}
	b.columns = append(b.columns, t.Position.Column)
}

// An expansion knows how large anchors are, written out.
type expansion map[string]int

// size is about how many bytes a node has with its aliases written out.
func (e expansion) size(node ast.Node) int {
	n := 1
	switch node := node.(type) {
	case nil:
		return 0
	case *ast.MappingNode:
		for _, pair := range node.Values {
			n += e.size(pair)
		}
	case *ast.MappingValueNode:
		n += e.size(node.Key) + e.size(node.Value)
	case *ast.SequenceNode:
		for _, value := range node.Values {
			n += e.size(value)
		}
	case *ast.TagNode:
		n += e.size(node.Value)
	case *ast.AnchorNode:
		n += e.size(node.Value)
		e[node.Name.String()] = n
	case *ast.AliasNode:
		n += e[node.Value.String()]
	default:
		n += len(node.GetToken().Value)
	}
	return min(n, MaxYAML+1)
}
