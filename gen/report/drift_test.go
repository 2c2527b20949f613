package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
)

// drifted is a comparison with changes of every level, in texts that try to
// leave their place.
func drifted() *Comparison {
	before, after := login(), login()
	code := &after.Tables[0]
	code.Entries[0].Text = "The JWT, which came 3 times, is not valid; see https://acme.example/jwt."
	code.Entries[0].Texts = map[string]string{"en": code.Entries[0].Text, "pt": "JWT inválido."}
	code.Entries[0].HTTP = 403
	code.Entries[1].Text = "No user $1 at https://acme.example/new"
	code.Entries[1].Detail = "请求缺少某一必不可少主要参数,包括一个不兼容的主要参数或变量值,或是文件格式有误。请求缺乏某一必不可少主要参数。"
	code.Entries = append(code.Entries, model.Entry{Code: "003-061", Name: "ObjectNotFound", Text: "Object not found.\n::error::x | <b>\x1b[2J</b>", Line: 18, Extra: map[string]string{"Retriable": "False"}})
	after.Tables[1].Entries[0].Values = []string{"json", "yaml"}
	after.Tables[1].Entries[0].Max = 30
	gone := model.Entry{Code: "009-001", Name: "Gone", Text: "It was there once.", Line: 40}
	before.Tables[0].Entries = append(before.Tables[0].Entries, gone)
	after.Tables[0].Gone = []model.Gone{{Code: gone.Code, Name: gone.Name}}
	after.URL = "https://acme.example/pt/errors"
	changes := drift.Compare(before, after)
	for i := range changes {
		if changes[i].ID == "reclassified" {
			changes[i].Accepted = "we do not look at statuses"
		}
	}
	return &Comparison{
		Changes: changes,
		Sources: []Compared{{Source: "acme-login", Package: "acmelogin", OldFile: "HEAD:specs/acme-login/page.txt", NewFile: "specs/acme-login/page.txt"}, {Source: "calm"}},
		Notes:   []string{"specs/acme-login/accepted.yaml:3: the acceptance of 0123456789abcdef is used by no change"},
		Fails:   func(f *drift.Change) bool { return f.Level >= drift.Breaking },
	}
}

func TestDriftFormats(t *testing.T) {
	formats := map[string]func(io.Writer, *Comparison) error{
		"drift.txt":          func(w io.Writer, c *Comparison) error { return DriftText(w, c, false) },
		"drift.colour.txt":   func(w io.Writer, c *Comparison) error { return DriftText(w, c, true) },
		"drift.json":         DriftJSON,
		"drift.md":           DriftMarkdown,
		"drift.github.txt":   DriftGitHub,
		"drift.sarif":        DriftSARIF,
		"drift.junit.xml":    DriftJUnit,
		"drift.html":         DriftHTML,
		"drift.changelog.md": DriftChangelog,
	}
	for _, name := range slices.Sorted(maps.Keys(formats)) {
		t.Run(name, func(t *testing.T) {
			var b, empty bytes.Buffer
			if err := formats[name](&b, drifted()); err != nil {
				t.Fatal(err)
			}
			golden(t, name, b.Bytes())
			if strings.Contains(strings.ReplaceAll(b.String(), "\x1b[", "\x1b"), "\x1b2J") {
				t.Error("an escape of the page reaches the terminal")
			}
			if err := formats[name](&empty, &Comparison{}); err != nil || empty.Len() == 0 && name != "drift.github.txt" {
				t.Errorf("nothing is said where nothing changed: %v", err)
			}
		})
	}
}

