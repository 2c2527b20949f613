package guess

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
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
	all := 0
	for i := range guesses {
		all += len(guesses[i].covers)
	}
	best := make(map[spot]int, all) // the best guess that covers a spot
	for i := range guesses {
		for _, at := range guesses[i].covers {
			if first, ok := best[at]; !ok || guesses[i].better(&guesses[first]) {
				best[at] = i
			}
		}
	}
	shadow := make([]bool, len(guesses))
	for i := range guesses {
		g := &guesses[i]
		covered := 0
		for _, at := range g.codes {
			if winner := best[at]; winner != i && overlaps(g.Form, guesses[winner].Form) {
				covered++
			}
		}
		shadow[i] = covered*10 >= len(g.codes)*6
	}
	i := -1
	return slices.DeleteFunc(guesses, func(Guess) bool { i++; return shadow[i] })
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

// cover notes where the rows of a guess stand: of a table, only its codes,
// since nothing else can be read as part of other rows.
func (g *Guess) cover(rows []record.CandidateRow, code int) {
	g.codes = make([]spot, 0, len(rows))
	g.covers = make([]spot, 0, len(rows))
	for _, r := range rows {
		for j := range r.Cells {
			lines := r.Cells[j].Lines
			if j == code && len(lines) > 0 {
				g.codes = append(g.codes, spotOf(lines[0]))
				g.covers = append(g.covers, g.codes[len(g.codes)-1])
			}
			if g.Form == "table" {
				continue
			}
			for _, l := range lines {
				g.covers = append(g.covers, spotOf(l))
			}
		}
	}
}
