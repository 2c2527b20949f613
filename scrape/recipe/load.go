package recipe

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/agext/levenshtein"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/spectab/spectab/model"
)

// ParseRecipe reads and checks a recipe; file is its name for messages. The
// error is of type model.Problems and holds all that is wrong.
func Parse(file string, data []byte) (*Recipe, error) {
	r := &Recipe{file: file}
	body, problems := DecodeYAML(file, data, r)
	defer func() { quoteLines(problems, string(data)) }()
	switch {
	case body == nil && len(problems) == 0:
		return nil, model.Problems{{File: file, Line: 1, Message: "the recipe is empty"}}
	case body == nil:
		return nil, problems.Err()
	}
	r.node = body
	r.check(&problems)
	return r, problems.Err()
}

// quoteLines gives each problem the line of the recipe that it is in. One that
// may hold a password is not shown.
func quoteLines(problems model.Problems, data string) {
	lines := strings.Split(data, "\n")
	for _, p := range problems {
		if p.Line > 0 && p.Line <= len(lines) && !strings.Contains(lines[p.Line-1], "@") {
			p.Text = Excerpt(lines[p.Line-1])
		}
	}
}

// recovered turns a panic into an error: the YAML library has some, on tags
// without a value for instance.
func recovered(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("this is no YAML that can be read (%v)", r)
		}
	}()
	return f()
}

// yamlProblem turns an error of the YAML library into one with a place.
func yamlProblem(file string, err error) *model.Problem {
	p := &model.Problem{File: file, Message: err.Error()}
	var bad tokenError
	if errors.As(err, &bad) {
		p.Line, p.Column = bad.at.Position.Line, bad.at.Position.Column
		return p
	}
	var placed yaml.Error
	if !errors.As(err, &placed) {
		return p
	}
	p.Message = placed.GetMessage()
	if token := placed.GetToken(); token != nil && token.Position != nil {
		p.Line, p.Column = token.Position.Line, token.Position.Column
	}
	return p
}

// checkKeys reports every key of the tree that typ has no field for. The
// library's strict mode stops at the first.
func checkKeys(file string, node ast.Node, typ reflect.Type, problems *model.Problems) {
	for typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	switch n := node.(type) {
	case *ast.AnchorNode:
		checkKeys(file, n.Value, typ, problems)
	case *ast.TagNode:
		checkKeys(file, n.Value, typ, problems)
	case *ast.SequenceNode:
		if typ.Kind() == reflect.Slice {
			for _, value := range n.Values {
				checkKeys(file, value, typ.Elem(), problems)
			}
		}
	case *ast.MappingNode:
		for _, value := range n.Values {
			checkKey(file, value, typ, problems)
		}
	}
}

func checkKey(file string, pair *ast.MappingValueNode, typ reflect.Type, problems *model.Problems) {
	if typ.Kind() == reflect.Map {
		checkKeys(file, pair.Value, typ.Elem(), problems)
		return
	}
	if typ.Kind() != reflect.Struct {
		return
	}
	key := pair.Key.GetToken().Value
	var known []string
	for i := range typ.NumField() {
		name := typ.Field(i).Tag.Get("yaml")
		if name == key {
			checkKeys(file, pair.Value, typ.Field(i).Type, problems)
			return
		}
		if name != "" {
			known = append(known, name)
		}
	}
	pos := pair.Key.GetToken().Position
	*problems = append(*problems, &model.Problem{
		File: file, Line: pos.Line, Column: pos.Column,
		Message: fmt.Sprintf("there is no key %q", key), Hint: Nearest(key, known),
	})
}

