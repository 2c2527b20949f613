package compare

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/recipe"
)

// brief lists changes as "id code old line→new line".
func brief(r *Result) string {
	var list []string
	for _, c := range r.Changes {
		list = append(list, fmt.Sprintf("%s %s %d→%d", c.ID, c.Code, c.OldLine, c.NewLine))
	}
	return strings.Join(list, "; ")
}

const errorsPage = `# Errors

| Code | Meaning |
| --- | --- |
| E-1 | No more than 5 orders. |
| E-2 | The order is closed. |

Status pages are elsewhere.

- ` + "`E-9`" + ` is for what nobody knows
- prose of no interest
`

func TestPages(t *testing.T) {
	for _, test := range []struct{ what, from, to, want string }{
		{"nothing", "", "", ""},
		{"a row", "The order is closed.", "The order was closed.", "message-reworded E-2 6→6"},
		{"an item that nothing reads", "is for what nobody knows", "is for what somebody knows", "unread-changed  10→10"},
		{"the markup of a row", "The order is closed.", "The [order](/orders) is closed.", "marks E-2 6→6"},
		{"prose", "prose of no interest", "prose of no interest at all", ""},
	} {
		r, err := Pages("old.md", []byte(errorsPage), "new.md", []byte(strings.Replace(errorsPage, test.from, test.to, 1)), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := brief(r); got != test.want {
			t.Errorf("%s: %q, want %q", test.what, got, test.want)
		}
		if want := strings.Count(test.want, "unread"); r.Coverage.UnreadChanged != want || r.Coverage.Tables != 1 || r.Coverage.Compared != 1 {
			t.Errorf("%s: the coverage is %+v", test.what, r.Coverage)
		}
	}
}

const errorsRecipe = `source: shop
title: Errors
url: https://shop.example/errors
language: en
package: shop
retrieved: 2026-11-22
tables:
  - {name: Code, kind: codes, columns: {code: Code, text: Meaning}}
`

// A table that its recipe does not fit any more is guessed, and that is said.
func TestMisfits(t *testing.T) {
	by, err := recipe.Parse("source.yaml", []byte(errorsRecipe))
	if err != nil {
		t.Fatal(err)
	}
	renamed := strings.NewReplacer("| Code | Meaning |", "| Fault | Sense |", "| E-2 | The order is closed. |", "| E-3 | The shop is closed. |").Replace(errorsPage)
	r, err := Pages("old.md", []byte(errorsPage), "new.md", []byte(renamed), by)
	if err != nil {
		t.Fatal(err)
	}
	if got := brief(r); !strings.Contains(got, "code-removed E-2") || !strings.Contains(got, "code-added E-3") || strings.Contains(got, "table-lost") {
		t.Errorf("the changes are %q", got)
	}
	if len(r.Misfits) != 2 || !strings.HasPrefix(r.Misfits[0], "the recipe does not fit new.md: ") || r.Misfits[1] != "guessed instead: Code" {
		t.Errorf("the misfits are %q", r.Misfits)
	}
	if r, err = Pages("old.md", []byte(errorsPage), "new.md", []byte(errorsPage), by); err != nil || r.Misfits != nil || len(r.Changes) > 0 {
		t.Errorf("of the same page: %+v, %v", r, err)
	}
}

func TestPagesRefusesWhatIsNoPage(t *testing.T) {
	challenge := `<html><head><title>Just a moment...</title></head><body><p>Checking your browser before accessing shop.example.</p>` +
		`<p>Please enable JavaScript and cookies to continue.</p></body></html>`
	_, err := Pages("old.md", []byte(errorsPage), "new.html", []byte(challenge), nil)
	var refusal *page.Refusal
	if !errors.As(err, &refusal) {
		t.Errorf("the error is %v", err)
	}
}

func guessOf(confidence float64, codes ...string) guess.Guess {
	g := guess.Guess{Table: model.Table{Name: "Code", Confidence: confidence}}
	for i, code := range codes {
		g.Table.Entries = append(g.Table.Entries, model.Entry{Code: code, Text: "Text of " + code, Line: i + 1})
	}
	return g
}

// A table that is sure on one page only is read on both; one that is sure on
// neither, on none; and one whose codes stand in a better one, once.
func TestUnionOfRecognisers(t *testing.T) {
	for _, test := range []struct {
		what     string
		old, new []guess.Guess
		want     string
	}{
		{"sure on both", []guess.Guess{guessOf(.9, "a", "b")}, []guess.Guess{guessOf(.8, "a", "b", "c")}, "1 1"},
		{"sure on the new page only", []guess.Guess{guessOf(.4, "a", "b"), guessOf(.9, "z")}, []guess.Guess{guessOf(.6, "a", "b", "c")}, "2 1"},
		{"sure on the old page only", []guess.Guess{guessOf(.6, "a", "b")}, []guess.Guess{guessOf(.4, "a", "b", "c")}, "1 1"},
		{"sure on neither", []guess.Guess{guessOf(.4, "a", "b"), guessOf(.1, "c")}, []guess.Guess{guessOf(.4, "a", "b")}, "1 1"},
		{"nearly: too few codes in common", []guess.Guess{guessOf(.4, "a", "x", "y"), guessOf(.9, "z")}, []guess.Guess{guessOf(.6, "a", "b", "c")}, "1 1"},
		{"half of the codes in common", []guess.Guess{guessOf(.4, "a", "x"), guessOf(.9, "z")}, []guess.Guess{guessOf(.6, "a", "b", "c")}, "2 1"},
		{"read twice", []guess.Guess{guessOf(.9, "a", "b"), guessOf(.6, "a", "b")}, []guess.Guess{guessOf(.9, "a", "b")}, "1 1"},
	} {
		sureOld, unsureOld := parted(test.old)
		sureNew, unsureNew := parted(test.new)
		old := len(sureOld) + len(counterparts(sureNew, sureOld, unsureOld))
		new := len(sureNew) + len(counterparts(sureOld, sureNew, unsureNew))
		if got := fmt.Sprint(old, new); got != test.want {
			t.Errorf("%s: %s tables are read, want %s", test.what, got, test.want)
		}
	}
}
