package fetch

import (
	"net"
	"net/http"
	"testing"
)

// TLS is verified whatever else is allowed.
func TestCertificatesAreVerified(t *testing.T) {
	v := newVendor(t, map[string]http.HandlerFunc{"/": text("x")})
	unknown := New(Config{AllowPrivate: true})
	_, err := unknown.Get(t.Context(), Request{URL: v.URL})
	wantError(t, err, TLS, "certificate")

	c, _ := v.client(Config{})
	_, port, _ := net.SplitHostPort(v.Listener.Addr().String())
	_, err = c.Get(t.Context(), Request{URL: "https://localhost:" + port})
	wantError(t, err, TLS, "localhost")

	plain, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	go http.Serve(plain, text("x"))
	_, err = c.Get(t.Context(), Request{URL: "https://" + plain.Addr().String()})
	wantError(t, err, TLS, "does not look like a TLS handshake")
	if len(v.requests) != 0 {
		t.Errorf("%d requests were sent", len(v.requests))
	}
}

func TestNoServer(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	c := New(Config{AllowPrivate: true, Retries: -1})
	_, err = c.Get(t.Context(), Request{URL: "https://" + address + "/page"})
	wantError(t, err, Network, address+"/page", "refused")
}
