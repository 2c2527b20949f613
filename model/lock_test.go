package model

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestLockRoundTrip(t *testing.T) {
	// Codes as vendors write them, and as nobody should.
	ids := []string{
		"002-016", "with space", "", "#hash", "a#b", `"quoted"`, `back\slash`, "tab\there", "line\nbreak", "cr\r", "\x00\x1b",
		"错误", "Ошибка", "é", "e\u0301", "\u00a0", "\u200b", "\ufeff", "\u202e", "\xff\xfe", "'", "`", "<<<<<<<", "a/b", "=",
	}
	l := emptyLock()
	for i, id := range ids {
		name := fmt.Sprintf("Name%d", i)
		l.rows[lockKey{"Code", id}] = &lockRow{lockKey: lockKey{"Code", id}, name: name, rank: rank{whole: i + 1}, gone: "2026-01-01", was: []string{name + "A", name + "B"}}
		l.rows[lockKey{"Param/" + id, id}] = &lockRow{lockKey: lockKey{"Param/" + id, id}, name: name + "P", rank: rank{whole: i + 1}, typ: name + "T"}
	}
	again := lockOf(t, string(l.Bytes()))
	if got, want := content(again), content(l); !maps.Equal(got, want) {
		t.Errorf("reads as\n%v\nwant\n%v", got, want)
	}
	if lines := strings.Count(string(l.Bytes()), "\n"); lines != strings.Count(lockHeader, "\n")+1+2*len(ids) {
		t.Errorf("%d lines:\n%s", lines, l.Bytes())
	}
	if got, want := string(again.Bytes()), string(l.Bytes()); got != want {
		t.Errorf("prints as\n%s\nwant\n%s", got, want)
	}
}

// content is a lock without the lines on which its rows stand.
func content(l *Lock) map[lockKey]string {
	rows := map[lockKey]string{}
	for key, row := range l.rows {
		rows[key] = fmt.Sprintf("%s %s %s %q %s %s", row.name, row.rank, row.gone, row.was, row.typ, row.said)
	}
	return rows
}

func TestParseLockForms(t *testing.T) {
	l := lockOf(t, "# comment\r", "", "Code  1\tOne  3 \r", ` "Code" "a b" Two 7 was Zwei gone 2026-02-28`)
	if row := l.rows[lockKey{"Code", "1"}]; row == nil || row.name != "One" || row.rank.whole != 3 || row.line != 3 {
		t.Errorf("row %+v", row)
	}
	if row := l.rows[lockKey{"Code", "a b"}]; row == nil || !slices.Equal(row.was, []string{"Zwei"}) {
		t.Errorf("row %+v", row)
	}
}

func TestParseLockProblems(t *testing.T) {
	tests := []struct{ line, want string }{
		{"Code 2 Two", "3 of 4 fields: a table, a code, an identifier and a number are wanted"},
		{"format 3", `format "3" is not known here, which knows 2`},
		{"format 0", `format "0" is not known here`},
		{"format two", `format "two" is not known here`},
		{`Code "2 Two 2`, "a quoted field does not end"},
		{`Code "2"Two 2`, `no space behind the quoted field "2"`},
		{"Code 2 Two two", `place "two" is no number`},
		{"Code 2 Two 2.", `place "2." is no number`},
		{"Code 2 Two 2.5x", `place "2.5x" is no number`},
		{"Code 2 Two 9223372036854775807", `place "9223372036854775807" is no number`},
		{"Code 2 Two 99999999999999999999", `place "99999999999999999999" is no number`},
		{"Code 2 Two 2 gone", `"gone" lacks its value`},
		{"Code 2 Two 2 gone yesterday", `"yesterday" is no date of the form YYYY-MM-DD`},
		{"Code 2 Two 2 gone 2026-02-30", `"2026-02-30" is no date`},
		{"Code 2 Two 2 gone 2026-02-03 gone 2026-02-04", "gone stands there twice"},
		{"Code 2 Two 2 type A type B", "type stands there twice"},
		{`Code 2 Two 2 type ""`, `"" is no exported Go identifier`},
		{"Code 2 Two 2 came 2026-02-03", `"came" is none of gone, said, was, type and value`},
		{"Code 2 two 2", `"two" is no exported Go identifier`},
		{"Code 2 Two-2 2", `"Two-2" is no exported Go identifier`},
		{"Code 2 Two 2 was due", `"due" is no exported Go identifier`},
		{"Code 2 Two 2 type due", `"due" is no exported Go identifier`},
		{"Code 2 Two 2 gone 2026-02-03 said {", "what the page said is no JSON"},
		{"Code 1 Two 2 type Other", `table Code, code "1" stands in line 1 already: and is of another type there`},
		{"Code 2 One 2", `identifier One belongs to "1" of table Code in line 1 already`},
		{"Code 2 Uno 2", `identifier Uno belongs to "1" of table Code in line 1 already`},
		{"Code 2 Two 2 was OneType", `identifier OneType belongs to "1" of table Code in line 1 already`},
		{"Other 1 Two 2 type One", `identifier One belongs to "1" of table Code in line 1 already`},
	}
	for _, test := range tests {
		_, err := ParseLock("specs/x/names.lock", []byte("Code 1 One 1 was Uno type OneType\n"+test.line+"\nCode 3 Three 3\n"))
		requireProblems(t, err, "specs/x/names.lock:2: "+test.want)
		if err != nil && !strings.Contains(err.Error(), "\n\t") {
			t.Errorf("%q: no hint in %v", test.line, err)
		}
	}
	if _, err := ParseLock("l", []byte("format 3\n")); err == nil || !strings.Contains(err.Error(), "a newer spectab wrote this lock") {
		t.Errorf("of a newer lock: %v", err)
	}
	_, err := ParseLock("l", []byte("a\nb\n\nc"))
	requireProblems(t, err, "l:1: 1 of 4 fields", "l:2: 1 of 4 fields", "l:4: 1 of 4 fields")
}

