package model

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestPlural(t *testing.T) {
	for typ, want := range map[string]string{
		"Code": "Codes", "Status": "Statuses", "Box": "Boxes", "Quiz": "Quizes", "Match": "Matches", "Flash": "Flashes",
		"Category": "Categories", "Key": "Keys", "Y": "Ys", "Ly": "Lies", "ErrorCode": "ErrorCodes",
	} {
		if got := Plural(typ); got != want {
			t.Errorf("Plural(%s) = %s, want %s", typ, got, want)
		}
	}
}

func TestReserved(t *testing.T) {
	s := source(table("Code", Codes), table("Status", Results), table("Limit", Constants), table("Param", Params, "a"))
	s.Tables[3].Entries[0].ValueSet = &ValueSet{Type: "Format"}
	s.Tables[3].LostSets = []ValueSet{{Type: "Old"}}
	got := s.Reserved()
	want := strings.Fields(`Code Codes Error Format Formats LookupCode LookupFormat LookupOld LookupParam LookupStatus Old Olds Param Params
		ParseCode ParseError ParseFormat ParseOld ParseParam ParseStatus Status Statuses`)
	if names := slices.Sorted(maps.Keys(got)); !slices.Equal(names, want) {
		t.Errorf("reserved are %q, want %q", names, want)
	}
	if got["LookupFormat"] != "Format" || got["Statuses"] != "Status" || got["ParseError"] != "Error" {
		t.Errorf("reserved are %v", got)
	}
}
