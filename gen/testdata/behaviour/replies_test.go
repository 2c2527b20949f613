package emitted_test

import (
	"errors"
	"fmt"
	"testing"

	"example.com/emitted/numbers"
	"example.com/emitted/replies"
	"example.com/emitted/results"
)

func TestParseError(t *testing.T) {
	for body, want := range map[string]replies.Error{
		`{"error":{"code":"denied","message":"No."}}`:                                            {Result: replies.Denied, Message: "No."},
		` {"error":{"message":["no","text"],"code":"denied"}}` + "\n":                            {Result: replies.Denied},
		`{"error":{"code":"unheard of"}}`:                                                        {Result: "unheard of"},
		`{"error":{"code":42}}`:                                                                  {Result: "42"},
		`<api><login result="denied" message="No."/></api>`:                                      {Result: replies.Denied, Message: "No."},
		"\n<?xml version='1.0'?><api><login><result> denied </result></login></api><!-- x -->\n": {Result: replies.Denied},
		`<api><other/><login><message>a &amp; b</message><result>new</result></login></api>`:     {Result: "new", Message: "a & b"},
		`<a:api xmlns:a="urn:a"><a:login result="denied"/></a:api>`:                              {Result: replies.Denied},
		"\ufeff" + `{"error":{"code":"denied"}}`:                                                 {Result: replies.Denied},
		"\ufeff\n" + `<?xml version="1.0" encoding="UTF-8"?><api><login result="denied"/></api>`: {Result: replies.Denied},
		xmlIn("ISO-8859-1", "Nom pass\xe9"):                                                      {Result: replies.Denied, Message: "Nom passé"},
		xmlIn("us-ascii", "No."):                                                                 {Result: replies.Denied, Message: "No."},
		xmlIn("Windows-1252", "\x80 5 \x96 \x9f\x81"):                                            {Result: replies.Denied, Message: "€ 5 – Ÿ\u0081"},
	} {
		got, ok := replies.ParseError([]byte(body))
		if !ok || got != want {
			t.Errorf("%s: %v, %v", body, got, ok)
		}
	}
}

// xmlIn is a reply in an encoding.
func xmlIn(encoding, message string) string {
	return `<?xml version="1.0" encoding="` + encoding + `"?><api><login result="denied" message="` + message + `"/></api>`
}

func TestParseErrorIsFalse(t *testing.T) {
	for _, body := range []string{
		"", " ", "null", "[]", `"denied"`, "{", "{}", `{"error":null}`, `{"error":"denied"}`, `{"error":{"code":null}}`,
		`{"error":{"code":""}}`, `{"error":{"code":"ok"}}`, `{"error":{"code":true}}`, `{"error":{"code":["denied"]}}`, `{"error":{"code":"denied"}} x`,
		`{"errors":{"0":{"hr":"0x8000000A"}}}`, `{"error":{"code":"denied"}}{}`, "<", "<api", "<api/>", `<api><login result="ok"/></api>`, `<api><login result="denied"></api>`,
		`<api><login result="denied"/></api><api/>`, `<api><login result="denied"/></api> x`, `<other><login result="denied"/></other>`,
		xmlIn("KOI8-R", "No."), xmlIn("utf-8", "\xe9"), "\ufeff", "\ufeff\ufeff{}", `{"error":{"code":"denied"}}` + "\ufeff",
		`<api result="denied"/>`, `<api><login>&bogus;<result>denied</result></login></api>`, "<\x00", "\xff\xfe",
	} {
		if got, ok := replies.ParseError([]byte(body)); ok || got != (replies.Error{}) {
			t.Errorf("%q: %v", body, got)
		}
	}
	if got, ok := replies.ParseError(nil); ok || got != (replies.Error{}) {
		t.Error("nil")
	}
}

func TestErrorUnwraps(t *testing.T) {
	parsed, _ := replies.ParseError([]byte(`{"error":{"code":"denied","message":"No."}}`))
	err := fmt.Errorf("login: %w", parsed)
	equal(t, errors.Is(err, replies.Denied), true)
	equal(t, errors.Is(err, replies.OK), false)
	var reply replies.Error
	equal(t, errors.As(err, &reply) && reply.Message == "No.", true)
	equal(t, parsed.Error(), "denied: No.")
	equal(t, (&replies.Error{Result: replies.Denied}).Error(), "denied: Not allowed.")
}

func TestParseSideTable(t *testing.T) {
	for body, want := range map[string]replies.Status{`{"status":1}`: 1, `{"status":"60000"}`: 60000, `{"status":7}`: 7, `{"status":0}`: 0} {
		got, ok := replies.ParseStatus([]byte(body))
		equal(t, got, want)
		equal(t, ok, true)
	}
	for _, body := range []string{"", "{}", `{"status":"waiting"}`, `{"status":65536}`, `{"status":-1}`, `{"status":1.5}`, `{"status":"x"}`, `{"status":1}1`} {
		_, ok := replies.ParseStatus([]byte(body))
		equal(t, ok, false)
	}
}

func TestParseInteger(t *testing.T) {
	got, ok := numbers.ParseError([]byte(`{"code":2149842951,"text":"Bad."}`))
	equal(t, ok, true)
	equal(t, got, numbers.Error{Code: numbers.Update1, Message: "Bad."})
	equal(t, got.Error(), "WU_E_1: Bad.")
	_, ok = numbers.ParseError([]byte(`{"code":0}`))
	equal(t, ok, false)
	got, ok = numbers.ParseError([]byte(`{"code":"0x80240008"}`))
	equal(t, ok && got.Code == 0x80240008 && !got.Code.Known(), true)
}

func TestParseSymbol(t *testing.T) {
	got, ok := numbers.ParseError([]byte(`{"code":"WU_E_1","text":"Bad."}`))
	equal(t, ok, true)
	equal(t, got, numbers.Error{Code: numbers.Update1, Message: "Bad."})
	for _, body := range []string{`{"code":"WU_E_50"}`, `{"code":4294967296}`, `{"code":-1}`, `{"code":"wu_e_1"}`} {
		_, ok := numbers.ParseError([]byte(body))
		equal(t, ok, false)
	}
}

func TestParseInArray(t *testing.T) {
	for body, want := range map[string]results.HResult{
		`{"errors":[{"hr":"E_ACCESSDENIED"},{"hr":1}]}`:                         results.AccessDenied,
		`{"errors":[ {"hr":2147942405} ]}`:                                      results.AccessDenied,
		`{"errors":[{"x":[0,1]},{"hr":1}],"errors":[{"hr":"ERROR_NO_ACCESS"}]}`: results.AccessDenied,
	} {
		got, ok := results.ParseError([]byte(body))
		if !ok || got.HResult != want {
			t.Errorf("%s: %v, %v", body, got, ok)
		}
	}
	for _, body := range []string{`{"errors":[]}`, `{"errors":[1,{"hr":1}]}`, `{"errors":[[{"hr":1}]]}`, `{"errors":[{"hr":"S_OK"}]}`, `{"errors":[{"hr":0}]}`, `{"errors":[{"hr":1}}`} {
		if got, ok := results.ParseError([]byte(body)); ok {
			t.Errorf("%s: %v", body, got)
		}
	}
	equal(t, (&results.Error{HResult: results.AccessDenied}).Error(), "E_ACCESSDENIED: Access is denied.")
}
