package main

import (
	"math"
	"os"
	"testing"
)

const (
	cases = "../../../../shared/corpus/cases"
	own   = "../testdata/guess"
)

// The weights are those that the pages make, where the pages are.
func TestWeightsAreNotStale(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	pages, err := readPages(cases)
	if err != nil || len(pages) == 0 {
		t.Skip("the pages are not here")
	}
	small, err := readOwn(own)
	if err != nil {
		t.Fatal(err)
	}
	tr, err := newTraining(pages, small, penalty)
	if err != nil {
		t.Fatal(err)
	}
	committed, err := os.ReadFile("../weights.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := tr.text(tr.fitWithout(""), tr.textWeights); got != string(committed) {
		t.Errorf("weights.txt is stale: go run ./scrape/guess/train -o scrape/guess/weights.txt; it makes\n%s", got)
	}
}

// A measure that tells the two apart gets a weight of its own sign; the penalty
// holds it back.
func TestFit(t *testing.T) {
	var examples []example
	for i := range 100 {
		wanted := i%2 == 0
		examples = append(examples, example{values: []float64{1, float64(count(wanted)), float64(i % 3)}, wanted: wanted, weight: 1})
	}
	loose, tight := fit(examples, []float64{0, 0, 0.5}, 0.1), fit(examples, []float64{0, 0, 0.5}, 1000)
	if loose[1] < 3 || loose[2] > 0.3 {
		t.Errorf("free: %v", loose)
	}
	if math.Abs(tight[1]) > 0.1 || math.Abs(tight[2]-0.5) > 0.1 {
		t.Errorf("held back: %v", tight)
	}
}

func TestPlain(t *testing.T) {
	for s, want := range map[string]string{"0x10": "16", " -7 ": "-7", "007": "007", "`E1`": "E1", "a\u00a0 b": "a b"} {
		if got := plain(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}
