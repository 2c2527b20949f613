package fetch

import "testing"

func TestExtension(t *testing.T) {
	for _, test := range []struct{ kind, url, body, want string }{
		{"text/html", "https://a.example/page.md", "", "html"},
		{"application/xhtml+xml", "https://a.example/", "", "html"},
		{"text/markdown", "https://a.example/", "", "md"},
		{"text/x-wiki", "https://a.example/", "", "wiki"},
		{"text/csv", "https://a.example/", "", "csv"},
		{"application/problem+json", "https://a.example/", "", "json"},
		{"application/atom+xml", "https://a.example/", "", "xml"},
		{"text/plain", "https://a.example/raw/README.md?x=1", "# Codes", "md"},
		{"text/plain", "https://a.example/codes", "E1 one", "txt"},
		{"application/octet-stream", "https://a.example/codes.csv", "a,b", "csv"},
		{"application/octet-stream", "https://a.example/codes", "\x00\x01\x02\x03", ""},
		{"application/pdf", "https://a.example/codes.html", "%PDF-", ""},
		{"image/png", "https://a.example/", "", ""},
		{"", "https://a.example/", "<!doctype html><p>x", "html"},
		{"", "https://a.example/", "E1 one", "txt"},
	} {
		p := Page{Type: test.kind, URL: test.url, Body: []byte(test.body)}
		if got := p.Extension(); got != test.want {
			t.Errorf("%s at %s is .%s, want .%s", test.kind, test.url, got, test.want)
		}
	}
}
