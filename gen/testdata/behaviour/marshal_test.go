package emitted_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"testing"

	"example.com/emitted/integers"
	"example.com/emitted/numbers"
	"example.com/emitted/parameters"
	"example.com/emitted/replies"
	"example.com/emitted/results"
	"example.com/emitted/text"
)

// through is what a value is after a way out and back.
func through[T comparable](t *testing.T, value T, way func(T) (T, error)) {
	t.Helper()
	back, err := way(value)
	if err != nil || back != value {
		t.Errorf("%v came back as %v: %v", value, back, err)
	}
}

func asJSON[T any](value T) (back T, err error) {
	data, err := json.Marshal(value)
	return back, errors.Join(err, json.Unmarshal(data, &back))
}

func asXML[T any](value T) (back T, err error) {
	data, err := xml.Marshal(value)
	return back, errors.Join(err, xml.Unmarshal(data, &back))
}

type number[T any] interface {
	*T
	encoding.TextUnmarshaler
	sql.Scanner
}

func asText[T any, P number[T]](value T) (back T, err error) {
	var plain any = value
	return back, P(&back).UnmarshalText([]byte(fmt.Sprintf("%d", plain)))
}

func asColumn[T any](value T) (back T, err error) {
	db := sql.OpenDB(echo{})
	defer db.Close()
	return back, db.QueryRow("echo", value).Scan(&back)
}

func everyWay[T comparable](t *testing.T, values ...T) {
	t.Helper()
	for _, value := range values {
		through(t, value, asJSON[T])
		through(t, value, asXML[T])
		through(t, value, asColumn[T])
		list, err := asJSON(map[T][]T{value: {value}})
		if err != nil || len(list) != 1 || len(list[value]) != 1 || list[value][0] != value {
			t.Errorf("%v in a map came back as %v: %v", value, list, err)
		}
	}
}

func everyNumber[T comparable, P number[T]](t *testing.T, values ...T) {
	t.Helper()
	everyWay(t, values...)
	for _, value := range values {
		through(t, value, asText[T, P])
	}
}

func TestRoundTrips(t *testing.T) {
	everyWay(t, text.InvalidJWT, "999-999", "", "a b\"<")
	everyWay(t, parameters.FormatHTML, "unheard of")
	everyNumber(t, replies.StatusQueued, replies.StatusHeld, 0, 65535)
	everyNumber(t, integers.Number3, integers.Forty, -2147483648, 2147483647, 0)
	everyNumber(t, results.AccessDenied, results.OK, results.NoAccess, -1, 1)
	everyNumber(t, numbers.Update1, 1, 1<<32-1)
	everyNumber(t, results.Feature(1<<63-1))
	through(t, results.FeatureAll, asJSON) // database/sql has no unsigned numbers of 64 bits
}

// TestScan takes what databases have for a code.
func TestScan(t *testing.T) {
	for _, value := range []any{int64(-2147024891), int64(2147942405), "E_ACCESSDENIED", []byte("0x80070005"), "2147942405"} {
		code := results.Pending
		if err := code.Scan(value); err != nil || code != results.AccessDenied {
			t.Errorf("%v: %v, %v", value, code, err)
		}
	}
	for _, value := range []any{nil, int64(1 << 33), "E_NONE", 1.5, true} {
		code := results.Pending
		if err := code.Scan(value); err == nil || code != results.Pending {
			t.Errorf("%v: %v, %v", value, code, err)
		}
	}
	var status replies.Status
	if err := status.Scan(int64(-1)); err == nil {
		t.Error("a negative number is no uint16")
	}
	var feature results.Feature
	if err := feature.Scan(int64(-1)); err == nil {
		t.Error("a negative number is no uint64")
	}
}

// TestFormat prints numbers that the page writes in hexadecimal.
func TestFormat(t *testing.T) {
	for want, got := range map[string]string{
		"80070005": fmt.Sprintf("%x", results.AccessDenied), "0X80070005": fmt.Sprintf("%#X", results.AccessDenied), "-2147024891": fmt.Sprintf("%d", results.AccessDenied),
		"E_ACCESSDENIED: Access is denied.": fmt.Sprint(results.AccessDenied), "E_PENDING": fmt.Sprintf("%s", results.Pending), `"E_PENDING"`: fmt.Sprintf("%q", results.Pending),
		"-2147483638": fmt.Sprintf("%#v", results.Pending), "    80240007": fmt.Sprintf("%12x", numbers.Update1),
	} {
		equal(t, got, want)
	}
}

