package guess

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/read"
)

// The same three codes in the forms that pages have them in.
func TestGuessReadsEveryForm(t *testing.T) {
	for form, page := range map[string]string{
		"table":       `<table><tr><th>Code</th><th>Description</th></tr><tr><td>E100</td><td>No such user.</td></tr><tr><td>E101</td><td>Wrong password given.</td></tr><tr><td>E102</td><td>Too many attempts.</td></tr></table>`,
		"definitions": `<dl><dt><code>E100</code></dt><dd>No such user.</dd><dt>E101</dt><dd>Wrong password given.</dd><dt>E102</dt><dd>Too many attempts.</dd></dl>`,
		"list":        `<ul><li>E100 - No such user.</li><li>E101 - Wrong password given.</li><li>E102 - Too many attempts.</li></ul>`,
		"headings":    `<h2>Errors</h2><h3>E100</h3><p>No such user.</p><h3>E101</h3><p>Wrong password given.</p><h3>E102</h3><p>Too many attempts.</p>`,
		"code":        "<pre>#define E100 (100) // No such user.\n#define E101 (101) // Wrong password given.\n#define E102 (102) // Too many attempts.</pre>",
	} {
		t.Run(form, func(t *testing.T) {
			p, err := read.Page("page.html", []byte(page))
			if err != nil {
				t.Fatal(err)
			}
			guesses := Tables(p)
			if len(guesses) != 1 || guesses[0].Form != form {
				t.Fatalf("got %+v", guesses)
			}
			entries := guesses[0].Table.Entries
			if len(entries) != 3 {
				t.Fatalf("got %+v", entries)
			}
			for i, text := range []string{"No such user.", "Wrong password given.", "Too many attempts."} {
				e := entries[i]
				if e.Code != "E10"+string(rune('0'+i)) && e.Key != "E10"+string(rune('0'+i)) || e.Text != text {
					t.Errorf("entry %d is %+v", i, e)
				}
			}
		})
	}
}

func TestGuessTellsNumberFromSymbol(t *testing.T) {
	p, err := read.Page("page.html", []byte(`<table><tr><th>Error</th><th>Code</th><th>Retriable</th><th>Description</th></tr>
<tr><td>UNKNOWN_SERVER_ERROR</td><td>-1</td><td>False</td><td>The server experienced an unexpected error.</td></tr>
<tr><td>NONE</td><td>0</td><td>False</td><td></td></tr>
<tr><td>CORRUPT_MESSAGE</td><td>2</td><td>True</td><td>The message failed its checksum.</td></tr></table>`))
	if err != nil {
		t.Fatal(err)
	}
	guesses := Tables(p)
	if len(guesses) != 1 {
		t.Fatalf("got %+v", guesses)
	}
	e := guesses[0].Table.Entries[2]
	if e.Code != "2" || e.Key != "CORRUPT_MESSAGE" || e.Text != "The message failed its checksum." || e.Extra["Retriable"] != "True" || e.Line != 4 {
		t.Errorf("got %+v", e)
	}
}

func TestGuessFindsNothingWhereNothingIs(t *testing.T) {
	for _, page := range []string{
		`<ul><li><a>Home</a></li><li><a>Products</a></li><li><a>Docs</a></li><li><a>Contact</a></li></ul>`,
		`<p>In 2018 we had 404 users and 12 servers.</p><p>By 2020 there were 500.</p>`,
		`<form><table><tr><td>Email</td><td><input></td></tr><tr><td>Password</td><td><input></td></tr></table></form>`,
	} {
		p, err := read.Page("page.html", []byte(page))
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range Tables(p) {
			if g.Table.Confidence > 0.5 {
				t.Errorf("%s: confidence %.2f in %+v", page, g.Table.Confidence, g.Table.Entries)
			}
		}
	}
}

// lowRecall is how many of the real pages may be read badly still: a number
// that only falls.
const lowRecall = 11

// On real pages, where they are at hand, nearly every code is found.
func TestGuessOnRealPages(t *testing.T) {
	cases, _ := filepath.Glob("../../../shared/corpus/cases/*/truth.json")
	if len(cases) == 0 {
		t.Skip("the corpus of real pages is not here")
	}
	total, pages := 0.0, 0
	var low []string
	for _, file := range cases {
		var truth struct {
			Rows []struct {
				Code, Key, Sym string
				Optional       bool
			}
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &truth); err != nil {
			t.Fatal(err)
		}
		names, _ := filepath.Glob(filepath.Join(filepath.Dir(file), "page.*"))
		page, err := os.ReadFile(names[0])
		if err != nil {
			t.Fatal(err)
		}
		p, err := read.Page(filepath.ToSlash(names[0]), page)
		if err != nil {
			continue // a format that has no reader yet
		}
		found := map[string]bool{}
		for _, g := range Tables(p) {
			for _, e := range g.Table.Entries {
				if g.Table.Confidence >= 0.5 {
					found[strings.ToLower(e.Code)], found[strings.ToLower(e.Key)] = true, true
				}
			}
		}
		hit := 0
		for _, r := range truth.Rows {
			if r.Optional || found[strings.ToLower(r.Code)] || r.Key != "" && found[strings.ToLower(r.Key)] || r.Sym != "" && found[strings.ToLower(r.Sym)] {
				hit++
			}
		}
		if len(truth.Rows) == 0 {
			continue
		}
		recall := float64(hit) / float64(len(truth.Rows))
		if recall < 0.8 {
			low = append(low, filepath.Base(filepath.Dir(file)))
		}
		total, pages = total+recall, pages+1
	}
	if len(low) > lowRecall {
		t.Errorf("a recall under 0.8 on %d pages, more than %d: %v", len(low), lowRecall, low)
	}
	if mean := total / float64(pages); mean < 0.87 {
		t.Errorf("mean recall %.3f over %d pages", mean, pages)
	}
}
