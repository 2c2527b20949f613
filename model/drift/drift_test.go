package drift

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

func TestNothingChanged(t *testing.T) {
	for _, kind := range model.Kinds() {
		for _, isGuessed := range []bool{false, true} {
			s := source(kind, isGuessed)
			if changes := bare(s, deep(s)); len(changes) > 0 {
				t.Errorf("%s %v: a source differs from itself: %s", kind, isGuessed, show(changes))
			}
		}
	}
}

// Lines and the day of the snapshot are no content.
func TestLinesAreNoChange(t *testing.T) {
	before := source(model.Codes, false)
	after := deep(before)
	all(after, func(e *model.Entry) { e.Line += 100 })
	after.Snapshot = model.Snapshot{File: "page.txt", Retrieved: "2027-01-01", SHA256: "00"}
	if changes := bare(before, after); len(changes) > 0 {
		t.Error(show(changes))
	}
}

func TestFingerprints(t *testing.T) {
	for _, e := range edits() {
		before := source(model.Codes, false)
		after := deep(before)
		e.do(after)
		first := bare(before, after)
		for _, s := range []*model.Spec{before, after} {
			for i := range s.Tables {
				for j := range s.Tables[i].Entries {
					s.Tables[i].Entries[j].Line += 7
				}
			}
		}
		seen := map[string]bool{}
		for i, c := range bare(before, after) {
			if c.Fingerprint != first[i].Fingerprint || len(c.Fingerprint) != 16 {
				t.Errorf("%s: the fingerprint was %s and is %s", e.what, first[i].Fingerprint, c.Fingerprint)
			}
			if seen[c.Fingerprint] {
				t.Errorf("%s: two changes have the fingerprint of %s", e.what, show([]Change{c}))
			}
			seen[c.Fingerprint] = true
		}
	}
}

// mirror is what each op is from the other side.
var mirror = map[op]op{
	added: removed, removed: added, merged: split, split: merged, tightened: loosened, loosened: tightened, widened: narrowed, narrowed: widened,
}

// From b to a there is the contrary of what there is from a to b, in the same
// places.
func TestMirror(t *testing.T) {
	for seed := range seeds() {
		r := rand.New(rand.NewPCG(seed, 2))
		before, after := randomPair(r)
		there, back := facts(bare(before, after), nil), facts(bare(after, before), mirror)
		if !slices.Equal(there, back) {
			t.Fatalf("seed %d: there\n%s\nback\n%s", seed, strings.Join(there, "\n"), strings.Join(back, "\n"))
		}
	}
}

// facts are changes in short, sorted, with the sides exchanged where the ops
// are to be mirrored.
func facts(changes []Change, mirrored map[op]op) []string {
	var list []string
	for _, c := range changes {
		if c.subject == "languages" || c.subject == "rows" {
			continue // of the new side only
		}
		switch c.op { // what the lock makes of an entry that came or went is of one side only
		case restored:
			c.op = added
		case purged:
			c.op = removed
		}
		if mirrored != nil {
			c.Old, c.New, c.OldLine, c.NewLine = c.New, c.Old, c.NewLine, c.OldLine
			if to, ok := mirrored[c.op]; ok {
				c.op = to
			}
			if (c.subject == "column" || c.subject == "class") && c.op == renamed {
				c.Column = c.New
			}
		}
		subject := strings.TrimPrefix(c.subject, "required-")
		if c.op == merged || c.op == split {
			c.op = merged
		}
		list = append(list, fmt.Sprintf("%s.%s %q %q→%q %d→%d", subject, c.op, c.Column, c.Old, c.New, c.OldLine, c.NewLine))
	}
	slices.Sort(list)
	return list
}

// randomPair is a source and what a few edits made of it.
func randomPair(r *rand.Rand) (before, after *model.Spec) {
	before = source(model.Kinds()[r.IntN(4)], r.IntN(2) == 0)
	after = deep(before)
	list := edits()
	for range 1 + r.IntN(4) {
		e := list[r.IntN(len(list))]
		switch {
		case e.want["guessed"] == "-", len(after.Tables[0].Entries) < 6, strings.HasPrefix(e.what, "table"), strings.HasPrefix(e.what, "entry purged"), strings.HasPrefix(e.what, "identifier"),
			strings.HasPrefix(e.what, "note"), strings.HasPrefix(e.what, "further"), strings.HasPrefix(e.what, "value"), strings.HasPrefix(e.what, "column"), strings.HasPrefix(e.what, "translation"):
			continue
		}
		e.do(after)
	}
	if before.Package == "" {
		unname(after)
	}
	return before, after
}

// The changes hold all that differs: whoever applies them to the old state has
// the new one, but for its lines.
func TestApply(t *testing.T) {
	for seed := range seeds() {
		before, after := randomPair(rand.New(rand.NewPCG(seed, 3)))
		checkApply(t, fmt.Sprintf("seed %d", seed), before, after)
	}
	for _, kind := range model.Kinds() {
		for _, isGuessed := range []bool{false, true} {
			for _, e := range edits() {
				before := source(kind, isGuessed)
				after := deep(before)
				e.do(after)
				if isGuessed {
					unname(after)
				}
				checkApply(t, fmt.Sprintf("%s %v %s", kind, isGuessed, e.what), before, after)
				checkApply(t, fmt.Sprintf("%s %v %s, back", kind, isGuessed, e.what), after, before)
			}
		}
	}
}

func checkApply(t *testing.T, what string, before, after *model.Spec) {
	t.Helper()
	changes := bare(before, after)
	got, want := content(apply(deep(before), changes)), content(after)
	if !slices.Equal(got, want) {
		gone, come := difference(want, got)
		t.Errorf("%s: the changes give\n%s\nwant\n%s\nof %s", what, strings.Join(come, "\n"), strings.Join(gone, "\n"), show(changes))
	}
}

// seeds is how many random pairs are looked at.
func seeds() uint64 {
	if testing.Short() {
		return 60
	}
	return 1000
}
