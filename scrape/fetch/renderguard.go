package fetch

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"code.dny.dev/ssrf"
)

// A guard is a proxy on this machine for one command: it connects to public
// addresses alone. It carries TLS unseen, and nothing else.
type guard struct {
	server  *http.Server
	address string
	client  *Client

	mu      sync.Mutex
	refused string // the first host that was
}

func (c *Client) startGuard() (*guard, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	g := &guard{address: listener.Addr().String(), client: c}
	g.server = &http.Server{Handler: g, ReadHeaderTimeout: c.config.Idle}
	go g.server.Serve(listener)
	return g, nil
}

func (g *guard) stop() { g.server.Close() }

// proxy is the address of the proxy that commands should use. Where the user
// has one, that is the only way out.
func (g *guard) proxy() string {
	for address := range g.client.proxies {
		return "http://" + address
	}
	return "http://" + g.address
}

// environment makes commands use the guard.
func (g *guard) environment() []string {
	if len(g.client.proxies) > 0 {
		return nil
	}
	var list []string
	for _, name := range []string{"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"} {
		list = append(list, name+"="+g.proxy())
	}
	return append(list, "no_proxy=", "NO_PROXY=")
}

func (g *guard) refusal() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.refused
}

// ServeHTTP answers CONNECT; a page over http would be as bad here as in Get.
func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodConnect {
		http.Error(w, "only https passes", http.StatusForbidden)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), g.client.config.Idle)
	defer cancel()
	far, err := g.client.dial(ctx, "tcp", r.Host)
	if errors.Is(err, ssrf.ErrProhibitedIP) {
		g.mu.Lock()
		g.refused = r.Host
		g.mu.Unlock()
	}
	if err != nil {
		http.Error(w, "no connection", http.StatusBadGateway)
		return
	}
	defer far.Close()
	near, buffered, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer near.Close()
	near.SetDeadline(time.Now().Add(g.client.config.Total))
	far.SetDeadline(time.Now().Add(g.client.config.Total))
	if _, err := io.WriteString(near, "HTTP/1.1 200 Connection established\r\n\r\n"); err != nil {
		return
	}
	done := make(chan struct{})
	go func() {
		io.Copy(far, buffered)
		far.Close()
		close(done)
	}()
	io.Copy(near, far)
	near.Close()
	<-done
}
