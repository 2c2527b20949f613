package guess

import (
	"slices"
	"testing"
)

// Each weight is one of a measure, and each measure has one: a name that is
// misspelt would count for nothing without a word.
func TestWeightsAreThoseOfMeasures(t *testing.T) {
	own, page, text := Measures()
	names := slices.Concat(own, page, text)
	for name := range DefaultWeights() {
		if !slices.Contains(names, name) {
			t.Errorf("weights.txt has %q, which is no measure", name)
		}
	}
	slices.Sort(names)
	if len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Errorf("two measures have one name: %v", names)
	}
}

func TestWeightsThatCannotBeRead(t *testing.T) {
	if _, err := ParseWeights("# nothing\n\n1.5 one\nmuch codes\n"); err == nil {
		t.Error("a weight that is no number was taken")
	}
}

// A confidence that is left out of JSON would make a table look as sure as one
// that a recipe reads.
func TestNoTableIsWithoutConfidence(t *testing.T) {
	e := &evidence{first: -1000}
	e.page, e.form = &pageFacts{top: &evidence{}}, &formFacts{}
	if got := (Weights{}).confidence(e); got != 0.01 {
		t.Errorf("confidence %v, want 0.01", got)
	}
}
