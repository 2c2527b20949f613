package model

import (
	"regexp"
	"testing"
)

// valid is a source in which all is well, of every kind.
func valid() *Spec {
	s := source(
		table("Code", Codes, "0 | Fine.", "-5 | Gone.", "0x80 | Hex.", "007 | Bond."),
		withPrefix(table("Param", Params, "format |  | a, b"), "Param"),
		table("Limit", Constants, "Tries | 5 | integer", "Ratio | 0.5 | number", "Home | https://example.com/x | url", "Word | x | string",
			"Wait | 5 | milliseconds", "Window | 60 | seconds", "Hour | 60 | minutes", "Day | 24 | hours"),
	)
	s.Tables[0].Value.Type = "int16"
	s.Envelopes = []Envelope{{Table: "Code", Format: "json", Code: []string{"error", "code"}, Success: []string{"0"}}}
	if _, err := emptyLock().Assign(s); err != nil {
		panic(err)
	}
	return s
}

func TestValidate(t *testing.T) {
	if err := valid().Validate(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		spoil func(s *Spec)
		want  []string
	}{
		{"no package", func(s *Spec) { s.Package = "" }, []string{"source.yaml: package \"\" is no Go package name\n\tone lower-case word"}},
		{"package in capitals", func(s *Spec) { s.Package = "xsollaLogin" }, []string{`source.yaml: package "xsollaLogin" is no Go package name`}},
		{"package with a hyphen", func(s *Spec) { s.Package = "xsolla-login" }, []string{`source.yaml: package "xsolla-login" is no Go package name`}},
		{"package of a keyword", func(s *Spec) { s.Package = "func" }, []string{`source.yaml: package "func" is no Go package name`}},
		{"package that is blank", func(s *Spec) { s.Package = "_" }, []string{`source.yaml: package "_" is no Go package name`}},
		{"package main", func(s *Spec) { s.Package = "main" }, []string{`source.yaml: package main cannot be imported`}},
		{"no recipe", func(s *Spec) { s.Package, s.Tables, s.Envelopes = "", nil, nil }, []string{`page.txt: package "" is no Go package name`}},
		{"date", func(s *Spec) { s.Snapshot.Retrieved = "today" }, []string{`source.yaml: retrieved "today" is no date`}},

		{"table name", func(s *Spec) { s.Tables[1].Name = "param" }, []string{`source.yaml:7: table name "param" is no exported Go identifier`, `source.yaml:7: type param has "param"`}},
		{"table twice", func(s *Spec) { s.Tables[2].Name = "Code" }, []string{`source.yaml:7: two tables are called Code; the first is in line 7`}},
		{"table like the iterator of another", func(s *Spec) { s.Tables[1].Name = "Codes" }, []string{`source.yaml:7: type Code and type Codes both have the identifier Codes`}},
		{"table like the error reply", func(s *Spec) { s.Tables[1].Name = "Error" }, []string{`source.yaml:7: the error reply of Code and type Error both have the identifier Error`}},
		{"kind", func(s *Spec) { s.Tables[1].Kind = "tables" }, []string{`source.yaml:7: table Param has the kind "tables", which there is not`}},
		{"type of codes", func(s *Spec) { s.Tables[0].Value.Type = "int" }, []string{`source.yaml:7: table Code: "int" is no type for codes`}},

		{"wrap of a type without a sign", func(s *Spec) { s.Tables[0].Value = Value{Type: "uint16", Wrap: true} }, []string{
			`page.txt:2: code "-5" of table Code is no uint16`, "source.yaml:7: table Code: only codes of a signed type wrap",
		}},
		{"bits", func(s *Spec) {
			s.Tables[0].Value.Bits = []Bits{{Name: "All", Low: 0, High: 15}, {Name: "Bit", Low: 3, High: 3}, {Name: "Long", Low: 8, High: 16}, {Name: "Back", Low: 4, High: 3}, {Name: "Minus", Low: -1, High: 3}}
		}, []string{
			`source.yaml:7: table Code: Long is of bits that "int16" does not have`, `source.yaml:7: table Code: Back is of bits`, `source.yaml:7: table Code: Minus is of bits`,
		}},
		{"a number that is all of a code", func(s *Spec) {
			s.Tables[1].Carries, s.Tables[1].Kind = regexp.MustCompile(`a|x`), Codes
			s.Tables[1].Entries = append(s.Tables[1].Entries, Entry{Code: "x", Name: "Ex", Line: 9}, Entry{Code: "yx", Name: "Why", Line: 9}, Entry{Code: "xy", Name: "Exy", Line: 9})
		}, []string{`page.txt:9: all of code "x" of table Param would be a number`}},
		{"envelope of an array that is an object", func(s *Spec) {
			s.Envelopes[0].Code, s.Envelopes[0].Message = []string{"0", "b"}, []string{"a"}
		}, []string{`source.yaml: the envelope of Code has `}},

		{"no name", func(s *Spec) { s.Tables[0].Entries[1].Name = "" }, []string{`page.txt:2: "-5" of table Code has no identifier`}},
		{"name", func(s *Spec) { s.Tables[0].Entries[1].Name = "gone" }, []string{`page.txt:2: "-5" of table Code has "gone" for its identifier, which is no exported one of Go`}},
		{"name twice", func(s *Spec) { s.Tables[2].Entries[1].Name = "Fine" }, []string{`page.txt:2: "0" of table Code and "Ratio" of table Limit both have the identifier Fine`}},
		{"reserved name", func(s *Spec) { s.Tables[0].Entries[1].Name = "ParseError" }, []string{`page.txt:2: the error reply of Code and "-5" of table Code both have the identifier ParseError`}},
		{"name of what may come", func(s *Spec) { s.Envelopes, s.Tables[0].Entries[1].Name = nil, "Error" }, []string{`page.txt:2: type Error and "-5" of table Code both have the identifier Error`}},
		{"name of a type of values", func(s *Spec) { s.Tables[0].Entries[1].Name = "Formats" }, []string{`page.txt:2: type Format, of values in table Param, and "-5" of table Code both have the identifier Formats`}},
		{"alias", func(s *Spec) { s.Tables[0].Entries[1].Aliases = []string{"Fine"} }, []string{`page.txt:2: "0" of table Code and the former name of "-5" of table Code both have the identifier Fine`}},
		{"tombstone", func(s *Spec) { s.Tables[0].Gone = []Gone{{Code: "9", Name: "Fine"}} }, []string{`source.yaml:7: "0" of table Code and "9", once of table Code, both have the identifier Fine`}},
		{"value", func(s *Spec) { s.Tables[1].Entries[0].ValueSet.Names[1] = "Fine" }, []string{`page.txt:1: "0" of table Code and the value "b" of "format" of table Param both have the identifier Fine`}},
		{"names of values", func(s *Spec) { s.Tables[1].Entries[0].ValueSet.Names = nil }, []string{`page.txt:1: "format" of table Param has 2 values and 0 names for them`}},
		{"lost set", func(s *Spec) {
			s.Tables[1].LostSets = []ValueSet{{Type: "Format"}, {Type: "Old", Gone: []Gone{{Code: "x", Name: "Fine"}}}}
		}, []string{
			`source.yaml:7: type Format, of values in table Param, and type Format, of values in table Param, both have the identifier Format`,
			`source.yaml:7: "0" of table Code and the value "x", once of type Old, both have the identifier Fine`,
		}},
		{"code twice", func(s *Spec) { s.Tables[0].Entries[2].Code = "0" }, []string{`page.txt:3: table Code lists "0" twice; the first is in line 1`}},
		{"key twice", func(s *Spec) { s.Tables[2].Entries[2].Key = "Tries" }, []string{`page.txt:3: table Limit lists "Tries" twice; the first is in line 1`}},

		{"code of letters", func(s *Spec) { s.Tables[0].Entries[2].Code = "E5" }, []string{`page.txt:3: code "E5" of table Code is no int16`}},
		{"tombstone of letters", func(s *Spec) { s.Tables[0].Gone = []Gone{{Code: "E9", Name: "Nine"}} }, []string{`source.yaml:7: "E9", which the lock has, is no int16`}},
		{"constant without a type", func(s *Spec) { s.Tables[2].Entries[0].Type = "" }, []string{`page.txt:1: Tries of table Limit: there is no type ""`}},
		{"constant of a strange type", func(s *Spec) { s.Tables[2].Entries[0].Type = "days" }, []string{"page.txt:1: Tries of table Limit: there is no type \"days\"\n\tdeclare another type"}},
		{"constant of another type", func(s *Spec) { s.Tables[2].Entries[0].Code = "five" }, []string{`page.txt:1: Tries of table Limit: "five" is no value of type integer`}},

		{"envelope of nothing", func(s *Spec) { s.Envelopes[0].Table = "Other" }, []string{`source.yaml: an envelope is for the table "Other"`}},
		{"envelope of constants", func(s *Spec) { s.Envelopes[0].Table = "Limit" }, []string{`source.yaml: an envelope is for the table "Limit"`}},
		{"envelope without a path", func(s *Spec) { s.Envelopes[0].Code = nil }, []string{`source.yaml: the envelope of Code lacks a path to the code`}},
		{"envelope with a hole", func(s *Spec) { s.Envelopes[0].Message = []string{"a", ""} }, []string{`source.yaml: the envelope of Code has "" in a path`}},
		{"envelope of two shapes", func(s *Spec) { s.Envelopes[0].Message = append(s.Envelopes[0].Code, "text") }, []string{`source.yaml: the envelope of Code has a path that goes on where another ends`}},
		{"envelope of array and object", func(s *Spec) {
			s.Envelopes[0].Code, s.Envelopes[0].Message = []string{"a", "0"}, []string{"a", "b"}
		}, []string{`source.yaml: the envelope of Code has a for an array and for an object`}},
		{"envelope of two roots", func(s *Spec) {
			s.Envelopes[0] = Envelope{Table: "Code", Format: "xml", Code: []string{"a"}, Message: []string{"b"}}
		}, []string{`source.yaml: the envelope of Code has two root elements`}},
		{"member without a name", func(s *Spec) { s.Envelopes[0].Extra = []Member{{Path: []string{"a"}}} }, []string{`source.yaml: the envelope of Code has the member ""`}},

		{"member without a path", func(s *Spec) { s.Envelopes[0].Extra = []Member{{Name: "Trace"}} }, []string{`source.yaml: the envelope of Code has the member "Trace", which lacks a path`}},
		{"envelope of no format", func(s *Spec) { s.Envelopes[0].Format = "yaml" }, []string{`source.yaml: the envelope of Code has the format "yaml"`}},
		{"success of another type", func(s *Spec) { s.Envelopes[0].Success = []string{"ok"} }, []string{`source.yaml: the envelope of Code: success "ok" is no int16`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := valid()
			test.spoil(s)
			requireProblems(t, s.Validate(), test.want...)
		})
	}
}

