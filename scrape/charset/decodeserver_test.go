package charset

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestContradiction(t *testing.T) {
	const declared = `<meta charset="utf-8">`
	for _, test := range []struct{ data, label, want string }{
		{"café", "iso-8859-1", "its server says that the page is in iso-8859-1, and it is UTF-8"},
		{declared + "caf\xe9", "iso-8859-1", "the page declares UTF-8, and is in iso-8859-1, as its server says"},
		{"caf\xe9", "iso-8859-1", ""},
		{"cafe", "iso-8859-1", ""},
		{"café", "utf-8", ""},
		{"café", "", ""},
		{"café", "x-nonsense", ""},
	} {
		if got := Contradiction([]byte(test.data), test.label); got != test.want {
			t.Errorf("%q, said to be %s: %q", test.data, test.label, got)
		}
	}
}

func TestFromServer(t *testing.T) {
	const russian = "<table><tr><td>E1<td>Неверный токен доступа, войдите снова</table>"
	const chinese = "<table><tr><td>E1<td>无效的访问令牌，请重新登录后再试一次</table>"
	koi8, err := charmap.KOI8R.NewEncoder().String(russian)
	if err != nil {
		t.Fatal(err)
	}
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(chinese)
	if err != nil {
		t.Fatal(err)
	}
	declared := `<meta charset="gbk">` + gbk
	for _, test := range []struct{ name, file, data, label, want, problem string }{
		{"UTF-8", "page.html", russian, "koi8-r", russian, ""},
		{"nothing declared", "page.html", koi8, "", koi8, ""},
		{"by the server", "page.html", koi8, "KOI8-R", russian, ""},
		{"by the server, text", "page.txt", gbk, "gb2312", chinese, ""},
		{"by the page", "page.html", declared, "gbk", declared, ""},
		{"UTF-8 by the page, which it is not", "page.html", `<meta charset="utf-8">` + koi8, "koi8-r", `<meta charset="utf-8">` + russian, ""},
		{"UTF-8 by both", "page.html", `<meta charset="utf-8">` + koi8, "utf-8", `<meta charset="utf-8">` + koi8, ""},
		{"unknown", "page.html", koi8, "x-nonsense", koi8, ""},
		{"a lie", "page.html", gbk, "utf-8", "", "not UTF-8"},
	} {
		got, err := FromServer(test.file, []byte(test.data), test.label)
		if test.problem != "" {
			if err == nil || !strings.Contains(err.Error(), test.problem) || !strings.HasPrefix(err.Error(), test.file) {
				t.Errorf("%s: the error is %v", test.name, err)
			}
		} else if err != nil || string(got) != test.want {
			t.Errorf("%s: got %q, want %q (%v)", test.name, got, test.want, err)
		}
	}
}
