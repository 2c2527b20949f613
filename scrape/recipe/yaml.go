package recipe

import (
	"reflect"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/spectab/spectab/model"
)

// DecodeYAML reads a file of one document into v, a pointer, and reports every
// key that v has no field for; file is its name for messages. The node is nil
// where there is nothing in v: the file is empty, or there are problems that
// leave none.
func DecodeYAML(file string, data []byte, v any) (ast.Node, model.Problems) {
	tree, problem := parseYAML(file, data)
	if problem != nil {
		return nil, model.Problems{problem}
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		return nil, nil
	}
	body := tree.Docs[0].Body
	var problems model.Problems
	for _, further := range tree.Docs[1:] {
		if further.Body != nil {
			problems.Add(file, firstLine(further.Body), "keep one of them", "the file has several documents")
		}
	}
	checkKeys(file, body, reflect.TypeOf(v), &problems)
	if err := recovered(func() error { return yaml.NodeToValue(body, v) }); err != nil {
		return nil, append(problems, yamlProblem(file, err))
	}
	return body, problems
}
