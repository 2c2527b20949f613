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

// ClearGone takes back what SetGone declared, and changes nothing else. The
// error is a *model.Problem.
func ClearGone(file string, data []byte, table string) ([]byte, error) {
	recipe, err := Parse(file, data)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(recipe.Tables, func(t Table) bool { return t.Name == table })
	plain := &model.Problem{File: file, Message: "table " + table + " is back, which cannot be declared here", Hint: "remove its gone:"}
	if at < 0 {
		return nil, plain
	}
	start, _ := lineSpan(data, recipe.Tables[at].line("gone"))
	for _, form := range goneForms {
		place := form.FindIndex(data[start:])
		if place == nil || bytes.ContainsRune(data[start:start+place[0]], '\n') {
			continue
		}
		changed := slices.Concat(data[:start+place[0]], data[start+place[1]:])
		if now, err := Parse(file, changed); err == nil && len(now.Tables) == len(recipe.Tables) && now.Tables[at].Name == table && now.Tables[at].Gone == "" {
			return changed, nil
		}
	}
	return nil, plain
}

// goneForms are a key of its own line, one before or behind others in braces,
// and the first of a table, whose place the next key takes.
var goneForms = []*regexp.Regexp{
	regexp.MustCompile(`["']?\bgone["']?\s*:\s*["']?[\d-]+["']?,[ \t]*`),
	regexp.MustCompile(`,[ \t]*["']?\bgone["']?\s*:\s*["']?[\d-]+["']?`),
	regexp.MustCompile(`(?m)^[ \t]*["']?gone["']?\s*:\s*["']?[\d-]+["']?[ \t]*\r?\n`),
	regexp.MustCompile(`["']?\bgone["']?\s*:\s*["']?[\d-]+["']?[ \t]*\r?\n[ \t]*`),
}

var tableName = regexp.MustCompile(`["']?\b(?:name|codes|results|params|fields|constants)["']?\s*:`)

// topLevel is the value of a key of a recipe, or nil.
func topLevel(data []byte, key string) ast.Node {
	tree, problem := parseYAML("", data)
	if problem != nil || len(tree.Docs) == 0 {
		return nil
	}
	if pair := pairOf(tree.Docs[0].Body, key); pair != nil {
		return pair.Value
	}
	return nil
}