// Two branches that add codes shall merge: sorted lines, one a row, and a new
// code is one new line that changes no other.
func TestLockMerges(t *testing.T) {
	lines := []string{"9 | Nine.", "10 | Ten.", "b", "a"}
	l := assign(t, emptyLock(), codes(lines...))
	before := strings.Split(string(l.Bytes()), "\n")
	if rows := before[strings.Count(lockHeader, "\n")+1 : len(before)-1]; !slices.IsSorted(rows) {
		t.Errorf("not sorted: %q", rows)
	}
	after := strings.Split(string(assign(t, l, codes(append([]string{"95 | New."}, lines...)...)).Bytes()), "\n")
	added := slices.DeleteFunc(slices.Clone(after), func(line string) bool { return slices.Contains(before, line) })
	if len(after) != len(before)+1 || !slices.Equal(added, []string{"Code 95 New 0"}) {
		t.Errorf("a new code changed\n%s\nto\n%s", strings.Join(before, "\n"), strings.Join(after, "\n"))
	}
}

// A merged lock may give two rows one order.
func TestLockAcceptsOneOrderTwice(t *testing.T) {
	l := lockOf(t, "Code 1 One 7", "Code 2 Two 7")
	s := codes("1", "2", "3 | Three.")
	if next := assign(t, l, s); next.rows[lockKey{"Code", "3"}].rank.whole != 8 {
		t.Errorf("the lock is\n%s", next.Bytes())
	}
	s = codes("1", "3 | Three.", "2")
	if next := assign(t, l, s); next.rows[lockKey{"Code", "3"}].rank.whole != 8 || s.Tables[0].Entries[1].Order != 3 {
		t.Errorf("the lock is\n%s", next.Bytes())
	}
}

func TestLockMends(t *testing.T) {
	for _, test := range []struct {
		text, want string // of the rows alone
		mended     int
	}{
		{"Code 1 One 1\nCode 2 Two 2\n", "Code 1 One 1\nCode 2 Two 2\n", 1},
		{"Code 1 One 1\n", "Code 1 One 1\n", 1},
		{"# nothing yet\n", "", 0},
		{"format 1\nCode 1 One 1\n", "Code 1 One 1\n", 0},
		{"format 2\nCode 1 One 1 gone 2026-01-02 said {\"text\":\"a b\"}\nCode 1 One 1\n", "Code 1 One 1\n", 0},
		{"format 2\nCode 1 One 1\n", "Code 1 One 1\n", 0},
		{"format 2\n<<<<<<< HEAD\nCode 1 One 1\n=======\nCode 2 Two 1.5\n>>>>>>> b\n", "Code 1 One 1\nCode 2 Two 1.5\n", 1},
		{"format 2\n<<<<<<< HEAD\nCode 1 One 1\n||||||| base\nCode 3 Three 3\n=======\nCode 2 Two 1.5\n>>>>>>> b\n", "Code 1 One 1\nCode 2 Two 1.5\n", 1},
		{"format 2\nformat 2\nCode 1 One 3\nCode 1 One 1 was Uno\n", "Code 1 One 1 was Uno\n", 0},
		{"format 2\nCode 1 One 1\nCode 1 Uno 1\n", "Code 1 One 1 was Uno\n", 0},
		{"format 2\nCode 1 One 1 gone 2026-01-02\nCode 1 One 1\n", "Code 1 One 1\n", 0},
		{"format 2\nParam p P 1\nParam p P 1 type T\n", "Param p P 1 type T\n", 0},
		{"format 2\nParam p P 1 type T\nParam p P 1\n", "Param p P 1 type T\n", 0},
		{"format 2\nLimit p P 1 gone 2026-01-02\nLimit p P 1 gone 2026-01-02 value 5\n", "Limit p P 1 gone 2026-01-02 value 5\n", 0},
		{"format 2\nLimit p P 1 gone 2026-01-02 value 5\nLimit p P 1 gone 2026-01-02 value 6\n", "Limit p P 1 gone 2026-01-02 value 5\n", 0},
		{"format 2\nCode 1 One 1 gone 2026-01-02 said {\"text\":\"a b\"}\nCode 1 One 1 gone 2026-01-01\n", "Code 1 One 1 gone 2026-01-01 said {\"text\":\"a b\"}\n", 0},
	} {
		l, err := ParseLock("l", []byte(test.text))
		if err != nil || len(l.Mended) != test.mended {
			t.Errorf("%s: %v, %q", test.text, err, l.Mended)
			continue
		}
		if _, rows, _ := strings.Cut(string(l.Bytes()), formatLine+"\n"); rows != test.want {
			t.Errorf("%s\nreads as\n%s", test.text, rows)
		}
	}
}

