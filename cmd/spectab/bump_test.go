package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/gen"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
)

// acme is a source with a table of every kind.
func acme() *model.Spec {
	return &model.Spec{
		Source: "acme", Title: "Acme", URL: "https://acme.example/errors", Language: "en", Package: "acme",
		Snapshot: model.Snapshot{File: "page.html", Retrieved: "2026-11-22"},
		Tables: []model.Table{
			{Name: "Code", Kind: model.Codes, Heading: "Errors", Columns: []model.Column{{Header: "Retriable", Name: "Retriable", Type: "bool"}}, Entries: []model.Entry{
				code("1", "token_expired", "The token has expired after 5 minutes.", 401, "Tokens"),
				code("2", "token_invalid", "The token is not one of ours.", 401, "Tokens"),
				code("3", "user_unknown", "There is no user of that name.", 404, "Users"),
				code("4", "user_frozen", "The account of the user is frozen.", 403, "Users"),
			}},
			{Name: "Result", Kind: model.Results, Prefix: "Result", Entries: []model.Entry{{Code: "PASS", Text: "All went well."}, {Code: "FAIL", Text: "Nothing went well."}}},
			{Name: "Status", Kind: model.Results, Prefix: "Status", Entries: []model.Entry{{Code: "up"}, {Code: "down"}}},
			{Name: "Param", Kind: model.Params, Prefix: "Param", Entries: []model.Entry{
				{Code: "format", Text: "Form of the answer.", Type: "string", Default: "json", Values: []string{"json", "xml"}, Required: true},
				{Code: "limit", Text: "Most rows.", Type: "integer", Max: 50, Default: "10", Required: true},
				{Code: "offset", Text: "First row.", Type: "integer", Max: 500, Default: "0"},
			}},
			{Name: "Field", Kind: model.Fields, Prefix: "Field", Entries: []model.Entry{{Code: "id", Text: "Number of the row.", Type: "integer"}, {Code: "name", Text: "Name of the row.", Type: "string"}}},
			{Name: "Limit", Kind: model.Constants, Entries: []model.Entry{{Key: "MaxTries", Code: "5", Type: "integer"}, {Key: "Endpoint", Code: "https://acme.example/api", Type: "url"}}},
		},
	}
}

func code(code, key, text string, status int, group string) model.Entry {
	return model.Entry{Code: code, Key: key, Text: text, Texts: map[string]string{"en": text}, HTTP: status, Group: group, Remedy: "Ask for help.", Extra: map[string]string{"Retriable": "true"}}
}

func entry(s *model.Spec, table, id string) *model.Entry { return s.Table(table).Find(id) }

func drop(s *model.Spec, table, id string) {
	t := s.Table(table)
	t.Entries = slices.DeleteFunc(slices.Clone(t.Entries), func(e model.Entry) bool { return t.ID(&e) == id })
}

func insert(s *model.Spec, table string, e model.Entry) {
	s.Table(table).Entries = append(s.Table(table).Entries, e)
}

func codesOf(s *model.Spec, do func(e *model.Entry)) {
	for i := range s.Table("Code").Entries {
		do(&s.Table("Code").Entries[i])
	}
}

type bump struct {
	rule   string
	giveUp bool
	edit   func(s *model.Spec)
}

