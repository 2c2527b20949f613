package guess

import (
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

func TestCodesOfSeveralSectionsInOneType(t *testing.T) {
	for _, test := range []struct {
		name    string
		entries []model.Entry
		told    bool
	}{
		{"enumerations", []model.Entry{{Code: "0", Key: "A_OK", Group: "A"}, {Code: "0", Key: "B_OK", Group: "B"}}, true},
		{"an alias", []model.Entry{{Code: "0", Key: "A_OK", Group: "A"}, {Code: "0", Key: "A_DONE", Group: "A"}}, false},
		{"the same again", []model.Entry{{Code: "0", Key: "OK", Group: "A"}, {Code: "0", Key: "OK", Group: "B"}}, false},
		{"no symbols", []model.Entry{{Code: "0", Group: "A"}, {Code: "0", Group: "B"}}, false},
	} {
		d := &drafting{}
		d.shared(&recipe.Table{Name: "Code"}, test.entries)
		if got := len(d.remarks) > 0; got != test.told {
			t.Errorf("%s: told %v, want %v", test.name, got, test.told)
		}
	}
}

func TestSuccessIsDeclaredOnce(t *testing.T) {
	d, table := &drafting{}, &recipe.Table{Name: "Code", Kind: model.Codes}
	d.success(table, []model.Entry{{Code: "0", Key: "A_OK"}, {Code: "0", Key: "B_OK"}})
	if !slices.Equal(table.Success, []recipe.Literal{"0"}) || len(d.remarks) != 1 {
		t.Errorf("success: %v, told %s", table.Success, strings.Join(d.remarks, "; "))
	}
}
