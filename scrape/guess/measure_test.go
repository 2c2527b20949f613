package guess

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page/pagetest"
	"github.com/spectab/spectab/scrape/read"
)

// testdata/measures.txt has small pages, and behind "--" what each table of them
// that is found measures: its line, the measures that are not 0, and what is known of each
// column. Measures
// that follow from the weights are left out.
func TestMeasures(t *testing.T) {
	pagetest.Written(t, "testdata/measures.txt", measured)
}

func measured(t *testing.T, name, text string) string {
	t.Helper()
	p, err := read.Page(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	guesses := DefaultWeights().readings(p)
	slices.SortStableFunc(guesses, func(a, b Guess) int { return cmp.Compare(a.Table.Line, b.Table.Line) })
	var b strings.Builder
	for i := range guesses {
		e := guesses[i].evidence
		fmt.Fprintf(&b, "line %d, %s:", guesses[i].Table.Line, guesses[i].Form)
		for _, list := range [][]measure{ownMeasures, pageMeasures} {
			for _, m := range list {
				if v := m.of(e); v != 0 && !strings.HasSuffix(m.name, "best") {
					fmt.Fprintf(&b, " %s %.3g;", m.name, v)
				}
			}
		}
		b.WriteByte('\n')
		for j := range e.stats {
			fmt.Fprintf(&b, "  column %d:", j+1)
			for field, v := range reflect.ValueOf(e.stats[j]).Fields() {
				if !v.IsZero() && field.Name != "header" {
					fmt.Fprintf(&b, " %s %.3v;", field.Name, v)
				}
			}
			b.WriteByte('\n')
		}
	}
	return strings.TrimSpace(b.String())
}
