package fetch

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"net"
	"net/http"
	"net/url"
	"time"

	"code.dny.dev/ssrf"
	"golang.org/x/net/http/httpproxy"
)

// A Config says who asks, and what is too much. Zero values stand for the
// defaults.
type Config struct {
	Version      string         // of spectab
	Contact      string         // address or e-mail of whoever runs it
	AllowPrivate bool           // connect to private addresses too
	AllowHTTP    bool           // fetch addresses of http, of private hosts alone
	Limit        int64          // bytes of a decompressed page; 64 MiB
	Total        time.Duration  // for one page, with its robots.txt, redirects and retries, but not the wait for the host's turn; 2 minutes
	Idle         time.Duration  // without a byte; 20 seconds
	Delay        time.Duration  // between two requests to one host; 1 second, none if negative
	Retries      int            // further tries after a failure; 3, none if negative
	Patience     time.Duration  // the longest wait that Retry-After may ask for; 2 minutes
	Roots        *x509.CertPool // the system's
}

// Product is the name under which spectab asks, and the one that it looks for
// in robots.txt.
const Product = "spectab"

const home = "https://github.com/spectab/spectab"

// A Client fetches pages. It may be used by several goroutines at once, and
// the pages of one host should go through one Client, which sends one request
// at a time to each host.
type Client struct {
	config   Config
	agent    string
	http     http.RoundTripper // not a client, which would follow redirects
	proxy    func(*url.URL) (*url.URL, error)
	proxies  map[string]bool // host:port of the user's proxies
	resolver *net.Resolver
	public   *ssrf.Guardian
	hosts    hosts
	sleep    func(context.Context, time.Duration) error // replaced by tests
}

// New makes a client. The proxies are those of the environment: HTTPS_PROXY
// and NO_PROXY.
func New(config Config) *Client {
	config.Limit = cmp.Or(config.Limit, 64<<20)
	config.Total = cmp.Or(config.Total, 2*time.Minute)
	config.Idle = cmp.Or(config.Idle, 20*time.Second)
	config.Delay = max(0, cmp.Or(config.Delay, time.Second))
	config.Retries = max(0, cmp.Or(config.Retries, 3))
	config.Patience = cmp.Or(config.Patience, 2*time.Minute)
	c := &Client{config: config, agent: agent(config), resolver: net.DefaultResolver, public: public, sleep: sleep, proxies: map[string]bool{}}
	proxies := httpproxy.FromEnvironment()
	through := proxies.ProxyFunc()
	c.proxy = func(u *url.URL) (*url.URL, error) {
		if u.Scheme == "http" { // hosts of the user's own network
			return nil, nil
		}
		return through(u)
	}
	for _, text := range []string{proxies.HTTPSProxy, proxies.HTTPProxy} {
		if u, err := url.Parse(text); err == nil && u.Host != "" {
			port := cmp.Or(u.Port(), map[string]string{"https": "443", "socks5": "1080"}[u.Scheme], "80")
			c.proxies[net.JoinHostPort(u.Hostname(), port)] = true
		}
	}
	c.http = c.transport()
	return c
}

func (c *Client) transport() *http.Transport {
	return &http.Transport{
		Proxy:                  func(r *http.Request) (*url.URL, error) { return c.proxy(r.URL) },
		DialContext:            c.dial,
		TLSClientConfig:        &tls.Config{RootCAs: c.config.Roots, MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    c.config.Idle,
		ResponseHeaderTimeout:  c.config.Idle,
		IdleConnTimeout:        30 * time.Second,
		MaxConnsPerHost:        1,
		MaxResponseHeaderBytes: 256 << 10,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // body.go undoes what it asks for
	}
}

// agent names the product, its version, and where to complain.
func agent(config Config) string {
	about := "+" + home
	if config.Contact != "" {
		about += "; " + config.Contact
	}
	return Product + "/" + cmp.Or(config.Version, "devel") + " (" + about + ")"
}

// sleep waits, but not longer than the context.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
