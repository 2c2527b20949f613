package main

import (
	"fmt"
	"io"
	"math"

	"github.com/spectab/spectab/scrape/guess"
)

// A score is how well pages are read.
type score struct {
	pages, quiet, empty int
	f1, likeliest       float64
	low                 int // pages under 0.85
	decoys              int
	sure, sureRight     int // tables of a confidence of 0.8 and more, and those of them that are wanted
	loss                float64
	examples            int
}

// add reads a page by weights that were made without it.
func (s *score) add(k *known, w guess.Weights) float64 {
	var tables []guess.Guess
	for _, g := range w.Tables(k.page) {
		if g.Table.Confidence >= guess.Likely {
			tables = append(tables, g)
		}
	}
	if len(k.rows) == 0 {
		s.empty++
		if len(tables) == 0 {
			s.quiet++
		}
		return 1
	}
	s.pages++
	reported, right, best, top := 0, 0, -1, 0.0
	found := map[string]bool{}
	for i := range tables {
		t := &tables[i].Table
		n := k.right(t)
		isWanted := n > 0 && n*5 >= len(t.Entries)
		if t.Confidence >= 0.8 {
			s.sure++
			s.sureRight += count(isWanted)
		}
		if best < 0 || t.Confidence > tables[best].Table.Confidence || t.Confidence == tables[best].Table.Confidence && len(t.Entries) > len(tables[best].Table.Entries) {
			best, top = i, float64(count(isWanted))
		}
		for j := range t.Entries {
			found[plain(t.Entries[j].Code)], found[plain(t.Entries[j].Key)] = true, true
		}
		if !isWanted {
			s.decoys++
			continue
		}
		reported += len(t.Entries)
		right += n
	}
	f1 := k.f1(found, right, reported)
	s.f1 += f1
	s.likeliest += top
	s.low += count(f1 < 0.85)
	return f1
}

// f1 is the harmonic mean of recall over the wanted rows and precision over
// the rows of wanted tables.
func (k *known) f1(found map[string]bool, right, reported int) float64 {
	hit, all := 0, 0
	for i := range k.rows {
		r := &k.rows[i]
		if r.Optional {
			continue
		}
		all++
		for name := range r.names() {
			if found[name] {
				hit++
				break
			}
		}
	}
	if hit == 0 || right == 0 {
		return 0
	}
	recall, precision := float64(hit)/float64(max(all, 1)), float64(right)/float64(reported)
	return 2 * recall * precision / (recall + precision)
}

func (s *score) addLoss(examples []example, w []float64) {
	for _, x := range examples {
		p := min(max(sigmoid(dot(w, x.values)), 1e-9), 1-1e-9)
		if x.wanted {
			s.loss -= x.weight * math.Log(p)
		} else {
			s.loss -= x.weight * math.Log(1-p)
		}
	}
	s.examples++
}

func (s *score) print(out io.Writer, of string) {
	n := float64(s.pages)
	fmt.Fprintf(out, "%-28s %d pages: F1 %.3f, under .85: %d, likeliest right %.3f, decoy tables %d, quiet %d of %d; of %d tables at .8 and more %.3f are wanted; log-loss %.3f\n",
		of, s.pages, s.f1/n, s.low, s.likeliest/n, s.decoys, s.quiet, s.empty, s.sure, float64(s.sureRight)/float64(max(1, s.sure)), s.loss/float64(max(1, s.examples)))
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
