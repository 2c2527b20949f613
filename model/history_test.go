package model

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A table goes through the edits that a vendor's page goes through in years.
// Whoever compiled against any state of it must compile against the last: an
// identifier that was ever given stays with its code.
func TestIdentifiersOutliveEdits(t *testing.T) {
	rename := Override{Code: "4", Name: "AccountFrozen", Was: "AccountLocked"}
	edits := []struct {
		what      string
		lines     []string
		overrides []Override
		gone      string
	}{
		{"the first page", []string{"1 | Token expired.", "2 | User not found.", "invalid_scope | Bad scope."}, nil, ""},
		{"nothing", []string{"1 | Token expired.", "2 | User not found.", "invalid_scope | Bad scope."}, nil, ""},
		{"a message reworded", []string{"1 | Your token has expired.", "2 | User not found.", "invalid_scope | Bad scope."}, nil, ""},
		{"a neighbour with the old message", []string{"1 | Your token has expired.", "2 | User not found.", "3 | Token expired.", "invalid_scope"}, nil, ""},
		{"a reorder", []string{"invalid_scope", "3 | Token expired.", "2 | User not found.", "1 | Your token has expired."}, nil, ""},
		{"a code in front", []string{"4 | Account locked.", "invalid_scope", "3 | Token expired.", "2 | User not found.", "1 | Your token has expired."}, nil, ""},
		{"a code removed", []string{"4 | Account locked.", "invalid_scope", "3 | Token expired.", "1 | Your token has expired."}, nil, "2 07"},
		{"another that takes its message", []string{"4 | Account locked.", "5 | User not found.", "invalid_scope", "3 | Token expired.", "1 | x"}, nil, "2 07"},
		{"two at once", []string{"4 | Account locked.", "5 | User not found."}, nil, "1 09,2 07,3 09,invalid_scope 09"},
		{"one restored", []string{"4 | Account locked.", "5 | User not found.", "2 | User not found."}, nil, "1 09,3 09,invalid_scope 09"},
		{"all restored", []string{"1", "2", "3", "4", "5", "invalid_scope"}, nil, ""},
		{"messages swapped, and names kept", []string{"1 | User not found.", "2 | Token expired.", "3", "4", "5", "invalid_scope"}, []Override{{Code: "1", Name: "TokenExpired"}, {Code: "2", Name: "UserNotFound"}}, ""},
		{"a rename", []string{"1", "2", "3", "4 | Account locked.", "5", "invalid_scope"}, []Override{rename}, ""},
		{"the rename again", []string{"1", "2", "3", "4 | Account locked.", "5", "invalid_scope"}, []Override{rename}, ""},
		{"a code that wants the alias", []string{"1", "2", "3", "4", "5", "6 | Account locked.", "invalid_scope"}, []Override{rename}, ""},
		{"a rename without its line", []string{"1", "2", "3", "4", "5", "6", "invalid_scope"}, nil, ""},
		{"a symbol like another", []string{"1", "2", "3", "4", "5", "6", "invalid_scope", "invalid-scope", "invalid scope"}, nil, ""},
		{"a second language", []string{"1 | 令牌", "2 | 用户", "3", "4", "5", "6", "7 | 错误", "invalid_scope", "invalid-scope", "invalid scope"}, nil, ""},
		{"a renamed tombstone", []string{"1", "2", "3", "5", "6", "7", "invalid_scope", "invalid-scope", "invalid scope"}, []Override{{Code: "4", Name: "Frozen", Was: "AccountFrozen"}}, "4 19"},
		{"an empty page", nil, nil, "1 20,2 20,3 20,4 19,5 20,6 20,7 20,invalid scope 20,invalid-scope 20,invalid_scope 20"},
		{"everything back", []string{"7", "6", "5", "4", "3", "2", "1", "invalid scope", "invalid-scope", "invalid_scope"}, nil, ""},
	}
	l := emptyLock()
	given := map[string]string{} // identifier → code, for ever
	for i, edit := range edits {
		s := source(withNames(table("Code", Codes, edit.lines...), edit.overrides...))
		s.Snapshot.Retrieved = fmt.Sprintf("2026-01-%02d", i+1)
		l = assign(t, l, s)
		has := identifiersOf(&s.Tables[0])
		for name, code := range given {
			if has[name] != code {
				t.Errorf("%s: %s was %q and is %q", edit.what, name, code, has[name])
			}
		}
		maps.Copy(given, has)
		var gone []string
		for _, g := range s.Tables[0].Gone {
			gone = append(gone, g.Code+" "+strings.TrimPrefix(g.Since, "2026-01-"))
		}
		slices.Sort(gone)
		if got := strings.Join(gone, ","); got != edit.gone {
			t.Errorf("%s: tombstones %q, want %q", edit.what, got, edit.gone)
		}
	}
	if len(given) != 12 { // ten codes, two of the renames' names
		t.Errorf("%d identifiers were given: %v", len(given), given)
	}
}

