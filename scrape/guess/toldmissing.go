package guess

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

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
	options = slices.DeleteFunc(options, func(o option) bool { return o.count(t.values) == 0 })
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
