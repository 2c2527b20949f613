package fetch

import (
	"context"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// A vendor is a server of the tests. Its robots.txt is 404 unless a handler
// says otherwise.
type vendor struct {
	*httptest.Server
	mux *http.ServeMux

	mu          sync.Mutex
	requests    []*http.Request
	connections int // that were ever made
}

func newVendor(t *testing.T, handlers map[string]http.HandlerFunc) *vendor {
	t.Helper()
	v := &vendor{mux: http.NewServeMux()}
	for pattern, handler := range handlers {
		v.mux.HandleFunc(pattern, handler)
	}
	v.Server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v.mu.Lock()
		v.requests = append(v.requests, r)
		v.mu.Unlock()
		v.mux.ServeHTTP(w, r)
	}))
	v.Config.ErrorLog = quiet
	v.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			v.mu.Lock()
			v.connections++
			v.mu.Unlock()
		}
	}
	v.StartTLS()
	t.Cleanup(v.Close)
	return v
}

// count is how often a path was asked for.
func (v *vendor) count(path string) int {
	v.mu.Lock()
	defer v.mu.Unlock()
	n := 0
	for _, r := range v.requests {
		if r.URL.Path == path {
			n++
		}
	}
	return n
}

// client trusts the vendor, and notes its pauses instead of making them.
func (v *vendor) client(config Config) (*Client, *[]time.Duration) {
	config.Roots = x509.NewCertPool()
	config.Roots.AddCert(v.Certificate())
	config.AllowPrivate = true
	c := New(config)
	var slept []time.Duration
	c.sleep = func(ctx context.Context, d time.Duration) error {
		v.mu.Lock()
		defer v.mu.Unlock()
		slept = append(slept, d)
		return ctx.Err()
	}
	return c, &slept
}

func text(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(body)) }
}

func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
	}
}

// wantError checks the guard and parts of the message of an error.
func wantError(t *testing.T, err error, guard Guard, parts ...string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("error %v, want one of %s", err, guard)
	}
	if e.Guard != guard {
		t.Errorf("the guard is %s, want %s: %v", e.Guard, guard, err)
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the message lacks %q: %v", part, err)
		}
	}
}

func TestGetSaysWhoAsksAndWhatIsWanted(t *testing.T) {
	v := newVendor(t, map[string]http.HandlerFunc{"/page": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "Text/HTML; charset=GBK")
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Last-Modified", "Sun, 22 Nov 2020 10:00:00 GMT")
		w.Write([]byte("<p>hello"))
	}})
	c, _ := v.client(Config{Version: "v1.2.3", Contact: "me@example.com"})
	p, err := c.Get(t.Context(), Request{URL: v.URL + "/page#part", Language: "pt"})
	if err != nil {
		t.Fatal(err)
	}
	want := Page{
		Body: []byte("<p>hello"), URL: v.URL + "/page", Type: "text/html", Charset: "GBK", SHA256: digest([]byte("<p>hello")),
		ETag: `"1"`, LastModified: "Sun, 22 Nov 2020 10:00:00 GMT",
	}
	if string(p.Body) != string(want.Body) || p.URL != want.URL || p.Type != want.Type || p.Charset != want.Charset || p.SHA256 != want.SHA256 || p.ETag != want.ETag || p.LastModified != want.LastModified || p.NotModified {
		t.Errorf("got %+v, want %+v", p, want)
	}
	for _, r := range v.requests {
		if got := r.UserAgent(); got != "spectab/v1.2.3 (+https://github.com/spectab/spectab; me@example.com)" {
			t.Errorf("%s was asked for by %q", r.URL, got)
		}
	}
	if got := v.requests[1].Header.Get("Accept-Language"); got != "pt, *;q=0.1" {
		t.Errorf("the language asked for is %q", got)
	}
}

func TestGetIsConditional(t *testing.T) {
	v := newVendor(t, map[string]http.HandlerFunc{
		"/page": func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("If-None-Match") == `"1"` || r.Header.Get("If-Modified-Since") != "" {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			w.Write([]byte("new"))
		},
		"/fresh": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Last-Modified", time.Now().UTC().Format(http.TimeFormat))
		},
		"/odd": status(http.StatusNotModified),
	})
	c, _ := v.client(Config{})
	for _, test := range []struct {
		request     Request
		notModified bool
	}{
		{Request{}, false},
		{Request{ETag: `"1"`}, true},
		{Request{ETag: `"0"`}, false},
		{Request{LastModified: "Sun, 22 Nov 2020 10:00:00 GMT"}, true},
	} {
		test.request.URL = v.URL + "/page"
		p, err := c.Get(t.Context(), test.request)
		if err != nil || p.NotModified != test.notModified || (len(p.Body) == 0) != test.notModified {
			t.Errorf("%+v: %+v, %v", test.request, p, err)
		}
	}
	if p, err := c.Get(t.Context(), Request{URL: v.URL + "/fresh"}); err != nil || p.LastModified != "" {
		t.Errorf("a page that is being changed: %+v, %v", p, err)
	}
	_, err := c.Get(t.Context(), Request{URL: v.URL + "/odd"})
	wantError(t, err, Status, "304")
}

// A proxy that the user has set up gets the request, by its name, though its
// own address is private; a private target does not pass it.
func TestProxyIsUsedAndGuarded(t *testing.T) {
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Method+" "+r.Host)
		w.WriteHeader(http.StatusBadGateway)
	}))
	defer proxy.Close()
	t.Setenv("HTTPS_PROXY", proxy.URL)
	t.Setenv("NO_PROXY", "")
	c := New(Config{Retries: -1})
	_, err := c.Get(t.Context(), Request{URL: "https://vendor.invalid/page"})
	wantError(t, err, Network, "Bad Gateway")
	if len(asked) != 1 || asked[0] != "CONNECT vendor.invalid:443" {
		t.Errorf("the proxy was asked for %q", asked)
	}
	_, err = c.Get(t.Context(), Request{URL: "https://169.254.169.254/latest"})
	wantError(t, err, Address, "169.254.169.254")
	target, _ := url.Parse(proxy.URL)
	_, err = c.Get(t.Context(), Request{URL: "https://" + target.Host})
	wantError(t, err, Address)
	if len(asked) != 1 {
		t.Errorf("the proxy was asked for %q", asked)
	}
}

func TestCanceledContextIsNoFailureOfTheNetwork(t *testing.T) {
	v := newVendor(t, map[string]http.HandlerFunc{"/": text("x")})
	c, _ := v.client(Config{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Get(ctx, Request{URL: v.URL}); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}
