package report

import (
	"regexp"
	"slices"
	"testing"

	"github.com/spectab/spectab/model"
)

// wired has a table of each kind of code that has several forms.
func wired() []*model.Spec {
	table := func(v model.Value, codes ...string) model.Table {
		t := model.Table{Name: "Code", Kind: model.Codes, Value: v}
		for _, code := range codes {
			t.Entries = append(t.Entries, model.Entry{Code: code})
		}
		return t
	}
	text := table(model.Value{}, "FLOOD_X", "FLOOD_WAIT_X", "FLOOD_WAIT_7", "5")
	text.Carries = regexp.MustCompile("X$")
	constants := table(model.Value{}, "0x5")
	constants.Kind = model.Constants
	return []*model.Spec{{Source: "a", Tables: []model.Table{
		table(model.Value{Type: "int32", Wrap: true}, "0x80070005", "0x00000005"),
		table(model.Value{Type: "int16"}, "-1", "128"),
		table(model.Value{Type: "uint64"}, "0xFFFFFFFFFFFFFFFF"),
		text, constants,
	}}}
}

func TestFindWireForms(t *testing.T) {
	for _, test := range []struct {
		word, carried string
		want          []string
	}{
		{"2147942405", "", []string{"0x80070005"}},
		{"-2147024891", "", []string{"0x80070005"}},
		{"0x80070005", "", []string{"0x80070005"}},
		{"0X8007_0005", "", nil},
		{"2147483653", "", nil},                // 5 with the sign bit
		{"5", "", []string{"0x00000005", "5"}}, // in one table as it stands, in another as a number
		{"--1", "", nil},
		{"65535", "", nil}, // an int16 without wrap
		{"0x80", "", []string{"128"}},
		{"18446744073709551615", "", []string{"0xFFFFFFFFFFFFFFFF"}},
		{"FLOOD_WAIT_42", "42", []string{"FLOOD_WAIT_X"}},
		{"FLOOD_WAIT_7", "", []string{"FLOOD_WAIT_7"}}, // stands for itself
		{"FLOOD_42", "42", []string{"FLOOD_X"}},
		{"FLOOD_WAIT_X", "", []string{"FLOOD_WAIT_X"}},
		{"FLOOD_WAIT_-4", "", nil},
		{"FLOOD_WAIT_", "", nil},
	} {
		var got []string
		carried := ""
		for _, h := range Find(wired(), test.word) {
			got, carried = append(got, h.Entry.Code), h.Carried
		}
		if !slices.Equal(got, test.want) || carried != test.carried {
			t.Errorf("Find(%q) = %q carrying %q, want %q carrying %q", test.word, got, carried, test.want, test.carried)
		}
	}
}