// identifiersOf maps every identifier of a table, old ones too, to its code.
func identifiersOf(t *Table) map[string]string {
	ids := map[string]string{}
	for _, e := range t.Entries {
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			ids[name] = e.Code
		}
	}
	for _, g := range t.Gone {
		for _, name := range append([]string{g.Name}, g.Aliases...) {
			ids[name] = g.Code
		}
	}
	return ids
}

// Random pages, one after another: no identifier ever changes its owner, two
// runs give the same bytes, orders never change, every Spec is valid.
func TestIdentifiersOutliveRandomEdits(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		l := emptyLock()
		given := map[string]string{}
		orders := map[lockKey]int{}
		for range 8 {
			s := randomSpec(r)
			next, err := l.Assign(s)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			l = lockOf(t, string(next.Bytes()))
			if again := assign(t, l, s); string(again.Bytes()) != string(l.Bytes()) {
				t.Fatalf("seed %d: a second time gives\n%swant\n%s", seed, again.Bytes(), l.Bytes())
			}
			names := named(s)
			for what, name := range given {
				if names[what] != name {
					t.Fatalf("seed %d: %s was called %s and is called %q", seed, what, name, names[what])
				}
			}
			for what, name := range names {
				if !strings.HasPrefix(what, "type ") { // a set that is lost has its type with its values
					given[what] = name
				}
			}
			for key, row := range l.rows {
				if orders[key] != 0 && orders[key] != row.order {
					t.Fatalf("seed %d: %v had the order %d and has %d", seed, key, orders[key], row.order)
				}
				orders[key] = row.order
			}
		}
	}
}

// randomSpec draws codes, parameters and their values from few words, so that
// everything clashes with everything.
func randomSpec(r *rand.Rand) *Spec {
	words := []string{"token", "code", "codes", "format", "scope", "scopes", "invalid", "error", "lookup", "value", "a", "b", "s", "param"}
	some := func(n int, line func(id string) string) []string {
		var lines []string
		seen := map[string]bool{}
		for range r.IntN(n) {
			id := words[r.IntN(len(words))]
			if r.IntN(2) == 0 {
				id += " " + words[r.IntN(len(words))]
			}
			if !seen[id] {
				seen[id] = true
				lines = append(lines, line(id))
			}
		}
		return lines
	}
	phrase := func(id string) string { // a code always speaks of the same
		word, _, _ := strings.Cut(id, " ")
		return fmt.Sprintf("%d-%s%d | %s.", r.IntN(900)+100, word[:1], len(word), id)
	}
	seen := map[string]bool{}
	messages := slices.DeleteFunc(some(20, phrase), func(line string) bool {
		code, _, _ := strings.Cut(line, " ")
		again := seen[code]
		seen[code] = true
		return again
	})
	withValues := func(id string) string {
		return id + " |  | " + strings.Join(some(4, func(id string) string { return id }), ", ")
	}
	self := func(id string) string { return id }
	return source(
		table("Code", Codes, messages...),
		withPrefix(table("Symbol", Results, some(12, self)...), ""),
		withPrefix(table("Param", Params, some(8, withValues)...), "Param"),
		table("Value", Params, some(8, withValues)...),
	)
}

func BenchmarkAssign(b *testing.B) {
	messages := make([]string, 3000)
	alike := make([]string, 3000)
	for i := range messages {
		messages[i] = fmt.Sprintf("%03d-%03d | The field number %d of the request is not valid. Correct it.", i/1000, i%1000, i)
		alike[i] = fmt.Sprintf("%03d-%03d | Invalid request.", i/1000, i%1000)
	}
	many := make([]string, 1000)
	for i := range many {
		many[i] = fmt.Sprintf("param_%d |  | on, off, auto", i)
	}
	for _, c := range []struct {
		name string
		page func() *Spec
	}{
		{"3000 messages", func() *Spec { return codes(messages...) }},
		{"300 that want one name", func() *Spec { return codes(alike[:300]...) }},
		{"3000 that want one name", func() *Spec { return codes(alike...) }},
		{"1000 value sets", func() *Spec { return params(many...) }},
	} {
		s := c.page()
		locked := assign(b, emptyLock(), s)
		for _, lock := range []struct {
			name string
			lock *Lock
		}{{"new", emptyLock()}, {"locked", locked}} {
			b.Run(c.name+"/"+lock.name, func(b *testing.B) {
				for b.Loop() {
					if _, err := lock.lock.Assign(s); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
	s := codes(messages...)
	data := assign(b, emptyLock(), s).Bytes()
	b.Run("parse and print", func(b *testing.B) {
		for b.Loop() {
			l, err := ParseLock("l", data)
			if err != nil {
				b.Fatal(err)
			}
			l.Bytes()
		}
	})
}