func TestJSONForms(t *testing.T) {
	for want, value := range map[string]any{
		`"002-016"`:            text.InvalidJWT,
		`-2147024891`:          results.AccessDenied,
		`{"-2147024891":5}`:    map[results.HResult]int{results.AccessDenied: 5},
		`18446744073709551615`: results.FeatureAll,
	} {
		got, err := json.Marshal(value)
		if err != nil || string(got) != want {
			t.Errorf("got %s, %v, want %s", got, err, want)
		}
	}
	for _, data := range []string{`-2147024891`, `"E_ACCESSDENIED"`, `"0x80070005"`, `2147942405`, `"ERROR_NO_ACCESS"`, `" 0x80070005\n"`, `"\u0045_ACCESSDENIED"`, `"\u002D2147024891"`} {
		var code results.HResult
		if err := json.Unmarshal([]byte(data), &code); err != nil || code != results.AccessDenied {
			t.Errorf("%s: %v, %v", data, code, err)
		}
	}
	for _, data := range []string{`4294967296`, `"E_NONE"`, `1.5`, `true`, `""`, `{}`, `"E_\ud83dACCESSDENIED"`, `"E_ACCESSDENIED\\"`} {
		code := results.Pending
		if err := json.Unmarshal([]byte(data), &code); err == nil || code != results.Pending {
			t.Errorf("%s: %v, %v", data, code, err)
		}
	}
	code := results.Pending
	if err := json.Unmarshal([]byte("null"), &code); err != nil || code != results.Pending {
		t.Errorf("null: %v, %v", code, err)
	}
}

func TestTextForms(t *testing.T) {
	for _, s := range []string{"0x80070005", " 0x80070005\n", "-2147024891", "2147942405", "\tE_ACCESSDENIED", "ERROR_NO_ACCESS "} {
		code := results.Pending
		if err := code.UnmarshalText([]byte(s)); err != nil || code != results.AccessDenied {
			t.Errorf("%q: %v, %v", s, code, err)
		}
	}
	for _, s := range []string{"", " ", "E_ACCESSDENIED!", "0x180070005"} {
		code := results.Pending
		if err := code.UnmarshalText([]byte(s)); err == nil || code != results.Pending {
			t.Errorf("%q: %v, %v", s, code, err)
		}
	}
	status := replies.StatusDone // a symbol of two numbers means neither
	if err := status.UnmarshalText([]byte("waiting")); err == nil || status != replies.StatusDone {
		t.Errorf("%v, %v", status, err)
	}
	status, ok := replies.LookupStatus("waiting")
	equal(t, status, 0)
	equal(t, ok, false)
}

// TestMalformedJSON calls UnmarshalJSON with what encoding/json never would.
func TestMalformedJSON(t *testing.T) {
	for _, s := range []string{"", `"`, `"\"`, `"\u"`, `"\u004"`, `"\u00zz"`, `"1`, `1"`, `"\ud83d\u"`} {
		code := results.Pending
		if err := code.UnmarshalJSON([]byte(s)); err == nil || code != results.Pending {
			t.Errorf("%q: %v, %v", s, code, err)
		}
	}
}

// An echo is a database that answers every query with its argument.
type echo struct{}

func (echo) Connect(context.Context) (driver.Conn, error) { return echo{}, nil }
func (echo) Driver() driver.Driver                        { return nil }
func (echo) Prepare(string) (driver.Stmt, error)          { return echo{}, nil }
func (echo) Begin() (driver.Tx, error)                    { return nil, errors.ErrUnsupported }
func (echo) Close() error                                 { return nil }
func (echo) NumInput() int                                { return 1 }
func (echo) Exec([]driver.Value) (driver.Result, error)   { return nil, errors.ErrUnsupported }
func (echo) Query(args []driver.Value) (driver.Rows, error) {
	return &echoed{value: args[0]}, nil
}

type echoed struct{ value driver.Value }

func (*echoed) Columns() []string { return []string{"code"} }
func (*echoed) Close() error      { return nil }
func (e *echoed) Next(dest []driver.Value) error {
	if e.value == nil {
		return io.EOF
	}
	dest[0], e.value = e.value, nil
	return nil
}
