package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"
	"strings"
)

// A Request is a page that is wanted.
type Request struct {
	URL      string
	Hosts    []string // hosts that it may redirect to, beside its own
	Language string   // BCP 47; asked for, and not insisted on

	// Validators of the copy at hand. Where they still hold, the page is
	// NotModified and has no body.
	ETag, LastModified string
}

// A Page is what came.
type Page struct {
	Body        []byte // decompressed
	URL         string // after redirects
	Type        string // media type in small letters, "text/html"; "" where none was declared
	Charset     string // as declared by the server; may be ""
	SHA256      string // of Body, lower-case hexadecimal
	NotModified bool

	ETag, LastModified string
}

const maxHops = 8

// Get fetches a page. The error is an *Error, or that of the context.
func (c *Client) Get(ctx context.Context, r Request) (*Page, error) {
	u, failed := parseURL(r.URL, c.config.AllowHTTP)
	if failed != nil {
		return nil, failed
	}
	start, seen, left := u, []string{}, c.config.Total
	for len(seen) < maxHops {
		seen = append(seen, u.String())
		a, err := c.visit(ctx, u, &r, &left)
		if err != nil {
			return nil, err
		}
		if a.location == "" {
			return a.page(u), nil
		}
		next, failed := c.follow(start, u, a.location, r.Hosts)
		if failed != nil {
			return nil, failed
		}
		if slices.Contains(seen, next.String()) {
			return nil, refuse(Redirect, u, "open the address in a browser; the vendor may want cookies, or has moved the page", "it redirects in a circle, back to %s", next)
		}
		u = next
	}
	return nil, refuse(Redirect, start, "open the address in a browser, and correct url: in the recipe", "it redirects more than %d times", maxHops)
}

// follow is where a redirect leads: to the same host, or to one that the
// recipe allows.
func (c *Client) follow(start, from *url.URL, location string, allowed []string) (*url.URL, *Error) {
	ref, err := url.Parse(location)
	if err != nil {
		return nil, refuse(Redirect, from, "", "it redirects to an address that cannot be parsed")
	}
	next, failed := parseURL(from.ResolveReference(ref).String(), c.config.AllowHTTP)
	if failed != nil {
		return nil, refuse(failed.Guard, from, failed.Hint, "it redirects to %s: %s", failed.URL, failed.Message)
	}
	if strings.EqualFold(authority(next), authority(start)) || slices.ContainsFunc(allowed, func(host string) bool {
		return strings.EqualFold(host, next.Host) || strings.EqualFold(host, authority(next))
	}) {
		return next, nil
	}
	return nil, refuse(Redirect, from, "if the vendor has moved, add "+next.Host+" under hosts: in the recipe, or correct url:", "it redirects to another host, %s", next)
}

// authority is host:port, with the port that the scheme has by itself.
func authority(u *url.URL) string {
	if u.Port() == "" {
		return u.Hostname() + ":" + map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	return u.Host
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
