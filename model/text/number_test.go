package text

import (
	"errors"
	"testing"
)

func TestParseLiteral(t *testing.T) {
	for text, want := range map[string]Number{
		"42": {false, 42, 10, "42"}, "+007": {false, 7, 10, "7"}, "0x1": {false, 1, 16, "0x1"}, "-0XfF": {true, 255, 16, "-0xfF"}, "-0": {true, 0, 10, "-0"},
	} {
		if got, err := ParseLiteral(text); err != nil || got != want {
			t.Errorf("ParseLiteral(%q) = %v, %v, want %v", text, got, err, want)
		}
	}
	if _, err := ParseLiteral("18446744073709551616"); !errors.Is(err, ErrRange) {
		t.Errorf("a number of 65 bits gives %v", err)
	}
	for _, text := range []string{"", "-", "−5", "1_000", "1,000", "0o7", "10L", "0x", "0x1_0", "--1", " 1", "1 "} {
		if got, err := ParseLiteral(text); !errors.Is(err, ErrSyntax) {
			t.Errorf("ParseLiteral(%q) = %v, %v", text, got, err)
		}
	}
}

// What is read once is read again as the same.
func FuzzParseLiteral(f *testing.F) {
	for _, text := range []string{"-1000", "0xFF", "+0755", "18446744073709551615"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := ParseLiteral(text)
		if err != nil {
			return
		}
		if again, err := ParseLiteral(n.Text); err != nil || again != n {
			t.Errorf("%q is %v, and its text %v, %v", text, n, again, err)
		}
	})
}

func TestPlain(t *testing.T) {
	for s, want := range map[string]string{
		"1,001": "1001", "10,003": "10003", "-1,001,000": "-1001000", "−1,001": "-1001", "+1,001": "1001", "10 003": "10003", "1'001": "1001", "1\u202f001": "1001",
		"1 << 14": "16384", "1<<0": "1", "(1 << 3)": "8", "1UL << 46": "70368744177664", "1 << 64": "1 << 64", "2 << 1": "2 << 1",
		"100,200": "100,200", "1,01": "1,01", "0,001": "0,001", "1,001.": "1,001.", "4 20": "4 20", "01 001": "01 001", "": "", "7": "7", "A1": "A1",
	} {
		if got := Plain(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
