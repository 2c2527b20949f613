package guess

import (
	"strings"
	"testing"
)

func TestCellType(t *testing.T) {
	for _, test := range []struct{ cells, want string }{
		{"True False True", "bool"},
		{"Y Y Y", "bool"},
		{"Yes No maybe", ""},
		{"- - -", ""},
		{"0 1 1", "int"},
		{"-901 100 0", "int"},
		{"1 2 003", ""},
		{"1 2 3000000000", ""},
		{"1 2 +3", ""},
		{"1 2", ""},
	} {
		cells := strings.Fields(test.cells)
		if got := cellType(cells, len(cells)); got != test.want {
			t.Errorf("%s are %q, want %q", test.cells, got, test.want)
		}
	}
	if got := cellType([]string{"X"}, 5); got != "bool" {
		t.Errorf("one X in five rows is %q", got)
	}
	if got := cellType([]string{"1", "2", "3"}, 5); got != "" {
		t.Errorf("three numbers in five rows are %q", got)
	}
}
