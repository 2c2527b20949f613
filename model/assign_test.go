package model

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// codes is a source with one table of codes, from lines "code | message".
func codes(lines ...string) *Spec {
	return source(table("Code", Codes, lines...))
}

func source(tables ...Table) *Spec {
	return &Spec{Source: "test", Package: "test", Tables: tables, Snapshot: Snapshot{File: "page.txt", Retrieved: "2026-01-01"}}
}

// table has an entry for each line "code | message | value, value"; entry i
// stands in line i+1. Constants are "key | value | type".
func table(name string, kind Kind, lines ...string) Table {
	t := Table{Name: name, Kind: kind, File: "source.yaml", Line: 7}
	for i, line := range lines {
		cells := strings.Split(line, " | ")
		for len(cells) < 3 {
			cells = append(cells, "")
		}
		e := Entry{Code: cells[0], Text: cells[1], Line: i + 1}
		if kind == Constants {
			e = Entry{Key: cells[0], Code: cells[1], Type: cells[2], Line: i + 1}
		} else if cells[2] != "" {
			e.Values = strings.Split(cells[2], ", ")
		}
		t.Entries = append(t.Entries, e)
	}
	return t
}

func withPrefix(t Table, prefix string) Table {
	t.Prefix = prefix
	return t
}

// withNames adds overrides; the first stands in line 11 of the recipe.
func withNames(t Table, overrides ...Override) Table {
	for i, o := range overrides {
		o.File, o.Line = "source.yaml", 11+i
		t.Overrides = append(t.Overrides, o)
	}
	return t
}

func emptyLock() *Lock { return NewLock("names.lock") }