// Assign validates what it has named.
func TestAssignValidates(t *testing.T) {
	s := codes("1 | One.", "two | Two.")
	s.Tables[0].Value.Type = "uint8"
	_, err := emptyLock().Assign(s)
	requireProblems(t, err, `page.txt:2: code "two" of table Code is no uint8`)
}

func TestValueHolds(t *testing.T) {
	tests := []struct {
		typ   string
		codes []string
		want  bool
	}{
		{"int8", []string{"0", "127", "-128", "-0", "+5", "007", "0x7f", "0X7F", "-0x80"}, true},
		{"int8", []string{"128", "-129", "0x80", "-0x81", "256"}, false},
		{"uint8", []string{"0", "255", "0xFF", "-0"}, true},
		{"uint8", []string{"256", "-1", "0x100"}, false},
		{"int16", []string{"32767", "-32768"}, true},
		{"int16", []string{"32768", "-32769"}, false},
		{"uint16", []string{"65535"}, true},
		{"uint16", []string{"65536"}, false},
		{"int32", []string{"2147483647", "-2147483648"}, true},
		{"int32", []string{"2147483648", "0x80240001"}, false},
		{"uint32", []string{"0x80240001", "4294967295"}, true},
		{"int64", []string{"9223372036854775807", "-9223372036854775808"}, true},
		{"int64", []string{"9223372036854775808", "-9223372036854775809", "99999999999999999999"}, false},
		{"uint64", []string{"18446744073709551615"}, true},
		{"uint64", []string{"18446744073709551616", "-1"}, false},
		// spellings that are none, the typographic minus first
		{"int32", []string{"\u22125", "\u20135", "", "-", "+", "--5", "-+5", "+-5", "0x", "x80", "0x-5", "1_000", "1,000", "5.0", "1e3", " 5", "5 ", "0b1", "0o7", "٣", "E5", "ff"}, false},
	}
	for _, test := range tests {
		for _, code := range test.codes {
			if got := (Value{Type: test.typ}).holds(code); got != test.want {
				t.Errorf("%s holds %q: %t", test.typ, code, got)
			}
		}
	}
}

