package guess

import (
	"cmp"
	"slices"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
	"github.com/spectab/spectab/scrape/record"
)

// Ranked are guesses, the likeliest first.
func Ranked(guesses []Guess) []Guess {
	ranked := slices.Clone(guesses)
	slices.SortStableFunc(ranked, func(a, b Guess) int {
		return cmp.Or(cmp.Compare(b.Table.Confidence, a.Table.Confidence), cmp.Compare(len(b.Table.Entries), len(a.Table.Entries)))
	})
	return ranked
}

// Likeliest parts the guesses of a page into the likeliest table with those that
// go with it, and the rest, ranked.
func Likeliest(guesses []Guess) (taken, left []Guess) {
	ranked := Ranked(guesses)
	if len(ranked) == 0 || ranked[0].Table.Confidence < Likely {
		return nil, ranked
	}
	best := &ranked[0]
	for i := range guesses {
		if guesses[i].goesWith(best) {
			taken = append(taken, guesses[i])
		}
	}
	for i := range ranked {
		if !ranked[i].goesWith(best) {
			left = append(left, ranked[i])
		}
	}
	return taken, left
}

// nearlyBest is the share of the confidence of the likeliest table that further
// lists of errors have: of 103 such tables of the labelled pages all but one are
// true.
const nearlyBest = 0.9

// goesWith reports whether a table is taken along with the likeliest one: what
// is likely and has its form, header and roles; and of a page of errors each
// further list of errors that is nearly as sure, whatever its columns are called,
// but for one that lists the same codes again.
func (g *Guess) goesWith(best *Guess) bool {
	switch {
	case g.Table.Confidence < Likely:
		return false
	case g.isLike(best):
		return true
	}
	return g.Table.Kind == model.Codes && best.Table.Kind == model.Codes &&
		g.Table.Confidence >= nearlyBest*best.Table.Confidence && !g.repeats(best)
}

// repeats reports whether most codes of a table stand in another.
func (g *Guess) repeats(other *Guess) bool {
	codes := map[string]bool{}
	for i := range other.Table.Entries {
		codes[other.Table.Entries[i].Code] = true
	}
	shared := 0
	for i := range g.Table.Entries {
		if codes[g.Table.Entries[i].Code] {
			shared++
		}
	}
	return shared*2 > len(g.Table.Entries)
}

// isLike reports whether two guesses are of tables that a page has for several
// categories.
func (g *Guess) isLike(other *Guess) bool { return g.family() == other.family() }

// Named gives the tables that were taken their names, whatever the others of the
// page are called. What is taken counts as likely.
func Named(guesses []Guess) []Guess {
	named := slices.Clone(guesses)
	for i := range named {
		named[i].Table.Confidence = max(named[i].Table.Confidence, Likely)
	}
	nameTables(named)
	return named
}

// Joined makes one table of several, called name: columns that have the same
// role in them are one. Those that hold one of the values that a person tells
// are in it, or all where none is told; of the others it leaves those that have
// not the same form, or give a code another meaning. It is false where those
// that have to be in it mean different things by one header.
func Joined(guesses []Guess, name string, told []string) (one Guess, left []Guess, ok bool) {
	j := joining{seen: map[string]string{}, columns: map[string]recipe.Column{}}
	var others []Guess
	for i := range guesses {
		if g := &guesses[i]; len(told) > 0 && !slices.ContainsFunc(told, g.Holds) {
			others = append(others, *g)
		} else if !j.takes(g) {
			return Guess{}, nil, false
		}
	}
	if len(j.list) == 0 {
		return Guess{}, nil, false
	}
	known := claim(j.list)
	for i := range others {
		if known.contradicts(&others[i]) || others[i].styles() != j.list[0].styles() || !j.takes(&others[i]) {
			left = append(left, others[i])
			continue
		}
		known.add(&others[i])
	}
	one = j.guess(name)
	return one, left, len(one.Table.Entries) > 0
}

// A joining is several tables that become one.
type joining struct {
	list    []Guess
	columns map[string]recipe.Column
	seen    map[string]string // header → role
}

// takes adds a table, where it has the form and the columns of those before.
func (j *joining) takes(g *Guess) bool {
	if len(j.list) > 0 && (g.Form != j.list[0].Form || g.from[0].Template != j.list[0].from[0].Template) {
		return false
	}
	for role, column := range g.recipe.Columns {
		if n := j.columns[role].Number; n > 0 && column.Number > 0 && n != column.Number {
			return false
		}
		for _, h := range column.Headers {
			if other, ok := j.seen[h]; ok && other != role {
				return false
			}
		}
	}
	for role, column := range g.recipe.Columns {
		merged := j.columns[role]
		merged.Number = max(merged.Number, column.Number)
		for _, h := range column.Headers {
			if j.seen[h] == "" {
				j.seen[h], merged.Headers = role, append(merged.Headers, h)
			}
		}
		j.columns[role] = merged
	}
	j.list = append(j.list, *g)
	return true
}

// guess is the one table, in the order of the page.
func (j *joining) guess(name string) Guess {
	slices.SortStableFunc(j.list, func(a, b Guess) int { return cmp.Compare(a.Table.Line, b.Table.Line) })
	all := j.list[0]
	all.Table.Name, all.from = name, nil
	for i := range j.list {
		all.Table.Confidence = max(all.Table.Confidence, j.list[i].Table.Confidence)
		all.from = append(all.from, j.list[i].from...)
	}
	t := *all.recipe
	t.Columns = j.columns
	if len(j.list) > 1 {
		all.Table.Heading = ""
		t.Code, t.Value = nil, ""
		form := j.wholeForm()
		if form.source == "" {
			form = formOf(codesOf(&t, all.from))
		}
		t.Code, t.Value = form.pattern(), form.value
	}
	all.read(t)
	return all
}

// wholeForm is the form of codes that are all of their cell in all tables.
func (j *joining) wholeForm() codeForm {
	var all subject
	all.Form = j.list[0].Form
	for i := range j.list {
		g := &j.list[i]
		code := slices.Index(g.Roles, "code")
		for k := range g.from {
			for _, r := range g.from[k].Rows {
				if code < len(r.Cells) {
					all.Rows = append(all.Rows, record.CandidateRow{Cells: r.Cells[code : code+1]})
				}
			}
		}
	}
	return all.wholeForm(0)
}

func codesOf(t *recipe.Table, found []record.Candidate) []string {
	var codes []string
	for i := range found {
		codes = append(codes, t.CodesOf(&found[i])...)
	}
	return codes
}

// As corrects the kind and the type of the codes; what is "" stays.
func (g *Guess) As(kind model.Kind, value string) {
	t := *g.recipe
	g.Table.Kind, t.Value = cmp.Or(kind, g.Table.Kind), cmp.Or(value, t.Value)
	g.read(t)
}

// Must makes canaries of the codes that have one of the values as code, as
// symbol or as text.
func (g *Guess) Must(values []string) {
	for _, e := range g.Table.Entries {
		if slices.ContainsFunc(values, func(v string) bool { return v != "" && (e.Code == v || e.Key == v || e.Text == v) }) && len(g.must) < 2*len(values) {
			g.must = append(g.must, recipe.Literal(e.Code))
		}
	}
}
