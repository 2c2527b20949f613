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
		if v = strings.Trim(page.Clean(v), "`"); v != "" && !slices.Contains(t.values, v) {
			t.values = append(t.values, v)
		}
	}
	options := t.options(record.Candidates(p.Blocks))
	guesses, missing := t.choose(options)
	if len(missing) > 0 {
		return nil, t.missing(missing, options)
	}
	slices.SortStableFunc(guesses, func(a, b Guess) int { return cmp.Compare(a.Table.Line, b.Table.Line) })
	guesses = joinCategories(withoutShadows(guesses))
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
	quality float64 // the confidence of the likeliest that holds one
}

// options are the readings that hold any of the values. A family is read as it
// would be without them, and once more for each column that has one of them
// where codes may stand.
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
	for i := range list {
		list[i].weigh(t.values)
	}
	return slices.DeleteFunc(list, func(o option) bool { return o.held == 0 })
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

// weigh counts the values that a reading holds; what it is worth besides is its
// most confident table, of those that hold any.
func (o *option) weigh(values []string) {
	o.held, o.quality = 0, math.Inf(-1)
	for _, v := range values {
		held := 0.0
		for i := range o.guesses {
			if share := o.guesses[i].share(v); share > 0 {
				held = max(held, share)
				o.quality = max(o.quality, o.guesses[i].Table.Confidence)
			}
		}
		o.held += held
	}
}

// holds reports whether a value is the code, the symbol or the text of an entry.
func (g *Guess) holds(value string) bool { return g.share(value) > 0 }

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

// choose takes the reading that holds most of the values, of several the
// likeliest, and as long as values are left, the next that holds any of them.
// The values that are left then are missing.
func (t *told) choose(options []option) (guesses []Guess, missing []string) {
	left := t.values
	options = slices.Clone(options)
	for len(left) > 0 {
		for i := range options {
			options[i].weigh(left)
		}
		options = slices.DeleteFunc(options, func(o option) bool { return o.held == 0 })
		if len(options) == 0 {
			return guesses, left
		}
		best := slices.MaxFunc(options, func(a, b option) int {
			return cmp.Or(cmp.Compare(a.held, b.held), cmp.Compare(a.quality, b.quality))
		})
		guesses = append(guesses, best.chosen(t)...)
		left = slices.DeleteFunc(slices.Clone(left), func(v string) bool {
			return slices.ContainsFunc(guesses, func(g Guess) bool { return g.holds(v) })
		})
		options = slices.DeleteFunc(options, func(o option) bool { return conflict(&o, &best) })
	}
	return guesses, nil
}

// conflict reports whether two readings give other meanings to the same lines.
func conflict(a, b *option) bool {
	for i := range a.guesses {
		for j := range b.guesses {
			for _, at := range a.guesses[i].codes {
				if b.guesses[j].covers[at] {
					return true
				}
			}
		}
	}
	return false
}

// surely is how sure a table is at least that holds what a person told of it.
const surely = 0.9

// chosen are the guesses of a reading that hold a value. Those beside them that
// are alike are taken too where the values stand in several of them; or, if they
// are likely or have the same header, where hardly any code means two things in
// them: they are parts of one list then.
func (o *option) chosen(t *told) []Guess {
	var holding, likely, all []Guess
	for _, g := range o.guesses {
		holds := slices.ContainsFunc(t.values, g.holds)
		if holds {
			g.Table.Confidence = max(g.Table.Confidence, surely)
			holding = append(holding, g)
		}
		if holds || g.Header != nil || g.Table.Confidence >= Likely {
			likely = append(likely, g)
		}
		g.Table.Confidence = max(g.Table.Confidence, Likely)
		all = append(all, g)
	}
	switch {
	case len(holding) > 1:
		return all
	case hardlyRecurs(likely):
		return likely
	}
	return holding
}

// hardlyRecurs reports whether hardly any code stands in two of the tables.
func hardlyRecurs(list []Guess) bool {
	first, n, again := map[string]int{}, 0, 0
	for i := range list {
		for _, e := range list[i].Table.Entries {
			n++
			if at, ok := first[e.Code]; ok && at != i {
				again++
			}
			first[e.Code] = i
		}
	}
	return again*10 < n
}

// missing says of values where they stand, and what was tried.
func (t *told) missing(values []string, options []option) error {
	var problems model.Problems
	for _, v := range values {
		lines := t.linesOf(v)
		switch {
		case len(lines) == 0:
			problems.Add(t.page.File, 0, "look how the page spells it", "%q does not stand on the page", v)
		case !slices.ContainsFunc(options, func(o option) bool { return o.holds(v) }):
			problems.Add(t.page.File, lines[0], t.tried(options), "%q stands on the page%s, but in no record that was found", v, also(lines))
		default:
			problems.Add(t.page.File, lines[0], t.tried(options), "%q stands on the page%s, but in no reading that has the other values too", v, also(lines))
		}
	}
	return problems.Err()
}

func (o *option) count(values []string) int {
	n := 0
	for _, v := range values {
		if o.holds(v) {
			n++
		}
	}
	return n
}

func (o *option) holds(value string) bool {
	return slices.ContainsFunc(o.guesses, func(g Guess) bool { return g.holds(value) })
}

// tried lists what was read that holds any of the values.
func (t *told) tried(options []option) string {
	if len(options) == 0 {
		return "nothing that was read on the page has any of the values; name the table by a recipe"
	}
	slices.SortStableFunc(options, func(a, b option) int { return cmp.Or(cmp.Compare(b.held, a.held), cmp.Compare(b.quality, a.quality)) })
	var list []string
	for i := range options[:min(len(options), 3)] {
		g := &options[i].guesses[0]
		list = append(list, fmt.Sprintf("%s in line %d (%d of the values)", g.Form, g.Table.Line, options[i].count(t.values)))
	}
	return "tried: " + strings.Join(list, ", ") + "; leave out a value, or name the table by a recipe"
}

func also(lines []int) string {
	if len(lines) == 1 {
		return ""
	}
	var list []string
	for _, l := range lines[1:min(len(lines), 5)] {
		list = append(list, fmt.Sprint(l))
	}
	return ", also in line " + strings.Join(list, ", ")
}

// linesOf are the lines on which a value stands, as a whole word.
func (t *told) linesOf(value string) []int {
	var lines []int
	page.EachLines(t.page.Blocks, func(list []page.Line) {
		for _, l := range list {
			if hasWord(page.Clean(l.Text), value) && !slices.Contains(lines, l.No) {
				lines = append(lines, l.No)
			}
		}
	})
	slices.Sort(lines)
	return lines
}

// hasWord reports whether a text has the words of another, with nothing of a
// word joined to them.
func hasWord(text, words string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return false
		}
		at += from
		end := at + len(words)
		if (at == 0 || !isWord(text[at-1])) && (end == len(text) || !isWord(text[end])) {
			return true
		}
		from = at + 1
	}
}

func isWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
