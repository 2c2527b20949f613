package guess

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page/pagetest"
	"github.com/spectab/spectab/scrape/read"
)

// Each file of testdata/drafts has small pages, and behind "--" the tables of
// the recipe that is drafted for the likeliest of them, their entries, and what
// is said of it:
//
//	== what it is about
//	told: E1, E3
//	| Code | Text |
//	|---|---|
//	| E1 | one |
//	--
//	codes: Code
//	form: table
//	…
//	E1 | one
//
// A title that begins with the ending of a file gives the format of its page,
// else it is Markdown. "told:" has values that a person knows.
func TestDrafts(t *testing.T) {
	pagetest.Written(t, "testdata/drafts/*.txt", drafted)
}

func drafted(t *testing.T, name, text string) string {
	t.Helper()
	var told []string
	if line, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(line, "told: ") {
		told, text = strings.Split(strings.TrimPrefix(line, "told: "), ", "), rest
	}
	p, err := read.Page(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	taken, left := Likeliest(Tables(p))
	if told != nil {
		if taken, err = Having(p, told); err != nil {
			return err.Error()
		}
		for i := range taken {
			taken[i].Must(told)
		}
		left = nil
	}
	if len(taken) == 0 {
		return "nothing is likely"
	}
	taken = Named(taken)
	draft, err := NewDraft(p, taken, About{Source: "x", URL: "https://example.com/", Package: "x", Retrieved: "2026-11-22"})
	if err != nil {
		return err.Error()
	}
	_, tables, _ := strings.Cut(string(draft.Recipe), "tables:\n")
	lines := []string{strings.TrimSpace(strings.ReplaceAll("\n"+tables, "\n    ", "\n"))}
	for i := range taken {
		for _, e := range taken[i].Table.Entries {
			cells := []string{e.Code, e.Key, e.Text, e.Detail, e.Remedy, e.Group, e.Type, e.Default, strings.Join(e.Values, ","), strings.Join(e.Notes, ","), e.Deprecated}
			if e.HTTP > 0 {
				cells = append(cells, fmt.Sprint(e.HTTP))
			}
			if e.Max > 0 {
				cells = append(cells, fmt.Sprint("at most ", e.Max))
			}
			if e.Required {
				cells = append(cells, "required")
			}
			for _, header := range slices.Sorted(maps.Keys(e.Extra)) {
				cells = append(cells, header+"="+e.Extra[header])
			}
			lines = append(lines, strings.Join(slices.DeleteFunc(cells, func(c string) bool { return c == "" }), " | "))
		}
	}
	for i := range left {
		lines = append(lines, fmt.Sprintf("left: %s in line %d", left[i].Form, left[i].Table.Line))
	}
	for _, list := range [][]string{draft.Remarks, draft.Lost} {
		lines = append(lines, list...)
	}
	for _, w := range Warnings(p, taken) {
		lines = append(lines, w.Error())
	}
	return strings.Join(lines, "\n")
}
