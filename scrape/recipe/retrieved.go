package recipe

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

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
	text := []byte(old.GetToken().Value)
	start, end := lineSpan(data, old.GetToken().Position.Line)
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

// lineSpan is the place of a line, without its end.
func lineSpan(data []byte, line int) (start, end int) {
	for range line - 1 {
		start += bytes.IndexByte(data[start:], '\n') + 1
	}
	if n := bytes.IndexByte(data[start:], '\n'); n >= 0 {
		return start, start + n
	}
	return start, len(data)
}

// SetGone declares in the text of a recipe that the page has lost a table, and
// changes nothing else. The error is a *model.Problem.
func SetGone(file string, data []byte, table, day string) ([]byte, error) {
	plain := &model.Problem{File: file, Message: "table " + table + " cannot be declared gone here", Hint: "write below its name, gone: " + day}
	recipe, err := Parse(file, data)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(recipe.Tables, func(t Table) bool { return t.Name == table })
	if at < 0 {
		return nil, plain
	}
	start, end := lineSpan(data, recipe.Tables[at].line("name"))
	found := tableName.FindAllIndex(data[start:end], -1)
	for _, place := range found {
		begin, next := start+place[0], "gone: "+day+", "
		if lead := data[start:begin]; len(bytes.TrimLeft(lead, " -")) == 0 {
			next = "gone: " + day + "\n" + strings.Repeat(" ", len(lead))
		}
		changed := bytes.Join([][]byte{data[:begin], []byte(next), data[begin:]}, nil)
		if now, err := Parse(file, changed); err == nil && len(now.Tables) == len(recipe.Tables) && now.Tables[at].Name == table && now.Tables[at].Gone == day {
			return changed, nil
		}
	}
	return nil, plain
}

var tableName = regexp.MustCompile(`["']?\b(?:name|codes|results|params|fields|constants)["']?\s*:`)

// topLevel is the value of a key of a recipe, or nil.
func topLevel(data []byte, key string) ast.Node {
	tree, problem := parseYAML("", data)
	if problem != nil || len(tree.Docs) == 0 {
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
