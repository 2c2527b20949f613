package matrix

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape"
)

// openFile lists what is not read right yet: below a comment that says why, what
// fails, the form, its variants, and behind a colon the tables, * for all.
const openFile = "testdata/open.txt"

var (
	update = flag.Bool("update", false, "write "+openFile+" anew")
	only   = flag.String("only", "", "show the pages of form/variant/table that begin so, and what is read of them")
)

// How a page fails: without a recipe, where two of its codes are told, or both.
const (
	guess = "guess"
	told  = "told"
	both  = "both"
)

// Every page gives its rows without a recipe, and where two of its codes are
// told; what does not yet is listed, with why. A short run takes a part of them.
func TestMatrix(t *testing.T) {
	pages := slices.Collect(Pages())
	if *only != "" {
		show(t, pages)
		return
	}
	open := readOpen(t, pages)
	if testing.Short() && !*update {
		pages = sample(pages)
	}
	fails := failures(pages)
	if *update {
		open.write(t, pages, fails)
		open = readOpen(t, pages)
	}
	slack := 0
	if testing.Short() {
		slack = len(pages) / slackOf
	}
	for i, p := range pages {
		if fails[i] != open.fails[p.String()] && slack > 0 {
			slack--
			continue
		}
		switch listed := open.fails[p.String()]; {
		case fails[i] == listed:
		case fails[i] == "" || listed == both:
			t.Errorf("%s is right now where %s failed: go test ./scrape/matrix -update, and read the difference", p, listed)
		default:
			t.Errorf("%s fails: go test ./scrape/matrix -v -only %s", p, p)
		}
	}
	if testing.Verbose() {
		report(t, pages, fails)
	}
}

// slackOf is of how many pages of a short run one may differ from what is listed:
// new weights move a few, and the long run says which.
const slackOf = 100

// every is of how many pages a short run takes one: no divisor of the number of
// tables, so that all forms, variants and tables are among them.
const every = 11

func sample(pages []*Page) []*Page {
	var list []*Page
	for i, p := range pages {
		if i%every == 0 {
			list = append(list, p)
		}
	}
	return list
}

// failures is how each page fails, "" where it does not.
func failures(pages []*Page) []string {
	fails := make([]string, len(pages))
	var wait sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				fails[i] = pages[i].failure()
			}
		})
	}
	for i := range pages {
		next <- i
	}
	close(next)
	wait.Wait()
	return fails
}

func (p *Page) failure() string {
	guessed, known := slices.Equal(rows(p), p.Rows), slices.Equal(rows(p, p.told()...), p.Rows)
	switch {
	case guessed && known:
		return ""
	case guessed:
		return told
	case known:
		return guess
	}
	return both
}

// told are two codes of a page, neither of them at an end.
func (p *Page) told() []string { return []string{p.Rows[1].Code, p.Rows[len(p.Rows)-2].Code} }

// rows are what is read of a page, in its order.
func rows(p *Page, has ...string) []Row {
	spec, err := scrape.Guess(p.File, p.Data, has...)
	if err != nil {
		return []Row{{Text: err.Error()}}
	}
	var entries []model.Entry
	for i := range spec.Tables {
		entries = append(entries, spec.Tables[i].Entries...)
	}
	slices.SortStableFunc(entries, func(a, b model.Entry) int { return cmp.Compare(a.Line, b.Line) })
	var list []Row
	for i := range entries {
		list = append(list, Row{entries[i].Code, entries[i].Key, entries[i].Text})
	}
	return list
}

// show prints pages, and where what is read differs from what should be.
func show(t *testing.T, pages []*Page) {
	for _, p := range pages {
		if !strings.HasPrefix(p.String(), *only) {
			continue
		}
		t.Logf("%s\n%s", p, p.Data)
		for check, got := range map[string][]Row{guess: rows(p), told: rows(p, p.told()...)} {
			t.Logf("%s: %v\n%s", check, slices.Equal(got, p.Rows), differences(got, p.Rows))
		}
	}
}

func differences(got, want []Row) string {
	var b strings.Builder
	for i := range max(len(got), len(want)) {
		g, w := append(slices.Clone(got), make([]Row, len(want))...)[i], append(slices.Clone(want), make([]Row, len(got))...)[i]
		if g != w {
			fmt.Fprintf(&b, "got  %q\nwant %q\n", g, w)
		}
	}
	return b.String()
}

// report says how much is right by form, variant and table.
func report(t *testing.T, pages []*Page, fails []string) {
	counts := map[string][3]int{}
	for i, p := range pages {
		for _, name := range []string{"all", "form " + p.Form, "variant " + p.Variant, "table " + p.Table} {
			c := counts[name]
			c[0]++
			if fails[i] == "" || fails[i] == told {
				c[1]++
			}
			if fails[i] == "" || fails[i] == guess {
				c[2]++
			}
			counts[name] = c
		}
	}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		c := counts[name]
		t.Logf("%-32s %5d pages, guessed %.3f, told %.3f", name, c[0], float64(c[1])/float64(c[0]), float64(c[2])/float64(c[0]))
	}
}
