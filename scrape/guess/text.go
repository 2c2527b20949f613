package guess

import (
	"math"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/vocab"
)

// A textColumn is a column that may be the text of the codes, beside the others
// of its table.
type textColumn struct {
	s       *stat
	j, code int
	longest float64 // mean length of the longest of those that may be
	first   bool    // the first of them behind the code
	last    bool
}

// A textMeasure is one number that tells the text of codes from what else is
// said of them. What each is worth stands in weights.txt, by its name.
type textMeasure struct {
	name string
	of   func(*textColumn) float64
}

var textMeasures = []textMeasure{
	{"text: length", func(c *textColumn) float64 { return math.Min(c.s.length, 120) / 40 }},
	{"text: spaces", func(c *textColumn) float64 { return math.Min(c.s.spaces, 8) / 4 }},
	{"text: header text", func(c *textColumn) float64 { return vocab.HeaderSays(c.s.header, "text") }},
	{"text: header message", func(c *textColumn) float64 { return c.s.message() }},
	{"text: header remedy", func(c *textColumn) float64 { return vocab.HeaderSays(c.s.header, "remedy") }},
	{"text: header none", func(c *textColumn) float64 { return vocab.HeaderSays(c.s.header, "none") }},
	{"text: header errors", func(c *textColumn) float64 { return indicator(vocab.TitlesErrors(c.s.header)) }},
	{"text: amounts", func(c *textColumn) float64 { return c.s.amounts }},
	{"text: answers", func(c *textColumn) float64 { return indicator(c.s.answers) }},
	{"text: filled", func(c *textColumn) float64 { return c.s.filled }},
	{"text: distinct", func(c *textColumn) float64 { return c.s.distinct }},
	{"text: addresses", func(c *textColumn) float64 { return c.s.addresses }},
	{"text: sentences", func(c *textColumn) float64 { return c.s.sentences }},
	{"text: codes", func(c *textColumn) float64 { return c.s.codes - c.s.weak }},
	{"text: of longest", func(c *textColumn) float64 { return c.s.length / max(1, c.longest) }},
	{"text: first", func(c *textColumn) float64 { return indicator(c.first) }},
	{"text: last", func(c *textColumn) float64 { return indicator(c.last) }},
	{"text: beside", func(c *textColumn) float64 { return indicator(c.j == c.code+1) }},
	{"text: before", func(c *textColumn) float64 { return indicator(c.j < c.code) }},
}

// message is how much a column of prose is the message itself, and not what is
// said of it.
func (s *stat) message() float64 {
	return math.Floor(vocab.HeaderSays(s.header, "message"))
}

// isFacet reports whether the header says that a column tells something else
// than what the codes mean.
func (s *stat) isFacet() bool {
	return vocab.HeaderSays(s.header, "required") == 1 || vocab.HeaderSays(s.header, "type") == 1 || vocab.HeaderSays(s.header, "http") == 1
}

// textsDiffer is the share of the texts that differ where what has no title beside
// the codes is what they mean, and no remark.
const textsDiffer = 0.8

// isLongName reports whether a column has one plain word a row, below a title
// that calls them names: they are what the codes are short for.
func (s *stat) isLongName() bool {
	return s.weak >= 0.95 && vocab.HeaderSays(s.header, "key") > 0 && vocab.HeaderSays(s.header, "text") == 0
}

// textFilled is the share of the rows of the fullest column below which another
// is a remark on a few of the codes.
const textFilled = 0.3

// textColumns are the columns without a role that may be the text.
func textColumns(stats []stat, roles []string) []textColumn {
	code := slices.Index(roles, "code")
	var list []textColumn
	fullest := 0.0
	for j := range stats {
		s := &stats[j]
		if roles[j] != "" || s.constant || (s.length < 3 || s.answers || s.truths == 1 || s.isFacet()) && vocab.HeaderSays(s.header, "text") == 0 {
			continue
		}
		list = append(list, textColumn{s: s, j: j, code: code})
		fullest = max(fullest, s.filled)
	}
	titled := slices.ContainsFunc(list, func(c textColumn) bool { return vocab.HeaderSays(c.s.header, "text") == 1 })
	inWords := slices.ContainsFunc(list, func(c textColumn) bool {
		return c.s.spaces >= 1 && (vocab.HeaderSays(c.s.header, "text") == 1 || c.s.header == "" && c.s.distinct >= textsDiffer)
	})
	list = slices.DeleteFunc(list, func(c textColumn) bool {
		return c.s.filled < fullest*textFilled || titled && c.s.isLongName() || inWords && c.s.isClass()
	})
	longest, first := 0.0, true
	for i := range list {
		longest = max(longest, list[i].s.length)
		if list[i].j > code && first && list[i].s.codes-list[i].s.weak < 0.5 {
			list[i].first, first = true, false
		}
	}
	for i := range list {
		list[i].longest, list[i].last = longest, i == len(list)-1 && i > 0
	}
	return list
}

// isClass reports whether a column under a title that calls it neither a text nor a
// name has one word each, such as a level.
func (s *stat) isClass() bool {
	return s.header != "" && s.spaces < 0.5 && vocab.HeaderSays(s.header, "text") == 0 && vocab.HeaderSays(s.header, "key") == 0
}

// textOf is the column of the text, -1 where none may be it. Beside columns with
// labels, what has none is what the code means; in a table whose header says
// that of another, where it differs from row to row.
func (w Weights) textOf(stats []stat, roles []string) int {
	best, high := -1, math.Inf(-1)
	columns := textColumns(stats, roles)
	titled := stats[slices.Index(roles, "code")].header != "" &&
		slices.ContainsFunc(columns, func(c textColumn) bool { return vocab.HeaderSays(c.s.header, "text") == 1 })
	for _, c := range columns {
		switch besideCode := c.j > 0 && (roles[c.j-1] == "code" || roles[c.j-1] == "key"); {
		case c.s.header != "":
		case besideCode && c.s.spaces >= 1 && (!titled || c.s.distinct >= textsDiffer):
			return c.j
		case titled:
			continue
		}
		z := 0.0
		for i := range textMeasures {
			z += w[textMeasures[i].name] * textMeasures[i].of(&c)
		}
		if z > high {
			best, high = c.j, z
		}
	}
	return best
}

// A TextChoice is what the text of a table was chosen from, for what learns the
// weights of that: the measures and the cells of each column.
type TextChoice struct {
	Measures [][]float64
	Cells    [][]string
}

// TextChoice is the choice that was made for a guess.
func (g *Guess) TextChoice() TextChoice {
	e := g.evidence
	roles := slices.Clone(g.Roles)
	for j, role := range roles {
		if role == "text" || role == "detail" {
			roles[j] = ""
		}
	}
	var choice TextChoice
	for _, c := range textColumns(e.stats, roles) {
		var values []float64
		for i := range textMeasures {
			values = append(values, textMeasures[i].of(&c))
		}
		var cells []string
		for i := range e.c.Rows {
			if row := e.c.Rows[i].Cells; c.j < len(row) {
				cells = append(cells, row[c.j].Text())
			}
		}
		choice.Measures, choice.Cells = append(choice.Measures, values), append(choice.Cells, cells)
	}
	return choice
}

// isAddressed reports whether a text is an address on the web and nothing else.
func isAddressed(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) && !strings.Contains(s, " ")
}
