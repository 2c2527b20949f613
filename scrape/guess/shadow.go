package guess

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// A spot is where a text stands: its line and its first word, since a page
// may be one long line.
type spot struct {
	line int
	word string
}

func spotOf(l page.Line) spot {
	word, _, _ := strings.Cut(l.Text, " ")
	return spot{l.No, strings.Trim(word, ".,:;()[]*`")}
}

// withoutShadows drops guesses that read the lines of a better one in another
// way: of the forms that overlap, only the best is a table of the page.
func withoutShadows(guesses []Guess) []Guess {
	if !slices.ContainsFunc(guesses, func(g Guess) bool { return g.Form != "table" }) {
		return guesses
	}
	best := map[spot]int{} // the best guess that covers a spot
	mixed := interleaved(guesses)
	for _, i := range mixed {
		guesses[i].eachSpot(func(at spot, _ bool) {
			if first, ok := best[at]; !ok || guesses[i].better(&guesses[first]) {
				best[at] = i
			}
		})
	}
	shadow := make([]bool, len(guesses))
	for _, i := range mixed {
		g := &guesses[i]
		codes, covered := 0, 0
		g.eachSpot(func(at spot, isCode bool) {
			if isCode {
				codes++
				covered += int(indicator(best[at] != i && overlaps(g.Form, guesses[best[at]].Form)))
			}
		})
		shadow[i] = covered*10 >= codes*6
	}
	i := -1
	return slices.DeleteFunc(guesses, func(Guess) bool { i++; return shadow[i] })
}

// interleaved are the guesses that stand between the first and the last line of
// another: the others have all of their lines alone.
func interleaved(guesses []Guess) []int {
	type extent struct{ i, from, to int }
	extents := make([]extent, len(guesses))
	for i := range guesses {
		e := extent{i: i, from: math.MaxInt}
		guesses[i].eachSpot(func(at spot, _ bool) { e.from, e.to = min(e.from, at.line), max(e.to, at.line) })
		extents[i] = e
	}
	slices.SortFunc(extents, func(a, b extent) int { return cmp.Compare(a.from, b.from) })
	var list []int
	reach := 0
	for k, e := range extents {
		if e.from <= reach || k+1 < len(extents) && extents[k+1].from <= e.to || e.to == 0 {
			list = append(list, e.i)
		}
		reach = max(reach, e.to)
	}
	return list
}

// better is a total order, so that of two readings of the same lines exactly
// one is left.
func (g *Guess) better(other *Guess) bool {
	if g.Table.Confidence != other.Table.Confidence {
		return g.Table.Confidence > other.Table.Confidence
	}
	return len(g.Table.Entries) > len(other.Table.Entries)
}

// overlaps reports whether candidates of two forms can be made of the same
// lines. Two tables never are.
func overlaps(a, b string) bool { return a != "table" || b != "table" }

// eachSpot tells of where the rows of a guess stand, and where their codes do: of
// a table only that, since nothing else can be read as part of other rows.
func (g *Guess) eachSpot(f func(at spot, isCode bool)) {
	code := slices.Index(g.Roles, "code")
	for i := range g.from {
		for _, r := range g.from[i].Rows {
			for j := range r.Cells {
				lines := r.Cells[j].Lines
				if j == code && len(lines) > 0 {
					f(spotOf(lines[0]), true)
				}
				if g.Form == "table" {
					continue
				}
				for _, l := range lines {
					f(spotOf(l), false)
				}
			}
		}
	}
}
