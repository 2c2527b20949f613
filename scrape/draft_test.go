package scrape

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read"
)

func TestDraft(t *testing.T) {
	const errors = "<h2>Errors</h2><table><tr><th>Code<th>Description<tr><td>E100<td>No such user.<tr><td>E101<td>Wrong password given.<tr><td>E102<td>Too many attempts.</table>"
	for name, c := range map[string]struct {
		page    string
		want    string // of the recipe, from the tables on
		remarks []string
	}{
		"a header is enough": {
			page: errors,
			want: `
  - codes: Code
    form: table
    columns: {code: Code, text: Description}
    code: '[A-Z]+\d+'
    min: 1
    must: [E101]
`,
		},
		"a table for each heading, where one code means two things": {
			page: "<h2>Login</h2><table><tr><th>Code<th>Description<tr><td>1<td>No such user.<tr><td>2<td>Wrong password given.</table><h2>Logout</h2><table><tr><th>Code<th>Description<tr><td>1<td>Nobody is here.<tr><td>2<td>Too many attempts.</table>",
			want: `
  - codes: Code
    form: table
    each: heading
    columns: {code: Code, text: Description}
    code: '-?\d+'
    value: int32
    min: 2
    must: ['2', '1']
`,
		},
		"a list needs its form": {
			page: "<ul><li>100 - No such user.<li>101 - Wrong password given.<li>102 - Too many attempts.</ul>",
			want: `
  - codes: Code
    form: list
    columns: {code: 1, text: 2}
    line: '^\s*([^\s,;:：，；()（）"“”\x60=]+)(?:\s*[(（](?P<aside>[^()（）]*)[)）])?\s*[:：–—−-]\s*(?:(?://+|/\*+)[<!]*\s*)?(?P<rest>.*?)(?:\s*\*/)?$'
    code: '-?\d+'
    value: int32
    min: 1
    must: ['101']
`,
		},
		"a row that has no code is declared": {
			page: "<table><tr><th>Code<th>Description<tr><td>E100<td>No such user.<tr><td>E101<td>Wrong password given.<tr><td>E102<td>Too many attempts.<tr><td>more to come<td>Ask us (or not).</table>",
			want: `
  - codes: Code
    form: table
    columns: {code: Code, text: Description}
    code: '[A-Z]+\d+'
    min: 1
    must: [E101]
    skip:
      - code: more to come
        why: words, no code
`,
			remarks: []string{"1 row of Code without a code"},
		},
		"numbers stay numbers beside rows about many or none": {
			page: "<table><tr><th>Code<th>Description<tr><td>1<td>No such user.<tr><td>2<td>Wrong password given.<tr><td>3<td>Too many attempts.<tr><td>4<td>Locked.<tr><td>105-199<td>Reserved.<tr><td>200–299<td>Reserved for vendors.<tr><td>Other<td>Ask us.</table>",
			want: `
  - codes: Code
    form: table
    columns: {code: Code, text: Description}
    code: '-?\d+'
    value: int32
    min: 2
    must: ['2', '3']
    skip:
      - code: '(-?0[xX][0-9A-Fa-f]+|-?\d+)(?:-|\s+-\s+|\s*(?:[–—~…]|\.\.\.?|to|through)\s*)(-?0[xX][0-9A-Fa-f]+|-?\d+)'
        why: a range, no single code
      - code: Other
        why: a placeholder, no code
`,
			remarks: []string{"3 rows of Code without a code"},
		},
		"codes that differ in case alone need no names": {
			page: "<table><tr><th>Code<th>Description<tr><td>%a<td>没有 这个 用户<tr><td>%A<td>密码 错误<tr><td>%B<td>尝试 次数 太多</table>",
			want: `
  - codes: Code
    form: table
    columns: {code: Code, text: Description}
    code: '[\w%$#][\w.:$%#-]*'
    min: 1
    must: ['%A']
`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := read.Page("page.html", []byte(c.page))
			if err != nil {
				t.Fatal(err)
			}
			d, err := guess.NewDraft(p, guess.Tables(p), guess.About{Source: "s", Package: "s", Retrieved: "2026-11-22"})
			if err != nil {
				t.Fatal(err)
			}
			if _, got, _ := strings.Cut(string(d.Recipe), "tables:"); got != c.want {
				t.Errorf("got%s\nwant%s", got, c.want)
			}
			if !slices.EqualFunc(d.Remarks, c.remarks, strings.HasPrefix) {
				t.Errorf("remarks %q, want %q", d.Remarks, c.remarks)
			}
			source, err := NewSource("specs/s", d.Recipe, "page.html", []byte(c.page))
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := source.Spec(); err != nil {
				t.Error(err)
			}
		})
	}
}

// Of every page of the corpus, the drafted recipe can be read, gives the rows
// that were guessed, and has an identifier for each code.
func TestDraftsOfTheCorpus(t *testing.T) {
	pages, _ := filepath.Glob(casesDir + "/*/page.*")
	if len(pages) == 0 {
		t.Skip("the corpus is not here")
	}
	guessed, missing := 0, 0
	for _, file := range pages {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p, err := read.Unseen(file, data)
		if err != nil {
			continue // no reader, or no page
		}
		guesses := slices.DeleteFunc(guess.Tables(p), func(g guess.Guess) bool { return g.Table.Confidence < guess.Likely })
		got := codesOf(draftedTables(t, file, data, p, guesses))
		for code, n := range codesOf(guessedTables(guesses)) {
			guessed += n
			missing += max(0, n-got[code])
		}
	}
	if t.Logf("%d rows guessed, %d not given by the drafts", guessed, missing); missing*12 > guessed {
		t.Errorf("the drafts miss %d of %d rows", missing, guessed)
	}
}

// draftedTables are the tables that the drafted recipe of a page reads.
func draftedTables(t *testing.T, file string, data []byte, p *page.Page, guesses []guess.Guess) []model.Table {
	t.Helper()
	d, err := guess.NewDraft(p, guesses, guess.About{Source: "s", Package: "s", Retrieved: "2026-11-22"})
	if err != nil {
		t.Log(err)
		return nil
	}
	source, err := NewSource("specs/s", d.Recipe, "page"+filepath.Ext(file), data)
	if err != nil {
		t.Logf("%s: %v", file, err)
		return nil
	}
	spec, _, err := source.Spec()
	if err != nil {
		t.Logf("%s: %v", file, err)
		return nil
	}
	return spec.Tables
}

func guessedTables(guesses []guess.Guess) []model.Table {
	var tables []model.Table
	for i := range guesses {
		tables = append(tables, guesses[i].Table)
	}
	return tables
}

func codesOf(tables []model.Table) map[string]int {
	codes := map[string]int{}
	for i := range tables {
		for j := range tables[i].Entries {
			codes[tables[i].Entries[j].Code]++
		}
	}
	return codes
}
