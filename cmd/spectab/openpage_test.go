package main

import (
	"crypto/x509"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/spectab/spectab/scrape/fetch"
)

func TestPageName(t *testing.T) {
	for _, test := range []struct{ address, extension, want string }{
		{"https://a.example/docs/errors.html?lang=pt", "html", "https://a.example/docs/errors.html"},
		{"https://a.example/docs/errors/", "html", "https://a.example/docs/errors.html"},
		{"https://a.example/wiki/API:Login/zh", "html", "https://a.example/wiki/API:Login/zh.html"},
		{"https://a.example/v1.2", "md", "https://a.example/v1.2.md"},
		{"https://a.example/", "txt", "https://a.example.txt"},
	} {
		if got := pageName(test.address, test.extension); got != test.want {
			t.Errorf("%s is called %s, want %s", test.address, got, test.want)
		}
	}
}

func TestOpenPage(t *testing.T) {
	server := newServer(t.TempDir())
	defer server.Close()
	server.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/errors":
			w.Header().Set("Content-Type", "text/markdown; charset=utf-8")
			w.Write([]byte("| Code |\n|---|\n| E1 |\n"))
		case "/latin":
			w.Header().Set("Content-Type", "text/plain; charset=iso-8859-1")
			w.Write([]byte("E1 | the caf\xe9 is closed"))
		case "/manual":
			w.Header().Set("Content-Type", "application/pdf")
			w.Write([]byte("%PDF-1.7"))
		default:
			http.NotFound(w, r)
		}
	})
	roots := x509.NewCertPool()
	roots.AddCert(server.Certificate())
	open := func(arg string, limit size) (string, string, error) {
		client := fetch.New(fetch.Config{Roots: roots, AllowPrivate: true, Delay: -1, Retries: -1, Limit: int64(limit)})
		name, data, err := openPage(t.Context(), arg, strings.NewReader("<p>in"), limit, client)
		return name, string(data), err
	}
	if name, data, err := open(server.URL+"/errors?x=1", pageSize()); name != server.URL+"/errors.md" || !strings.Contains(data, "E1") || err != nil {
		t.Errorf("%s: %q, %v", name, data, err)
	}
	if _, data, err := open(server.URL+"/latin", pageSize()); data != "E1 | the café is closed" || err != nil {
		t.Errorf("in the character set of its server: %q, %v", data, err)
	}
	if name, data, err := open("-", pageSize()); name != "stdin.html" || data != "<p>in" || err != nil {
		t.Errorf("%s: %q, %v", name, data, err)
	}
	for arg, want := range map[string]string{
		server.URL + "/manual":  "of type application/pdf",
		server.URL + "/nowhere": "404 Not Found",
		"file:///etc/passwd":    "only https",
		"no-such-file.html":     "no such file",
	} {
		if _, _, err := open(arg, pageSize()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", arg, err, want)
		}
	}
	if _, _, err := open(server.URL+"/errors", 5); err == nil || !strings.Contains(err.Error(), "larger than 5 bytes") {
		t.Errorf("a page over the limit: %v", err)
	}
}

// The flags of the network decide for pages of no source too.
func TestLimitedClient(t *testing.T) {
	server := newServer(t.TempDir())
	defer server.Close()
	flags := networkFlags{delay: period(time.Millisecond), timeout: period(time.Minute)}
	_, _, err := openPage(t.Context(), server.URL, nil, 5, flags.limited(5))
	if err == nil || !strings.Contains(err.Error(), "no public address") {
		t.Errorf("a private address: %v", err)
	}
	flags.allowPrivate = true
	_, _, err = openPage(t.Context(), server.URL, nil, 5, flags.limited(5))
	if err == nil || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("an unknown certificate: %v", err)
	}
}
