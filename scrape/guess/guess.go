package guess

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/recipe"
	"github.com/spectab/spectab/scrape/record"
	"github.com/spectab/spectab/scrape/vocab"
)

// A Guess is a table that was found without a recipe.
type Guess struct {
	Table   model.Table
	Form    string   // what it is on the page: table, list, definitions, headings, lines, code
	Header  []string // texts of the header cells; nil where there is none
	Roles   []string // the role of each column, "" where it has none
	Columns int
	Uncoded []recipe.Uncoded // rows that hold no code, and so are no entries

	unkept model.Problems     // what the table has no place for
	recipe *recipe.Table      // that reads the rows
	from   []record.Candidate // that it reads
	must   []recipe.Literal   // codes that a person knows

	evidence *evidence // what the confidence is made of
}

// Tables finds the tables of codes, results or parameters on a page that
// nobody wrote a recipe for, in the order of the page. The confidence of each
// is between 0 and 1; what is under 0.5 is more likely none.
func Tables(p *page.Page) []Guess { return DefaultWeights().Tables(p) }

// Tables is the function of that name, by other weights.
func (w Weights) Tables(p *page.Page) []Guess {
	guesses := w.readings(p)
	slices.SortStableFunc(guesses, func(a, b Guess) int { return cmp.Compare(a.Table.Line, b.Table.Line) })
	guesses = withoutShadows(guesses)
	settleRestated(guesses)
	guesses = joinCategories(guesses)
	nameTables(guesses)
	return guesses
}

// candidates are what has the form of a table, each of one form of names.
func candidates(p *page.Page, told ...string) []record.Candidate {
	var found []record.Candidate
	for _, c := range record.Candidates(p.Blocks, told...) {
		found = append(found, byForm(c)...)
	}
	return found
}

// readings are all readings of a page, of which several may read the same
// lines, with the confidence of each.
func (w Weights) readings(p *page.Page) []Guess {
	families := w.families(candidates(p))
	list := make([][]Guess, len(families))
	record.AtOnce(len(families), func(i int) { list[i] = families[i].guess() })
	guesses := slices.Concat(list...)
	all := make([]*evidence, len(guesses))
	for i := range guesses {
		all[i] = guesses[i].evidence
	}
	w.weigh(all)
	for i := range guesses {
		guesses[i].Table.Confidence = w.confidence(all[i])
	}
	settleKinds(p, guesses)
	return guesses
}

// codeScore is how much a column is the one of codes, compared with the
// others of its table.
func (s *stat) codeScore(j int) float64 {
	score := 2*s.codes + 1.5*s.unique + 0.5*s.alike - 0.12*float64(j) - 0.8*s.words()
	score += 0.9*vocab.HeaderSays(s.header, "code") + 0.4*math.Floor(vocab.HeaderSays(s.header, "code")) + 0.5*max(vocab.HeaderSays(s.header, "key"), vocab.HeaderSays(s.header, "params"), vocab.HeaderSays(s.header, "fields"))
	if s.countsRows(j) || s.serial && j == 0 && s.header == "" || s.measures {
		score -= 2
	}
	if s.many > 1 {
		score -= s.many - 1
	}
	score -= 0.8*vocab.HeaderSays(s.header, "text") + 0.9*vocab.HeaderSays(s.header, "none") + 0.9*vocab.HeaderSays(s.header, "type") +
		0.9*vocab.HeaderSays(s.header, "http") + 0.9*vocab.HeaderSays(s.header, "required")
	return score
}

// bounds reports whether the header says that a column holds defaults or the
// most that is allowed, and calls it no code.
func (s *stat) bounds() bool {
	return max(vocab.HeaderSays(s.header, "default"), vocab.HeaderSays(s.header, "max")) > vocab.HeaderSays(s.header, "code")
}