func rendering(t *testing.T, format func(io.Writer, *Comparison) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := format(&b, drifted()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDriftJSONKeepsTheContract(t *testing.T) {
	var doc struct {
		Schema, Bump string
		Changes      []map[string]any
	}
	if err := json.Unmarshal(rendering(t, DriftJSON), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Schema != "spectab-diff/1" || doc.Bump != "minor" || len(doc.Changes) < 8 {
		t.Errorf("schema %q, bump %q, %d changes", doc.Schema, doc.Bump, len(doc.Changes))
	}
	for _, c := range doc.Changes {
		for _, key := range []string{"id", "level", "bump", "source", "table", "code", "old", "new", "oldLine", "newLine", "fingerprint"} {
			if _, ok := c[key]; !ok {
				t.Errorf("a change lacks %s: %v", key, c)
			}
		}
	}
}

// What the specification of SARIF 2.1.0 requires of every object that is
// written, and the values that it allows.
func TestDriftSARIFHasWhatIsRequired(t *testing.T) {
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []struct{ ID string }
				}
			}
			Results []struct {
				RuleID              string
				RuleIndex           int
				Level               string
				Message             struct{ Text string }
				PartialFingerprints map[string]string
				Suppressions        []struct{ Kind string }
				Locations           []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(rendering(t, DriftSARIF), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Name == "" {
		t.Fatalf("version %q, %d runs", log.Version, len(log.Runs))
	}
	run := log.Runs[0]
	ids := map[string]bool{}
	for _, r := range run.Tool.Driver.Rules {
		if ids[r.ID] {
			t.Errorf("two rules are called %s", r.ID)
		}
		ids[r.ID] = true
	}
	if len(run.Results) != len(drifted().Changes) {
		t.Errorf("%d results", len(run.Results))
	}
	for _, r := range run.Results {
		place := r.Locations[0].PhysicalLocation
		if r.Message.Text == "" || place.ArtifactLocation.URI != "specs/acme-login/page.txt" || place.Region.StartLine < 1 || r.PartialFingerprints["spectabChange/v1"] == "" {
			t.Errorf("a result lacks something: %+v", r)
		}
		if r.RuleIndex < 0 || run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID || !slices.Contains([]string{"error", "warning", "note"}, r.Level) {
			t.Errorf("rule %s has the index %d and the level %q", r.RuleID, r.RuleIndex, r.Level)
		}
		if want := map[bool]int{true: 1}[r.RuleID == "reclassified"]; len(r.Suppressions) != want {
			t.Errorf("%s has %d suppressions, want %d", r.RuleID, len(r.Suppressions), want)
		}
	}
}

func TestDriftJUnitCounts(t *testing.T) {
	var doc junitSuites
	if err := xml.Unmarshal(rendering(t, DriftJUnit), &doc); err != nil {
		t.Fatal(err)
	}
	failing := len(drifted().Failing())
	if doc.Tests != len(drifted().Changes)+1 || doc.Failures != failing || failing == 0 {
		t.Errorf("%d tests, %d failures, want %d", doc.Tests, doc.Failures, failing)
	}
	if last := doc.Suites[len(doc.Suites)-1]; last.Name != "calm" || last.Tests != 1 || last.Failures != 0 {
		t.Errorf("the source without changes is %+v", last)
	}
}

func TestDriftHTMLStandsAlone(t *testing.T) {
	page, err := goquery.NewDocumentFromReader(bytes.NewReader(rendering(t, DriftHTML)))
	if err != nil {
		t.Fatal(err)
	}
	if n := page.Find("script, link, img, iframe, td b").Length(); n > 0 {
		t.Errorf("%d elements need something else, or came of vendor text", n)
	}
	if rows := page.Find("tbody tr").Length(); rows != len(drifted().Changes) {
		t.Errorf("%d rows", rows)
	}
	if page.Find("del").Length() == 0 || page.Find("ins").Length() == 0 {
		t.Error("nothing is marked")
	}
}

// An annotation is one line, whatever the page says.
func TestDriftGitHubIsOneLineAChange(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(rendering(t, DriftGitHub))), "\n")
	if want := len(drifted().Changes) + 1; len(lines) != want {
		t.Errorf("%d lines, want %d", len(lines), want)
	}
	for _, line := range lines {
		if !strings.HasPrefix(line, "::error ") && !strings.HasPrefix(line, "::warning") && !strings.HasPrefix(line, "::notice ") {
			t.Errorf("no annotation: %s", line)
		}
	}
}

func TestDriftTextFitsTheTerminal(t *testing.T) {
	var b bytes.Buffer
	if err := DriftText(&b, drifted(), false); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if strings.HasPrefix(line, indent) && width(line) > lineWidth+8 && strings.Contains(strings.TrimSpace(line), " ") {
			t.Errorf("the line is %d wide: %s", width(line), line)
		}
	}
}

func TestAnnotationsPointAtFiles(t *testing.T) {
	for _, test := range []struct {
		old, new         string
		oldLine, newLine int
		file             string
		line             int
	}{
		{"HEAD:specs/a/page.md", "specs/a/page.md", 7, 9, "specs/a/page.md", 9},
		{"HEAD:specs/a/page.md", "specs/a/page.md", 7, 0, "specs/a/page.md", 1},
		{"HEAD:specs/a/page.md", "", 7, 0, "specs/a/page.md", 7},
		{"specs/a/page.md", "https://acme.example/errors", 7, 9, "specs/a/page.md", 7},
		{"C:/old/page.md", "", 0, 0, "C:/old/page.md", 1},
	} {
		s := Compared{OldFile: test.old, NewFile: test.new}
		if file, line := s.spot(&drift.Change{OldLine: test.oldLine, NewLine: test.newLine}); file != test.file || line != test.line {
			t.Errorf("%+v: %s:%d", test, file, line)
		}
	}
}

