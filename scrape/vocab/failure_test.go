package vocab

import "testing"

func TestTitlesErrors(t *testing.T) {
	for text, want := range map[string]bool{
		"Error codes": true, "API errors": true, "Códigos de erro": true, "错误码": true, "Коды ошибок": true, "エラーコード": true,
		"Exit status": true, "errno": true, "Fehlercodes": true, "Login API Errors/pt": true,
		"Currencies": false, "Webhook events": false, "User roles": false, "Order status": false, "Ferrari": false, "Terror": false, "": false,
	} {
		if got := TitlesErrors(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestTellsFailure(t *testing.T) {
	for text, want := range map[string]bool{
		"Invalid JWT.": true, "INVALID_TOKEN": true, "NoSuchKeyFailed": true, "The network is down": false, "无效的令牌": true,
		"Euro": false, "An invoice was paid.": false, "badge": false, "bad request": true, "ничего не найдено": true,
	} {
		if got := TellsFailure(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
