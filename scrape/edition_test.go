package scrape

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/recipe"
)

// An edit is what a vendor does to its page. A drafted recipe goes on reading
// all that the page lists, or stops where the edit says that somebody has to
// look: it never reads anything else.
type edit struct {
	do    func(p *vendorPage, at int) // at is some row
	stops string                      // the guard that may refuse the page; "" where none may
	alone bool                        // it is told from a text by what stands around it
	but   string                      // the layout in which it cannot be told from a text
}

func reworded(to string) edit {
	return edit{do: func(p *vendorPage, at int) { p.rows[at].text = strings.ReplaceAll(to, "CODE", p.rows[0].code) }}
}

func shown(as string) edit {
	return edit{do: func(p *vendorPage, at int) { p.rows[at].shown = as }}
}

func around(what string) edit {
	return edit{do: func(p *vendorPage, _ int) { p.around = what }}
}

func titled(code, text string) edit {
	return edit{do: func(p *vendorPage, _ int) { p.header = [2]string{code, text} }, stops: recipe.GuardColumns}
}

func extended(header, cell string) edit {
	return edit{do: func(p *vendorPage, _ int) {
		p.columns = append(p.columns, header)
		for i := range p.rows {
			p.rows[i].more = append(p.rows[i].more, strings.ReplaceAll(cell, "N", fmt.Sprint(i)))
		}
	}}
}

var edits = map[string]edit{
	"a row at the end":   {do: func(p *vendorPage, _ int) { p.rows = append(p.rows, p.fresh()) }},
	"a row at the front": {do: func(p *vendorPage, _ int) { p.insert(0, p.fresh()) }},
	"a row amid":         {do: func(p *vendorPage, at int) { p.insert(at, p.fresh()) }},
	"ten rows": {do: func(p *vendorPage, _ int) {
		for range 10 {
			p.rows = append(p.rows, p.fresh())
		}
	}},
	"a row less":             {do: func(p *vendorPage, at int) { p.rows = slices.Delete(p.rows, at, at+1) }, stops: recipe.GuardCanary},
	"reworded":               reworded("The call failed."),
	"a number in a text":     reworded("It failed after 3 tries, see 404."),
	"a number first":         reworded("403 Forbidden."),
	"a text like a symbol":   reworded("UNKNOWN"),
	"a colon in a text":      reworded("Note: retry later - or not."),
	"another code in a text": reworded("As CODE, but later."),
	"two rows change places": {do: func(p *vendorPage, at int) { p.rows[0], p.rows[at] = p.rows[at], p.rows[0] }},
	"upside down":            {do: func(p *vendorPage, _ int) { slices.Reverse(p.rows) }},
	"another heading":        {do: func(p *vendorPage, _ int) { p.heading = "When something goes wrong" }},
	"a longer heading":       {do: func(p *vendorPage, _ int) { p.heading = "List of error codes" }},
	"titles in capitals":     {do: func(p *vendorPage, _ int) { p.header = [2]string{"CODE", "description"} }},
	"another title":          titled("Code", "What it tells you"),
	"other titles":           titled("Error", "Message"),
	"translated titles":      titled("Código", "Descrição"),
	"a column":               extended("Since", "2.N"),
	"a column of texts":      extended("Solution", "Try again after N minutes."),
	"a column of numbers":    extended("HTTP status", "4N"),
	"columns change places":  {do: func(p *vendorPage, _ int) { p.textFirst = !p.textFirst }},
	"codes in spans":         around("code"),
	"bold codes":             around("strong"),
	"linked codes":           around("a"),
	"permalinks":             around("anchor"),
	"a badge":                shown("badge"),
	"struck out":             shown("struck"),
	"a note":                 shown("noted"),
	"sections":               {do: func(p *vendorPage, _ int) { p.sections = []vendorSection{{0, "Login errors"}, {4, "Payment errors"}} }},
	"a table parted":         {do: func(p *vendorPage, _ int) { p.sections = []vendorSection{{4, "More error codes"}} }},
	"prose before": {do: func(p *vendorPage, _ int) {
		p.before = append(p.before, "There are 404 and 500 besides. Retry 3 times.", "Since version 2.0 we send 1001 in the header.")
	}},
	"a banner": {do: func(p *vendorPage, _ int) {
		p.before = slices.Insert(p.before, 0, "We moved! This page is maintained until 2027.")
	}},
	"prose behind": {do: func(p *vendorPage, _ int) {
		p.after = append(p.after, "The first is the most frequent of them.", "Last updated: 2026-11-30")
	}},
	"a range": {do: func(p *vendorPage, _ int) {
		p.add(vendorRow{shown: p.code(50) + " - " + p.code(60), said: "Reserved."})
	}, stops: recipe.GuardRowDropped},
	"two codes in a row": {do: func(p *vendorPage, _ int) {
		p.add(vendorRow{code: p.code(50) + ", " + p.code(51), text: "Either of them."})
	}},
	"a row of prose": {do: func(p *vendorPage, _ int) {
		p.add(vendorRow{shown: "Anything else", said: "Ask us."})
	}, alone: true},
	"a code of another shape": {do: func(p *vendorPage, at int) { p.insert(at, vendorRow{code: p.strange(), text: "Whatever else."}) }, stops: recipe.GuardRowDropped, but: "text"},
	"a row twice":             {do: func(p *vendorPage, at int) { p.rows = append(p.rows, p.rows[at]) }, alone: true},
}

