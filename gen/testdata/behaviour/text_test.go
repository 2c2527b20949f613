package emitted_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"example.com/emitted/numbers"
	"example.com/emitted/replies"
	"example.com/emitted/results"
	"example.com/emitted/text"
)

func TestTextValues(t *testing.T) {
	equal(t, text.InvalidJWT.String(), "002-016")
	equal(t, text.InvalidJWT.Error(), "002-016: "+text.InvalidJWT.Message())
	equal(t, text.InvalidJWT.Key(), "jwt_invalid")
	equal(t, text.InvalidJWT.Remedy(), "Ask for a new one.")
	equal(t, text.InvalidJWT.Detail(), "See the guide.")
	equal(t, text.InvalidJWT.HTTPStatus(), 401)
	equal(t, text.InvalidJWT.Group(), "Tokens")
	equal(t, text.InvalidJWT.Retriable(), false)
	equal(t, text.ExpiredJWT.Retriable(), true)
	equal(t, text.InvalidJWT.Weight(), 7)
	equal(t, text.InvalidJWT.Severity(), "high")
	equal(t, text.JWTExpired, text.ExpiredJWT)
	equalSlices(t, slices.Collect(text.UserNotFound.Notes()), []string{"Cached for 60 s.", `“Quoted” "twice"`})
	equalSlices(t, slices.Collect(text.UserNotFound.Also()), []string{"No such user."})
	equalSlices(t, slices.Collect(text.InvalidJWT.Also()), nil)
	equalSlices(t, slices.Collect(text.Codes()), []text.Code{text.InvalidJWT, text.UserNotFound, text.ExpiredJWT, text.Legacy})
}

func TestGroups(t *testing.T) {
	equal(t, text.InvalidJWT.Group(), text.GroupTokens)
	equal(t, text.InvalidJWT.InGroup(text.GroupTokens), true)
	equal(t, text.InvalidJWT.InGroup(text.GroupUsers), false)
	equal(t, text.Code("999-999").Group(), "")
	equalSlices(t, slices.Collect(text.GroupUsers.Codes()), []text.Code{text.UserNotFound, text.Legacy})
	equalSlices(t, slices.Collect(text.GroupOldOnes.Codes()), nil)
	equalSlices(t, slices.Collect(text.Groups()), []text.Group{text.GroupTokens, text.GroupUsers})
	free(t, func() {
		for group := range text.Groups() {
			for code := range group.Codes() {
				_ = code.InGroup(group)
			}
		}
	})
}

func TestLostColumns(t *testing.T) {
	equal(t, text.InvalidJWT.Default(), "")
	equal(t, text.InvalidJWT.Max(), 0)
	equal(t, text.InvalidJWT.Required(), false)
	equalSlices(t, slices.Collect(text.InvalidJWT.Values()), nil)
}

func TestTextUnknown(t *testing.T) {
	for _, code := range []text.Code{"", "999-999"} {
		equal(t, code.Known(), false)
		equal(t, code.Message(), "")
		equal(t, code.Error(), string(code))
		equalSlices(t, slices.Collect(code.Notes()), nil)
	}
}

func TestTextLookup(t *testing.T) {
	for code := range text.Codes() {
		equal(t, code.Known(), true)
		found, ok := text.LookupCode(code.String())
		equal(t, found, code)
		equal(t, ok, true)
	}
	found, ok := text.LookupCode("jwt_expired")
	equal(t, found, text.ExpiredJWT)
	equal(t, ok, true)
	for _, miss := range []string{"", "002-01", "002-0160", "jwt", "jwt_invalid"} { // the last of two codes
		found, ok := text.LookupCode(miss)
		equal(t, found, "")
		equal(t, ok, false)
	}
}

// TestTombstone holds that what is gone from the page keeps what it said.
func TestTombstone(t *testing.T) {
	for _, code := range []text.Code{text.TokenRevoked, text.RevokedToken} {
		equal(t, code.Known(), false)
		equal(t, code.Error(), "002-099: Token revoked.")
		equal(t, code.Key(), "jwt_revoked")
		equal(t, code.HTTPStatus(), 410)
		equal(t, code.Severity(), "low")
		equal(t, code.Group(), "Tokens")
		for _, s := range []string{"002-099", "jwt_revoked"} {
			found, ok := text.LookupCode(s)
			equal(t, found, code)
			equal(t, ok, true)
		}
	}
	equal(t, slices.Contains(slices.Collect(text.GroupTokens.Codes()), text.TokenRevoked), false)
}

func TestErr(t *testing.T) {
	equal(t, text.InvalidJWT.Err(), error(text.InvalidJWT))
	equal(t, replies.OK.Err(), nil)
	equal(t, replies.Denied.Err(), error(replies.Denied))
	equal(t, replies.Result("unheard of").Err(), error(replies.Result("unheard of")))
	equal(t, numbers.Code(0).Err(), nil)
	equal(t, results.OK.Err(), nil)
	equal(t, results.AccessDenied.Err(), error(results.AccessDenied))
}

func TestTextIsAnError(t *testing.T) {
	err := fmt.Errorf("login: %w", text.InvalidJWT)
	equal(t, errors.Is(err, text.InvalidJWT), true)
	equal(t, errors.Is(err, text.ExpiredJWT), false)
	free(t, func() {
		_ = errors.Is(err, text.InvalidJWT)
		_ = errors.Is(err, text.ExpiredJWT)
		for code := range text.Codes() {
			_ = code.Known()
		}
	})
	var code text.Code
	equal(t, errors.As(err, &code) && code == text.InvalidJWT, true)
}
