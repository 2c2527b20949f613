package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func params(lines ...string) *Spec {
	return source(withPrefix(table("Param", Params, lines...), "Param"))
}

func TestValueSets(t *testing.T) {
	s := params("format |  | html, HTML, a b, 1, , 错", "scopes |  | all", "scope |  | all", "plain")
	l := assign(t, emptyLock(), s)
	requireNames(t, s, map[string]string{
		"Param format": "ParamFormat", "type format": "Format", "Format a b": "FormatAB", "Format 1": "Format1",
		// html and HTML want one name; none gets it
		"Format html": "FormatLowerHTML", "Format HTML": "FormatUpperHTML", "Format ": "FormatEmpty",
		// Scope iterates over Scopes, so the values of scopes are called otherwise
		"type scope": "Scope", "type scopes": "ScopesValue", "ScopesValue all": "ScopesValueAll",
	})
	for _, want := range []string{"Param format ParamFormat 1 type Format\n", "Param plain ParamPlain 4\n", "Param/format \"\" Format"} {
		if !strings.Contains(string(l.Bytes()), want) {
			t.Errorf("no %q in\n%s", want, l.Bytes())
		}
	}
}

// Values that differ in case, in a sign or in other marks have names that say
// so, in whatever order the page has them.
func TestValuesApart(t *testing.T) {
	tests := []struct{ values, want string }{
		{"created_at, -created_at", "CreatedAt MinusCreatedAt"},
		{"-created_at, created_at, +created_at", "MinusCreatedAt CreatedAt PlusCreatedAt"},
		{"-created_at", "MinusCreatedAt"},
		{"+1, -1", "1 Minus1"},
		{"1, +1, -1", "1 Plus1 Minus1"},
		{"<, <=, >, >=, =, ==, !=, ~", "Less LessOrEqual Greater GreaterOrEqual Equal DoubleEqual NotEqual Tilde"},
		{"*, +, -, /, %, ^, &, |, .", "Star Plus Minus Slash Percent Caret Ampersand Pipe Dot"},
		{"!=, <>", "BangEqual LessGreater"},
		{"id, name, ID", "LowerID Name UpperID"},
		{"a, A, b", "LowerA UpperA B"},
		{"html, HTML, Html", "LowerHTML UpperHTML TitleHTML"},
		{"user_id, userid, userId", "UserUnderscoreID LowerUserID MixedUserID"},
		{"v1, V1", "LowerV1 UpperV1"},
		{"1.5, 1-5", "1Dot5 1Dash5"},
		{"1, 1.0, 1_0, 10", "1 1Dot0 1Underscore0 10"},
		{"A+, A, A-, B", "APlus A AMinus B"},
		{"v, -v, --v", "V MinusV DoubleMinusV"},
		{"en-US, en_US, en", "EnDashUS EnUnderscoreUS En"},
		{"a-b, a_b, A-B", "LowerAB AUnderscoreB UpperAB"},
		{"not_found, NOT_FOUND", "LowerNotFound UpperNotFound"},
		{"错, 误", "XF52B7FCB X35CA18C5"},
	}
	for _, test := range tests {
		values := strings.Split(test.values, ", ")
		names := strings.Fields(test.want)
		want := map[string]string{}
		for i, value := range values {
			want["Ver "+value] = "Ver" + names[i]
		}
		for range len(values) {
			s := params("ver |  | " + strings.Join(values, ", "))
			assign(t, emptyLock(), s)
			requireNames(t, s, want)
			values = append(values[1:], values[0])
		}
	}
}

// A value that comes beside locked ones takes what they leave.
func TestValuesBesideLockedOnes(t *testing.T) {
	tests := []struct{ before, after, want string }{
		{"v1", "V1", "VerUpperV1"},
		{"V1", "v1", "VerLowerV1"},
		{"1.5", "1-5", "Ver1Dash5"},
		{"A", "A+", "VerAPlus"},
		{"A+", "A", "VerUpperA"},
		{"not_found", "NOT_FOUND", "VerUpperNotFound"},
		{"not_found", "not-found", "VerNotDashFound"},
		{"!=", "<>", "VerLessGreater"},
		{"v1, V1", "v-1", "VerV1"},
	}
	for _, test := range tests {
		first := params("ver |  | " + test.before)
		l := assign(t, emptyLock(), first)
		want := named(first)
		want["Ver "+test.after] = test.want
		for _, lines := range []string{test.before + ", " + test.after, test.after + ", " + test.before} {
			s := params("ver |  | " + lines)
			assign(t, l, s)
			requireNames(t, s, want)
		}
	}
}