func lockOf(t testing.TB, lines ...string) *Lock {
	t.Helper()
	l, err := ParseLock("names.lock", []byte(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// assign names s by l, and returns the lock as its file would be read again.
func assign(t testing.TB, l *Lock, s *Spec) *Lock {
	t.Helper()
	next, err := l.Assign(s)
	if err != nil {
		t.Fatal(err)
	}
	return lockOf(t, string(next.Bytes()))
}

// named is what every entry, tombstone, alias, type and value is called.
func named(s *Spec) map[string]string {
	names := map[string]string{}
	addGone := func(table string, gone []Gone) {
		for _, g := range gone {
			names[table+" "+g.Code] = g.Name
		}
	}
	for _, t := range s.Tables {
		for _, e := range t.Entries {
			names[t.Name+" "+t.ID(&e)] = e.Name
			if e.ValueSet == nil {
				continue
			}
			names["type "+t.ID(&e)] = e.ValueSet.Type
			for i, value := range e.Values {
				names[e.ValueSet.Type+" "+value] = e.ValueSet.Names[i]
			}
			addGone(e.ValueSet.Type, e.ValueSet.Gone)
		}
		addGone(t.Name, t.Gone)
		for _, set := range t.LostSets {
			addGone(set.Type, set.Gone)
		}
	}
	return names
}

func requireNames(t *testing.T, s *Spec, want map[string]string) {
	t.Helper()
	got := named(s)
	for what, name := range want {
		if got[what] != name {
			t.Errorf("%s is called %q, want %q", what, got[what], name)
		}
	}
}

// requireProblems wants exactly these problems, each by the beginning of its
// text.
func requireProblems(t *testing.T, err error, want ...string) {
	t.Helper()
	var got Problems
	if err != nil && !errors.As(err, &got) {
		t.Fatalf("error of type %T: %v", err, err)
	}
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("no problem %q", want[i])
		case i >= len(want):
			t.Errorf("unexpected problem: %v", got[i])
		case !strings.HasPrefix(got[i].Error(), want[i]):
			t.Errorf("problem %v\nwant    %s", got[i], want[i])
		}
	}
}

func TestAssignDerives(t *testing.T) {
	s := source(
		table("Code", Codes, "invalid_scope | The scope is bad.", "1-2 | Token expired. Log in again.", "3-4", "5 | 你好"),
		withPrefix(table("Field", Fields, "error | What is wrong", "x-rate limit"), "Field"),
		table("Limit", Constants, "MaxTries | 5 | integer"),
	)
	s.Tables[0].Entries[3].Texts = map[string]string{"en": "Hello."}
	keyed := table("Errno", Results, "2 | No such file or directory")
	keyed.Entries[0].Key = "ENOENT"
	keyed.Value.Type = "int32"
	s.Tables = append(s.Tables, keyed)
	assign(t, emptyLock(), s)
	requireNames(t, s, map[string]string{
		"Code invalid_scope": "InvalidScope", "Code 1-2": "TokenExpired", "Code 3-4": "Code3_4", "Code 5": "Hello",
		"Field error": "FieldError", "Field x-rate limit": "FieldXRateLimit", "Limit MaxTries": "MaxTries", "Errno 2": "ENOENT",
	})
}

func TestAssignTrims(t *testing.T) {
	s := codes("mwoauth-bad-token", "mwoauth-", "other")
	s.Tables[0].Trim = regexp.MustCompile(`mwoauth-`)
	assign(t, emptyLock(), s)
	requireNames(t, s, map[string]string{"Code mwoauth-bad-token": "BadToken", "Code mwoauth-": "MWOAuth", "Code other": "Other"})
}

// A clash takes the word of the group before it takes the code, and the groups
// have names of their own.
func TestAssignGroups(t *testing.T) {
	s := codes("1 | Not found.", "2 | Not found.", "3 | Gone.")
	for i, group := range []string{"Parcels", "Addresses", ""} {
		s.Tables[0].Entries[i].Group = group
	}
	assign(t, emptyLock(), s)
	requireNames(t, s, map[string]string{"Code 1": "NotFoundParcels", "Code 2": "NotFoundAddresses", "Code 3": "Gone"})
	if groups := s.Tables[0].Groups; groups == nil || groups.Type != "Group" || !slices.Equal(groups.Names, []string{"GroupParcels", "GroupAddresses"}) {
		t.Errorf("groups %+v", groups)
	}
}

// Several codes that want one name all move on, whatever the order.
func TestAssignClashes(t *testing.T) {
	tests := []struct {
		lines []string
		want  map[string]string
	}{
		{
			[]string{"1 | Token expired.", "2 | Token expired.", "3 | Token expired. Log in.", "4 | Token lost."},
			map[string]string{"Code 1": "TokenExpired1", "Code 2": "TokenExpired2", "Code 3": "TokenExpiredLogIn", "Code 4": "TokenLost"},
		},
		{
			[]string{"1 | Needs OAuth 2.", "2 | Needs OAuth 2."}, // not NeedsOAuth21
			map[string]string{"Code 1": "NeedsOAuth2_1", "Code 2": "NeedsOAuth2_2"},
		},
		{
			[]string{"bad_token", "bad-token", "bad.token | Bad."},
			map[string]string{"Code bad_token": "BadUnderscoreToken", "Code bad-token": "BadDashToken", "Code bad.token": "BadDotToken"},
		},
	}
	for _, test := range tests {
		s := codes(test.lines...)
		assign(t, emptyLock(), s)
		requireNames(t, s, test.want)
		want := named(s)
		for seed := range uint64(20) {
			shuffled := codes(test.lines...)
			entries := shuffled.Tables[0].Entries
			rand.New(rand.NewPCG(seed, 0)).Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
			assign(t, emptyLock(), shuffled)
			if got := named(shuffled); !maps.Equal(got, want) {
				t.Fatalf("another order gives %v, want %v", got, want)
			}
		}
	}
}

func TestAssignRefuses(t *testing.T) {
	tests := []struct {
		name string
		spec *Spec
		want []string
	}{
		{"no row of that code", codes("1 | One."), []string{`names.lock:1: the lock has a table Old, the recipe has none`}},
		{"a code twice", codes("1 | One.", "2 | Two.", "1 | Uno."), []string{`page.txt:3: table Code lists "1" twice; the first is in line 1`}},
	}
	locks := map[string][]string{
		"no row of that code": {"Old x X 1", "Old y Y 2", "Old/x a XA 3"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := lockOf(t, locks[test.name]...).Assign(test.spec)
			requireProblems(t, err, test.want...)
		})
	}
}

// What the package declares for itself is nobody's name.
func TestAssignAvoidsReserved(t *testing.T) {
	s := codes("error", "codes", "lookup_code", "parse_error", "code", "parse_code", "fields", "format", "formats")
	s.Tables = append(s.Tables, withPrefix(table("Field", Fields, "format |  | a, b"), "Field"))
	assign(t, emptyLock(), s)
	requireNames(t, s, map[string]string{
		"Code error": "CodeError", "Code codes": "CodeCodes", "Code lookup_code": "CodeLookupCode", "Code parse_error": "CodeParseError",
		"Code code": "CodeCode", "Code parse_code": "CodeParseCode", "Code fields": "CodeFields",
		"type format": "Format", "Code format": "CodeFormat", "Code formats": "CodeFormats",
	})
}

