package gen

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// A page is what a source lists, one line a row: codes are "code | text |
// remedy | group", numbers "code | key | text", parameters "code | default |
// values", limits "key | value | type".
type page struct {
	codes, numbers, params, limits []string
	names                          []model.Override // of codes
	translated                     bool
}

func (p *page) spec(day int) *model.Spec {
	rows := func(lines []string, entry func(cell func(int) string) model.Entry) []model.Entry {
		var entries []model.Entry
		for i, line := range lines {
			cells := strings.Split(line, " | ")
			e := entry(func(n int) string {
				if n < len(cells) {
					return cells[n]
				}
				return ""
			})
			e.Line = i + 1
			entries = append(entries, e)
		}
		return entries
	}
	codes := model.Table{Name: "Code", Kind: model.Codes, Overrides: p.names, Entries: rows(p.codes, func(cell func(int) string) model.Entry {
		e := model.Entry{Code: cell(0), Text: cell(1), Remedy: cell(2), Group: cell(3)}
		if p.translated {
			e.Texts = map[string]string{"en": cell(1), "pt": "Código " + cell(0)}
		}
		return e
	})}
	numbers := model.Table{Name: "Number", Kind: model.Codes, Value: model.Value{Type: "int32"}, Prefix: "Number", Entries: rows(p.numbers, func(cell func(int) string) model.Entry {
		return model.Entry{Code: cell(0), Key: cell(1), Text: cell(2)}
	})}
	params := model.Table{Name: "Param", Kind: model.Params, Prefix: "Param", Entries: rows(p.params, func(cell func(int) string) model.Entry {
		e := model.Entry{Code: cell(0), Default: cell(1), Required: cell(1) == ""}
		if cell(2) != "" {
			e.Values = strings.Split(cell(2), ", ")
		}
		return e
	})}
	limits := model.Table{Name: "Limit", Kind: model.Constants, Entries: rows(p.limits, func(cell func(int) string) model.Entry {
		return model.Entry{Key: cell(0), Code: cell(1), Type: cell(2)}
	})}
	s := newSpec("shop", codes, numbers, params, limits)
	s.Snapshot.Retrieved = fmt.Sprintf("2026-01-%02d", day)
	return s
}

// edits are what happens to a page in years. None is more than a minor
// version for who imports the package.
var edits = []struct {
	what string
	edit func(*page)
}{
	{"a code added", func(p *page) { p.codes = append(p.codes, "4 | Account locked. | Wait. | Accounts") }},
	{"a message reworded", func(p *page) { p.codes[0] = "1 | Your token has expired. | Log in. | Tokens" }},
	{"the rows in another order", func(p *page) { slices.Reverse(p.codes); slices.Reverse(p.numbers); slices.Reverse(p.params) }},
	{"a code removed", func(p *page) { p.codes = p.codes[1:] }},
	{"a code with the message of another", func(p *page) { p.codes = append(p.codes, "5 | User not found. | | Accounts") }},
	{"a code brought back", func(p *page) { p.codes = append([]string{"4 | Account frozen."}, p.codes...) }},
	{"a code renamed", func(p *page) {
		p.names = []model.Override{{Code: "4", Name: "AccountFrozen", Was: "AccountLocked", Why: "clearer", File: "source.yaml", Line: 9}}
	}},
	{"a second symbol for a number", func(p *page) { p.numbers = append(p.numbers, "11 | EWOULDBLOCK | Would block.") }},
	{"two symbols swapped", func(p *page) { slices.Reverse(p.numbers) }},
	{"the first of two symbols removed", func(p *page) {
		p.numbers = slices.DeleteFunc(p.numbers, func(line string) bool { return strings.Contains(line, "EAGAIN") })
	}},
	{"all numbers without a text", func(p *page) { p.numbers = []string{"11 | EWOULDBLOCK", "0x0C | ENOMEM"} }},
	{"an allowed value added, one removed", func(p *page) { p.params = []string{"format | html | html, xml", "lang | en"} }},
	{"no allowed values", func(p *page) { p.params = []string{"format | html", "lang | en"} }},
	{"no defaults, and none is required", func(p *page) { p.params = []string{"format | x", "lang | y", "to | z | a, b"} }},
	{"a limit changed", func(p *page) { p.limits[0] = "Window | 10 | seconds" }},
	{"a limit removed", func(p *page) { p.limits = p.limits[1:] }},
	{"a limit brought back", func(p *page) { p.limits = append(p.limits, "Window | 1 | minutes") }},
	{"a section renamed", func(p *page) {
		for i := range p.codes {
			p.codes[i] = strings.Replace(p.codes[i], "Accounts", "Users", 1)
		}
	}},
	{"no sections and no remedies", func(p *page) {
		p.codes = []string{"1 | Token expired.", "2 | User not found.", "4 | Account frozen.", "5 | No such user."}
	}},
	{"a second language", func(p *page) { p.translated = true }},
	{"one language again", func(p *page) { p.translated = false }},
	{"messages swapped, and names kept", func(p *page) {
		p.codes[0], p.codes[1] = "1 | User not found.", "2 | Token expired."
		for code, name := range map[string]string{"1": "TokenExpired", "2": "UserNotFound"} {
			p.names = append(p.names, model.Override{Code: code, Name: name, Why: "programs use it", File: "source.yaml", Line: 10})
		}
	}},
	{"a number in another notation", func(p *page) { p.numbers[0], p.numbers[1] = "0xB | EWOULDBLOCK", "12 | ENOMEM" }},
	{"many more codes", func(p *page) {
		for i := range 60 {
			p.codes = append(p.codes, fmt.Sprintf("%d | Reason %d.", 100+i, i))
			p.numbers = append(p.numbers, fmt.Sprintf("%d | E%d", 100+i*i, i))
		}
	}},
	{"one code left", func(p *page) { p.codes, p.numbers, p.params = p.codes[:1], p.numbers[:1], p.params[:1] }},
	{"everything back", func(p *page) { *p = firstPage() }},
}

