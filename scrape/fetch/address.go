package fetch

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"net/url"
	"strings"
	"syscall"

	"code.dny.dev/ssrf"
)

// public holds the addresses that anybody can reach: those of IANA's
// registries of special purposes are none, such as loopback, private,
// link-local (where clouds keep their metadata) and carriers' own.
var public = ssrf.New(ssrf.WithAnyPort(), ssrf.WithAnyNetwork())

const privateHint = "--allow-private lets private addresses pass, for a server of your own"

// parseURL accepts addresses of https, and of http where that is allowed,
// without credentials. Its messages never quote credentials, nor an address
// that cannot be parsed, which may hold some.
func parseURL(text string, allowHTTP bool) (*url.URL, *Error) {
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return nil, &Error{Guard: URL, URL: "the address", Message: "cannot be parsed", Hint: "correct it, in the recipe url:"}
	case u.User != nil:
		u.User = nil
		return nil, refuse(URL, u, "a page that needs a login cannot be a source; take the credentials out of the address", "the address carries credentials")
	case u.Scheme == "http" && !allowHTTP:
		return nil, refuse(URL, u, "what comes over http can be changed on its way; write https\n\t--allow-http lets http pass, for a server of your own", "only https is fetched")
	case (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() == "":
		return nil, refuse(URL, u, "the address of a page on the web, https://…", "the address has no host")
	case u.Scheme != "https" && u.Scheme != "http":
		return nil, refuse(URL, u, "the address of a page on the web, https://…", "only https is fetched, not %q", u.Scheme)
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

// Host is the host of an address, by which requests to it take turns; "" for
// what is never fetched.
func Host(address string) string {
	u, failed := parseURL(address, true)
	if failed != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// dial connects to a host, or to the proxy that the user has set up. Addresses
// are refused at the moment of connecting, after the name was resolved, so
// that a name cannot change its mind between check and connect.
func (c *Client) dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: c.config.Idle, Resolver: c.resolver}
	if ctx.Value(plainly{}) != nil {
		d.Control = c.ownNetwork
		return d.DialContext(ctx, network, address)
	}
	if !c.config.AllowPrivate && !c.proxies[address] {
		d.Control = c.public.Safe
	}
	return d.DialContext(ctx, network, address)
}

// plainly is the key of contexts in which a connection carries no TLS.
type plainly struct{}

var errPublic = errors.New("a public address over http")

// ownNetwork refuses public addresses: what comes from there over http anybody
// may have changed.
func (c *Client) ownNetwork(network, address string, conn syscall.RawConn) error {
	if c.public.Safe(network, address, conn) == nil {
		return errPublic
	}
	return nil
}

// checkHost is for requests that somebody else sends, a proxy or a command:
// every address that the name has here must be public. A name that is unknown
// here is the other's to resolve.
func (c *Client) checkHost(ctx context.Context, u *url.URL) *Error {
	if c.config.AllowPrivate {
		return nil
	}
	host := u.Hostname()
	list := []netip.Addr{}
	if ip, err := netip.ParseAddr(host); err == nil {
		list = append(list, ip)
	} else if list, err = c.resolver.LookupNetIP(ctx, "ip", host); err != nil {
		return nil
	}
	for _, ip := range list {
		if err := c.public.SafeAddr(ip.Unmap()); err != nil {
			return addressError(u, err)
		}
	}
	return nil
}

func addressError(u *url.URL, err error) *Error {
	e := refuse(Address, u, privateHint, "the host has no public address: %v", errors.Unwrap(err))
	e.err = err
	var op *net.OpError
	if errors.As(err, &op) && op.Addr != nil {
		e.Message = "the host has no public address: " + op.Addr.String()
	} else if _, seen, ok := strings.Cut(err.Error(), ": "); ok {
		e.Message = "the host has no public address: " + seen
	}
	return e
}