// Names are of the package, not of the table; the main table has the first
// choice.
func TestAssignAcrossTables(t *testing.T) {
	s := source(table("Code", Codes, "denied"), table("Result", Results, "denied"), table("Limit", Constants, "Denied | 1 | integer"), table("Quota", Constants, "Denied | 1 | integer"))
	assign(t, emptyLock(), s)
	requireNames(t, s, map[string]string{"Code denied": "Denied", "Result denied": "ResultDenied", "Limit Denied": "LimitDenied", "Quota Denied": "QuotaDenied"})
}

// What one table wants twice it does not leave to another.
func TestAssignTwiceInOneTable(t *testing.T) {
	s := source(table("Code", Codes, "0 | Fine."), table("Result", Results, "1 | Token expired.", "2 | Token expired."))
	assign(t, emptyLock(), s)
	requireNames(t, s, map[string]string{"Result 1": "TokenExpired1", "Result 2": "TokenExpired2"})
}

func TestAssignLeavesTheReceiver(t *testing.T) {
	l := lockOf(t, "Code 1 One 1", "Code 2 Two 2", "Param p ParamP 3 type P", "Param/p a PA 4")
	before := string(l.Bytes())
	s := source(
		withNames(table("Code", Codes, "2 | Two.", "3 | Three."), Override{Code: "2", Name: "Zwei", Was: "Two"}),
		withPrefix(table("Param", Params, "p |  | b"), "Param"),
	)
	next, err := l.Assign(s)
	if err != nil {
		t.Fatal(err)
	}
	s.Tables[0].Entries[0].Aliases[0] = "Changed"
	if got := string(l.Bytes()); got != before {
		t.Errorf("the receiver became\n%swant\n%s", got, before)
	}
	if after := string(next.Bytes()); after == before || strings.Contains(after, "Changed") {
		t.Errorf("the result is\n%s", after)
	}
}

// A spec may be named by several locks in a row.
func TestAssignAgain(t *testing.T) {
	s := source(withPrefix(table("Param", Params, "p |  | a, b", "q"), "Param"))
	l := lockOf(t, "Param p ParamP 1 type P", "Param q ParamQ 2 type Q", "Param/q x QX 3")
	assign(t, l, s)
	want := fmt.Sprintf("%+v %+v", named(s), s.Tables[0].LostSets)
	assign(t, l, s)
	if got := fmt.Sprintf("%+v %+v", named(s), s.Tables[0].LostSets); got != want {
		t.Errorf("a second Assign gives %s, want %s", got, want)
	}
	assign(t, emptyLock(), s)
	if s.Tables[0].LostSets != nil {
		t.Errorf("an empty lock gives %+v", s.Tables[0].LostSets)
	}
}

func TestTombstones(t *testing.T) {
	page := func(date string, lines ...string) *Spec {
		s := codes(lines...)
		s.Snapshot.Retrieved = date
		return s
	}
	l := assign(t, emptyLock(), page("2026-01-01", "1 | One.", "2 | Two."))
	l = assign(t, l, page("2026-02-02", "2 | Two."))
	s := page("2026-03-03", "2 | Two.")
	l = assign(t, l, s)
	want := []Gone{{Code: "1", Name: "One", Since: "2026-02-02", Order: 1}}
	if got := s.Tables[0].Gone; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("tombstones %+v, want %+v", got, want)
	}
	s = page("2026-04-04", "2 | Two.", "1 | Uno.")
	l = assign(t, l, s)
	if got := s.Tables[0].Gone; len(got) > 0 || strings.Contains(string(l.Bytes()), " gone 2") {
		t.Errorf("tombstones of a restored code: %+v\n%s", got, l.Bytes())
	}
	requireNames(t, s, map[string]string{"Code 1": "One"})
}

// The order of tombstones does not depend on chance, even where two branches
// gave one number twice.
func TestTombstonesOfOneOrder(t *testing.T) {
	l := lockOf(t, "Code 1 A 5", "Code 2 B 5", "Code 3 C 5", "Code 4 D 5")
	for range 20 {
		s := codes()
		assign(t, l, s)
		var got string
		for _, gone := range s.Tables[0].Gone {
			got += gone.Name
		}
		if got != "ABCD" {
			t.Fatalf("tombstones in the order %s", got)
		}
	}
}

func TestAliasesOfEntriesAndTombstones(t *testing.T) {
	s := codes("1 | One.")
	assign(t, lockOf(t, "Code 1 Uno 1 was One was Eins", "Code 2 Due 2 gone 2025-01-01 was Two"), s)
	if got := s.Tables[0].Entries[0].Aliases; !slices.Equal(got, []string{"One", "Eins"}) {
		t.Errorf("aliases %q", got)
	}
	if got := s.Tables[0].Gone[0].Aliases; !slices.Equal(got, []string{"Two"}) {
		t.Errorf("aliases of a tombstone %q", got)
	}
}
