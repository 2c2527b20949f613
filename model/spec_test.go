package model

import "testing"

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
