package vocab

import (
	"regexp"
	"strings"
	"testing"
)

// What is told without an expression is what it would tell.
func FuzzTokens(f *testing.F) {
	for tok := range strings.FieldsSeq("A1 X-12 X_123456Z X-1234567 ABCDEF-1 ABCDE12345 A1B2C3D4 A1B2C3D4E 12345678 AB X-1ZZ 1A -1 A1é 1.5 1,000 " +
		"12 −1,000 GET ERR_1") {
		f.Add(tok)
	}
	f.Add("")
	mixed := regexp.MustCompile(`^[A-Z0-9]{1,8}$|^[A-Z]{1,5}[-_]?\d{1,6}[A-Z]?$`)
	f.Fuzz(func(t *testing.T, tok string) {
		if got, want := isMixed(tok), mixed.MatchString(tok) && strings.ContainsAny(tok, "0123456789"); got != want {
			t.Errorf("%q is mixed: %t, want %t", tok, got, want)
		}
		if got, want := trim(tok, " ¶:"), strings.Trim(tok, " ¶:"); got != want {
			t.Errorf("%q trimmed is %q, want %q", tok, got, want)
		}
	})
}
