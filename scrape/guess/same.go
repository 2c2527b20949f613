package guess

import (
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/text"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
	"github.com/spectab/spectab/scrape/vocab"
)

// mates are the tables of a page that go on with what was taken: of the same
// table, parted by headings and prose. One that gives codes of those taken other
// meanings is another table of their form, unless it holds as many of the values as
// any of them.
func (t *told) mates(taken []Guess, options []option) []Guess {
	told, all := claim(taken), claim(taken)
	most := 0
	for i := range taken {
		most = max(most, t.held(&taken[i]))
	}
	var list []Guess
	for _, o := range options {
		for _, g := range o.guesses {
			held := t.held(&g)
			if held > 0 {
				g.Table.Confidence = max(g.Table.Confidence, Likely)
			}
			if all.conflicts(g) || !g.isPartOf(taken) && (!g.isMateOf(taken) || held < most && told.contradicts(&g)) {
				continue
			}
			g.Table.Confidence = max(g.Table.Confidence, Likely)
			list = append(list, g)
			all.add(&g)
		}
	}
	return list
}

// held is how many of the values a guess holds.
func (t *told) held(g *Guess) int {
	n := 0
	for _, v := range t.values {
		if g.holds(v) {
			n++
		}
	}
	return n
}

// A claimed part of a page is what guesses are made of.
type claimed struct {
	rows    map[*page.Cell]bool // first cells
	spots   map[spot]bool
	meaning map[string]string // by code
}

func claim(guesses []Guess) *claimed {
	c := &claimed{map[*page.Cell]bool{}, map[spot]bool{}, map[string]string{}}
	for i := range guesses {
		c.add(&guesses[i])
	}
	return c
}

func (c *claimed) add(g *Guess) {
	for _, at := range g.firstCells() {
		c.rows[at] = true
	}
	g.eachSpot(func(at spot, _ bool) { c.spots[at] = true })
	for i := range g.Table.Entries {
		e := &g.Table.Entries[i]
		c.meaning[e.Code] = e.Key + " " + e.Text
	}
}

// conflicts reports whether a guess gives another meaning to any of it.
func (c *claimed) conflicts(g Guess) bool {
	taken := slices.ContainsFunc(g.firstCells(), func(at *page.Cell) bool { return c.rows[at] })
	g.eachSpot(func(at spot, isCode bool) { taken = taken || isCode && c.spots[at] })
	return taken
}

// contradicts reports whether a tenth of the codes of a guess mean something
// else in it. A symbol is the same wherever errors and results are listed; the
// names of parameters, and numbers, are so where their texts are alike.
func (c *claimed) contradicts(g *Guess) bool {
	others := 0
	for i := range g.Table.Entries {
		e := &g.Table.Entries[i]
		meaning, ok := c.meaning[e.Code]
		if !ok || vocab.Classify(e.Code) != vocab.Number && (g.Table.Kind == model.Codes || g.Table.Kind == model.Results) {
			continue
		}
		if !likeTexts(meaning, e.Key+" "+e.Text) {
			others++
		}
	}
	return others*10 > len(g.Table.Entries)
}

// leastAlike is the share of their words by which two texts say the same.
const leastAlike = 0.5

func likeTexts(a, b string) bool {
	return text.Likeness(strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))) >= leastAlike
}

func (g *Guess) firstCells() []*page.Cell {
	var list []*page.Cell
	for i := range g.from {
		for _, r := range g.from[i].Rows {
			if len(r.Cells) > 0 {
				list = append(list, &r.Cells[0])
			}
		}
	}
	return list
}

// isPartOf reports whether a table and one of those taken are of one region, which
// was parted by groups, and not by what its names begin with. Numbers tell nothing
// of that.
func (g *Guess) isPartOf(taken []Guess) bool {
	return slices.ContainsFunc(taken, func(t Guess) bool {
		a, b := &g.from[0], &t.from[0]
		if a.Template == "" || a.Template != b.Template || a.Form != b.Form || slices.Index(g.Roles, "code") != slices.Index(t.Roles, "code") {
			return false
		}
		both := *b
		both.Rows = slices.Concat(b.Rows, a.Rows)
		return vocab.Classify(t.Table.Entries[0].Code) == vocab.Number || len(byForm(both)) == 1
	})
}