// families puts candidates together whose headers are the same: a page with a
// table for each category says in all of them what the columns mean.
func (w Weights) families(found []record.Candidate) []family {
	var list []family
	at := map[string]int{}
	known := &patterns{known: map[string]*recipe.Pattern{}}
	for _, c := range found {
		key := strings.Join(c.Header, "\x00")
		if i, ok := at[key]; ok && c.Header != nil {
			list[i] = append(list[i], subject{c, w, known})
			continue
		}
		if c.Header != nil {
			at[key] = len(list)
		}
		list = append(list, family{subject{c, w, known}})
	}
	return list
}

type family []subject

// guess says which column is what, from the cells of all members, and builds
// the table of each.
func (f family) guess() []Guess {
	all := f.joined()
	if len(all.Rows) < 2 && !all.titled() {
		return nil
	}
	stats := all.stats()
	return f.as(&all, stats, all.roles(stats))
}

// joined is one subject with the rows of all members.
func (f family) joined() subject {
	all := f[0]
	all.Rows = slices.Clone(all.Rows)
	for of, c := range f[1:] {
		for _, r := range c.Rows {
			r.Of = of + 1
			all.Rows = append(all.Rows, r)
		}
	}
	return all
}

// as builds the table of each member, with these roles of its columns.
func (f family) as(all *subject, stats []stat, roles []string) []Guess {
	if roles == nil {
		return nil
	}
	table := all.table(roles)
	guesses := make([]Guess, 0, len(f))
	for _, c := range f {
		parts := c.byGroup(slices.Index(roles, "code"))
		for _, part := range parts {
			g := Guess{Form: part.Form, Header: part.Header, Roles: roles, Columns: len(stats), from: []record.Candidate{part.Candidate}}
			g.Table = model.Table{Kind: kindOf(part.Heading, stats, roles), Heading: part.Heading, Line: part.Line}
			own := table
			if form := part.hexForm(slices.Index(roles, "code")); form.source != "" {
				own.Code, own.Value = part.patterns.of(form.source), ""
			}
			g.read(own)
			if g.Table.Kind == model.Codes && (g.isTyped(stats) || g.areOptions()) {
				g.As(typedKind(part.Heading, ""), "")
			}
			if len(g.Table.Entries) == 0 || len(g.Table.Entries) == 1 && len(f) == 1 && !part.titled() {
				continue
			}
			measured := stats
			if len(parts) > 1 {
				measured = part.stats()
			}
			g.evidence = part.evidence(measured, roles, g.Table.Kind, len(all.Rows))
			guesses = append(guesses, g)
		}
	}
	return guesses
}

// titled reports whether the header leaves no doubt: one row is a table then.
func (c *subject) titled() bool {
	says := func(role string) bool {
		return slices.ContainsFunc(c.Header, func(h string) bool { return vocab.HeaderSays(h, role) == 1 })
	}
	return says("code") && says("text")
}

// roles gives each column its role; nil where no column holds codes.
func (c *subject) roles(stats []stat) []string {
	code := bestColumn(stats, func(j int) float64 {
		if stats[j].codes < 0.5 || stats[j].answersOnly() || stats[j].bounds() || c.isStatusColumn(stats, j) {
			return math.Inf(-1)
		}
		if c.Template != "" && j == c.Code {
			return stats[j].codeScore(j) + 1.5 // what the search for records took for the code
		}
		if c.Source != "" && (stats[j].header == "Value" || c.Header == nil && j == 1 && stats[0].names() && stats[1].names()) {
			return stats[j].codeScore(j) + 1.5 // what a program compares with
		}
		return stats[j].codeScore(j)
	})
	if code < 0 {
		return nil
	}
	return c.rolesBeside(stats, code)
}

// rolesBeside gives the other columns their roles where one holds the codes.
func (c *subject) rolesBeside(stats []stat, code int) []string {
	roles := make([]string, len(stats))
	roles[code] = "code"
	for j := range stats {
		if j != code && c.isStatusColumn(stats, j) {
			roles[j] = "http"
		}
	}
	if !stats[code].phrases {
		c.assignKey(stats, roles, code)
	}
	c.assignTexts(stats, roles)
	c.assignTitle(stats, roles)
	return roles
}