func (p *vendorPage) add(r vendorRow) {
	r.more = slices.Repeat([]string{"9.9"}, len(p.columns))
	p.rows = append(p.rows, r)
}

func (p *vendorPage) insert(at int, r vendorRow) { p.rows = slices.Insert(p.rows, at, r) }

func (p *vendorPage) code(i int) string { return vendorStyles[p.style](i) }

// An edition is the page, and the source that follows it.
type edition struct {
	*vendorPage
	layout string
	recipe []byte
	lock   *model.Lock
	before *model.Spec
}

// again is a copy of an edition, to be edited.
func (e *edition) again() *edition {
	again, page := *e, *e.vendorPage
	page.rows = slices.Clone(page.rows)
	again.vendorPage = &page
	return &again
}

func firstEdition(t *testing.T, layout, style string) *edition {
	t.Helper()
	e := &edition{vendorPage: newVendorPage(style), layout: layout, lock: model.NewLock(model.LockFile)}
	file, data := e.render(layout)
	var err error
	if e.recipe, err = Draft(file, data, guess.About{Source: "s", Package: "s", Retrieved: "2026-11-22"}); err != nil {
		t.Fatal(err)
	}
	if err := e.next(); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return e
}

// next reads the page as it is now.
func (e *edition) next() error {
	file, data := e.render(e.layout)
	s, err := NewSource("specs/s", e.recipe, file, data)
	if err != nil {
		return err
	}
	s.Lock = e.lock
	spec, lock, err := s.Spec()
	if err != nil {
		return err
	}
	if wrong := e.differences(spec); wrong != "" {
		return errors.New(wrong)
	}
	e.recipe, _, err = recipe.Follow(recipe.File, e.recipe, e.before, spec)
	e.lock, e.before = lock, spec
	return err
}

// stopped reports whether a guard refused the page.
func stopped(err error, guard string) bool {
	var problems model.Problems
	return errors.As(err, &problems) && !slices.ContainsFunc(problems, func(p *model.Problem) bool { return p.Guard != guard })
}

// someStyles are all styles, or one where tests have to be quick.
func someStyles() map[string]func(int) string {
	if testing.Short() {
		return map[string]func(int) string{"three digits": vendorStyles["three digits"]}
	}
	return vendorStyles
}

func TestEditions(t *testing.T) {
	for layout := range vendorLayouts {
		for style := range someStyles() {
			first := firstEdition(t, layout, style)
			for name, edit := range edits {
				if edit.but == layout {
					continue
				}
				e := first.again()
				edit.do(e.vendorPage, 2)
				if err := e.next(); err != nil && !(edit.stops != "" && stopped(err, edit.stops)) {
					t.Errorf("%s of %s, %s: %v", layout, style, name, err)
				}
			}
		}
	}
}

// TestLivesOfPages edits pages again and again, and writes them in another
// layout at times.
func TestLivesOfPages(t *testing.T) {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(edits)) {
		if edits[name].stops == "" && edits[name].but == "" && !edits[name].alone {
			names = append(names, name)
		}
	}
	for layout := range vendorLayouts {
		for style := range someStyles() {
			first := firstEdition(t, layout, style)
			for seed := range uint64(4) {
				e, dice := first.again(), rand.New(rand.NewPCG(seed, 1))
				var done []string
				for range 12 {
					name := names[dice.IntN(len(names))]
					if other := vendorLayouts[e.layout].other; other != "" && dice.IntN(12) == 0 {
						name, e.layout = "as "+other, other
					} else {
						edits[name].do(e.vendorPage, dice.IntN(8))
					}
					done = append(done, name)
					if err := e.next(); err != nil {
						t.Errorf("%s of %s, %s: %v", layout, style, strings.Join(done, ", "), err)
						break
					}
				}
			}
		}
	}
}
