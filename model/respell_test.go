package model

import (
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, test := range []struct {
		value      Value
		code, want string
	}{
		{Value{Type: "int32"}, "0x10", "16"},
		{Value{Type: "int32"}, "0016", "16"},
		{Value{Type: "int32"}, "+16", "16"},
		{Value{Type: "int32"}, "-0x10", "-16"},
		{Value{Type: "int32"}, "-0", "0"},
		{Value{Type: "int32", Wrap: true}, "0x80070005", "-2147024891"},
		{Value{Type: "int64", Wrap: true}, "0xFFFFFFFFFFFFFFFF", "-1"},
		{Value{Type: "int8", Wrap: true}, "0x80", "-128"},
		{Value{Type: "int64"}, "-9223372036854775808", "-9223372036854775808"},
		{Value{Type: "uint64"}, "0xffffffffffffffff", "18446744073709551615"},
		{Value{Type: "int32"}, "0x80070005", ""},
		{Value{Type: "int8"}, "300", ""},
		{Value{Type: "int8"}, "E_FAIL", ""},
		{Value{}, "16", ""},
	} {
		got, ok := test.value.Number(test.code)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("%s of %+v is %q, %v, want %q", test.code, test.value, got, ok, test.want)
		}
	}
}

func TestNumbersInAnotherNotation(t *testing.T) {
	value := Value{Type: "int32", Wrap: true}
	l := assign(t, emptyLock(), numbered(value, "0x00000001 S_FALSE", "0x8000FFFF E_UNEXPECTED", "3 E_THREE"))
	s := numbered(value, "0x1 S_FALSE", "-2147418113 E_UNEXPECTED", "3 E_THREE", "0x03 E_DREI")
	s.Tables[0].Overrides = []Override{{Code: "0x00000001", Name: "SFalse", Why: "w", File: "source.yaml", Line: 3}}
	next := assign(t, l, s)
	if got, want := pairsOf(&s.Tables[0]), "0x1 SFalse, -2147418113 EUnexpected, 3 EThree, 0x03 Drei"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if lock := string(next.Bytes()); strings.Contains(lock, "0x00000001") || !strings.Contains(lock, "Errno 0x1 SFalse 1\n") {
		t.Errorf("the lock is\n%s", lock)
	}
}

// Whatever order the rows of a lock come in, the same one wins.
func TestTwoSpellingsInALock(t *testing.T) {
	const lock = "Errno 0x01 Uno 2\nErrno 0x1 One 1\n"
	want := ""
	for range 50 {
		s := numbered(Value{Type: "int32"}, "1")
		next := assign(t, lockOf(t, lock), s)
		if got := string(next.Bytes()); want == "" {
			want = got
		} else if got != want {
			t.Fatalf("got\n%s\nbefore\n%s", got, want)
		}
	}
	if !strings.Contains(want, "Errno 1 One 1\n") || !strings.Contains(want, "Errno 0x01 Uno 2 gone ") {
		t.Errorf("the lock is\n%s", want)
	}
}