// isStatusColumn reports whether a column holds the statuses of HTTP that come
// with the codes of another, of which some are plain words if they are called
// codes. Text has the statuses behind names: NOT_FOUND (404).
func (c *subject) isStatusColumn(stats []stat, j int) bool {
	named := vocab.HeaderSays(stats[j].header, "status") == 1 || vocab.HeaderSays(stats[j].header, "http") >= 0.6
	titled := named || vocab.HeaderSays(stats[j].header, "status") > 0
	if stats[j].status < 0.7 || !titled && (stats[j].status < 0.9 || vocab.HeaderSays(stats[j].header, "code") == 1) {
		return false
	}
	for i := range stats {
		s := &stats[i]
		calledCode := vocab.HeaderSays(s.header, "code")
		behindName := i < j && c.Template != "" && c.Form != "code" && s.symbols >= 0.9
		if s.codes >= 0.7 && (s.weak < 0.5 || calledCode == 1) && s.status < 0.5 && !s.serial && (named || calledCode >= 0.6 || behindName) {
			return true
		}
	}
	return false
}

func bestColumn(stats []stat, score func(int) float64) int {
	best, high := -1, math.Inf(-1)
	for j := range stats {
		if v := score(j); v > high {
			best, high = j, v
		}
	}
	return best
}

// assignKey finds the symbol beside a number, or the number beside a symbol:
// the number is what stands on the wire.
func (c *subject) assignKey(stats []stat, roles []string, code int) {
	numeric := stats[code].numbers >= 0.5
	if c.Source != "" && (stats[0].header == "Name" || c.Header == nil) && code > 0 && !numeric {
		roles[0] = "key"
		return
	}
	for j := range stats {
		s := &stats[j]
		if j == code || roles[j] != "" || s.codes < 0.7 && !s.titlesNames() || s.apart < 0.7 || s.isAside() && !(numeric && s.namesTypes()) || s.measures || s.countsRows(j) || s.namesInWords() {
			continue
		}
		switch {
		case numeric && stats[code].apart < 0.5 && stats[code].amounts < 0.5 && s.apart >= 0.95 && s.symbols >= 0.6:
			roles[j], roles[code] = "code", "" // the numbers are those of classes
			return
		case numeric && stats[code].symbols < 0.3 && s.holdsNames(c.Form):
			roles[j] = "key"
			return
		case !numeric && (c.Form == "table" || c.Form == "definitions") && s.symbols >= 0.9 && s.numbers < 0.1 && s.unique >= 0.98 && s.filled >= 0.95 && stats[code].symbols >= 0.9:
			roles[j] = "key"
			if c.Form == "definitions" && j < code {
				roles[j], roles[code] = "code", "key" // of two names the first is the term
			}
			return
		case !numeric && s.isNameOf(&stats[code]), !numeric && c.Template != "" && j < code && code == c.Code && s.symbols >= 0.9 && s.names() && stats[code].names():
			roles[j] = "key"
			return
		case !numeric && stats[code].isNameOf(s):
			roles[j], roles[code] = "code", "key"
			return
		case !numeric && s.numbers >= 0.7 && (vocab.HeaderSays(s.header, "code") > 0 || !stats[code].isNamed()) && (s.unique >= 0.8 || s.apart >= 0.95 && s.status < 0.5) && s.alike >= 0.5 && s.many < 1.2:
			roles[j], roles[code] = "code", "key"
			return
		}
	}
}

// isNameOf reports whether the headers say that a column has the names of what
// stands in another: Name, and Value. Some of the names are no plain words.
func (s *stat) isNameOf(values *stat) bool {
	return vocab.HeaderSays(s.header, "key") == 1 && vocab.HeaderSays(values.header, "code") == 1 && vocab.HeaderSays(s.header, "code") < 1 &&
		s.symbols >= 0.3 && s.names() && values.names()
}

// isNamed reports whether the header says that a column names parameters or
// fields, beside which numbers are no codes.
func (s *stat) isNamed() bool {
	return vocab.HeaderSays(s.header, "params") == 1 || vocab.HeaderSays(s.header, "fields") == 1
}

