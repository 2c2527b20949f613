package fetch

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// The time for a page is that of its redirects and retries together.
func TestTimeForAPage(t *testing.T) {
	slow := func(then http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			time.Sleep(60 * time.Millisecond)
			then(w, r)
		}
	}
	v := newVendor(t, map[string]http.HandlerFunc{
		"/1": slow(status(302, "Location", "/2")), "/2": slow(status(302, "Location", "/3")), "/3": slow(status(302, "Location", "/4")), "/4": text("ok"),
		"/503": status(503, "Retry-After", "30"),
	})
	for _, test := range []struct {
		path  string
		total time.Duration
		guard Guard // "" where there is time
	}{
		{"/1", 5 * time.Second, ""},
		{"/1", 130 * time.Millisecond, Timeout},
		{"/503", time.Second, Status}, // there is no time to wait
	} {
		c, _ := v.client(Config{Total: test.total, Delay: -1, Retries: 9})
		begin := time.Now()
		_, err := c.Get(t.Context(), Request{URL: v.URL + test.path})
		if test.guard != "" {
			wantError(t, err, test.guard)
		} else if err != nil {
			t.Error(err)
		}
		if took := time.Since(begin); took > test.total+2*time.Second {
			t.Errorf("%s: it took %s", test.path, took)
		}
	}
}

// http is for hosts of the user's own network, and by permission alone.
func TestPlainHTTP(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		w.Write([]byte("page"))
	}))
	defer s.Close()
	_, err := New(Config{Retries: -1, AllowPrivate: true}).Get(t.Context(), Request{URL: s.URL})
	wantError(t, err, URL, "only https", "--allow-http")
	p, err := New(Config{Retries: -1, AllowHTTP: true, Delay: -1}).Get(t.Context(), Request{URL: s.URL})
	if err != nil || string(p.Body) != "page" {
		t.Errorf("%+v, %v", p, err)
	}
	_, err = New(Config{Retries: -1, AllowHTTP: true, AllowPrivate: true}).Get(t.Context(), Request{URL: "http://192.0.43.8/"})
	wantError(t, err, Address, "public address")
	_, err = New(Config{Retries: -1, AllowHTTP: true}).Get(t.Context(), Request{URL: strings.Replace(s.URL, "http:", "https:", 1)})
	wantError(t, err, Address, "--allow-private")
}
