package emitted_test

import (
	"testing"

	"example.com/emitted/languages"
)

func TestMessageIn(t *testing.T) {
	for _, test := range []struct {
		code      languages.Code
		tag, want string
	}{
		{languages.TokenExpired, "pt-BR", "O token expirou."},
		{languages.TokenExpired, "en-GB", "Token expired."},
		{languages.TokenExpired, "zh-CN", "令牌已过期。"},
		{languages.TokenExpired, "de", "O token expirou."},
		{languages.UserNotFound, "zh", "Usuário não encontrado."},
		{languages.EnglishOnly, "en", "English only."},
		{languages.EnglishOnly, "pt", "English only."},
		{"999", "en", ""},
	} {
		equal(t, test.code.MessageIn(test.tag), test.want)
	}
	equal(t, languages.EnglishOnly.Message(), "")
	equal(t, languages.ResultOK.MessageIn("en"), "Feito.")
	free(t, func() { languages.TokenExpired.MessageIn("zh-TW") })
}
