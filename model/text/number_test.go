package text

import (
	"errors"
	"testing"
)

func TestParseNumber(t *testing.T) {
	tests := []struct {
		text  string
		given int
		want  Number
	}{
		{"42", 0, Number{false, 42, 10, "42"}},
		{"+42", 0, Number{false, 42, 10, "42"}},
		{"-42", 0, Number{true, 42, 10, "-42"}},
		{"−42", 0, Number{true, 42, 10, "-42"}},
		{"–42", 0, Number{true, 42, 10, "-42"}},
		{"0042", 0, Number{false, 42, 10, "42"}},
		{"-0", 0, Number{true, 0, 10, "-0"}},
		{"0x8007_0005", 0, Number{false, 0x80070005, 16, "0x80070005"}},
		{"0X00ff", 0, Number{false, 255, 16, "0x00ff"}},
		{"80070005", 16, Number{false, 0x80070005, 16, "0x80070005"}},
		{"0o17", 0, Number{false, 15, 8, "0o17"}},
		{"0755", 8, Number{false, 0o755, 8, "0o0755"}},
		{"0x1", 0, Number{false, 1, 16, "0x1"}},
		{"0o7", 0, Number{false, 7, 8, "0o7"}},
		{"0x10", 8, Number{false, 16, 16, "0x10"}},
		{"1,000,000", 0, Number{false, 1000000, 10, "1000000"}},
		{"9,909", 0, Number{false, 9909, 10, "9909"}},
		{"1 000", 0, Number{false, 1000, 10, "1000"}},
		{"1\u202f000", 0, Number{false, 1000, 10, "1000"}},
		{"1'000", 0, Number{false, 1000, 10, "1000"}},
		{"1_000", 0, Number{false, 1000, 10, "1000"}},
		{"10u", 0, Number{false, 10, 10, "10"}},
		{"10L", 0, Number{false, 10, 10, "10"}},
		{"0xFFul", 0, Number{false, 255, 16, "0xFF"}},
		{"10ULL", 0, Number{false, 10, 10, "10"}},
		{"10LLU", 0, Number{false, 10, 10, "10"}},
		{"18446744073709551615", 0, Number{false, 1<<64 - 1, 10, "18446744073709551615"}},
	}
	for _, test := range tests {
		if got, err := ParseNumber(test.text, test.given); err != nil || got != test.want {
			t.Errorf("ParseNumber(%q, %d) = %v, %v, want %v", test.text, test.given, got, err, test.want)
		}
	}
}

func TestParseNumberRefuses(t *testing.T) {
	for _, text := range []string{
		"", "-", "+", "x", "0x", "0xg", "1.5", "1,00", "12,34", "1000,000", "1,000 000", "1__0", "_1", "1_", "--1", "+-1", "-+1", "0x-1", "0x+1",
		"1lul", "u", "1 ", " 1", "12ab",
	} {
		if got, err := ParseNumber(text, 0); !errors.Is(err, ErrSyntax) {
			t.Errorf("ParseNumber(%q) = %v, %v", text, got, err)
		}
	}
	if _, err := ParseNumber("18446744073709551616", 0); !errors.Is(err, ErrRange) {
		t.Errorf("a number of 65 bits gives %v", err)
	}
}

func TestParseLiteral(t *testing.T) {
	for text, want := range map[string]Number{
		"42": {false, 42, 10, "42"}, "+007": {false, 7, 10, "7"}, "0x1": {false, 1, 16, "0x1"}, "-0XfF": {true, 255, 16, "-0xfF"}, "-0": {true, 0, 10, "-0"},
	} {
		if got, err := ParseLiteral(text); err != nil || got != want {
			t.Errorf("ParseLiteral(%q) = %v, %v, want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "-", "−5", "1_000", "1,000", "0o7", "10L", "0x", "0x1_0", "--1", " 1", "1 "} {
		if got, err := ParseLiteral(text); !errors.Is(err, ErrSyntax) {
			t.Errorf("ParseLiteral(%q) = %v, %v", text, got, err)
		}
	}
}

// What is read once is read again as the same.
func FuzzParseNumber(f *testing.F) {
	for _, text := range []string{"-1,000", "0xFFul", "−0755", "1_0", "0o7"} {
		f.Add(text, 16)
	}
	f.Fuzz(func(t *testing.T, text string, radix int) {
		if radix != 8 && radix != 16 {
			radix = 10
		}
		n, err := ParseNumber(text, radix)
		if err != nil {
			return
		}
		if again, err := ParseNumber(n.Text, radix); err != nil || again != n {
			t.Errorf("%q is %v, and its text %v, %v", text, n, again, err)
		}
	})
}

func TestPlain(t *testing.T) {
	for s, want := range map[string]string{
		"1,001": "1001", "10,003": "10003", "-1,001,000": "-1001000", "10 003": "10003", "1'001": "1001", "1\u202f001": "1001",
		"1 << 14": "16384", "1<<0": "1", "(1 << 3)": "8", "1UL << 46": "70368744177664", "1 << 64": "1 << 64", "2 << 1": "2 << 1",
		"100,200": "100,200", "1,01": "1,01", "0,001": "0,001", "1,001.": "1,001.", "4 20": "4 20", "01 001": "01 001", "": "", "7": "7", "A1": "A1",
	} {
		if got := Plain(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
