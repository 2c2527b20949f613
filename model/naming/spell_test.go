package naming

import (
	"strings"
	"testing"
)

// One word in capitals is a word where a list has it or where it is long, and
// stays where it is short or begins as the names of C do.
func TestShouts(t *testing.T) {
	words := "GONE MILLION TEAPOT STOLEN DRAINING QUARANTINED HIVE CAPTCHA FROZEN HALT STROKE PIE BOTS EMOJI NOTFOUND " +
		"AN ADJUDICATED SUBROGATED RANSOMED INSOLVENT FURLOUGHED DISHONORED REPATRIATED SNOOZED ELONGATING EXPIRED EMPTY " +
		"GERMANY BITCOIN TERTIARY REMAINDER ASYNCHRONOUS THOUSANDTHS SIGNED UNKNOWN"
	for word := range strings.FieldsSeq(words) {
		if noNamer.shouts(word, false) {
			t.Errorf("%s stays", word)
		}
	}
	abbreviations := "MUX NERR ENOENT EPERM ECANCELED EALREADY ETIMEDOUT EINPROGRESS E2BIG EL2HLT " +
		"ECONNREFUSED EWOULDBLOCK ESHUTDOWN ENOTEMPTY EREMOTEIO ERESTARTSYS SIGINFO SIGWINCH SIGSTOP WSAEREFUSED WSAEINTR " +
		"AAAA CHF PLN eacces"
	for word := range strings.FieldsSeq(abbreviations) {
		if !noNamer.shouts(word, false) {
			t.Errorf("%s does not stay", word)
		}
	}
	if noNamer.shouts("CRIT", true) || !noNamer.shouts("EINVAL", true) {
		t.Error("what is left of a symbol stays where it is a name of C, and not for being short")
	}
}

func TestSpell(t *testing.T) {
	for word, want := range map[string]string{
		"user": "User", "USER": "User", "id": "ID", "urls": "URLs", "sha256": "SHA256", "Bbx": "Bbx", "RDN": "RDN", "rdn": "RDN",
		"CNSTRNT": "Cnstrnt", "msg": "Msg", "CANCELLED": "Canceled", "colour": "Color", "sky": "Sky", "D50": "D50", "a": "A",
	} {
		if got := noNamer.spell(word); got != want {
			t.Errorf("%s is spelled %s, want %s", word, got, want)
		}
	}
}

// A recipe's own initialisms come before those of the list.
func TestInitialisms(t *testing.T) {
	n, err := New(false, []string{"SASL", "Id"})
	if err != nil {
		t.Fatal(err)
	}
	for symbol, want := range map[string]string{"SASL_FAILED": "SASLFailed", "user_id": "UserId", "BAD_URL": "BadURL"} {
		if got := n.Symbol(symbol); got != want {
			t.Errorf("%s is called %s, want %s", symbol, got, want)
		}
	}
	if got := n.Sentence("The sasl id is bad."); len(got) == 0 || got[0] != "SASLIdIsBad" {
		t.Errorf("a sentence gives %q", got)
	}
	for _, word := range []string{"", "a b", "lower", "x_y"} {
		if _, err := New(false, []string{word}); err == nil {
			t.Errorf("%q is no initialism", word)
		}
	}
}

func TestVerbatim(t *testing.T) {
	n, err := New(true, nil)
	if err != nil {
		t.Fatal(err)
	}
	for symbol, want := range map[string]string{
		"ERROR_SUCCESS": "ERROR_SUCCESS", "sqlite_ok": "Sqlite_ok", "auth/bad-token": "Auth_bad_token", "-EBUSY": "EBUSY",
		"2fa_required": "TwoFARequired", "错误": "",
	} {
		if got := n.Symbol(symbol); got != want {
			t.Errorf("%s is called %s, want %s", symbol, got, want)
		}
	}
}
