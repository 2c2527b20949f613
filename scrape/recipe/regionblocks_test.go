package recipe

import (
	"slices"
	"testing"

	"github.com/spectab/spectab/scrape/read"
)

func TestPart(t *testing.T) {
	p, err := read.Page("page.html", []byte(`<p>before</p><div><h2>A</h2><ul><li>one<li>two<ul><li>deep</ul></ul><table><tr><td>a<td>b<tr><td>c<td>d</table></div><p>behind</p>`))
	if err != nil {
		t.Fatal(err)
	}
	f := Flatten(p.Blocks) // before A one two deep a b c d behind
	for _, c := range []struct {
		from, to int
		want     []string
	}{
		{0, 10, []string{"before", "A", "one", "two", "deep", "a", "b", "c", "d", "behind"}},
		{1, 3, []string{"A", "one"}},
		{3, 4, []string{"two", "deep"}}, // an item is whole
		{4, 7, []string{"a", "b"}},
		{6, 9, []string{"c", "d"}}, // a row that begins before is none of the part
		{9, 10, []string{"behind"}},
		{4, 4, nil},
	} {
		var got []string
		for _, l := range Flatten(f.regionBlocks(c.from, c.to)).Lines {
			got = append(got, l.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("lines %d to %d are %q, want %q", c.from, c.to, got, c.want)
		}
	}
}