// Nearest is a hint that names those of the known words that word may stand
// for: the likely one, or else all of them if they are few.
func Nearest(word string, known []string) string {
	best, distance := "", len(word)/2+1
	for _, k := range known {
		if d := levenshtein.Distance(strings.ToLower(word), strings.ToLower(k), nil); d < distance {
			best, distance = k, d
		}
	}
	if best != "" {
		return fmt.Sprintf("did you mean %q?", best)
	}
	if len(known) > 20 {
		return ""
	}
	known = slices.Compact(slices.Sorted(slices.Values(known)))
	return "known: " + strings.Join(known, ", ")
}

// UnmarshalYAML takes a scalar as it is written, with or without quotes.
func (l *Literal) UnmarshalYAML(node ast.Node) error {
	if _, ok := node.(ast.ScalarNode); !ok {
		return yaml.NodeToValue(node, (*string)(l))
	}
	*l = Literal(node.GetToken().Value)
	return nil
}

// UnmarshalYAML takes the keys as they are written.
func (m *ByCode[V]) UnmarshalYAML(node ast.Node) error {
	n, ok := node.(*ast.MappingNode)
	if !ok {
		return yaml.NodeToValue(node, (*map[string]V)(m))
	}
	*m = make(ByCode[V], len(n.Values))
	for _, pair := range n.Values {
		var v V
		if err := yaml.NodeToValue(pair.Value, &v); err != nil {
			return err
		}
		(*m)[pair.Key.GetToken().Value] = v
	}
	return nil
}

// UnmarshalYAML keeps the table's place, for messages, and takes codes: Code
// for the name and the kind.
func (t *Table) UnmarshalYAML(node ast.Node) error {
	type plain Table
	t.node = node
	if err := yaml.NodeToValue(node, (*plain)(t)); err != nil {
		return err
	}
	for kind, name := range map[model.Kind]string{model.Codes: t.Codes, model.Results: t.Results, model.Params: t.Params, model.Fields: t.Fields, model.Constants: t.Constants} {
		if name != "" {
			t.twice = t.twice || t.Name != "" || t.Kind != ""
			t.Name, t.Kind = name, kind
		}
	}
	return nil
}

// UnmarshalYAML keeps the name's line, for messages.
func (n *Name) UnmarshalYAML(node ast.Node) error {
	type plain Name
	n.line = firstLine(node)
	return yaml.NodeToValue(node, (*plain)(n))
}

// UnmarshalYAML keeps the envelope's line, for messages.
func (e *Envelope) UnmarshalYAML(node ast.Node) error {
	type plain Envelope
	e.line = firstLine(node)
	return yaml.NodeToValue(node, (*plain)(e))
}

// firstLine is the line on which a node begins. The token of a mapping is its
// first colon or brace.
func firstLine(node ast.Node) int {
	if n, ok := node.(*ast.MappingNode); ok && len(n.Values) > 0 && !n.IsFlowStyle {
		node = n.Values[0].Key
	}
	return node.GetToken().Position.Line
}

// line returns the line of a key of the table, else of the table itself.
func (t *Table) line(keys ...string) int {
	if slices.Contains(keys, "name") || slices.Contains(keys, "kind") {
		keys = append(keys, "codes", "results", "params", "fields", "constants")
	}
	return lineOfKey(t.node, keys...)
}

// line returns the line of a key of the recipe, else its first.
func (r *Recipe) line(keys ...string) int { return lineOfKey(r.node, keys...) }

// lineOfKey returns the line of the first of the keys that a mapping has, else
// of the mapping; 0 where there is none.
func lineOfKey(node ast.Node, keys ...string) int {
	if node == nil {
		return 0
	}
	for _, key := range keys {
		if pair := pairOf(node, key); pair != nil {
			return pair.Key.GetToken().Position.Line
		}
	}
	return firstLine(node)
}

// pairOf is what a mapping has of a key; nil where it has none, or node is no
// mapping.
func pairOf(node ast.Node, key string) *ast.MappingValueNode {
	if n, ok := node.(*ast.MappingNode); ok {
		for _, pair := range n.Values {
			if pair.Key.GetToken().Value == key {
				return pair
			}
		}
	}
	return nil
}
