package fetch

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Many pages of one host come one after another over one connection; other
// hosts do not wait for them.
func TestOneRequestAtATimeToAHost(t *testing.T) {
	var now, most atomic.Int32
	v := newVendor(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, _ *http.Request) {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		time.Sleep(time.Millisecond)
		now.Add(-1)
		w.Write([]byte("x"))
	}})
	c, slept := v.client(Config{})
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			if _, err := c.Get(t.Context(), Request{URL: fmt.Sprint(v.URL, "/", i)}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if most.Load() != 1 || v.connections != 1 {
		t.Errorf("%d requests at once over %d connections", most.Load(), v.connections)
	}
	if len(*slept) != 20 {
		t.Errorf("%d pauses, want 20: before each page, since robots.txt came first", len(*slept))
	}
}

// While one host keeps its turn, another is asked.
func TestHostsDoNotWaitForEachOther(t *testing.T) {
	other := make(chan struct{})
	v := newVendor(t, map[string]http.HandlerFunc{
		"/slow":  func(w http.ResponseWriter, _ *http.Request) { <-other; w.Write([]byte("slow")) },
		"/quick": func(w http.ResponseWriter, _ *http.Request) { close(other); w.Write([]byte("quick")) },
	})
	c, _ := v.client(Config{Delay: -1})
	c.http.(*http.Transport).TLSClientConfig = &tls.Config{RootCAs: pool(v), ServerName: "127.0.0.1"}
	_, port, _ := net.SplitHostPort(v.Listener.Addr().String())
	var wg sync.WaitGroup
	for _, address := range []string{"https://127.0.0.1:" + port + "/slow", "https://localhost:" + port + "/quick"} {
		wg.Go(func() {
			if _, err := c.Get(t.Context(), Request{URL: address}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func pool(v *vendor) *x509.CertPool {
	p := x509.NewCertPool()
	p.AddCert(v.Certificate())
	return p
}
