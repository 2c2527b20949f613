package guess

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/spectab/spectab/scrape/page"
)

//go:embed weights.txt
var weightList string

// Weights are what each measure of a table is worth, in logits, by its name.
type Weights map[string]float64

// ParseWeights reads lines of a number and a name.
func ParseWeights(text string) (Weights, error) {
	w := Weights{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		value, name, _ := strings.Cut(line, " ")
		v, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("%q is no line of a weight and a name", line)
		}
		w[strings.TrimSpace(name)] = v
	}
	return w, nil
}

// DefaultWeights are those of weights.txt.
var DefaultWeights = sync.OnceValue(func() Weights {
	w, err := ParseWeights(weightList)
	if err != nil {
		panic(err) // a test reads them
	}
	return w
})

// Measures are the names of all measures: those of a table alone, those of one
// among the others of its page, and those of a column that may be the text.
func Measures() (own, page, text []string) {
	for _, m := range ownMeasures {
		own = append(own, m.name)
	}
	for _, m := range pageMeasures {
		page = append(page, m.name)
	}
	for _, m := range textMeasures {
		text = append(text, m.name)
	}
	return own, page, text
}

// weigh gives each table its confidence: first what the tables say alone, then
// what they are among the others of the page.
func (w Weights) weigh(all []*evidence) {
	p := &pageFacts{}
	forms := map[string]*formFacts{}
	for _, e := range all {
		key := e.c.Form + "\x00" + strings.Join(e.c.Header, "\x00")
		if forms[key] == nil {
			forms[key] = &formFacts{}
		}
		e.page, e.form = p, forms[key]
		e.form.regions++
		e.form.rows += len(e.c.Rows)
		p.regions++
		p.rows += len(e.c.Rows)
		p.sizes = append(p.sizes, len(e.c.Rows))
		e.first = w.sum(ownMeasures, e)
		if p.top == nil || e.first > p.top.first {
			p.top = e
		}
	}
	slices.SortFunc(p.sizes, func(a, b int) int { return b - a })
}

// confidence is the probability that a table is one, rounded. What others on
// the page make of the best table of the page never takes it under a half, nor
// those of its family: tables with its form and its header. Nor is any table
// impossible: a confidence of none is left out of JSON, where it would read as a
// table that was not guessed.
func (w Weights) confidence(e *evidence) float64 {
	z, top := e.first+w.sum(pageMeasures, e), e.page.top
	if top.first > 0 && (e == top || e.form == top.form && e.c.Header != nil) {
		z = max(z, 0)
	}
	return max(math.Round(100/(1+math.Exp(-z)))/100, 0.01)
}

func (w Weights) sum(measures []measure, e *evidence) float64 {
	z := 0.0
	for i := range measures {
		if v := w[measures[i].name]; v != 0 {
			z += v * measures[i].of(e)
		}
	}
	return z
}

// values are all measures of a table, in the order of Measures.
func (e *evidence) values() []float64 {
	var values []float64
	for _, list := range [][]measure{ownMeasures, pageMeasures} {
		for i := range list {
			values = append(values, list[i].of(e))
		}
	}
	return values
}

// Readings are all readings of a page, those too that another one of the same
// lines outweighs, for what learns weights.
func (w Weights) Readings(p *page.Page) []Guess { return w.readings(p) }

// Measures are all measures of a guess, in the order of the function of that
// name.
func (g *Guess) Measures() []float64 { return g.evidence.values() }