// bumps has an edit for each rule that answers for packages. Giving up means
// that the lines of the lock are deleted, so that nothing remains.
var bumps = []bump{
	{"code-added", false, func(s *model.Spec) { insert(s, "Code", code("5", "quota", "No more calls today.", 429, "Users")) }},
	{"code-removed", false, func(s *model.Spec) { drop(s, "Code", "4") }},
	{"code-purged", true, func(s *model.Spec) { drop(s, "Code", "4") }},
	{"code-reused", false, func(s *model.Spec) {
		e := entry(s, "Code", "4")
		e.Key, e.Text = "maintenance", "Come back tomorrow."
		e.Texts = map[string]string{"en": e.Text}
	}},
	{"code-renamed", false, func(s *model.Spec) {
		s.Table("Code").Overrides = []model.Override{{Code: "4", Name: "Frozen", Was: "UserFrozen", Why: "shorter"}}
	}},
	{"name-changed", true, func(s *model.Spec) {
		s.Table("Code").Overrides = []model.Override{{Code: "4", Name: "Frozen", Why: "shorter"}}
	}},
	{"code-format", false, func(s *model.Spec) { entry(s, "Code", "4").Code = "004" }},
	{"code-format", true, func(s *model.Spec) { s.Table("Code").Value.Type = "int32" }},
	{"code-moved", false, func(s *model.Spec) { insert(s, "Code", *entry(s, "Result", "PASS")); drop(s, "Result", "PASS") }},
	{"key-changed", false, func(s *model.Spec) { entry(s, "Code", "4").Key = "user_locked" }},
	{"field-added", false, func(s *model.Spec) {
		insert(s, "Field", model.Entry{Code: "age", Text: "Age in days.", Type: "integer"})
	}},
	{"field-removed", false, func(s *model.Spec) { drop(s, "Field", "name") }},
	{"constant-added", false, func(s *model.Spec) {
		insert(s, "Limit", model.Entry{Key: "Window", Code: "300", Type: "seconds"})
	}},
	{"constant-removed", false, func(s *model.Spec) { drop(s, "Limit", "MaxTries") }},
	{"message-reworded", false, func(s *model.Spec) { entry(s, "Result", "PASS").Text = "Everything is in order." }},
	{"message-suspect", false, func(s *model.Spec) { entry(s, "Param", "limit").Text = "Least rows." }},
	{"message-removed", false, func(s *model.Spec) { entry(s, "Result", "PASS").Text = "" }},
	{"prose-reworded", false, func(s *model.Spec) { entry(s, "Code", "4").Remedy = "Call for help." }},
	{"prose-suspect", false, func(s *model.Spec) { entry(s, "Code", "4").Remedy = "Do not ask for help." }},
	{"prose-removed", false, func(s *model.Spec) { entry(s, "Code", "4").Remedy = "" }},
	{"whitespace", false, func(s *model.Spec) { entry(s, "Code", "4").Remedy = "Ask  for help." }},
	{"typography", false, func(s *model.Spec) { entry(s, "Code", "4").Remedy = "ask for help" }},
	{"links", false, func(s *model.Spec) { entry(s, "Code", "4").Remedy = "Ask for help. https://acme.example/help" }},
	{"deprecation-marked", false, func(s *model.Spec) { entry(s, "Code", "4").Deprecated = "use 3" }},
	{"reclassified", false, func(s *model.Spec) { entry(s, "Code", "4").HTTP = 400 }},
	{"section-renamed", false, func(s *model.Spec) {
		codesOf(s, func(e *model.Entry) { e.Group = strings.Replace(e.Group, "Users", "People", 1) })
	}},
	{"attribute-changed", false, func(s *model.Spec) { entry(s, "Code", "4").Extra = map[string]string{"Retriable": "false"} }},
	{"class-lost", false, func(s *model.Spec) { codesOf(s, func(e *model.Entry) { e.HTTP = 0 }) }},
	{"column-removed", false, func(s *model.Spec) { codesOf(s, func(e *model.Entry) { e.Remedy = "" }) }},
	{"column-renamed", false, func(s *model.Spec) {
		s.Table("Code").Columns = []model.Column{{Header: "Retry", Name: "Retry", Type: "bool"}}
		codesOf(s, func(e *model.Entry) { e.Extra = map[string]string{"Retry": "true"} })
	}},
	{"column-added", false, func(s *model.Spec) { codesOf(s, func(e *model.Entry) { e.Detail = "More of it." }) }},
	{"table-added", false, func(s *model.Spec) {
		s.Tables = append(s.Tables, model.Table{Name: "State", Kind: model.Results, Prefix: "State", Entries: []model.Entry{{Code: "up"}, {Code: "down"}}})
	}},
	{"table-lost", true, func(s *model.Spec) { s.Tables = slices.Delete(s.Tables, 1, 2) }},
	{"tables-merged", false, func(s *model.Spec) {
		s.Table("Code").Entries = append(s.Table("Code").Entries, s.Table("Status").Entries...)
		s.Table("Status").Entries = nil
	}},
	{"tables-split", false, func(s *model.Spec) {
		t := s.Table("Code")
		late := model.Table{Name: "UserCode", Kind: model.Codes, Prefix: "UserCode", Columns: t.Columns, Entries: t.Entries[2:]}
		t.Entries = t.Entries[:2]
		s.Tables = append(s.Tables, late)
	}},
	{"table-renamed", true, func(s *model.Spec) { s.Table("Result").Name = "Outcome" }},
	{"heading-changed", false, func(s *model.Spec) { s.Table("Code").Heading = "Failures" }},
	{"rows-reordered", false, func(s *model.Spec) { slices.Reverse(s.Table("Code").Entries) }},
	{"param-added-optional", false, func(s *model.Spec) {
		insert(s, "Param", model.Entry{Code: "sort", Text: "Order of rows.", Type: "string"})
	}},
	{"param-added-required", false, func(s *model.Spec) {
		insert(s, "Param", model.Entry{Code: "token", Text: "Who asks.", Type: "string", Required: true})
	}},
	{"param-removed", false, func(s *model.Spec) { drop(s, "Param", "offset") }},
	{"param-became-required", false, func(s *model.Spec) { entry(s, "Param", "offset").Required = true }},
	{"param-became-optional", false, func(s *model.Spec) { entry(s, "Param", "limit").Required = false }},
	{"param-type", false, func(s *model.Spec) { entry(s, "Param", "limit").Type = "string" }},
	{"param-type-narrowed", false, func(s *model.Spec) { entry(s, "Param", "limit").Type = "int32" }},
	{"param-type-widened", false, func(s *model.Spec) { entry(s, "Param", "limit").Type = "integer or string" }},
	{"type-notation", false, func(s *model.Spec) { entry(s, "Param", "limit").Type = "int" }},
	{"field-type", false, func(s *model.Spec) { entry(s, "Field", "name").Type = "object" }},
	{"constant-type", false, func(s *model.Spec) { entry(s, "Limit", "MaxTries").Type = "number" }},
	{"param-default", false, func(s *model.Spec) { entry(s, "Param", "limit").Default = "20" }},
	{"limit-tightened", false, func(s *model.Spec) { entry(s, "Limit", "MaxTries").Code = "3" }},
	{"limit-loosened", false, func(s *model.Spec) { entry(s, "Param", "limit").Max = 100 }},
	{"value-changed", false, func(s *model.Spec) { entry(s, "Limit", "Endpoint").Code = "https://acme.example/v2" }},
	{"value-removed", false, func(s *model.Spec) { entry(s, "Param", "format").Values = []string{"json"} }},
	{"value-added", false, func(s *model.Spec) { entry(s, "Param", "format").Values = []string{"json", "xml", "yaml"} }},
	{"title-changed", false, func(s *model.Spec) { s.Title = "Errors of Acme" }},
	{"source-moved", false, func(s *model.Spec) { s.URL = "https://acme.example/docs/errors" }},
	{"source-moved-host", false, func(s *model.Spec) { s.URL = "https://docs.example/errors" }},
}

