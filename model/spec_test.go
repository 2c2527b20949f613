package model

import (
	"slices"
	"testing"
)

func TestKinds(t *testing.T) {
	for _, kind := range Kinds() {
		if !kind.Valid() {
			t.Errorf("%s is no kind", kind)
		}
	}
	if len(Kinds()) != 5 || Kind("").Valid() || Kind("code").Valid() {
		t.Errorf("kinds are %v", Kinds())
	}
}

func TestFind(t *testing.T) {
	s := source(table("Code", Codes, "1 | One.", "2 | Two."), table("Limit", Constants, "Tries | 5 | integer", "Waits | 5 | integer"))
	if e := s.Table("Code").Find("2"); e != &s.Tables[0].Entries[1] {
		t.Errorf("code 2 is %+v", e)
	}
	if e := s.Table("Limit").Find("Waits"); e != &s.Tables[1].Entries[1] {
		t.Errorf("Waits is %+v", e)
	}
	if s.Table("Limit").Find("5") != nil || s.Table("Code").Find("") != nil || s.Table("Other") != nil {
		t.Error("what is not there was found")
	}
}

func TestMainAndErrorTable(t *testing.T) {
	envelope := []Envelope{{Table: "Result"}}
	tests := []struct {
		tables     []Table
		envelopes  []Envelope
		main, errs string
	}{
		{nil, nil, "", ""},
		{[]Table{table("Param", Params), table("Limit", Constants)}, nil, "", ""},
		{[]Table{table("Param", Params), table("Result", Results)}, nil, "Result", ""},
		{[]Table{table("Param", Params), table("Result", Results)}, envelope, "Result", "Result"},
		{[]Table{table("Result", Results), table("Code", Codes), table("Other", Codes)}, envelope, "Code", "Code"},
	}
	for _, test := range tests {
		s := source(test.tables...)
		s.Envelopes = test.envelopes
		if main, errs := nameOf(s.Main()), nameOf(s.ErrorTable()); main != test.main || errs != test.errs {
			t.Errorf("%v: main table %q, errors %q, want %q, %q", test.tables, main, errs, test.main, test.errs)
		}
	}
}

func nameOf(t *Table) string {
	if t == nil {
		return ""
	}
	return t.Name
}

func TestSpan(t *testing.T) {
	var r Row
	for _, line := range []int{0, 7, 9, 5, 0, 8} {
		r.Span(line)
	}
	if r.From != 5 || r.To != 9 {
		t.Errorf("the row is of lines %d to %d", r.From, r.To)
	}
}

func TestGroupValues(t *testing.T) {
	s := codes("1", "2", "3", "4", "5")
	for i, group := range []string{"b", "", "a", "b", "a"} {
		s.Tables[0].Entries[i].Group = group
	}
	if got := s.Tables[0].GroupValues(); !slices.Equal(got, []string{"b", "a"}) {
		t.Errorf("the groups are %q", got)
	}
}

// Of a table that the recipe lacks, one problem is enough.
func TestStrangers(t *testing.T) {
	_, err := lockOf(t, "Code 1 One 1", "Other 1 OtherOne 1", "Other 2 OtherTwo 2", "Third 1 ThirdOne 1").Assign(codes("1"))
	requireProblems(t, err, "names.lock:2: the lock has a table Other, the recipe has none", "names.lock:4: the lock has a table Third")
}