// namesInWords reports whether a column that is called a text, or nothing, has
// texts of several words in capitals: HOT CARD.
func (s *stat) namesInWords() bool {
	return s.spaces >= 0.3 && s.many == 0 && (s.header == "" || vocab.HeaderSays(s.header, "text") == 1)
}

// countsRows reports whether a first column numbers the rows, and has a header
// that does not call that a code.
func (s *stat) countsRows(j int) bool {
	return s.serial && j == 0 && s.header != "" && vocab.HeaderSays(s.header, "code") < 1 && vocab.HeaderSays(s.header, "coded") == 0
}

// isAside reports whether the header says that a column tells something of the
// codes, and so holds none, though it may be full of numbers.
func (s *stat) isAside() bool {
	for _, role := range []string{"none", "type", "http", "default", "max", "deprecated"} {
		if vocab.HeaderSays(s.header, role) == 1 {
			return true
		}
	}
	return false
}

// namesTypes reports whether a column under a header that says type has names,
// since no two cells are the same: A, NS, CNAME, which are the types of records.
func (s *stat) namesTypes() bool {
	return vocab.HeaderSays(s.header, "type") == 1 && s.distinct >= 0.98 && s.filled >= 0.95 && s.symbols >= 0.6
}

// titlesNames reports whether the header promises symbols and the column holds
// nothing else, though it may hold few.
func (s *stat) titlesNames() bool {
	return vocab.HeaderSays(s.header, "key") == 1 && s.codes >= 0.3 && s.codes > 0.9*s.filled
}

// holdsNames reports whether a column beside numbers holds their symbols. Plain
// words are believed below a header that says so, and in definitions in C.
func (s *stat) holdsNames(form string) bool {
	return s.symbols >= 0.6 || s.symbols >= 0.2 && (s.named >= 0.95 || s.namesAll()) || s.titlesNames() && s.symbols > 0.9*s.codes ||
		form == "code" && s.symbols+s.weak > 0.9 ||
		s.symbols+s.weak >= 0.9 && s.unique >= 0.9 && vocab.HeaderSays(s.header, "key") == 1
}

// namesAll reports whether each cell of a column without a title is one word that
// no other is.
func (s *stat) namesAll() bool {
	return s.header == "" && s.names()
}

// names reports whether each cell of a column is one word that no other is.
func (s *stat) names() bool { return s.symbols+s.weak >= 0.95 && s.unique >= 0.98 }

// untitled reports whether no header says what a column holds.
func (c *subject) untitled(j int) bool { return j >= len(c.Header) || c.Header[j] == "" }

// assignTexts gives the other columns their roles: by their header where it
// says one, and the text to the longest prose that is left.
func (c *subject) assignTexts(stats []stat, roles []string) {
	for _, role := range []string{"remedy", "http", "type", "required", "default", "values", "max", "deprecated"} {
		j := bestColumn(stats, func(j int) float64 {
			says := vocab.HeaderSays(stats[j].header, role)
			if role == "type" && stats[j].types > 0 || role == "required" && c.untitled(j) && stats[j].filled > 0 && stats[j].distinct < 1 {
				says = 0.6 // what its cells say, if they can be read so
			}
			if roles[j] != "" || says < 0.6 || role == "deprecated" && says < 1 || !c.reads(j, role) {
				return math.Inf(-1)
			}
			return says
		})
		if j >= 0 {
			roles[j] = role
		}
	}
	text := c.weights.textOf(stats, roles)
	if text < 0 && stats[slices.Index(roles, "code")].phrases {
		text = slices.Index(roles, "default") // what a limit is, nothing else says
	}
	if text < 0 {
		return
	}
	roles[text] = "text"
	detail := bestColumn(stats, func(j int) float64 {
		if roles[j] != "" || stats[j].header != "" && (stats[j].spaces < 2 || vocab.HeaderSays(stats[j].header, "text") < 1) || stats[j].length == 0 {
			return math.Inf(-1)
		}
		return stats[j].length
	})
	if detail >= 0 {
		roles[detail] = "detail"
	}
}