// The type of values is what the lock says, whatever comes beside it.
func TestValueTypesStay(t *testing.T) {
	l := assign(t, emptyLock(), params("format |  | a"))
	tests := []struct {
		name string
		spec func() *Spec
	}{
		{"an earlier table with the same parameter", func() *Spec {
			s := params("format |  | a, b")
			s.Tables = append([]Table{withPrefix(table("Old", Params, "format |  | a"), "Old")}, s.Tables...)
			return s
		}},
		{"a code of that name", func() *Spec {
			s := params("format |  | a")
			s.Tables = append([]Table{table("Code", Codes, "format", "formats")}, s.Tables...)
			return s
		}},
		{"another prefix", func() *Spec {
			s := params("format |  | a, c", "new |  | x")
			s.Tables[0].Prefix = "P"
			return s
		}},
		{"a rename", func() *Spec {
			s := params("format |  | a, c")
			s.Tables[0] = withNames(s.Tables[0], Override{Code: "format", Name: "Shape", Was: "Format"})
			return s
		}},
		{"no values", func() *Spec { return params("format") }},
		{"no parameter", func() *Spec { return params("other |  | x") }},
		{"a parameter of the type's name", func() *Spec {
			s := params("format |  | a", "format s |  | x")
			return s
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := test.spec()
			next := assign(t, l, s)
			requireNames(t, s, map[string]string{"Format a": "FormatA"})
			if got := string(assign(t, next, test.spec()).Bytes()); got != string(next.Bytes()) {
				t.Errorf("a second time gives\n%swant\n%s", got, next.Bytes())
			}
			requireNames(t, nextPage(t, next), map[string]string{"type format": "Format", "Format z": "FormatZ"})
		})
	}
}

// nextPage has the parameter of TestValueTypesStay, with a new value.
func nextPage(t *testing.T, l *Lock) *Spec {
	s := params("format |  | z")
	for _, row := range l.rows {
		if !strings.HasPrefix(row.table, "Param") && !strings.ContainsAny(row.table, "/(") && s.Table(row.table) == nil {
			s.Tables = append(s.Tables, Table{Name: row.table, Kind: Codes})
		}
	}
	assign(t, l, s)
	return s
}

func TestValuesVanish(t *testing.T) {
	l := assign(t, emptyLock(), params("format |  | a, b, c"))
	s := params("format |  | c, d")
	s.Snapshot.Retrieved = "2026-02-02"
	l = assign(t, l, s)
	set := s.Tables[0].Entries[0].ValueSet
	got := fmt.Sprintf("%s %v %v", set.Type, set.Names, set.Orders)
	for _, g := range set.Gone {
		got += fmt.Sprintf(" %s %s %s %d", g.Code, g.Name, g.Since, g.Order)
	}
	if got != "Format [FormatC FormatD] [3 4] a FormatA 2026-02-02 1 b FormatB 2026-02-02 2" {
		t.Errorf("the set is %s", got)
	}

	s = params("format")
	s.Snapshot.Retrieved = "2026-03-03"
	l = assign(t, l, s)
	if got := lost(s); got != "Format: FormatA 2026-02-02, FormatB 2026-02-02, FormatC 2026-03-03, FormatD 2026-03-03" || s.Tables[0].Entries[0].ValueSet != nil {
		t.Errorf("lost sets %s", got)
	}

	s = params()
	s.Snapshot.Retrieved = "2026-04-04"
	l = assign(t, l, s)
	if got := lost(s); got != "Format: FormatA 2026-02-02, FormatB 2026-02-02, FormatC 2026-03-03, FormatD 2026-03-03" || len(s.Tables[0].Gone) != 1 {
		t.Errorf("lost sets %s, tombstones %v", got, s.Tables[0].Gone)
	}

	s = params("format |  | a, b, c, d")
	l = assign(t, l, s)
	if set := s.Tables[0].Entries[0].ValueSet; len(set.Gone) > 0 || !slices.Equal(set.Names, []string{"FormatA", "FormatB", "FormatC", "FormatD"}) || lost(s) != "" {
		t.Errorf("restored: %+v, lost %s", set, lost(s))
	}
	if strings.Contains(string(l.Bytes()), "gone 2") {
		t.Errorf("restored:\n%s", l.Bytes())
	}
}

func lost(s *Spec) string {
	var sets []string
	for _, set := range s.Tables[0].LostSets {
		var gone []string
		for _, g := range set.Gone {
			gone = append(gone, g.Name+" "+g.Since)
		}
		sets = append(sets, set.Type+": "+strings.Join(gone, ", "))
	}
	return strings.Join(sets, "; ")
}

// A parameter's code may hold what parts the fields of a lock.
func TestValueSetOfAnOddParameter(t *testing.T) {
	for _, code := range []string{"max results", `a"b`, "a/b", "#", "größe"} {
		s := params(code + " |  | x, y z")
		l := assign(t, emptyLock(), s)
		want := fmt.Sprint(named(s))
		s = params(code + " |  | x, y z")
		assign(t, l, s)
		if got := fmt.Sprint(named(s)); got != want {
			t.Errorf("%q: a second time gives %s, want %s", code, got, want)
		}
	}
}