// The bump that the rules give is at least the one that an API differ wants
// of the two packages.
func TestBumps(t *testing.T) {
	if testing.Short() {
		t.Skip("runs an API differ on many packages")
	}
	differ := apidiff(t)
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "go.mod"), []byte("module bumps\n\ngo 1.23\n"))
	before := acme()
	lock := emit(t, dir, "before", before, model.NewLock(model.LockFile))
	for i, b := range bumps {
		t.Run(fmt.Sprintf("%02d %s", i, b.rule), func(t *testing.T) {
			t.Parallel()
			after, from := acme(), lock
			if b.edit(after); b.giveUp {
				from = model.NewLock(model.LockFile)
			}
			folder := fmt.Sprintf("after%02d", i)
			emit(t, dir, folder, after, from)
			changes := drift.Compare(before, after)
			if !slices.ContainsFunc(changes, func(c drift.Change) bool { return c.ID == b.rule }) {
				t.Errorf("the rule does not answer; the changes are %+v", changes)
			}
			report := differ(dir, "./before/acme", "./"+folder+"/acme")
			wanted := drift.None
			switch {
			case strings.Contains(report, "Incompatible changes:"):
				wanted = drift.Major
			case strings.Contains(report, "Compatible changes:"):
				wanted = drift.Minor
			}
			if got := drift.HighestBump(changes); got < wanted {
				t.Errorf("the rules want a %s version, the API differ a %s one:\n%s", got, wanted, report)
			}
		})
	}
}