// large is a comparison with so many changes of a table, every fifth of which
// breaks something, in three sources.
func large(n int) *Comparison {
	c := &Comparison{}
	for _, name := range []string{"a", "b", "c"} {
		before := &model.Spec{Source: name, Package: name, Tables: []model.Table{{Name: "Code", Kind: model.Codes}}}
		after := &model.Spec{Source: name, Package: name, Tables: []model.Table{{Name: "Code", Kind: model.Codes}}}
		for i := range n {
			e := model.Entry{Code: fmt.Sprintf("E%d", i), Text: fmt.Sprintf("Order %d of the customer cannot be taken.", i), Key: fmt.Sprintf("key%d", i), Line: i + 1}
			before.Tables[0].Entries = append(before.Tables[0].Entries, e)
			e.Text = fmt.Sprintf("Order number %d was not taken from customer %d.", i, i*7)
			if i%5 == 0 {
				e.Code += "x"
			}
			after.Tables[0].Entries = append(after.Tables[0].Entries, e)
		}
		c.Add(drift.Compare(before, after), drift.Coverage{Tables: 1, Compared: 1}, Compared{Source: name, OldFile: "old.md", NewFile: "new.md"})
	}
	return c
}

// However much changed, the report fits into a comment, and every source and
// every level is in it.
func TestDriftMarkdownFits(t *testing.T) {
	for _, n := range []int{1, 10, 100, 400} {
		c := large(n)
		var b bytes.Buffer
		if err := DriftMarkdown(&b, c); err != nil {
			t.Fatal(err)
		}
		if b.Len() >= 60_000 || !strings.Contains(b.String(), tally(c.Changes)) || strings.Count(b.String(), "\n## ") != 3 {
			t.Errorf("%d changes: %d bytes with %d sources", len(c.Changes), b.Len(), strings.Count(b.String(), "\n## "))
		}
		if isFolded := strings.Contains(b.String(), "folded to fit"); isFolded != (n >= 100) {
			t.Errorf("%d rows: the report says that it is folded: %v", n, isFolded)
		}
	}
	many := &Comparison{}
	for i := range 3000 {
		many.Add(nil, drift.Coverage{}, Compared{Source: fmt.Sprint("s", i)})
		many.Changes = append(many.Changes, drift.Change{ID: "code-added", Level: drift.Compatible, Source: fmt.Sprint("source-of-a-long-name", i), Count: 1})
		many.Notes = append(many.Notes, fmt.Sprint("note ", i))
	}
	var b bytes.Buffer
	if err := DriftMarkdown(&b, many); err != nil || b.Len() >= 60_000 || !strings.Contains(b.String(), "3000 compatible") {
		t.Errorf("%d bytes, %v", b.Len(), err)
	}
}

// What has one cause is told once in each format, whatever it has of members.
func TestOneCauseIsToldOnce(t *testing.T) {
	before := &model.Spec{Source: "s", Tables: []model.Table{{Name: "Code", Kind: model.Codes}}}
	after := &model.Spec{Source: "s", Tables: []model.Table{{Name: "Code", Kind: model.Codes}}}
	for i := range 65 {
		e := model.Entry{Code: fmt.Sprintf("E%d", i), Text: fmt.Sprintf("Text of %d words", i), Line: i + 1}
		before.Tables[0].Entries = append(before.Tables[0].Entries, e)
		e.Text += " ¶"
		after.Tables[0].Entries = append(after.Tables[0].Entries, e)
	}
	c := &Comparison{}
	c.Add(drift.Compare(before, after), drift.Coverage{}, Compared{Source: "s", OldFile: "old.md", NewFile: "new.md"})
	if len(c.Changes) != 66 || c.Changes[0].Count != 65 || tally(c.Changes) != "1 cosmetic" {
		t.Fatalf("%d changes, the first with a count of %d: %s", len(c.Changes), c.Changes[0].Count, tally(c.Changes))
	}
	for name, test := range map[string]struct {
		format func(io.Writer, *Comparison) error
		mark   string
	}{
		"text":   {func(w io.Writer, c *Comparison) error { return DriftText(w, c, false) }, "message-reworded"},
		"github": {DriftGitHub, "::notice "},
		"sarif":  {DriftSARIF, `"ruleId"`},
		"junit":  {DriftJUnit, "<testcase "},
		"md":     {DriftMarkdown, "| message-reworded |"},
		"html":   {DriftHTML, `<span class="level`},
	} {
		var b bytes.Buffer
		if err := test.format(&b, c); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(b.String(), test.mark); n != 1 || !strings.Contains(b.String(), "65 times") {
			t.Errorf("%s tells it %d times:\n%s", name, n, b.String())
		}
	}
}
