package scrape

import (
	"bytes"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/spectab/spectab/model"
)

// SetRetrieved changes the day of the snapshot in the text of a recipe, and
// nothing else: comments, order and spelling are its author's. The error is a
// *model.Problem.
func SetRetrieved(file string, data []byte, day string) ([]byte, error) {
	plain := &model.Problem{File: file, Message: "the date of the snapshot cannot be changed here", Hint: "write it plainly, retrieved: " + day}
	old := topLevel(data, "retrieved")
	if old == nil {
		return nil, plain
	}
	if old.GetToken().Value == day {
		return data, nil
	}
	line, text := old.GetToken().Position.Line, []byte(old.GetToken().Value)
	start := 0
	for range line - 1 {
		start += bytes.IndexByte(data[start:], '\n') + 1
	}
	end := len(data)
	if n := bytes.IndexByte(data[start:], '\n'); n >= 0 {
		end = start + n
	}
	// The line may have the same text elsewhere, in a comment or in another
	// value: the place is right where it is the key's value that changes.
	for at := start; ; at += len(text) {
		next := bytes.Index(data[at:end], text)
		if next < 0 || len(text) == 0 {
			return nil, plain
		}
		at += next
		changed := bytes.Join([][]byte{data[:at], []byte(day), data[at+len(text):]}, nil)
		if now := topLevel(changed, "retrieved"); now != nil && now.GetToken().Value == day {
			return changed, nil
		}
	}
}

// topLevel is the value of a key of a recipe, or nil.
func topLevel(data []byte, key string) ast.Node {
	var tree *ast.File
	err := recovered(func() (err error) {
		tree, err = parser.ParseBytes(data, 0)
		return err
	})
	if err != nil || len(tree.Docs) == 0 {
		return nil
	}
	var pairs []*ast.MappingValueNode
	switch body := tree.Docs[0].Body.(type) {
	case *ast.MappingNode:
		pairs = body.Values
	case *ast.MappingValueNode:
		pairs = append(pairs, body)
	}
	for _, pair := range pairs {
		if pair.Key.GetToken().Value == key {
			return pair.Value
		}
	}
	return nil
}