func firstPage() page {
	return page{
		codes:   []string{"1 | Token expired. | Log in. | Tokens", "2 | User not found. | | Accounts", "invalid_scope | Bad scope. | Ask for less. | Tokens"},
		numbers: []string{"11 | EAGAIN | Try again.", "12 | ENOMEM | No memory."},
		params:  []string{"format | html | html, text", "lang"},
		limits:  []string{"Window | 5 | seconds", "MaxUsers | 100 | integer"},
	}
}

// TestLifetime takes a page through successive edits, and holds with an API
// differ that whoever compiles against one package compiles against the next.
func TestLifetime(t *testing.T) {
	if testing.Short() {
		t.Skip("runs an API differ on many packages")
	}
	differ := apidiff(t)
	dir := newModule(t, nil)
	p, lock := firstPage(), model.NewLock(model.LockFile)
	for i := range len(edits) + 1 {
		if i > 0 {
			edits[i-1].edit(&p)
		}
		spec := p.spec(i + 1)
		var err error
		if lock, err = lock.Assign(spec); err != nil {
			t.Fatalf("%d: %v", i, err)
		}
		// The lock goes through its file, as it does in life.
		if lock, err = model.ParseLock(model.LockFile, lock.Bytes()); err != nil {
			t.Fatal(err)
		}
		for _, file := range mustPackage(t, spec) {
			if strings.HasSuffix(file.Path, "_test.go") {
				continue // an example imports the package by one path, and here are many
			}
			writeFile(t, filepath.Join(dir, version(i), filepath.FromSlash(file.Path)), file.Content)
		}
	}
	goTool(t, dir, "vet", "./...")
	for i, edit := range edits {
		if report := differ(dir, "./"+version(i)+"/shop", "./"+version(i+1)+"/shop"); report != "" {
			t.Errorf("%s:\n%s", edit.what, report)
		}
	}
	if report := differ(dir, "./"+version(len(edits))+"/shop", "./"+version(0)+"/shop"); !strings.Contains(report, "AccountFrozen: removed") {
		t.Errorf("the differ sees no difference: %s", report)
	}
}

func version(n int) string { return fmt.Sprintf("v%d", n) }

// apidiff returns a function that says what of a package is incompatible with
// another, by the tool of that name.
func apidiff(t testing.TB) func(dir, before, after string) string {
	t.Helper()
	find := exec.Command("go", "tool", "-modfile=cmd/tools.mod", "-n", "apidiff")
	find.Dir = ".."
	path, err := find.Output()
	if err != nil {
		t.Skipf("the tool apidiff is not here, and could not be fetched: %v", err)
	}
	return func(dir, before, after string) string {
		cmd := exec.Command(strings.TrimSpace(string(path)), "-incompatible", before, after)
		cmd.Dir = dir
		cmd.Env = append(cmd.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
		output, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %s: %v\n%s", before, after, err, output)
		}
		return string(output)
	}
}
