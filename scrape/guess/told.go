package guess

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
	"github.com/spectab/spectab/scrape/vocab"
)

// Having finds the one reading of a page in which the values are codes, symbols
// or texts of records: tables that are alike, whatever their confidence would be
// without that. The error names the values that no reading has in common with
// the others, with their lines, and what was tried.
func Having(p *page.Page, values []string) ([]Guess, error) {
	t := told{page: p}
	for _, v := range values {
		if v = clean(v); v != "" && !slices.Contains(t.values, v) {
			t.values = append(t.values, v)
		}
	}
	options := t.options(candidates(p))
	guesses, missing := t.choose(options)
	if len(missing) > 0 { // plain words are codes of text where that is told
		options = t.options(candidates(p, t.values...))
		guesses, missing = t.choose(options)
	}
	if len(missing) > 0 {
		return nil, t.missing(missing, options)
	}
	slices.SortStableFunc(guesses, func(a, b Guess) int { return cmp.Compare(a.Table.Line, b.Table.Line) })
	guesses = joinCategories(withoutRestated(withoutShadows(guesses)))
	nameTables(guesses)
	return guesses, nil
}

// told is what a person knows of a page.
type told struct {
	page   *page.Page
	values []string
}

// An option is one reading: guesses that are alike, made of one family or of
// several.
type option struct {
	guesses []Guess
	held    float64 // of the values
	beside  int     // how many of the others stand in other columns of its rows
	barred  int     // how many others no reading holds that goes with this one
	quality float64 // the confidence of the likeliest that holds one
	texts   int     // how many of ten of its entries have a text
}

// options are the readings of a page. A family is read as it would be without
// the values, and once more for each column that has one of them where codes may
// stand.
func (t *told) options(found []record.Candidate) []option {
	var list []option
	at := map[string]int{}
	add := func(guesses []Guess) {
		if len(guesses) == 0 {
			return
		}
		g := &guesses[0]
		key := fmt.Sprintf("%s\x00%q\x00%q", g.Form, g.Header, g.Roles)
		if g.Header == nil && len(g.Table.Entries) > 0 {
			key += style(g.Table.Entries[0].Code)
		}
		if i, ok := at[key]; ok {
			list[i].guesses = append(list[i].guesses, guesses...)
			return
		}
		at[key] = len(list)
		list = append(list, option{guesses: guesses})
	}
	for _, f := range DefaultWeights().families(found) {
		all := f.joined()
		stats := all.stats()
		tried := [][]string{all.roles(stats)}
		for j := range stats {
			if t.mayCode(&all, j) {
				tried = append(tried, all.rolesBeside(stats, j))
			}
		}
		for i, roles := range tried {
			if !slices.ContainsFunc(tried[:i], func(before []string) bool { return slices.Equal(before, roles) }) {
				add(f.as(&all, stats, roles))
			}
		}
	}
	t.judge(list)
	return list
}

// judge gives the guesses of all readings their confidence.
func (t *told) judge(list []option) {
	var all []*evidence
	for _, o := range list {
		for i := range o.guesses {
			all = append(all, o.guesses[i].evidence)
		}
	}
	w := DefaultWeights()
	w.weigh(all)
	for i := range list {
		for j := range list[i].guesses {
			g := &list[i].guesses[j]
			g.Table.Confidence = w.confidence(g.evidence)
		}
		settleKinds(t.page, list[i].guesses)
		list[i].weigh(t.values)
	}
}

// mayCode reports whether one of the values is a code in a column.
func (t *told) mayCode(c *subject, j int) bool {
	return slices.ContainsFunc(c.Rows, func(r record.CandidateRow) bool {
		if j >= len(r.Cells) {
			return false
		}
		text := r.Cells[j].Text()
		if slices.Contains(t.values, text) {
			return true
		}
		cell, ok := vocab.ParsePhrasedCell(text)
		return ok && slices.ContainsFunc(t.values, func(v string) bool { return slices.Contains(cell.Numbers, v) || slices.Contains(cell.Symbols, v) })
	})
}

func (o *option) hasBeside(value string) bool {
	return slices.ContainsFunc(o.guesses, func(g Guess) bool { return g.hasBeside(value) })
}

// weigh counts the values that a reading holds; what it is worth besides is its
// most confident table, of those that hold any, and how many texts it has.
func (o *option) weigh(values []string) {
	o.held, o.beside, o.quality, o.texts = 0, 0, math.Inf(-1), 0
	for _, v := range values {
		held := 0.0
		for i := range o.guesses {
			if share := o.guesses[i].share(v); share > 0 {
				held = max(held, share)
				o.quality = max(o.quality, o.guesses[i].Table.Confidence)
				o.texts = max(o.texts, o.guesses[i].texts())
			}
		}
		if held == 0 && o.hasBeside(v) {
			o.beside++
		}
		o.held += held
	}
}