// emit writes the package of a source.
func emit(t *testing.T, dir, folder string, s *model.Spec, lock *model.Lock) *model.Lock {
	t.Helper()
	lock, err := lock.Assign(s)
	if err != nil {
		t.Fatal(err)
	}
	files, err := gen.Package(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		writeFile(t, filepath.Join(dir, folder, filepath.FromSlash(f.Path)), f.Content)
	}
	return lock
}

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// apidiff returns a function that says how a package differs from another, by
// the tool of that name.
func apidiff(t *testing.T) func(dir, before, after string) string {
	t.Helper()
	find := exec.Command("go", "tool", "-modfile=cmd/tools.mod", "-n", "apidiff")
	find.Dir = filepath.Join("..", "..")
	path, err := find.Output()
	if err != nil {
		t.Skipf("the tool apidiff is not here, and could not be fetched: %v", err)
	}
	return func(dir, before, after string) string {
		cmd := exec.Command(strings.TrimSpace(string(path)), before, after)
		cmd.Dir = dir
		cmd.Env = append(cmd.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
		output, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %s: %v\n%s", before, after, err, output)
		}
		return string(output)
	}
}

// Every rule that answers for packages has an edit above, or a reason why it
// has none.
func TestEveryRuleHasABump(t *testing.T) {
	reasons := map[string]string{
		"package-renamed": "another package", "source-added": "no package before", "source-removed": "no package after", "table-kind": "as table-lost",
		"code-restored": "the contrary of code-removed", "message-added": "the contrary of message-removed", "prose-added": "the contrary of prose-removed",
		"deprecation-lifted": "the contrary of deprecation-marked", "deprecation-reworded": "a comment", "class-renamed": "as column-renamed",
		"language-added": "as column-added", "language-lost": "as column-removed", "languages-disagree": "nothing is emitted of it", "page-language": "a comment",
		"value-notation": "as value-changed", "alias-added": "as code-renamed", "alias-removed": "as name-changed", "always-present": "as param-became-required", "not-always-present": "as param-became-optional",
		"unread-changed": "nothing is emitted of it", "marks": "nothing is emitted of it", "mass-removed": "code-removed, many times",
		"response-value-added": "as value-added", "response-value-removed": "as value-removed",
	}
	guessed := []string{"code-notation", "layout-changed", "section-changed", "class-changed", "column-changed", "table-titled", "table-kind-guessed"}
	for _, r := range drift.Rules() {
		has := slices.ContainsFunc(bumps, func(b bump) bool { return b.rule == r.ID })
		if has == (reasons[r.ID] != "" || slices.Contains(guessed, r.ID)) {
			t.Errorf("rule %s: there is an edit: %v, and a reason for none: %q", r.ID, has, reasons[r.ID])
		}
	}
}
