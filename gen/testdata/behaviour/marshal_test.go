package emitted_test

import (
	"bytes"
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"strings"
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

type textual[T any] interface {
	*T
	encoding.TextUnmarshaler
}

func asText[T encoding.TextMarshaler, P textual[T]](value T) (back T, err error) {
	data, err := value.MarshalText()
	return back, errors.Join(err, P(&back).UnmarshalText(data))
}

func asFlag[T encoding.TextMarshaler, P textual[T]](value T) (back T, err error) {
	var unset T
	set := flag.NewFlagSet("test", flag.ContinueOnError)
	set.TextVar(P(&back), "code", unset, "")
	data, err := value.MarshalText()
	return back, errors.Join(err, set.Parse([]string{"-code=" + string(data)}))
}

func asColumn[T any](value T) (back T, err error) {
	db := sql.OpenDB(echo{})
	defer db.Close()
	return back, db.QueryRow("echo", value).Scan(&back)
}

func everyWay[T interface {
	comparable
	encoding.TextMarshaler
}, P textual[T]](t *testing.T, values ...T) {
	t.Helper()
	for _, value := range values {
		through(t, value, asText[T, P])
		through(t, value, asFlag[T, P])
		through(t, value, asJSON[T])
		through(t, value, asXML[T])
		through(t, value, asColumn[T])
		list, err := asJSON(map[T][]T{value: {value}})
		if err != nil || len(list) != 1 || len(list[value]) != 1 || list[value][0] != value {
			t.Errorf("%v in a map came back as %v: %v", value, list, err)
		}
	}
}

func TestRoundTrips(t *testing.T) {
	everyWay(t, text.InvalidJWT, "999-999", "", "a b\"<")
	everyWay(t, parameters.FormatHTML, "unheard of")
	everyWay(t, replies.StatusQueued, replies.StatusHeld, 0, 65535)
	everyWay(t, integers.Number3, integers.Forty, -2147483648, 2147483647, 0)
	everyWay(t, results.AccessDenied, results.OK, results.NoAccess, -1, 1)
	everyWay(t, numbers.Update1, 1, 1<<32-1)
	everyWay(t, results.Feature(1<<63-1))
	through(t, results.FeatureAll, asJSON) // database/sql has no unsigned numbers of 64 bits
}

func TestJSONForms(t *testing.T) {
	for want, value := range map[string]any{
		`"002-016"`:            text.InvalidJWT,
		`-2147024891`:          results.AccessDenied,
		`{"0x80070005":5}`:     map[results.HResult]int{results.AccessDenied: 5},
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

// TestStoredNumbers holds that what is stored names no symbol, which the vendor
// may drop.
func TestStoredNumbers(t *testing.T) {
	for want, value := range map[string]encoding.TextMarshaler{
		"0x80070005": results.AccessDenied, "0x00000000": results.OK, "0x00000001": results.HResult(1), "4": integers.Number7, "40": integers.Forty,
		"0x80240007": numbers.Update1, "1": replies.StatusQueued, "002-016": text.InvalidJWT,
	} {
		got, err := value.MarshalText()
		if err != nil || string(got) != want {
			t.Errorf("got %s, %v, want %s", got, err, want)
		}
	}
	data, err := xml.Marshal(struct {
		XMLName xml.Name `xml:"a"`
		B       results.HResult
		C       results.HResult `xml:",attr"`
	}{B: results.AccessDenied, C: results.OK})
	if want := `<a C="0x00000000"><B>0x80070005</B></a>`; err != nil || string(data) != want {
		t.Errorf("got %s, %v, want %s", data, err, want)
	}
}

func TestTextForms(t *testing.T) {
	for _, s := range []string{"0x80070005", " 0x80070005\n", "-2147024891", "2147942405", "\tE_ACCESSDENIED", "ERROR_NO_ACCESS "} {
		code := results.Pending
		if err := code.UnmarshalText([]byte(s)); err != nil || code != results.AccessDenied {
			t.Errorf("%q: %v, %v", s, code, err)
		}
	}
	for _, s := range []string{"", " ", "E_WAIT", "E_ACCESSDENIED!", "0x180070005"} {
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
	equal(t, status, replies.StatusQueued)
	equal(t, ok, true)
}

// TestMalformedJSON calls UnmarshalJSON with what encoding/json never would.
func TestMalformedJSON(t *testing.T) {
	for _, s := range []string{"", `"`, `"\"`, `"\u"`, `"\u004"`, `"\u00zz"`, `"1`, `1"`, `"\ud83d\u"`} {
		code := results.Pending
		if err := code.UnmarshalJSON([]byte(s)); err == nil || code != results.Pending {
			t.Errorf("%q: %v, %v", s, code, err)
		}
	}
	var code results.HResult
	if err := code.UnmarshalJSON([]byte(" \"E_PENDING\"\n")); err != nil || code != results.Pending {
		t.Errorf("%v, %v", code, err)
	}
}

func TestLogs(t *testing.T) {
	reply, _ := replies.ParseError([]byte(`{"error":{"code":"denied","message":"No."}}`))
	silent, _ := replies.ParseError([]byte(`{"error":{"code":"denied"}}`))
	for want, value := range map[string]any{
		`err.code=003-001 err.message="User not found."`: text.UserNotFound,
		`err.code=999-999`:                             text.Code("999-999"),
		`err.result=denied err.message=No.`:            reply,
		`err.result=denied err.message="Not allowed."`: silent,
		`err.code=E_PENDING`:                           results.Pending,
		`err.code=0x00000001`:                          results.HResult(1),
		`err="login: 003-001: User not found."`:        fmt.Errorf("login: %w", text.UserNotFound),
	} {
		var b bytes.Buffer
		slog.New(slog.NewTextHandler(&b, nil)).Warn("x", "err", value)
		if _, got, _ := strings.Cut(b.String(), "msg=x "); strings.TrimSpace(got) != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	var b bytes.Buffer
	slog.New(slog.NewJSONHandler(&b, nil)).Warn("x", "err", text.UserNotFound)
	if want := `"err":{"code":"003-001","message":"User not found."}`; !strings.Contains(b.String(), want) {
		t.Errorf("got %s, want %s", b.String(), want)
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