func TestValueTypeClashes(t *testing.T) {
	first := []Table{
		withPrefix(table("Param", Params, "format |  | a"), "Param"),
		withPrefix(table("Old", Params, "format |  | a"), "Old"),
		withPrefix(table("Older", Params, "format |  | a"), "Older"),
		table("Bare", Params, "size |  | s, m", "message |  | format"),
		table("Code", Codes, "format"),
	}
	s := source(first...)
	assign(t, emptyLock(), s)
	requireNames(t, s, map[string]string{
		"Param format": "ParamFormat", "Bare size": "BareSize", "type size": "Size", "Size s": "SizeS", "Code format": "CodeFormat",
	})
	var types []string
	for _, table := range s.Tables[:3] {
		types = append(types, table.Entries[0].ValueSet.Type)
	}
	if want := []string{"Format", "FormatValue", "OlderFormatValue"}; !slices.Equal(types, want) {
		t.Errorf("types %q, want %q", types, want)
	}

	// Whatever the order on the page, a type comes before a value of another.
	for _, lines := range [][]string{{"message |  | format", "message format |  | x"}, {"message format |  | x", "message |  | format"}} {
		s := params(lines...)
		assign(t, emptyLock(), s)
		requireNames(t, s, map[string]string{"type message format": "MessageFormat", "Message format": "MessageFormatValue"})
	}
}

func TestValueOverrides(t *testing.T) {
	page := func(o Override, lines ...string) *Spec {
		return source(withPrefix(withNames(table("Param", Params, lines...), o), "Param"))
	}
	plain := map[string]string{"1": "Plain"}
	s := page(Override{Code: "format", Values: plain}, "format |  | 1, plain")
	l := assign(t, emptyLock(), s)
	requireNames(t, s, map[string]string{"Param format": "ParamFormat", "Format 1": "FormatPlain", "Format plain": "FormatLowerPlain"})

	s = page(Override{Code: "format", Name: "Shape", Was: "Format", Values: plain}, "format |  | 1")
	assign(t, l, s)
	requireNames(t, s, map[string]string{"Param format": "ParamShape", "type format": "Format", "Format 1": "FormatPlain"})

	tests := []struct {
		values map[string]string
		lines  string
		want   []string
	}{
		{plain, "format", nil}, // the tombstone of a value
		{map[string]string{"1": "One"}, "format |  | 1", []string{`source.yaml:11: the value "1" of "format" is to be FormatOne here, but names.lock:10 gave it the name FormatPlain for ever`}},
		{map[string]string{"3": "C", "2": "B"}, "format |  | 1", []string{`source.yaml:11: the name B is for the value "2", which "format" of table Param does not have`, `source.yaml:11: the name C is for the value "3"`}},
		{map[string]string{"2": "Plain"}, "format |  | 1, 2", []string{`source.yaml:11: "2" cannot be FormatPlain: "1" of table Param/format has that identifier`}},
		{map[string]string{"2": "-"}, "format |  | 1, 2", []string{`source.yaml:11: "2" cannot be "Format-", which is no exported Go identifier`}},
	}
	for _, test := range tests {
		_, err := l.Assign(page(Override{Code: "format", Values: test.values}, test.lines))
		requireProblems(t, err, test.want...)
	}
}

func TestValuesRefused(t *testing.T) {
	l := lockOf(t, "Param n ParamN 1 type N", "Param/n a N4_4 2", "Param/n b N4Dot4 3", "Param/n c N4_4XA220F1B9 4")
	_, err := l.Assign(params("n |  | 4.4"))
	requireProblems(t, err, "page.txt:1: \"4.4\" of table Param/n wants the identifier N4_4, but \"a\" of table Param/n has it\n\tgive it one under values: of the name of \"n\" in the recipe of table Param")

	_, err = emptyLock().Assign(params("n |  | a, b, a"))
	requireProblems(t, err, `page.txt:1: "n" of table Param lists the value "a" twice`)

	_, err = lockOf(t, "Param a ParamA 1", "Param/b x BX 2").Assign(params("a"))
	requireProblems(t, err, `names.lock:2: the lock has values of "b" of table Param, but not "b" itself`)
}

func TestLockedTypesBarNewTables(t *testing.T) {
	s := params("format |  | a")
	l := assign(t, emptyLock(), s)
	s = params("format |  | a")
	s.Tables = append(s.Tables, table("Format", Results, "x"))
	_, err := l.Assign(s)
	requireProblems(t, err, "source.yaml:7: type Format, of values in table Param, and type Format both have the identifier Format")
}
