package model

import (
	"strings"
	"testing"
)

// Capitals that stand alone are words where a list has them or where they look
// like one, and stay where they are an abbreviation.
func TestSpellWord(t *testing.T) {
	words := "GONE MILLION TEAPOT STOLEN DRAINING QUARANTINED HIVE SESS CAPTCHA FROZEN HALT STROKE PIE MON BOTS EMOJI " +
		"AN ADJUDICATED SUBROGATED RANSOMED INSOLVENT FURLOUGHED DISHONORED REPATRIATED SNOOZED ESCHEATED ELONGATING " +
		"GERMANY BITCOIN TERTIARY REMAINDER ASYNCHRONOUS THOUSANDTHS"
	for word := range strings.FieldsSeq(words) {
		if got, want := spellWord(word, alone), upperFirst(strings.ToLower(word)); got != want {
			t.Errorf("%s is spelled %s, want %s", word, got, want)
		}
	}
	abbreviations := "MUX RPC DHCP EFS SXS NERR WSAE THRDS RODC FSMO ENOENT EPERM ECANCELED EALREADY ETIMEDOUT EINPROGRESS " +
		"ECONNREFUSED EWOULDBLOCK ESHUTDOWN ENOTEMPTY EREMOTEIO SIGINFO SIGWINCH SIGSTOP WSAEREFUSED WSAHOST SMPTE NCHAR " +
		"CURLE CURLUE BTRFS ADPCM RISCV SCSI CNAME CMYK"
	for word := range strings.FieldsSeq(abbreviations) {
		for _, at := range []place{leading, alone} {
			if got := spellWord(word, at); got != word {
				t.Errorf("%s is spelled %s", word, got)
			}
		}
	}
	for at, want := range map[place]string{inside: "Ipproto", leading: "IPPROTO"} {
		if got := spellWord("IPPROTO", at); got != want {
			t.Errorf("in place %d, IPPROTO is spelled %s, want %s", at, got, want)
		}
	}
}
