package guess

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

//go:embed success.txt
var successData string

// successWords are what success.txt lists.
var successWords = func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(successData) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			words[line] = true
		}
	}
	return words
}()

// success says which codes of a table of errors are none, for a person to
// confirm. A 0 alone does not mean it: pages number their errors from there.
func (d *drafting) success(t *recipe.Table, entries []model.Entry) {
	if t.Kind != model.Codes {
		return
	}
	only := onlySuccessful(entries)
	for i := range entries {
		e := &entries[i]
		says := saysSuccess(e)
		if says == "" && e == only {
			says = fmt.Sprintf("HTTP %d", e.HTTP)
		}
		if says == "" || slices.Contains(t.Success, recipe.Literal(e.Code)) {
			continue
		}
		t.Success = append(t.Success, recipe.Literal(e.Code))
		d.remark("%s of %s, %q, is taken for success: its Err is nil. Drop it from success: if it is an error", e.Code, t.Name, says)
	}
}

// enoughFailures is how many statuses of HTTP have to be failures for one that
// is none to mean something: some vendors answer 200 to nearly everything.
const enoughFailures = 3

// onlySuccessful is the one entry with a status of success (RFC 9110, 15.3) where
// all others that have one have that of a failure; nil where there is no such.
func onlySuccessful(entries []model.Entry) *model.Entry {
	var only *model.Entry
	failures := 0
	for i := range entries {
		switch e := &entries[i]; {
		case e.HTTP >= 400:
			failures++
		case e.HTTP == 0:
		case e.HTTP/100 != 2 || only != nil:
			return nil
		default:
			only = e
		}
	}
	if failures < enoughFailures {
		return nil
	}
	return only
}

// saysSuccess is the symbol, code or text that means success, "" where none
// does.
func saysSuccess(e *model.Entry) string {
	for _, says := range []string{e.Key, e.Code, e.Texts["en"], e.Text} {
		words := strings.FieldsFunc(strings.ToLower(says), func(r rune) bool { return !unicode.IsLetter(r) })
		if successWords[strings.Join(words, " ")] {
			return says
		}
		// The last word of a symbol stands behind the prefix of all: SQLITE_OK.
		symbol := says == e.Key || says == e.Code
		if n := len(words); symbol && n > 1 && n <= 3 && (successWords[words[n-1]] && words[n-1] != "none" || successWords[strings.Join(words[n-2:], " ")]) && words[n-2] != "no" && words[n-2] != "not" {
			return says
		}
	}
	return ""
}
