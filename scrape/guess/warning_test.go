package guess

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/read"
	"github.com/spectab/spectab/scrape/recipe"
)

func TestDoubtsPastTheFirstAreCounted(t *testing.T) {
	for n, want := range map[int]string{
		warningsOfAKind + 1: "1 more code with several texts from here on",
		warningsOfAKind + 2: "2 more codes with several texts from here on",
	} {
		table := &model.Table{}
		for range n {
			table.Entries = append(table.Entries, model.Entry{Code: "E-1", Text: "One.", Also: []string{"Two."}, Line: 3})
		}
		got := conflicts("page.md", table)
		if len(got) != warningsOfAKind+1 || !strings.HasSuffix(got[warningsOfAKind].Error(), want) {
			t.Errorf("%d warnings: %v", n, got)
		}
	}
}

// What a table has no place for is told: a second name of a text.
func TestWhatIsLeftOutOfATableIsTold(t *testing.T) {
	p, err := read.Page("page.html", []byte("<h1>Error codes</h1><table><tr><th>Code<th>Name<th>Text\n<tr><td>e-one<td>E_ONE<td>The first.\n<tr><td>e-two<td>E_TWO<td>The second.\n<tr><td>e-one<td>E_UNO<td>The first.\n<tr><td>e-six<td>E_SIX<td>The last.</table>"))
	if err != nil {
		t.Fatal(err)
	}
	g := Tables(p)
	g[0].read(recipe.Table{Form: "table", Columns: map[string]recipe.Column{"code": {Number: 1}, "key": {Number: 2}, "text": {Number: 3}}})
	if got := Warnings(p, g).Error(); !strings.Contains(got, `page.html:4: "e-one" is E_UNO here and E_ONE in line 2`) {
		t.Error(got)
	}
}