func TestCheckConstant(t *testing.T) {
	tests := []struct {
		typ      string
		ok, fail []string
	}{
		{"string", []string{"", "anything at all"}, nil},
		{"integer", []string{"0", "-5", "9223372036854775807"}, []string{"", "5.0", "0x5", "\u22125", "9223372036854775808", "1,000"}},
		{"number", []string{"0.5", "-1e3", "7"}, []string{"", "x", "NaN", "Inf", "1e999", "0,5"}},
		{"milliseconds", []string{"250", "9223372036854"}, []string{"9223372036855", "0.5", "5s"}},
		{"seconds", []string{"60", "-9223372036", "9223372036"}, []string{"-9223372037", "9223372037"}},
		{"minutes", []string{"153722867"}, []string{"153722868"}},
		{"hours", []string{"2562047"}, []string{"2562048", ""}},
		{"url", []string{"https://example.com/a?b=c", "wss://example.com"}, []string{"", "example.com", "/path", "https://", "https://exa mple.com/", "http://[::1"}},
	}
	for _, test := range tests {
		for _, value := range test.ok {
			if err := checkConstant(test.typ, value); err != nil {
				t.Error(err)
			}
		}
		for _, value := range test.fail {
			if err := checkConstant(test.typ, value); err == nil {
				t.Errorf("%q passes for a value of type %s", value, test.typ)
			}
		}
	}
}

func TestPlace(t *testing.T) {
	for step, want := range map[string]int{"0": 0, "7": 7, "99": 99, "100": -1, "-1": -1, "+1": -1, "a": -1, "": -1} {
		if got := Place(step); got != want {
			t.Errorf("%q is the place %d", step, got)
		}
	}
}
