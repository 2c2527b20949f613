package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/spectab/spectab/scrape/guess"
)

// A choice is the columns of a table that may be the text of its codes, and
// which of them it is.
type choice struct {
	measures [][]float64
	right    int
}

// choices are those of the wanted tables of a page whose texts are known: the
// text is the column of which most cells begin with one of them.
func (k *known) choices(w guess.Weights) []choice {
	texts := map[string]bool{}
	for i := range k.rows {
		if w := letters(k.rows[i].Message); len(w) > 3 {
			texts[w] = true
		}
	}
	if len(texts) == 0 {
		return nil
	}
	var list []choice
	for _, g := range w.Readings(k.page) {
		if 2*k.right(&g.Table) < len(g.Table.Entries) {
			continue
		}
		of := g.TextChoice()
		if best := mostOf(of.Cells, texts); best >= 0 && len(of.Cells) > 1 {
			list = append(list, choice{of.Measures, best})
		}
	}
	return list
}

// mostOf is the column in which most cells begin with a text, -1 where less than
// half of the cells of each do.
func mostOf(columns [][]string, texts map[string]bool) int {
	best, most := -1, 0.0
	for j, cells := range columns {
		n := 0
		for _, cell := range cells {
			if begins(letters(cell), texts) {
				n++
			}
		}
		if share := float64(n) / float64(max(1, len(cells))); share >= 0.5 && share > most {
			best, most = j, share
		}
	}
	return best
}

func begins(cell string, texts map[string]bool) bool {
	if texts[cell] {
		return true
	}
	for i := range cell {
		if i > 3 && texts[cell[:i]] {
			return true
		}
	}
	return false
}

// letters are the letters and digits of a text, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// textPenalty is the penalty of the choice of texts, of which there are few.
const textPenalty = 6

// fitTexts fits the choices of all pages but those of a vendor. Each column is
// an example; all choices of a page count for as much as one.
func (t *training) fitTexts(vendor string) []float64 {
	var examples []example
	for i, k := range t.pages {
		if k.vendor == vendor && vendor != "" {
			continue
		}
		for _, c := range t.choices[i] {
			for j, values := range c.measures {
				examples = append(examples, example{values: values, wanted: j == c.right, weight: 1 / float64(len(t.choices[i]))})
			}
		}
	}
	return fit(examples, t.textPrior, textPenalty)
}

// reportTexts says on how many pages the text is chosen right, by the prior and
// with the page's vendor left out.
func (t *training) reportTexts(out io.Writer, verbose bool) {
	pages, before, unseen := 0, 0.0, 0.0
	for i, k := range t.pages {
		if len(t.choices[i]) == 0 {
			continue
		}
		w := t.fitTexts(k.vendor)
		pages++
		before += rightShare(t.choices[i], t.textPrior)
		one := rightShare(t.choices[i], w)
		unseen += one
		if verbose {
			fmt.Fprintf(out, "%-40s texts %.3f of %d, prior %.3f\n", k.name, one, len(t.choices[i]), rightShare(t.choices[i], t.textPrior))
		}
	}
	fmt.Fprintf(out, "texts of %d pages: prior %.3f right, the page's vendor left out %.3f\n", pages, before/float64(max(1, pages)), unseen/float64(max(1, pages)))
}

func rightShare(choices []choice, w []float64) float64 {
	n := 0
	for _, c := range choices {
		best := 0
		for j := range c.measures {
			if dot(w, c.measures[j]) > dot(w, c.measures[best]) {
				best = j
			}
		}
		n += count(best == c.right)
	}
	return float64(n) / float64(len(choices))
}