// texts is how many entries in ten say what their codes mean.
func (g *Guess) texts() int {
	n := 0
	for i := range g.Table.Entries {
		if g.Table.Entries[i].Text != "" {
			n++
		}
	}
	return 10 * n / max(1, len(g.Table.Entries))
}

// Holds reports whether a value is the code, the symbol or the text of an entry.
func (g *Guess) Holds(value string) bool { return g.share(clean(value)) > 0 }

func (g *Guess) holds(value string) bool { return g.share(value) > 0 }

// clean is a value as it stands in cells.
func clean(value string) string { return strings.Trim(page.Clean(value), "`") }

// share is 1 where a value is the code or the symbol of an entry, or its text.
// What a person tells in one word is rather a code than a text.
func (g *Guess) share(value string) float64 {
	share := 0.0
	for i := range g.Table.Entries {
		switch e := &g.Table.Entries[i]; value {
		case e.Code, e.Key:
			return 1
		case e.Text, e.Detail:
			if share = oneWord; strings.Contains(value, " ") {
				return 1
			}
		}
	}
	return share
}

const oneWord = 0.6

// hasBeside reports whether a value stands in another column of an entry.
func (g *Guess) hasBeside(value string) bool {
	return slices.ContainsFunc(g.Table.Entries, func(e model.Entry) bool {
		for _, cell := range e.Extra {
			if clean(cell) == value {
				return true
			}
		}
		return false
	})
}

// choose takes the reading that holds most of the values, of several the
// likeliest, and as long as values are left, the next that holds any of them;
// then what is of the same table. The values that are left then are missing, but
// those that stand beside the codes of what is taken.
func (t *told) choose(options []option) (guesses []Guess, missing []string) {
	left, all := t.values, options
	for len(left) > 0 {
		options = slices.Clone(options)
		for i := range options {
			options[i].weigh(left)
		}
		options = slices.DeleteFunc(options, func(o option) bool { return o.held == 0 })
		if len(options) == 0 {
			left = slices.DeleteFunc(slices.Clone(left), func(v string) bool {
				return slices.ContainsFunc(guesses, func(g Guess) bool { return g.hasBeside(v) })
			})
			if len(left) > 0 {
				return guesses, left
			}
			break
		}
		t.lookAhead(options, left)
		best := slices.MaxFunc(options, func(a, b option) int {
			return cmp.Or(cmp.Compare(a.held, b.held), cmp.Compare(b.barred, a.barred), cmp.Compare(a.beside, b.beside),
				cmp.Compare(min(a.quality, surely), min(b.quality, surely)), cmp.Compare(a.texts, b.texts), cmp.Compare(a.quality, b.quality))
		})
		guesses = append(guesses, best.holding(left)...)
		left = slices.DeleteFunc(slices.Clone(left), func(v string) bool {
			return slices.ContainsFunc(guesses, func(g Guess) bool { return g.holds(v) })
		})
		taken := claim(guesses)
		options = slices.DeleteFunc(options, func(o option) bool { return slices.ContainsFunc(o.guesses, taken.conflicts) })
	}
	for i := range guesses {
		guesses[i].dropOtherGroups(t.values)
	}
	return append(guesses, t.mates(guesses, all)...), nil
}

// lookAhead counts for each reading that may be taken next the values that would
// be lost by it: no reading that goes with it holds them.
func (t *told) lookAhead(options []option, left []string) {
	most := slices.MaxFunc(options, func(a, b option) int { return cmp.Compare(a.held, b.held) }).held
	for i := range options {
		o := &options[i]
		if o.barred = 0; o.held < most || most >= float64(len(left)) {
			continue
		}
		taken := claim(o.holding(left))
		for _, v := range left {
			held := slices.ContainsFunc(options, func(other option) bool {
				return other.holds(v) && !slices.ContainsFunc(other.guesses, taken.conflicts)
			})
			if !held && !o.holds(v) && !o.hasBeside(v) {
				o.barred++
			}
		}
	}
}

// holding are the tables of a reading that hold most of the values of all, as
// many of them as it takes to hold each that is held.
func (o *option) holding(values []string) []Guess {
	var list []Guess
	for left := values; ; {
		most, held := 0, make([]int, len(o.guesses))
		for i := range o.guesses {
			for _, v := range left {
				if o.guesses[i].holds(v) {
					held[i]++
				}
			}
			most = max(most, held[i])
		}
		if most == 0 {
			return list
		}
		for i, g := range o.guesses {
			if held[i] == most {
				g.Table.Confidence = max(g.Table.Confidence, surely)
				list = append(list, g)
			}
		}
		left = slices.DeleteFunc(slices.Clone(left), func(v string) bool {
			return slices.ContainsFunc(list, func(g Guess) bool { return g.holds(v) })
		})
	}
}

// surely is how sure a table is at least that holds what a person told of it.
const surely = 0.9
