package scrape

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

const casesDir = "../../shared/corpus/cases"

// A truthRow is one row of a page as an independent list has it.
type truthRow struct {
	Code, Key, Sym, Hex, Value, Message, Group string
	Optional                                   bool // neither helps nor hurts
}

// ids are the names by which the row may be found.
func (r truthRow) ids() map[string]bool {
	m := map[string]bool{}
	for _, s := range []string{r.Code, r.Key, r.Sym, r.Hex, r.Value} {
		if s != "" {
			m[normal(s)] = true
		}
	}
	return m
}

var (
	decimal  = regexp.MustCompile(`^[-+]?\d+$`)
	blankRun = regexp.MustCompile(`[\s\x{a0}\x{200b}\x{200e}\x{200f}\x{feff}]+`)
)

// normal is how two spellings of one code are compared: numbers by value.
func normal(s string) string {
	s = strings.Trim(strings.TrimSpace(blankRun.ReplaceAllString(s, " ")), "`")
	if v, err := strconv.ParseInt(s, 0, 64); err == nil && strings.HasPrefix(strings.TrimLeft(s, "+-"), "0x") {
		return strconv.FormatInt(v, 10)
	}
	if digits := strings.TrimLeft(s, "+-"); decimal.MatchString(s) && (len(digits) == 1 || digits[0] != '0') {
		return strings.TrimPrefix(s, "+")
	}
	return s
}

// words are the letters and digits of a text, without case.
func words(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s))
}

// Where the truth and the page differ, by case: the row, and why. One that does
// not differ any more is an error.
var differences = map[string]map[string]string{
	"bip22_params_wiki": {
		"missing data of transactions element": "the truth has data twice, the page once; the other is a key of the proposals of BIP 23",
		"missing workid of submitblock":        "the truth has workid three times, the page twice; the third is of BIP 23 too",
	},
	"firebird30_errcodes_1200": {
		"missing 22012 of sqlstate": "the page has this row twice, word for word; an entry is there once",
		"text of 335544512":         "the page says Input parameter mismatch, the truth Parameter mismatch",
		"text of 335545101":         "the page says Input parameter mismatch, the truth Parameter mismatch",
	},
	"netcdf_errors_pre_code": {
		"text of -41": "the truth has only what stands in brackets",
		"text of -48": "the truth has only what stands in brackets",
	},
	"rfc959_ftp_replies_txt": {
		"more 257":    "the page has it, the list that the truth was made of lacks it",
		"text of 452": "the page begins with Requested action not taken, the truth does not",
		"text of 500": "the page begins with Syntax error, the truth does not",
		"text of 550": "the page begins with Requested action not taken, the truth does not",
		"text of 551": "the page begins with Requested action aborted, the truth does not",
		"text of 552": "the page begins with Requested file action aborted, the truth does not",
		"text of 553": "the page begins with Requested action not taken, the truth does not",
	},
	"samba_werror_txt_2700": {
		"more 0x0000051C": "the page has it behind a space, and the truth does not",
		"more 0x00000BCB": "the page has it without the usual blank line, and the truth does not",
	},
}

// Pages of the corpus can be read without a wrong and without a missing row by
// a recipe of at most 25 lines.
func TestRecipesOfTheCorpus(t *testing.T) {
	if _, err := os.Stat(casesDir); err != nil {
		t.Skip("the corpus is not here")
	}
	recipes, _ := filepath.Glob("testdata/corpus/*.yaml")
	for _, file := range recipes {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		file := filepath.Join(casesDir, name, "truth.json")
		t.Run(name, func(t *testing.T) {
			spec := readCase(t, name)
			checkRows(t, truthOf(t, file), spec, maps.Clone(differences[name]))
		})
	}
}

func readCase(t *testing.T, name string) *model.Spec {
	t.Helper()
	data, err := os.ReadFile("testdata/corpus/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(data, []byte("\n")); n > 25 {
		t.Errorf("the recipe has %d lines", n)
	}
	r, err := recipe.Parse(name+".yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob(filepath.Join(casesDir, name, "page.*"))
	if err != nil || len(pages) != 1 {
		t.Fatal(pages, err)
	}
	text, err := os.ReadFile(pages[0])
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page"+filepath.Ext(pages[0]), text)
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

func truthOf(t *testing.T, file string) []truthRow {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var truth struct{ Rows []truthRow }
	if err := json.Unmarshal(data, &truth); err != nil {
		t.Fatal(err)
	}
	return truth.Rows
}

// checkRows finds an entry for each row of the truth, the one that agrees most
// with it, and wants no others.
func checkRows(t *testing.T, truth []truthRow, spec *model.Spec, known map[string]string) {
	t.Helper()
	differs := func(what string) {
		if known[what] == "" {
			t.Error(what)
		}
		delete(known, what)
	}
	var entries []*model.Entry
	pool := map[string][]int{}
	for i := range spec.Tables {
		for j := range spec.Tables[i].Entries {
			e := &spec.Tables[i].Entries[j]
			for id := range map[string]bool{normal(e.Code): true, normal(e.Key): true} {
				if id != "" {
					pool[id] = append(pool[id], len(entries))
				}
			}
			entries = append(entries, e)
		}
	}
	used := make([]bool, len(entries))
	for _, optional := range []bool{false, true} {
		for _, row := range truth {
			if row.Optional != optional {
				continue
			}
			if at := match(row, entries, pool, used); at >= 0 {
				used[at] = true
				checkRow(t, row, entries[at], differs)
			} else if !optional && (row.Group != "" || !listed(row, pool)) {
				differs("missing " + row.Code + " of " + row.Group)
			}
		}
	}
	for i, e := range entries {
		if !used[i] {
			differs("more " + e.Code)
		}
	}
	for what := range known {
		t.Errorf("no difference any more: %s", what)
	}
}

// listed reports whether the page has the row's code at all: a second name of
// it may be a row of its own in the truth.
func listed(row truthRow, pool map[string][]int) bool {
	for id := range row.ids() {
		if len(pool[id]) > 0 {
			return true
		}
	}
	return false
}

// match is the unused entry that has most of the row's names, or -1.
func match(row truthRow, entries []*model.Entry, pool map[string][]int, used []bool) int {
	ids := row.ids()
	best, most := -1, 0
	for id := range ids {
		for _, at := range pool[id] {
			agree := 0
			for name := range map[string]bool{normal(entries[at].Code): true, normal(entries[at].Key): true} {
				if ids[name] {
					agree++
				}
			}
			if !used[at] && (agree > most || agree == most && at < best) {
				best, most = at, agree
			}
		}
	}
	return best
}

// checkRow compares the text and the symbol of a row that was found.
func checkRow(t *testing.T, row truthRow, e *model.Entry, differs func(string)) {
	t.Helper()
	if row.Key != "" && normal(row.Key) != normal(row.Code) {
		if have := (truthRow{Code: e.Code, Key: e.Key}).ids(); !have[normal(row.Key)] || !have[normal(row.Code)] {
			t.Errorf("%s has the symbol %q, want %q", row.Code, e.Key, row.Key)
		}
	}
	want := words(row.Message)
	for _, text := range []string{e.Text, e.Detail, e.Remedy, e.Key} {
		if got := words(text); got == want || len(want) > 3 && strings.HasPrefix(got, want) {
			return
		}
	}
	if want != "" {
		differs("text of " + row.Code)
	}
}
