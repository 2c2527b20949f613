package guess

import (
	"testing"

	"github.com/spectab/spectab/model"
)

func TestSaysSuccess(t *testing.T) {
	for _, e := range []model.Entry{
		{Code: "0", Key: "NONE"},
		{Code: "0", Key: "SQLITE_OK"},
		{Code: "0", Key: "NO_ERROR"},
		{Code: "CURLE_OK"},
		{Code: "0", Text: "Success."},
		{Code: "0", Key: "GNUTLS_E_SUCCESS"},
		{Code: "200", Text: "OK"},
		{Code: "0", Text: "成功"},
		{Code: "0", Text: "The operation completed successfully."},
		{Code: "0", Text: "Sucesso", Texts: map[string]string{"en": "Success"}},
	} {
		if saysSuccess(&e) == "" {
			t.Errorf("%+v is no success", e)
		}
	}
	for _, e := range []model.Entry{
		{Code: "0", Text: "General error"}, {Code: "0"}, {Code: "1", Key: "NOT_OK"}, {Code: "5", Key: "ACCESS_NONE"}, {Code: "7", Text: "Success was not reported"}, {Code: "OKAYISH"}, {Code: "9", Key: "FAILED_WITHOUT_SUCCESS_OR_ERROR"},
	} {
		if says := saysSuccess(&e); says != "" {
			t.Errorf("%+v is success, by %q", e, says)
		}
	}
}
