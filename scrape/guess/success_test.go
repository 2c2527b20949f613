package guess

import (
	"slices"
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

// One status of success among failures says that its code is none.
func TestOnlySuccessful(t *testing.T) {
	for _, test := range []struct {
		what     string
		statuses []int
		want     int
	}{
		{"one of four", []int{404, 200, 409, 500}, 1},
		{"with one that has none", []int{404, 0, 204, 409, 500}, 2},
		{"too few failures", []int{404, 200, 409}, -1},
		{"two", []int{404, 200, 409, 500, 201}, -1},
		{"a redirect besides", []int{404, 200, 409, 500, 302}, -1},
		{"failures alone", []int{404, 409, 500}, -1},
	} {
		var entries []model.Entry
		for _, status := range test.statuses {
			entries = append(entries, model.Entry{HTTP: status})
		}
		got := -1
		if only := onlySuccessful(entries); only != nil {
			got = slices.IndexFunc(entries, func(e model.Entry) bool { return e.HTTP == only.HTTP })
		}
		if got != test.want {
			t.Errorf("%s: %d, want %d", test.what, got, test.want)
		}
	}
}
