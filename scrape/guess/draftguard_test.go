package guess

import (
	"fmt"
	"testing"

	"github.com/spectab/spectab/scrape/recipe"
)

// Of many rows without a code those with words in its place need no
// declaration, if codes have a form: they are told, and no error.
func TestManyRowsOfWordsAreNotDeclared(t *testing.T) {
	rows := []recipe.Uncoded{{Line: 1, Cell: "E_OLD*", Row: "E_OLD* | gone"}}
	for i := range skipLimit + 1 {
		rows = append(rows, recipe.Uncoded{Line: 2 + i, Cell: fmt.Sprintf("obsolete since release %d", i), Row: "obsolete"})
	}
	form, err := recipe.Compile(`E_[A-Z]+`)
	if err != nil {
		t.Fatal(err)
	}
	table := &recipe.Table{Code: form}
	if !declare(table, rows) || len(table.Skip) != 1 {
		t.Errorf("%d rows are declared, want the one that is no words", len(table.Skip))
	}
	if table = (&recipe.Table{}); declare(table, rows) {
		t.Error("without a form of codes, words could be codes too")
	}
	if table = (&recipe.Table{Code: form}); !declare(table, rows[:3]) || len(table.Skip) != 3 {
		t.Errorf("%d of three rows are declared", len(table.Skip))
	}
}
