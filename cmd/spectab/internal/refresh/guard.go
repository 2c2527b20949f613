package refresh

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/fetch"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read"
	"github.com/spectab/spectab/scrape/recipe"
	"github.com/spectab/spectab/scrape/suspect"
)

// Guards that refresh has beside those of fetching and reading.
const (
	GuardType      = "type"     // no format that there is a reader for
	GuardCharset   = "charset"  // characters that the vendor's server broke
	GuardLanguage  = "language" // another language than before
	GuardShrink    = "shrink"   // too many entries are gone
	GuardTableLost = recipe.GuardTableLost
	GuardDuplicate = "duplicate" // a code that was unique stands there twice
	GuardReused    = model.GuardReused
	GuardNames     = "names"    // identifiers that the recipe has to decide
	GuardUnread    = "unread"   // codes that the page has and that nothing reads any more
	GuardBreaking  = "breaking" // a change that breaks programs and that nobody declared
	GuardCellForm  = recipe.GuardCellForm
)

// A Refusal is the word of one guard. Nothing was written because of it.
type Refusal struct {
	Guard    string
	What     string // what it is accepted for; "" where it never is
	Table    string // that it is about; "" for the page
	Seen     string // on the page
	Expected string // instead; may be empty
	Hint     string // what the user can do
	Kept     string // file with the refused page; "" where there is none
}

// Error is what a user reads of the refusal, without the name of the source.
func (r *Refusal) Error() string {
	text := r.Guard + ": " + r.Seen
	if r.Expected != "" {
		text += "\n\texpected: " + r.Expected
	}
	if r.Hint != "" {
		text += "\n\t" + strings.ReplaceAll(r.Hint, "\n", "\n\t")
	}
	if r.Kept != "" {
		text += "\n\tthe page is kept in " + r.Kept
	}
	return text
}

// ofFetch turns the error of fetching into one of a guard. Errors of the
// network are none, and are returned as they are.
func ofFetch(err error) error {
	var failed *fetch.Error
	if errors.As(err, &failed) && failed.Refused() {
		return &Refusal{Guard: string(failed.Guard), Seen: failed.URL + ": " + failed.Message, Hint: failed.Hint}
	}
	return err
}

// ofPage turns the problems of pages into refusals: one for each guard, with
// the first problems of it. kept are the files that pages are kept in, by
// their names in problems.
func ofPage(err error, kept map[string]string) []*Refusal {
	var problems model.Problems
	problems.Take(err)
	var list []*Refusal
	more := map[string]int{}
	for _, p := range problems {
		guard := cmp.Or(p.Guard, GuardNames)
		at := slices.IndexFunc(list, func(r *Refusal) bool { return r.Guard == guard })
		shown := *p
		shown.Guard = ""
		for file, in := range kept {
			shown.Message = strings.ReplaceAll(shown.Message, file, cmp.Or(in, "the page"))
		}
		where, isPage := kept[shown.File]
		if isPage {
			shown.File = cmp.Or(where, "the page")
		} else if len(kept) == 1 {
			where = one(kept)
		}
		switch {
		case at < 0:
			list = append(list, &Refusal{Guard: guard, Seen: strings.ReplaceAll(shown.Error(), "\n\t", "\n\t  "), Hint: hints[guard], Kept: where})
		case more[guard] < 3:
			list[at].Seen += "\n\t" + strings.ReplaceAll(shown.Error(), "\n\t", "\n\t  ")
		}
		more[guard]++
	}
	for _, r := range list {
		if n := more[r.Guard] - 4; n > 0 {
			r.Seen += fmt.Sprintf("\n\tand %d more", n)
		}
	}
	return list
}

func one(m map[string]string) string {
	for _, v := range m {
		return v
	}
	return ""
}

// notThePage is the refusal of a page that is something else than the one that
// was asked for: a test for robots, a request to sign in, a file. That is
// decided before any table of it is looked at, and nobody can accept it.
func notThePage(p *recipe.PageFile) *Refusal {
	delivered, err := read.Page(p.Name, p.Data)
	if err == nil {
		err = suspect.Suspicion(delivered)
	}
	var other *page.Refusal
	if !errors.As(err, &other) {
		return nil
	}
	return &Refusal{
		Guard: strings.ReplaceAll(string(other.Reason), " ", "-"), Seen: other.Problem.Message,
		Expected: "the page that the recipe reads", Hint: cmp.Or(other.Problem.Hint, "look at the address in a browser, and correct url: in the recipe"),
	}
}

// hints say what can be done about the guards of reading.
var hints = map[string]string{
	page.GuardUnreadable:    "look at the page; its server may have sent something else, or in another character set than it says",
	recipe.GuardTableLost:   "look at the page; if the vendor has moved the table, correct the recipe",
	recipe.GuardColumns:     "look at the page, and name the new header in the recipe if it means the same",
	recipe.GuardRowDropped:  "look at the page; adapt the recipe, or declare the rows under skip: with a why",
	recipe.GuardCellForm:    "look at the page; adapt the recipe if this form is right",
	recipe.GuardPatternLost: "look at the page, and adapt the pattern to what it says now",
	recipe.GuardMin:         "look at the page; if it is right, lower min: in the recipe",
	recipe.GuardCanary:      "look at the page; if it is right, take the code out of must: in the recipe",
	GuardReused:             "look at the page; the recipe has to decide under names: whether the name stays, or becomes another with was: and the old one",
	GuardNames:              "adapt the recipe, and refresh again",
}

func hintTableLost(table string) string {
	return hints[GuardTableLost] + "\n" + accepting(GuardTableLost, table, "if it has taken the table away, keep its identifiers as deprecated ones: ")
}
