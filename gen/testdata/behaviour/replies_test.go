package emitted_test

import (
	"errors"
	"fmt"
	"testing"

	"example.com/emitted/numbers"
	"example.com/emitted/replies"
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
	} {
		got, ok := replies.ParseError([]byte(body))
		if !ok || *got != want {
			t.Errorf("%s: %v, %v", body, got, ok)
		}
	}
}

func TestParseErrorIsFalse(t *testing.T) {
	for _, body := range []string{
		"", " ", "null", "[]", `"denied"`, "{", "{}", `{"error":null}`, `{"error":"denied"}`, `{"error":{"code":null}}`,
		`{"error":{"code":""}}`, `{"error":{"code":"ok"}}`, `{"error":{"code":true}}`, `{"error":{"code":["denied"]}}`, `{"error":{"code":"denied"}} x`,
		`{"error":{"code":"denied"}}{}`, "<", "<api", "<api/>", `<api><login result="ok"/></api>`, `<api><login result="denied"></api>`,
		`<api><login result="denied"/></api><api/>`, `<api><login result="denied"/></api> x`, `<other><login result="denied"/></other>`,
		`<api result="denied"/>`, `<api><login>&bogus;<result>denied</result></login></api>`, "<\x00", "\xff\xfe",
	} {
		if got, ok := replies.ParseError([]byte(body)); ok || got != nil {
			t.Errorf("%q: %v", body, got)
		}
	}
	if got, ok := replies.ParseError(nil); ok || got != nil {
		t.Error("nil")
	}
}

func TestErrorUnwraps(t *testing.T) {
	parsed, _ := replies.ParseError([]byte(`{"error":{"code":"denied","message":"No."}}`))
	err := fmt.Errorf("login: %w", parsed)
	equal(t, errors.Is(err, replies.Denied), true)
	equal(t, errors.Is(err, replies.OK), false)
	var reply *replies.Error
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
	for _, body := range []string{"", "{}", `{"status":65536}`, `{"status":-1}`, `{"status":1.5}`, `{"status":"x"}`, `{"status":1}1`} {
		_, ok := replies.ParseStatus([]byte(body))
		equal(t, ok, false)
	}
}

func TestParseInteger(t *testing.T) {
	got, ok := numbers.ParseError([]byte(`{"code":2149842951,"text":"Bad."}`))
	equal(t, ok, true)
	equal(t, *got, numbers.Error{Code: numbers.Update1, Message: "Bad."})
	equal(t, got.Error(), "WU_E_1: Bad.")
	_, ok = numbers.ParseError([]byte(`{"code":0}`))
	equal(t, ok, false)
	got, ok = numbers.ParseError([]byte(`{"code":"0x80240008"}`))
	equal(t, ok && got.Code == 0x80240008 && !got.Code.Known(), true)
}
