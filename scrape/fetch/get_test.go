package fetch

import (
	"net/http"
	"net/netip"
	"strings"
	"testing"

	"code.dny.dev/ssrf"
)

func TestRedirects(t *testing.T) {
	other := newVendor(t, map[string]http.HandlerFunc{"/page": text("other")})
	v := newVendor(t, map[string]http.HandlerFunc{
		"/here":    status(302, "Location", "/page"),
		"/page":    text("page"),
		"/away":    status(301, "Location", other.URL+"/page"),
		"/plain":   status(301, "Location", "http://127.0.0.1/page"),
		"/file":    status(301, "Location", "file:///etc/passwd"),
		"/secret":  status(301, "Location", "https://me:secret@127.0.0.1/page"),
		"/broken":  status(301, "Location", "https://[/"),
		"/circle":  status(302, "Location", "/circle2"),
		"/circle2": status(302, "Location", "/circle"),
		"/nowhere": status(302),
		"/more": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/more?"+r.URL.RawQuery+"x", http.StatusFound)
		},
	})
	c, _ := v.client(Config{Retries: -1})
	for _, test := range []struct {
		path  string
		guard Guard
		parts []string
	}{
		{"/away", Redirect, []string{"another host", strings.TrimPrefix(other.URL, "https://"), "hosts:"}},
		{"/plain", URL, []string{"only https"}},
		{"/file", URL, []string{`not "file"`}},
		{"/secret", URL, []string{"credentials"}},
		{"/broken", Redirect, []string{"cannot be parsed"}},
		{"/circle", Redirect, []string{"in a circle"}},
		{"/nowhere", Status, []string{"302"}},
		{"/more", Redirect, []string{"more than 8 times"}},
	} {
		_, err := c.Get(t.Context(), Request{URL: v.URL + test.path})
		wantError(t, err, test.guard, test.parts...)
		if err != nil && strings.Contains(err.Error(), "secret@") {
			t.Errorf("the message tells the credentials: %v", err)
		}
	}
	if n := other.count("/page"); n != 0 {
		t.Errorf("the other host was asked %d times", n)
	}
	for path, hosts := range map[string][]string{"/here": nil, "/away": {strings.TrimPrefix(other.URL, "https://")}} {
		p, err := c.Get(t.Context(), Request{URL: v.URL + path, Hosts: hosts})
		if err != nil || !strings.HasSuffix(p.URL, "/page") {
			t.Errorf("%s: %+v, %v", path, p, err)
		}
	}
}

// A redirect to a private address does not pass even where the recipe allows
// the host. The server of the test is private too, so it is let through.
func TestRedirectToPrivateAddress(t *testing.T) {
	v := newVendor(t, map[string]http.HandlerFunc{"/": status(302, "Location", "https://127.0.0.2:9/")})
	c, _ := v.client(Config{Retries: -1})
	c.config.AllowPrivate = false
	c.public = ssrf.New(ssrf.WithAnyPort(), ssrf.WithAllowedV4Prefixes(netip.MustParsePrefix("127.0.0.1/32")))
	_, err := c.Get(t.Context(), Request{URL: v.URL, Hosts: []string{"127.0.0.2:9"}})
	wantError(t, err, Address, "127.0.0.2")
}
