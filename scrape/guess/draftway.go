package guess

import (
	"regexp"
	"slices"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// ways lists how a guess may be found on the page, the plainest way first: by
// what its rows look like; under its heading; behind the line that stands
// before it, to the end or to where the next guess begins. A heading tells a list
// from others better than codes do that look like any word. Each is tried first
// with any word in the place of the code, whose form is enough to tell it: a
// list grows by names that are not written as those before.
func (d *drafting) ways(guesses []Guess, i int) []recipe.Table {
	g := &guesses[i]
	t := *g.recipe
	t.Name = g.Table.Name
	ways := []recipe.Table{t}
	for _, part := range d.parts(guesses, i) {
		t.Under, t.After, t.Until = part.under, part.after, part.until
		ways = append(ways, t)
	}
	if len(ways) > 1 && g.recipe.Line != nil && g.recipe.Code.MatchWhole(anyWord) {
		ways[0], ways[1] = ways[1], ways[0]
	}
	wide := g.wide()
	if wide == nil {
		return ways
	}
	var all []recipe.Table
	for _, t := range ways {
		narrow := t
		t.Line = wide
		all = append(all, t, narrow)
	}
	return all
}

// anyWord is a word as prose begins with, which has the form of some codes.
const anyWord = "Note"

// wide is the pattern of the lines of a guess with any word in the place of the
// code; nil where the codes have no form that keeps other words out.
func (g *Guess) wide() *recipe.Pattern {
	c := &g.from[0]
	if g.recipe.Line == nil || g.recipe.Code == nil || g.recipe.Line.String() != "/"+c.Template+"/" {
		return nil
	}
	if g.recipe.Columns["code"].Number != c.Code+1 || c.Form != "definitions" && g.recipe.Code.MatchWhole(anyWord) {
		return nil
	}
	p, err := recipe.Compile(c.Wide)
	if err != nil {
		return nil
	}
	return p
}

// A draftPart says where on a page a table stands.
type draftPart struct{ under, after, until *recipe.Pattern }

func (d *drafting) parts(guesses []Guess, i int) []draftPart {
	var next model.Table
	if i+1 < len(guesses) {
		next = guesses[i+1].Table
	}
	var parts []draftPart
	for _, heading := range d.headings(&guesses[i].Table) {
		under := literally(heading, "")
		parts = append(parts, draftPart{under: under}, draftPart{under: under, until: literally(next.Heading, "")})
	}
	if after := d.before(&guesses[i].Table); after != nil {
		parts = append(parts, draftPart{after: after}, draftPart{after: after, until: d.before(&next)})
	}
	for _, part := range slices.Clone(parts) {
		if part.until = d.behind(&guesses[i]); part.until != nil {
			parts = append(parts, part)
		}
	}
	return parts
}

// headings are what a table stands under: its heading, and that of the page above
// it, where the other is a name in source code, which no recipe finds.
func (d *drafting) headings(t *model.Table) []string {
	headings := []string{t.Heading, d.flow.HeadingAbove(t.Line)}
	return slices.Compact(slices.DeleteFunc(headings, func(h string) bool { return h == "" }))
}

// literally is the pattern of a text and of what follows; nil where there is
// no text.
func literally(text, rest string) *recipe.Pattern {
	if text == "" {
		return nil
	}
	p, err := recipe.Compile(regexp.QuoteMeta(text) + rest)
	if err != nil {
		return nil
	}
	return p
}

// behind is a pattern of the line that stands behind the rows of a guess, nil at
// the end of the page.
func (d *drafting) behind(g *Guess) *recipe.Pattern {
	last := 0
	for i := range g.from {
		for _, r := range g.from[i].Rows {
			for _, c := range r.Cells {
				for _, l := range c.Lines {
					last = max(last, l.No)
				}
			}
		}
	}
	at := slices.IndexFunc(d.flow.Lines, func(l recipe.FlowLine) bool { return l.No > last })
	if at < 0 {
		return nil
	}
	return d.line(at)
}

// line is a pattern of the beginning of a line.
func (d *drafting) line(at int) *recipe.Pattern {
	text := []rune(d.flow.Lines[at].Text)
	if len(text) <= 60 {
		return literally(string(text), "")
	}
	return literally(string(text[:60]), ".*")
}

// before is a pattern of the line that stands before a table, nil where it has
// none of its own.
func (d *drafting) before(t *model.Table) *recipe.Pattern {
	lines := d.flow.Lines
	at := slices.IndexFunc(lines, func(l recipe.FlowLine) bool { return l.No >= t.Line })
	if t.Line == 0 || at < 1 {
		return nil
	}
	return d.line(at - 1)
}
