package guess

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
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

func TestValueType(t *testing.T) {
	for codes, want := range map[string]string{
		"1 2 3":                "int32",
		"-1 0x10":              "int32",
		"0x80070005 1":         "uint32",
		"-1 0x80070005":        "int64",
		"007 8":                "",
		"1 E2":                 "",
		"99999999999999999999": "",
	} {
		var entries []model.Entry
		for code := range strings.FieldsSeq(codes) {
			entries = append(entries, model.Entry{Code: code})
		}
		if got := valueType(entries); got != want {
			t.Errorf("%s: got %q, want %q", codes, got, want)
		}
	}
}

func TestCodePattern(t *testing.T) {
	for codes, want := range map[string]string{
		"100 101":       `\d{3}`,
		"1 101":         `-?\d+`,
		"002-016 1-2":   `\d+(?:[-.]\d+)+`,
		"E100 W2":       `[A-Z]+-?\d+`,
		"EPERM E_ONE":   `[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*`,
		"NoName b_c":    `[A-Za-z_]\w*`,
		"invalid_grant": `[a-z][a-z0-9]*(?:[_.-][a-z0-9]+)*`,
		"a/b 1":         "",
	} {
		var entries []model.Entry
		for code := range strings.FieldsSeq(codes) {
			entries = append(entries, model.Entry{Code: code})
		}
		if got := codePattern(entries); got != want {
			t.Errorf("%s: got %q, want %q", codes, got, want)
		}
	}
}