// A tombstone remembers what the page before said, and forgets it when the
// code is back.
func TestTombstonesRemember(t *testing.T) {
	before, after := codes("1 | One.", "2 | Two."), codes("2 | Two.")
	before.Tables[0].Entries[0].HTTP, before.Tables[0].Entries[0].Extra = 404, map[string]string{"Can <retry>": "yes"}
	after.Snapshot.Retrieved = "2026-02-03"
	l := assign(t, emptyLock(), before)
	l.Remember(before)
	l = lockOf(t, string(assign(t, l, after).Bytes()))
	assign(t, l, after)
	if got := fmt.Sprintf("%+v", after.Tables[0].Gone); !strings.Contains(got, "Text:One.") || !strings.Contains(got, "HTTP:404") || !strings.Contains(got, "map[Can <retry>:yes]") {
		t.Errorf("%s\n%s", got, l.Bytes())
	}
	if again := string(assign(t, l, before).Bytes()); strings.Contains(again, " said {") || strings.Contains(again, " gone 2") {
		t.Error(again)
	}
}

func FuzzParseLock(f *testing.F) {
	f.Add("Code 1 One 1\nCode \"a b\" Two 2 gone 2026-01-02 was Zwei was Due\n")
	f.Add("Param p ParamP 1 type P\n\"Param/a b\" \"\" PX 2\n# comment\n")
	f.Add("format 2\nCode 1 One -1.05 gone 2026-01-02 said {\"text\":\"x\"}\n<<<<<<< a\nCode 1 Uno 2\n")
	f.Add("Code \"\\xff\\u200b\" A 1\r\n\tCode a\"b B 007\n")
	f.Fuzz(func(t *testing.T, text string) {
		l, err := ParseLock("l", []byte(text))
		if err != nil {
			return
		}
		printed := string(l.Bytes())
		again, err := ParseLock("l", []byte(printed))
		if err != nil {
			t.Fatalf("%q prints as %q, which does not parse: %v", text, printed, err)
		}
		if got, want := content(again), content(l); !maps.Equal(got, want) {
			t.Errorf("%q prints as %q, which has %v, want %v", text, printed, got, want)
		}
	})
}

// What a branch says of a method must be what the other says.
func TestMergedMethodsAgree(t *testing.T) {
	const lock = "format 2\n<<<<<<< HEAD\nCode() Group string 1\n=======\nCode() Group %s 1\n>>>>>>> b\n"
	for typ, ok := range map[string]bool{"string": true, "int": false} {
		if _, err := ParseLock("names.lock", fmt.Appendf(nil, lock, typ)); (err == nil) != ok {
			t.Errorf("string and %s: %v", typ, err)
		}
	}
}

func TestForgets(t *testing.T) {
	l := lockOf(t, "format 2", "Code 1 One 1", "Code 2 Two 2", "Code 3 Three 3 gone 2026-01-01", "Limit Max Max 1")
	gone := func(code, text string) Gone { return Gone{Code: code, Entry: Entry{Text: text}} }
	for _, test := range []struct {
		kind Kind
		name string
		gone Gone
		want bool
	}{
		{Codes, "Code", gone("1", ""), true},
		{Codes, "Code", gone("1", "One."), false},
		{Codes, "Code", gone("3", ""), false}, // nothing new
		{Codes, "Code", gone("4", ""), false}, // the lock does not know it
		{Constants, "Limit", gone("Max", ""), false},
	} {
		s := source(Table{Name: test.name, Kind: test.kind, Gone: []Gone{test.gone}})
		if got := l.Forgets(s); got != test.want {
			t.Errorf("%s %v: %v", test.kind, test.gone.Code, got)
		}
	}
}
