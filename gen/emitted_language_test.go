package gen

import (
	"strings"
	"testing"
)

func TestNearestLanguage(t *testing.T) {
	for _, test := range []struct{ tag, languages, want string }{
		{"pt", "en pt zh", "pt"},
		{"pt-BR", "en pt", "pt"},
		{"pt", "en pt-BR", "pt-BR"},
		{"pt-PT", "en pt-BR pt", "pt"},
		{"pt-br", "en pt pt-BR", "pt-BR"},
		{"pt_BR.UTF-8", "en pt", "pt"},
		{"PT", "en pt", "pt"},
		{"pt-BR", "en pt-PT", "pt-PT"},
		{"de", "en pt", "en"},
		{"", "en pt", "en"},
		{"-", "en pt", "en"},
		{"zh-TW", "en zh-Hans zh-Hant", "zh-Hant"},
		{"zh-HK", "en zh-CN zh-TW", "zh-TW"},
		{"zh", "en zh-Hant zh-Hans", "zh-Hans"},
		{"zh-SG", "en zh-TW zh-CN", "zh-CN"},
		{"zh-Hant", "en zh", "zh"},
		{"en-US-u-ca-gregory", "pt en", "en"},
		{"sr-Latn-RS", "en sr-Cyrl sr-Latn", "sr-Latn"},
		{"es-419", "en es-ES es-419", "es-419"},
		{"de-1996", "en de", "de"},
	} {
		languages := strings.Fields(test.languages)
		if got := languages[nearestLanguage(test.tag, languages...)]; got != test.want {
			t.Errorf("%q of %s: got %s, want %s", test.tag, test.languages, got, test.want)
		}
	}
}
