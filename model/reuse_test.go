package model

import (
	"strings"
	"testing"
)

// A life of a table of codes: pages of "code | text" one after another, and
// what the last of them is refused with.
func TestReuse(t *testing.T) {
	for _, test := range []struct {
		what  string
		pages [][]string
		want  string // the codes that are refused
	}{
		{"reworded", [][]string{{"1 | Token expired."}, {"1 | Please log in anew, as this session is over."}}, ""},
		{"gone and back", [][]string{{"1 | Token expired.", "2 | No berth."}, {"2 | No berth."}, {"1 | Your token is too old.", "2 | No berth."}}, ""},
		{"gone and back as another", [][]string{{"1 | Token expired.", "2 | No berth."}, {"2 | No berth."}, {"1 | The ship is too small.", "2 | No berth."}}, "1"},
		{"gone and back in a word", [][]string{{"1 | Token expired."}, {}, {"1 | Expirado."}}, ""},
		{"gone and back in another script", [][]string{{"1 | Token expired."}, {}, {"1 | 令牌已过期，请重新登录。"}}, ""},
		{"swapped", [][]string{{"1 | Token expired.", "2 | User not found."}, {"1 | User not found.", "2 | Token expired."}}, "1 2"},
		{"moved on", [][]string{{"1 | Token expired.", "2 | User not found."}, {"1 | User not found.", "3 | Token expired."}}, "1"},
		{"in a word, of one that is gone", [][]string{{"1 | Internal fault.", "2 | Server busy."}, {"1 | Server busy."}}, ""},
		{"in words, of one that is gone", [][]string{{"1 | Internal fault.", "2 | The server is busy."}, {"1 | The server is busy."}}, "1"},
		{"swapped in a word", [][]string{{"1 | Locked out.", "2 | Server busy."}, {"1 | Server busy.", "2 | Locked out."}}, "1 2"},
		{"two with one text", [][]string{{"1 | Token expired.", "2 | User not found."}, {"1 | User not found.", "2 | User not found."}}, ""},
		{"a code without a text", [][]string{{"1", "2 | Token expired."}, {"1 | Token expired.", "2 | User not found."}}, ""},
		{"symbols", [][]string{{"not_found | A.", "gone | B."}, {"not_found | B.", "gone | A."}}, ""},
	} {
		t.Run(test.what, func(t *testing.T) {
			l := emptyLock()
			for i, page := range test.pages {
				s := source(table("Code", Codes, page...))
				next, err := l.Assign(s)
				if i == len(test.pages)-1 {
					if got := refusedCodes(err); got != test.want {
						t.Errorf("refused %q, want %q: %v", got, test.want, err)
					}
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				l = lockOf(t, string(next.Bytes()))
			}
		})
	}
}

func TestSaid(t *testing.T) {
	if got := said(&Entry{Key: "KEY", Text: "text"}); got != "KEY" {
		t.Errorf("got %q", got)
	}
	if got := said(&Entry{Text: strings.Repeat("é", 61)}); got != strings.Repeat("é", 60) {
		t.Errorf("got %q", got)
	}
}

// refusedCodes are the codes that an error says are reused.
func refusedCodes(err error) string {
	if err == nil {
		return ""
	}
	var codes []string
	for line := range strings.Lines(err.Error()) {
		if before, _, ok := strings.Cut(line, " of table Code means another thing now"); ok {
			codes = append(codes, strings.Trim(before[strings.LastIndex(before, " "):], ` "`))
		}
	}
	return strings.Join(codes, " ")
}

// Other problems are no reuse, alone or besides.
func TestIsReuse(t *testing.T) {
	reused, other := &Problem{Guard: GuardReused}, &Problem{}
	for _, test := range []struct {
		err  error
		want bool
	}{{nil, false}, {errBroken, false}, {Problems{reused, reused}, true}, {Problems{reused, other}, false}} {
		if IsReuse(test.err) != test.want {
			t.Errorf("%v: %v", test.err, !test.want)
		}
	}
}

func TestReuseOfNumbers(t *testing.T) {
	value := Value{Type: "int32"}
	l := assign(t, emptyLock(), numbered(value, "2 LOCKED", "4 FROZEN", "5 GONE"))
	for _, test := range []struct{ page, names, want string }{
		{"2 FROZEN, 4 LOCKED, 5 GONE", "", `"2" of table Errno means another thing now: names.lock:8 calls it Locked, and the page says "FROZEN"`},
		{"2 FROZEN, 5 GONE", "", `"2" of table Errno means another thing now`},
		{"2 FROZEN, 5 GONE", "Cold", ""},
		{"2 BLOCKED, 4 FROZEN, 5 GONE", "", ""}, // the vendor's new word for it
	} {
		s := numbered(value, strings.Split(test.page, ", ")...)
		if test.names != "" {
			s.Tables[0].Overrides = []Override{{Code: "2", Name: test.names, Was: "Locked", Why: "w", File: "source.yaml", Line: 3}}
		}
		_, err := lockOf(t, string(l.Bytes())).Assign(s)
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: %v, want %q", test.page, err, test.want)
		}
	}
}

// Codes that are refused together are offered names of their own.
func TestFreeNames(t *testing.T) {
	l := emptyLock()
	for _, page := range [][]string{{"1 | Token expired.", "2 | User not found.", "3 | No berth."}, {"3 | No berth."}} {
		next, err := l.Assign(source(table("Code", Codes, page...)))
		if err != nil {
			t.Fatal(err)
		}
		l = lockOf(t, string(next.Bytes()))
	}
	_, err := l.Assign(source(table("Code", Codes, "1 | The ship is too small.", "2 | The ship is too small.", "3 | No berth.")))
	for _, want := range []string{"'1': {name: ShipIsTooSmall, was: TokenExpired", "'2': {name: ShipIsTooSmall2, was: UserNotFound"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in %v", want, err)
		}
	}
}
