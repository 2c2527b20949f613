package model

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model/naming"
)

// A refusal says who has the name, or why it is none. It takes a lock that has
// every name which a code could be given.
func TestSettleRefuses(t *testing.T) {
	long := strings.Repeat("Long", 23)
	all := []string{"Other a Code4 1 gone 2025-01-01", "Other b Code4X310CA263 2 gone 2025-01-01"}
	other := Table{Name: "Other", Kind: Codes}
	tests := []struct {
		lock []string
		spec *Spec
		want string
	}{
		{nil, source(table("Code", Codes, "4")), ""},
		{nil, source(table("Code", Codes, "4"), table("Code4", Results)), ""},
		{all, source(other, table("Code", Codes, "4")), `page.txt:1: "4" of table Code wants the identifier Code4, but "a" of table Other has it`},
		{all[1:], source(other, table("Code", Codes, "4"), table("Code4", Results)), `page.txt:1: "4" of table Code wants the identifier Code4, but type Code4 has it`},
		{[]string{all[1], "Param p ParamP 1 type Code4"}, source(other, table("Param", Params), table("Code", Codes, "4")), `page.txt:1: "4" of table Code wants the identifier Code4, but type Code4, of the values of "p", has it`},
		{[]string{all[1], "Param p ParamP 1 was Code4"}, source(other, table("Param", Params), table("Code", Codes, "4")), `page.txt:1: "4" of table Code wants the identifier Code4, but "p" of table Param has it`},
		{[]string{"Param p ParamP 1 type " + long}, params("p |  | 4-4-4-4-4-4-4-4-4-4"), ""},
	}
	for _, test := range tests {
		_, err := lockOf(t, test.lock...).Assign(test.spec)
		if test.want == "" {
			requireProblems(t, err)
			continue
		}
		requireProblems(t, err, test.want)
	}
}

// The reason names the rival, the owner, or what is wrong with the name.
func TestSettleReasons(t *testing.T) {
	a := newAssigner(lockOf(t, "Code 1 Taken 1"), codes())
	rivals := map[string][]string{"VerV1": {"v1", "V1"}, "Lone": {"lone"}}
	tests := []struct{ id, name, want string }{
		{"v1", "VerV1", `and "V1" both want the identifier VerV1`},
		{"x", "Taken", `wants the identifier Taken, but "1" of table Code has it`},
		{"x", "bad", "would be called bad, which is no exported Go identifier"},
		{"lone", "Lone", "can be called neither Lone nor anything else that tells it apart"},
	}
	for _, test := range tests {
		if got := a.reason(want{id: test.id, names: []string{test.name, test.name}}, rivals); got != test.want {
			t.Errorf("%s: %s, want %s", test.id, got, test.want)
		}
	}
}

// Codes that their usual spelling makes one are told apart as values are, and
// never stop the naming.
func TestSettleTellsCodesApart(t *testing.T) {
	tests := []struct {
		kind  Kind
		lines []string
		want  string
	}{
		{Codes, []string{"a", "A"}, "ParamLowerA ParamA"},
		{Params, []string{"a", "A"}, "LowerA UpperA"},
		{Params, []string{"-a", "-A", "--all"}, "LowerA UpperA ParamAll"},
		{Codes, []string{"1.5", "1-5"}, "Param1Dot5 Param1Dash5"},
		{Codes, []string{"1.5 | Bad.", "1-5 | Bad."}, "Param1Dot5 Param1Dash5"},
		{Codes, []string{"v1 | Old.", "V1 | New."}, "ParamOld ParamNew"},
		{Codes, []string{"<", "<=", "*", "**"}, "ParamLess ParamLessOrEqual ParamStar ParamDoubleStar"},
		{Fields, []string{"<", "<="}, "ParamLess ParamLessOrEqual"},
		{Codes, []string{"not_found", "NOT_FOUND"}, "LowerNotFound UpperNotFound"},
		{Codes, []string{"A", "A+", "A-"}, "ParamA APlus AMinus"},
	}
	for _, test := range tests {
		s := source(withPrefix(table("Param", test.kind, test.lines...), "Param"))
		assign(t, emptyLock(), s)
		var got []string
		for _, e := range s.Tables[0].Entries {
			got = append(got, e.Name)
		}
		if fmt.Sprint(got) != "["+test.want+"]" {
			t.Errorf("%s %q are called %v, want %s", test.kind, test.lines, got, test.want)
		}
	}
}

// Three that clash pair by pair move on together.
func TestSettleChains(t *testing.T) {
	a := newAssigner(emptyLock(), codes())
	got := a.settle("Code", []want{
		{id: "1", names: []string{"A", "B", "X"}},
		{id: "2", names: []string{"A", "C", "Y"}},
		{id: "3", names: []string{"B", "C", "Z"}},
		{id: "4", names: []string{"D", "A"}},
		{id: "5", names: []string{"", "bad", "Code", "E"}},
	})
	for id, name := range map[string]string{"1": "X", "2": "Y", "3": "Z", "4": "D", "5": "E"} {
		if got[id] != name {
			t.Errorf("%s is called %q, want %q", id, got[id], name)
		}
	}
}

// Whatever values a page lists, each has a name of its own, in any order, and
// one that comes later does too.
func FuzzSettle(f *testing.F) {
	f.Add("v1,V1,v-1,v_1,+v1,-v1")
	f.Add("<,<=,=,==,!=,<>,≤,≥,≠,-,--,---,----")
	f.Add("1.5,1-5,1_5,15,01.5,-1.5,+1.5,1.5 , 1.5")
	f.Add("a,A,aA,Aa,AA,aa,é,É,错,错a,\x00,\xff,,ﬁ,fi")
	f.Fuzz(func(t *testing.T, text string) {
		ids := strings.Split(text, ",")
		slices.Sort(ids)
		if ids = slices.Compact(ids); len(ids) > 20 {
			return
		}
		names := settleValues(t, nil, ids)
		reversed := slices.Clone(ids)
		slices.Reverse(reversed)
		if got := settleValues(t, nil, reversed); !maps.Equal(got, names) {
			t.Errorf("in another order %q are called %v, want %v", ids, got, names)
		}
		half := len(ids) / 2
		settleValues(t, settleValues(t, nil, ids[:half]), ids[half:])
	})
}

// settleValues names the values of a parameter whose lock has some already,
// and adds them to those.
func settleValues(t *testing.T, locked map[string]string, ids []string) map[string]string {
	t.Helper()
	l := lockOf(t, "Param ver ParamVer 1 type Ver")
	for id, name := range locked {
		key := lockKey{"Param/ver", id}
		l.rows[key] = &lockRow{lockKey: key, name: name}
	}
	a := newAssigner(l, params("ver"))
	var namer *naming.Namer
	var wants []want
	for _, id := range ids {
		wants = append(wants, want{id: id, names: namer.Value("Ver", id)})
	}
	all := maps.Clone(locked)
	if all == nil {
		all = map[string]string{}
	}
	for id, name := range a.settle("Param/ver", wants) {
		if a.isTaken(name) || !ValidIdentifier(name) {
			t.Errorf("%q is called %s, which is taken or no name", id, name)
		}
		all[id] = name
	}
	if n := len(slices.Compact(slices.Sorted(maps.Values(all)))); n != len(locked)+len(ids) {
		t.Errorf("%d names for %d values: %v", n, len(locked)+len(ids), all)
	}
	return all
}
