package text

import "testing"

func TestFold(t *testing.T) {
	tests := []struct{ a, b string }{
		{"Error Code", "error  code"},
		{"ＣＯＤＥ", "code"},
		{"Código", "codigo"},
		{"Straße", "STRASSE"},
		{"ﬁle", "file"},
		{"İstanbul", "istanbul"},
		{"ΛΟΓΟΣ", "λογος"},
		{"don’t", "don't"},
		{"e\u0301tat", "\u00e9tat"},
		{"КОД", "код"},
	}
	for _, test := range tests {
		if Fold(test.a) != Fold(test.b) {
			t.Errorf("Fold(%q) = %q, but Fold(%q) = %q", test.a, Fold(test.a), test.b, Fold(test.b))
		}
	}
	for _, pair := range [][2]string{{"バス", "ハス"}, {"й", "и"}, {"code", "codes"}, {"कि", "क"}, {"1", "2"}} {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%q and %q both fold to %q", pair[0], pair[1], Fold(pair[0]))
		}
	}
}

func TestASCII(t *testing.T) {
	for text, want := range map[string]string{
		"Désactivé": "Desactive", "Ærøskøbing": "AEroskobing", "ｉｄ": "id", "−1": "-1", "错误": "错误", "\xff": " ", "\x80": " ", "\u0080": "",
	} {
		if got := ASCII(text); got != want {
			t.Errorf("ASCII(%q) = %q, want %q", text, got, want)
		}
	}
}
