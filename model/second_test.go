package model

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// numbered is a table of numbers from lines "code key".
func numbered(value Value, lines ...string) *Spec {
	t := Table{Name: "Errno", Kind: Codes, Value: value, File: "source.yaml", Line: 7}
	for i, line := range lines {
		code, key, _ := strings.Cut(line, " ")
		t.Entries = append(t.Entries, Entry{Code: code, Key: key, Line: i + 1})
	}
	return source(t)
}

// pairsOf is "code Identifier" of each entry, "+" before a second symbol, and
// then of each tombstone.
func pairsOf(t *Table) string {
	var list []string
	for _, e := range t.Entries {
		mark := map[bool]string{true: "+"}[e.Second]
		list = append(list, fmt.Sprintf("%s%s %s", mark, e.Code, e.Name))
	}
	for _, g := range t.Gone {
		list = append(list, "gone "+g.Code+" "+g.Name)
	}
	return strings.Join(list, ", ")
}

func TestTwoSymbolsForOneNumber(t *testing.T) {
	value := Value{Type: "int32"}
	l := emptyLock()
	for _, step := range []struct {
		lines []string
		want  string
	}{
		{[]string{"11 EAGAIN", "12 ENOMEM"}, "11 EAGAIN, 12 ENOMEM"},
		{[]string{"11 EWOULDBLOCK", "12 ENOMEM", "11 EAGAIN"}, "+11 EWOULDBLOCK, 12 ENOMEM, 11 EAGAIN"},
		{[]string{"11 EAGAIN", "11 EWOULDBLOCK", "12 ENOMEM"}, "11 EAGAIN, +11 EWOULDBLOCK, 12 ENOMEM"},
		{[]string{"11 EWOULDBLOCK", "11 EAGAIN", "12 ENOMEM"}, "+11 EWOULDBLOCK, 11 EAGAIN, 12 ENOMEM"},
		{[]string{"11 EAGAIN", "12 ENOMEM"}, "11 EAGAIN, 12 ENOMEM, gone 11 EWOULDBLOCK EWOULDBLOCK"},
		{[]string{"11 EWOULDBLOCK", "12 ENOMEM"}, "11 EWOULDBLOCK, 12 ENOMEM, gone 11 EAGAIN EAGAIN"},
		{[]string{"11 EAGAIN", "11 EWOULDBLOCK", "12 ENOMEM"}, "+11 EAGAIN, 11 EWOULDBLOCK, 12 ENOMEM"},
		{[]string{"0xB EAGAIN", "0xB EWOULDBLOCK", "0x0C ENOMEM"}, "+0xB EAGAIN, 0xB EWOULDBLOCK, 0x0C ENOMEM"},
		{[]string{"11 EAGAIN", "0x0000000C ENOMEM"}, "11 EAGAIN, 0x0000000C ENOMEM, gone 11 EWOULDBLOCK EWOULDBLOCK"},
	} {
		s := numbered(value, step.lines...)
		next, err := l.Assign(s)
		if err != nil {
			t.Fatal(err)
		}
		l = next
		if got := pairsOf(&s.Tables[0]); got != step.want {
			t.Errorf("%v\ngot  %s\nwant %s", step.lines, got, step.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		value Value
		code  string
		holds bool
		hint  string
	}{
		{Value{Type: "int32", Wrap: true}, "0x80070005", true, ""},
		{Value{Type: "int32", Wrap: true}, "0xFFFFFFFF", true, ""},
		{Value{Type: "int32", Wrap: true}, "0x7FFFFFFF", true, ""},
		{Value{Type: "int32", Wrap: true}, "0x100000000", false, "mend the page"},
		{Value{Type: "int32", Wrap: true}, "-0x80070005", false, "mend the page"},
		{Value{Type: "int32", Wrap: true}, "2147942405", false, "mend the page"},
		{Value{Type: "int32"}, "0x80070005", false, "say value: uint32, or wrap: true"},
		{Value{Type: "int64", Wrap: true}, "0xFFFFFFFFFFFFFFFF", true, ""},
		{Value{Type: "int64", Wrap: true}, "0x10000000000000000", false, "mend the page"},
	} {
		_, err := emptyLock().Assign(numbered(test.value, test.code+" KEY"))
		if (err == nil) != test.holds || err != nil && !strings.Contains(err.Error(), test.hint) {
			t.Errorf("%+v, %s: %v", test.value, test.code, err)
		}
	}
}

// A symbol whose identifier is another word than itself finds its row again.
func TestASecondSymbolComesBack(t *testing.T) {
	l := emptyLock()
	for _, step := range []struct {
		lines []string
		want  string
	}{
		{[]string{"5 ERROR_DENIED", "5 ERROR_REFUSED"}, "5 Denied, +5 Refused"},
		{[]string{"5 ERROR_REFUSED"}, "5 Refused, gone 5 Denied Denied"},
		{[]string{"5 ERROR_REFUSED", "5 ERROR_DENIED"}, "5 Refused, +5 Denied"},
		{[]string{"5 ERROR_DENIED"}, "5 Denied, gone 5 Refused Refused"},
	} {
		s := numbered(Value{Type: "int32"}, step.lines...)
		s.Tables[0].Trim = regexp.MustCompile("ERROR_")
		l = lockOf(t, string(assign(t, l, s).Bytes()))
		if got := pairsOf(&s.Tables[0]); got != step.want {
			t.Errorf("%v\ngot  %s\nwant %s", step.lines, got, step.want)
		}
	}
}
