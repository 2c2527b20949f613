package text

import (
	"strings"
	"testing"
)

func TestLikeness(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want float64
	}{
		{"the card is blocked", "the card is closed", 0.75},
		{"a a b", "a b b b", 4. / 7},
		{"one", "two", 0},
		{"one", "", 0},
		{"", "", 1},
		{"one two", "two one", 1},
	} {
		a, b := strings.Fields(test.a), strings.Fields(test.b)
		if got := Likeness(a, b); got != test.want {
			t.Errorf("%q and %q: %.3f, want %.3f", test.a, test.b, got, test.want)
		}
	}
}
