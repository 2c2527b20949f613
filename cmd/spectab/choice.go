package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/recipe"
)

// A choice is what add takes of a page, and what it leaves.
type choice struct {
	taken []guess.Guess
	left  []guess.Guess // ranked
	parts []guess.Guess // of which the one table of --as was made
}

// choose takes the tables that the options name, or that hold what they tell,
// or else the likeliest and those like it.
func (in *inspected) choose(o addOptions) (*choice, error) {
	c := &choice{}
	var err error
	switch {
	case len(o.tables) > 0:
		c.taken, c.left, err = in.named(o.tables)
	case len(o.has) > 0:
		c.taken = in.guesses
	default:
		c.taken, c.left = guess.Likeliest(in.guesses)
	}
	if err != nil {
		return nil, err
	}
	return c, c.correct(in.name, o)
}

// named parts the guesses into those of the names and the rest.
func (in *inspected) named(names []string) (taken, left []guess.Guess, err error) {
	var problems model.Problems
	var known []string
	for i := range in.guesses {
		known = append(known, in.guesses[i].Table.Name)
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			problems.Add(in.name, 0, recipe.Nearest(name, known), "the page has no table %q", name)
		}
	}
	for _, g := range in.guesses {
		if slices.Contains(names, g.Table.Name) {
			taken = append(taken, g)
		}
	}
	for _, g := range guess.Ranked(in.guesses) {
		if !slices.Contains(names, g.Table.Name) {
			left = append(left, g)
		}
	}
	return taken, left, problems.Err()
}

// correct puts right what was guessed wrong: the kind, the type of the codes,
// and the name, which makes one table of all.
func (c *choice) correct(file string, o addOptions) error {
	kind := model.Kind(o.kind)
	if kind != "" && !kind.Valid() {
		return fmt.Errorf("spectab: there is no kind %q\n\t%s", o.kind, recipe.Nearest(o.kind, kindNames()))
	}
	if o.as == "" {
		c.taken = guess.Named(c.taken)
	} else {
		if !model.ValidIdentifier(o.as) {
			return fmt.Errorf("spectab: %q is no exported Go identifier\n\ta name such as Code or Result", o.as)
		}
		one, left, ok := guess.Joined(c.taken, o.as, o.has)
		if !ok {
			return &model.Problem{File: file, Message: fmt.Sprintf("%s cannot be one table %s: they have not the same columns", count(len(c.taken), "table"), o.as), Hint: "--table or --has takes fewer"}
		}
		c.parts = c.taken
		c.taken, c.left = []guess.Guess{one}, guess.Ranked(append(left, c.left...))
	}
	for i := range c.taken {
		c.taken[i].As(kind, o.value)
		c.taken[i].Must(o.has)
	}
	return nil
}

// draft drafts the recipe of what is taken. Where none reads just that, tables
// that hold nothing of what was told are left.
func (c *choice) draft(in *inspected, o addOptions) (*guess.Draft, error) {
	draft, err := guess.NewDraft(in.page, c.taken, aboutPage(in, o))
	if len(o.tables) == 0 && len(o.has) == 0 && (err != nil || len(draft.Lost) > 0) {
		if less := c.drafted(in, o); less != nil {
			if draft != nil {
				less.Remarks = append(less.Remarks, draft.Lost...)
			}
			return less, nil
		}
	}
	if err == nil && len(draft.Lost) == 0 && draft.More == 0 || len(o.has) == 0 || o.as == "" {
		return draft, err
	}
	fewer := &choice{left: c.left}
	for _, g := range c.parts {
		if slices.ContainsFunc(o.has, g.Holds) {
			fewer.taken = append(fewer.taken, g)
		} else if !slices.ContainsFunc(c.left, func(l guess.Guess) bool { return l.Table.Name == g.Table.Name }) {
			fewer.left = append(fewer.left, g)
		}
	}
	if len(fewer.taken) == len(c.parts) || fewer.correct(in.name, o) != nil {
		return draft, err
	}
	less, lessErr := guess.NewDraft(in.page, fewer.taken, aboutPage(in, o))
	if lessErr != nil || len(less.Lost) > 0 || draft != nil && less.More >= draft.More && len(draft.Lost) == 0 {
		return draft, err
	}
	*c = *fewer
	return less, nil
}

// mostDrafted is how many tables are tried beside the likeliest, one after the
// other.
const mostDrafted = 8

// drafted drafts a recipe of the likeliest table and of those like it that the
// recipe finds again; the others are left. It is nil where the likeliest is not
// found.
func (c *choice) drafted(in *inspected, o addOptions) *guess.Draft {
	var best *guess.Draft
	fewer := &choice{left: c.left}
	ranked := guess.Ranked(c.taken)
	for i, g := range ranked {
		with := append(slices.Clone(fewer.taken), g)
		slices.SortStableFunc(with, func(a, b guess.Guess) int { return cmp.Compare(a.Table.Line, b.Table.Line) })
		draft, err := guess.NewDraft(in.page, guess.Named(with), aboutPage(in, o))
		switch {
		case i <= mostDrafted && err == nil && len(draft.Lost) == 0:
			best, fewer.taken = draft, with
		case i == 0:
			return nil
		default:
			at := slices.IndexFunc(in.guesses, func(f guess.Guess) bool { return f.Table.Line == g.Table.Line })
			fewer.left = append(fewer.left, in.guesses[at]) // by the name that --table takes
		}
	}
	fewer.taken, fewer.left = guess.Named(fewer.taken), guess.Ranked(fewer.left)
	*c = *fewer
	return best
}

// leftShown is how many of the tables that were left are listed.
const leftShown = 10

// tell lists what was left, the likeliest first, and the flag that takes it.
func (c *choice) tell(b *strings.Builder) {
	if len(c.left) == 0 {
		return
	}
	fmt.Fprintf(b, "\nLeft, and taken with --table and the name:\n")
	for i := range c.left[:min(len(c.left), leftShown)] {
		t := &c.left[i].Table
		fmt.Fprintf(b, "  - %s, line %d, %s, confidence %.2f\n", t.Name, t.Line, count(len(t.Entries), "row"), t.Confidence)
	}
	if more := len(c.left) - leftShown; more > 0 {
		fmt.Fprintf(b, "  - and %d less likely: spectab inspect --all\n", more)
	}
}

func kindNames() []string {
	var names []string
	for _, k := range model.Kinds() {
		names = append(names, string(k))
	}
	return names
}
