package text

import "testing"

func TestASCII(t *testing.T) {
	for text, want := range map[string]string{
		"Désactivé": "Desactive", "Ærøskøbing": "AEroskobing", "ｉｄ": "id", "−1": "-1", "错误": "错误", "\xff": " ", "\x80": " ", "\u0080": "",
	} {
		if got := ASCII(text); got != want {
			t.Errorf("ASCII(%q) = %q, want %q", text, got, want)
		}
	}
}
