package naming

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestShared(t *testing.T) {
	tests := []struct{ symbols, want string }{
		{"SQLITE_OK SQLITE_ERROR SQLITE_BUSY_RECOVERY", "OK ERROR BUSY_RECOVERY"},
		{"GNUTLS_E_SUCCESS GNUTLS_E_AGAIN GNUTLS_E_MEMORY", "SUCCESS AGAIN MEMORY"},
		{"LIBUSB_SUCCESS LIBUSB_ERROR_IO LIBUSB_ERROR_BUSY LIBUSB_ERROR_PIPE", "SUCCESS IO BUSY PIPE"},
		{"ERROR_SUCCESS ERROR_NOT_READY ERROR_IO NO_ERROR", "SUCCESS NOT_READY IO NO_ERROR"},
		{"auth/bad-email auth/no-user auth/gone", "bad-email no-user gone"},
		{"ErrNotFound ErrGone ErrBusy", "NotFound Gone Busy"},
		{"NC_EINVAL NC_ENOMEM NC_NOERR", "EINVAL ENOMEM NOERR"},
		// no prefix, or one that says how things are
		{"INVALID_TOKEN INVALID_SCOPE INVALID_USER", ""},
		{"NOT_FOUND NOT_READY NOT_OPEN", ""},
		{"A_ONE A_TWO", ""},
		{"A_ONE A_TWO B_THREE", ""},
		{"EPERM ENOENT ESRCH", ""},
		// what would be left is none
		{"HTTP_OK HTTP_404 HTTP_GONE HTTP_X", "OK HTTP_404 GONE HTTP_X"},
		{"ns:a ns:b错 ns:cd", ""},
		{"", ""},
	}
	for _, test := range tests {
		symbols := strings.Fields(test.symbols)
		shared := Shared(symbols)
		var got []string
		for _, symbol := range symbols {
			got = append(got, shared.Cut(symbol))
		}
		want := test.want
		if want == "" {
			want = strings.Join(symbols, " ")
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("of %s is left %s, want %s", test.symbols, s, want)
		}
	}
}

func TestOpening(t *testing.T) {
	for want, messages := range map[string][]string{
		"Rejeição: ": {"Rejeição: CNPJ inválido", "Rejeição: duplicada", "Autorizado"},
		"":           {"User: not found", "Token: expired", "Scope: bad"},
	} {
		if got := Opening(messages); got != want {
			t.Errorf("the label of %q is %q", messages, got)
		}
	}
	if got := Opening([]string{"E: x", "E: y"}); got != "" {
		t.Errorf("two messages have the label %q", got)
	}
}

func TestGroup(t *testing.T) {
	for title, want := range map[string]string{
		"Class 22 — Data Exception": "DataException", "Class HV — Foreign Data Wrapper Error": "ForeignDataWrapperError",
		"4.1 Login errors": "LoginErrors", "Login: errors": "Errors", "Payments": "Payments", "支付": "",
		"A heading of very many words that nobody would type": "", "": "",
	} {
		if got := noNamer.Group(title); got != want {
			t.Errorf("the group %q is called %q, want %q", title, got, want)
		}
	}
}

// Nine of ten symbols have a prefix, and most of them the word for errors.
func TestShares(t *testing.T) {
	symbols := func(with, kind, without int) []string {
		var list []string
		for i := range with {
			word := ""
			if i < kind {
				word = "E_"
			}
			list = append(list, fmt.Sprintf("LIB_%sS%c", word, 'A'+i))
		}
		for i := range without {
			list = append(list, fmt.Sprintf("O%c_X", 'A'+i))
		}
		return list
	}
	for _, c := range []struct {
		with, kind, without int
		words, kindWord     string
	}{
		{9, 0, 1, "lib", ""},
		{8, 0, 1, "", ""},
		{9, 0, 2, "", ""},
		{3, 0, 0, "lib", ""},
		{2, 0, 0, "", ""},
		{8, 4, 0, "lib", ""},
		{8, 3, 0, "lib", ""},
		{8, 5, 0, "lib", "e"},
		{3, 2, 0, "lib", ""},
	} {
		p := Shared(symbols(c.with, c.kind, c.without))
		if strings.Join(p.words, " ") != c.words || p.kind != c.kindWord {
			t.Errorf("%+v: %+v", c, p)
		}
	}
	for range 20 { // in any order of the map
		if word, n := commonest([][]string{{"b", "x"}, {"a", "x"}, {"c", "x"}, {"d"}}, nil); word != "a" || n != 1 {
			t.Fatalf("the commonest is %s, %d times", word, n)
		}
	}
	p := Prefix{words: []string{"lib"}, kind: "e"}
	for symbol, want := range map[string]string{"LIB_E_BAD": "BAD", "LIB_BAD": "BAD", "LIB_B": "LIB_B", "LIB_a1": "a1", "LIB_1a": "LIB_1a", "OTHER_BAD": "OTHER_BAD", "LIB": "LIB"} {
		if got := p.Cut(symbol); got != want {
			t.Errorf("%s without its prefix is %s, want %s", symbol, got, want)
		}
	}
}

func TestOpeningOfMost(t *testing.T) {
	for with, want := range map[int]string{4: "Error: ", 3: ""} {
		messages := slices.Repeat([]string{"Error: no"}, with)
		if got := Opening(append(messages, slices.Repeat([]string{"no"}, 6-with)...)); got != want {
			t.Errorf("%d of 6: %q", with, got)
		}
	}
	if got := Opening([]string{"Error: no", "Error: yes"}); got != "" {
		t.Errorf("of two messages: %q", got)
	}
}
