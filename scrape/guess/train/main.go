package main

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"github.com/spectab/spectab/scrape/guess"
)

//go:embed prior.txt
var priorList string

// penalty holds the weights back to the prior; found by pages left out, where a
// half and the double of it do no better.
const penalty = 2

// crowding is how little a table counts for among many of one page: 1 where all
// of a page count for one. Found by pages left out; at a half of it, one page of
// hundreds of tables decides what is a table elsewhere.
const crowding = 0.7

// weightOf is what each of n tables of a page counts for.
func weightOf(n int) float64 { return math.Pow(float64(n), -crowding) }

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("pages", "", "folder of pages with their truth")
	own := flags.String("own", "scrape/guess/testdata/guess", "folder of small pages with files of what they give")
	file := flags.String("o", "", "write the weights here: scrape/guess/weights.txt")
	held := flags.Float64("penalty", penalty, "how much the weights are held back to the prior")
	verbose := flags.Bool("v", false, "a line a page")
	if err := flags.Parse(args); err != nil {
		return 1
	}
	pages, err := readPages(*dir)
	var small []*known
	if err == nil {
		small, err = readOwn(*own)
	}
	if err == nil && len(pages) == 0 {
		err = fmt.Errorf("no pages in %q: name their folder by -pages", *dir)
	}
	if err != nil {
		fmt.Fprintln(stderr, "train:", err)
		return 1
	}
	t, err := newTraining(pages, small, *held)
	if err != nil {
		fmt.Fprintln(stderr, "train:", err)
		return 1
	}
	t.report(stdout, *verbose)
	if *file == "" {
		return 0
	}
	if err := os.WriteFile(*file, []byte(t.text(t.fitWithout(""), t.textWeights)), 0o644); err != nil {
		fmt.Fprintln(stderr, "train:", err)
		return 1
	}
	return 0
}

// A training is the pages and what is taken from them.
type training struct {
	pages     []*known // those of vendors first
	real      int      // how many of vendors there are
	examples  [][]example
	choices   [][]choice // of the columns that are the text
	names     []string
	texts     []string // names of the measures of columns
	prior     []float64
	textPrior []float64

	textWeights []float64 // of all pages: the tables are weighed with their texts chosen
	penalty     float64
}

func newTraining(pages, small []*known, penalty float64) (*training, error) {
	prior, err := guess.ParseWeights(priorList)
	if err != nil {
		return nil, err
	}
	own, page, text := guess.Measures()
	t := &training{texts: text, pages: pages, real: len(pages), names: append(own, page...), penalty: penalty}
	for _, name := range t.names {
		t.prior = append(t.prior, prior[name])
	}
	t.pages = append(t.pages, small...)
	for _, name := range text {
		t.textPrior = append(t.textPrior, prior[name])
	}
	for _, k := range t.pages {
		t.choices = append(t.choices, k.choices(prior))
	}
	t.textWeights = t.fitTexts("")
	for _, k := range t.pages {
		t.examples = append(t.examples, k.examples(t.weights(t.prior)))
	}
	return t, nil
}

// fitWithout fits all pages but those of a vendor.
func (t *training) fitWithout(vendor string) []float64 {
	var examples []example
	for i, k := range t.pages {
		if k.vendor != vendor || vendor == "" {
			examples = append(examples, t.examples[i]...)
		}
	}
	return fit(examples, t.prior, t.penalty)
}

func (t *training) report(out io.Writer, verbose bool) {
	var before, seen, unseen score
	all := t.fitWithout("")
	for i, k := range t.pages[:t.real] {
		w := t.fitWithout(k.vendor)
		before.add(k, t.weights(t.prior))
		seen.add(k, t.weights(all))
		decoys, likeliest := unseen.decoys, unseen.likeliest
		f1 := unseen.add(k, t.weights(w))
		before.addLoss(t.examples[i], t.prior)
		seen.addLoss(t.examples[i], all)
		unseen.addLoss(t.examples[i], w)
		if verbose {
			fmt.Fprintf(out, "%-40s F1 %.3f, likeliest right %.0f, decoy tables %d\n", k.name, f1, unseen.likeliest-likeliest, unseen.decoys-decoys)
		}
	}
	t.reportTexts(out, verbose)
	before.print(out, "prior")
	seen.print(out, "all pages seen")
	unseen.print(out, "the page's vendor left out")
}

// weights are rounded as they are written, so that what is reported is what is
// used.
func (t *training) weights(w []float64) guess.Weights {
	m, _ := guess.ParseWeights(t.text(w, t.textWeights))
	return m
}

func (t *training) text(w, texts []float64) string {
	var b strings.Builder
	b.WriteString("# What each measure of a table is worth, in logits. Made by\n# go run ./scrape/guess/train -o scrape/guess/weights.txt\n# of labelled pages; measure.go says what they are.\n")
	write := func(name string, w float64) {
		if v := math.Round(w*100) / 100; v != 0 {
			fmt.Fprintf(&b, "%.2f %s\n", v, name)
		}
	}
	for i := range w {
		write(t.names[i], w[i])
	}
	for i := range texts {
		write(t.texts[i], texts[i])
	}
	return b.String()
}