// isMateOf reports whether a table is of the same form as one of those taken.
func (g *Guess) isMateOf(taken []Guess) bool {
	return slices.ContainsFunc(taken, func(other Guess) bool { return g.isSameForm(&other) })
}

// isSameForm reports whether two tables may be parts of one: they have one
// header, however it is written; or are likely, of one kind, and name the
// column of their codes alike; or have no header, and codes of one style.
func (g *Guess) isSameForm(other *Guess) bool {
	if g.Form != other.Form || (g.Header == nil) != (other.Header == nil) || !slices.Equal(named(g.Roles), named(other.Roles)) && g.Header == nil {
		return false
	}
	if g.Header != nil && slices.Equal(g.Roles, other.Roles) && slices.EqualFunc(g.Header, other.Header, sameTitle) {
		return true
	}
	if g.Table.Confidence < Likely || g.Table.Kind != other.Table.Kind || g.styles() != other.styles() {
		return false
	}
	return g.Header == nil || sameTitle(g.titleOf("code"), other.titleOf("code"))
}

// named are the roles that are any.
func named(roles []string) []string {
	return slices.DeleteFunc(slices.Clone(roles), func(r string) bool { return r == "" })
}

// titleOf is the header of the column with a role.
func (g *Guess) titleOf(role string) string {
	if j := slices.Index(g.Roles, role); j >= 0 && j < len(g.Header) {
		return g.Header[j]
	}
	return ""
}

// sameTitle reports whether two headers are of the same letters and digits.
func sameTitle(a, b string) bool {
	bare := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	return bare(a) == bare(b)
}

// styles is the style that most codes are written in, whatever their signs.
func (g *Guess) styles() string {
	count, most := map[string]int{}, ""
	for i := range g.Table.Entries {
		s := style(strings.TrimLeft(g.Table.Entries[i].Code, "+-−"))
		if count[s]++; count[s] > count[most] {
			most = s
		}
	}
	return most
}

// dropOtherGroups takes the groups out of a region of text in which no code is
// written as the two are at least that a person told: what begins alike, and is
// none of the list. Numbers tell nothing.
func (g *Guess) dropOtherGroups(told []string) {
	if g.from[0].Template == "" {
		return
	}
	codes := map[string]bool{}
	wanted, like := "", map[string]bool{}
	for i := range g.Table.Entries {
		e := &g.Table.Entries[i]
		if !slices.Contains(told, e.Code) {
			continue
		}
		s := style(e.Code)
		if vocab.Classify(e.Code) == vocab.Number || wanted != "" && wanted != s {
			return
		}
		wanted, codes[e.Code] = s, true
	}
	if len(codes) < 2 {
		return
	}
	for i := range g.Table.Entries {
		if e := &g.Table.Entries[i]; style(e.Code) == wanted {
			like[e.Group] = true
		}
	}
	if !slices.ContainsFunc(g.Table.Entries, func(e model.Entry) bool { return !like[e.Group] }) {
		return
	}
	g.keepGroups(like)
}

// keepGroups drops the rows of other groups; one that is left is no group, but
// what the table stands under.
func (g *Guess) keepGroups(groups map[string]bool) {
	from := slices.Clone(g.from)
	for i := range from {
		from[i].Rows = slices.DeleteFunc(slices.Clone(from[i].Rows), func(r record.CandidateRow) bool { return !groups[r.Group] })
		for j := range from[i].Rows {
			if r := &from[i].Rows[j]; len(groups) == 1 && r.Group != "" {
				g.Table.Heading, r.Group = r.Group, ""
			}
		}
	}
	g.from = slices.DeleteFunc(from, func(c record.Candidate) bool { return len(c.Rows) == 0 })
	t := *g.recipe
	t.Code, t.Value = nil, "" // their form was that of the others too
	form := formOf(codesOf(&t, g.from))
	t.Code, t.Value = form.pattern(), form.value
	g.read(t)
	if len(g.Table.Entries) > 0 {
		g.Table.Line = g.Table.Entries[0].Line
	}
}
