package model

import (
	"slices"
	"testing"
)

func TestOverrides(t *testing.T) {
	entries := []string{"1 | One.", "2 | Two.", "3 | Three."}
	tests := []struct {
		name      string
		lock      []string
		overrides []Override
		want      map[string]string
		aliases   []string // of code 1
	}{
		{"a new entry", nil, []Override{{Code: "1", Name: "Uno"}}, map[string]string{"Code 1": "PUno", "Code 2": "PTwo"}, nil},
		{"the name that another would derive", nil, []Override{{Code: "3", Name: "One"}}, map[string]string{"Code 3": "POne", "Code 1": "POne1"}, nil},
		{"as the lock has it", []string{"Code 1 PUno 1"}, []Override{{Code: "1", Name: "Uno"}}, map[string]string{"Code 1": "PUno"}, nil},
		{"as the lock had it without a prefix", []string{"Code 1 Uno 1"}, []Override{{Code: "1", Name: "Uno"}}, map[string]string{"Code 1": "Uno"}, nil},
		{"a rename", []string{"Code 1 POne 1"}, []Override{{Code: "1", Name: "Uno", Was: "One"}}, map[string]string{"Code 1": "PUno"}, []string{"POne"}},
		{"a rename done", []string{"Code 1 PUno 1 was POne"}, []Override{{Code: "1", Name: "Uno", Was: "One"}}, map[string]string{"Code 1": "PUno"}, []string{"POne"}},
		{"a rename done without a prefix", []string{"Code 1 Uno 1 was One"}, []Override{{Code: "1", Name: "Uno", Was: "One"}}, map[string]string{"Code 1": "Uno"}, []string{"One"}},
		{"a second rename", []string{"Code 1 PUno 1 was POne"}, []Override{{Code: "1", Name: "Eins", Was: "Uno"}}, map[string]string{"Code 1": "PEins"}, []string{"POne", "PUno"}},
		{"a rename taken back", []string{"Code 1 PUno 1 was POne"}, []Override{{Code: "1", Name: "One", Was: "Uno"}}, map[string]string{"Code 1": "POne"}, []string{"PUno"}},
		{"a rename from before the prefix", []string{"Code 1 One 1"}, []Override{{Code: "1", Name: "One", Was: "One"}}, map[string]string{"Code 1": "POne"}, []string{"One"}},
		{"a rename whose lock was lost", nil, []Override{{Code: "1", Name: "Uno", Was: "One"}}, map[string]string{"Code 1": "PUno"}, []string{"POne"}},
		{"of a tombstone", []string{"Code 9 PNine 1 gone 2025-01-01"}, []Override{{Code: "9", Name: "Nine"}}, map[string]string{"Code 9": "PNine"}, nil},
		{"a rename of a tombstone", []string{"Code 9 PNine 1 gone 2025-01-01"}, []Override{{Code: "9", Name: "Neun", Was: "Nine"}}, map[string]string{"Code 9": "PNeun"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			page := func() *Spec {
				return source(withPrefix(withNames(table("Code", Codes, entries...), test.overrides...), "P"))
			}
			s := page()
			l := assign(t, lockOf(t, test.lock...), s)
			requireNames(t, s, test.want)
			if got := s.Tables[0].Entries[0].Aliases; !slices.Equal(got, test.aliases) {
				t.Errorf("aliases %q, want %q", got, test.aliases)
			}
			if again := assign(t, l, page()); string(again.Bytes()) != string(l.Bytes()) {
				t.Errorf("a second time gives\n%swant\n%s", again.Bytes(), l.Bytes())
			}
		})
	}
}

func TestOverridesRefused(t *testing.T) {
	tests := []struct {
		name      string
		lock      []string
		overrides []Override
		want      []string
	}{
		{"against the lock", []string{"", "Code 1 POne 1"}, []Override{{Code: "1", Name: "Uno"}}, []string{
			"source.yaml:11: \"1\" is to be PUno here, but names.lock:2 gave it the name POne for ever\n\tto rename it and leave a deprecated alias, add \"was: One\" (without the table's prefix)",
		}},
		{"a wrong rename", []string{"Code 1 POne 1 was PEins"}, []Override{{Code: "1", Name: "Uno", Was: "Eins"}}, []string{
			`source.yaml:11: "1" is to be PUno here, but names.lock:1 gave it the name POne for ever`,
		}},
		{"an alias that never was", []string{"Code 1 PUno 1"}, []Override{{Code: "1", Name: "Uno", Was: "Two"}}, []string{
			`source.yaml:11: "1" was never called PTwo, says names.lock:1`,
		}},
		{"against the lock's tombstone", []string{"Code 9 PNine 1 gone 2025-01-01"}, []Override{{Code: "9", Name: "Neun"}}, []string{
			`source.yaml:11: "9" is to be PNeun here, but names.lock:1 gave it the name PNine for ever`,
		}},
		{"for nothing", nil, []Override{{Code: "8", Name: "Eight"}, {Code: "9", Name: "Nine"}}, []string{
			`source.yaml:11: the name Eight is for "8", which table Code does not have`, `source.yaml:12: the name Nine is for "9"`,
		}},
		{"one name for two", nil, []Override{{Code: "1", Name: "Uno"}, {Code: "2", Name: "Uno"}}, []string{
			`source.yaml:12: "2" cannot be PUno: "1" of table Code has that identifier`,
			// and no second problem for the entry, which gets the name that it would have had
		}},
		{"the name of a tombstone", []string{"Code 9 PNine 1 gone 2025-01-01"}, []Override{{Code: "1", Name: "Nine"}}, []string{
			`source.yaml:11: "1" cannot be PNine: "9" of table Code has that identifier`,
		}},
		{"a rename to a name that is taken", []string{"Code 1 POne 1", "Code 2 PTwo 2"}, []Override{{Code: "1", Name: "Two", Was: "One"}}, []string{
			`source.yaml:11: "1" cannot be PTwo: "2" of table Code has that identifier`,
		}},
		{"a name of the package's own", []string{"Code 1 POne 1"}, []Override{{Code: "1", Name: "lookupCode", Was: "One"}, {Code: "2", Name: " "}}, []string{
			`source.yaml:12: "2" cannot be "P ", which is no exported Go identifier`,
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := source(withPrefix(withNames(table("Code", Codes, "1 | One.", "2 | Two."), test.overrides...), "P"))
			_, err := lockOf(t, test.lock...).Assign(s)
			requireProblems(t, err, test.want...)
		})
	}
	s := source(withNames(table("Code", Codes, "1 | One."), Override{Code: "1", Name: "Codes"}))
	_, err := emptyLock().Assign(s)
	requireProblems(t, err, `source.yaml:11: "1" cannot be Codes: type Code has that identifier`)
}

// An override of a later table comes before what an earlier one derives.
func TestOverridesComeFirst(t *testing.T) {
	s := source(table("Code", Codes, "denied"), withNames(table("Result", Results, "denied"), Override{Code: "denied", Name: "Denied"}))
	assign(t, emptyLock(), s)
	requireNames(t, s, map[string]string{"Code denied": "CodeDenied", "Result denied": "Denied"})
}
