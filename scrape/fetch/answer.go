package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"code.dny.dev/ssrf"
)

// An answer is what one request brought: a body, a redirect, or the word that
// nothing changed.
type answer struct {
	status   int
	header   http.Header
	body     []byte
	location string
}

func (a *answer) page(u *url.URL) *Page {
	p := &Page{Body: a.body, URL: u.String(), ETag: a.header.Get("ETag"), LastModified: a.lastModified()}
	p.NotModified = a.status == http.StatusNotModified
	p.SHA256 = digest(a.body)
	kind, params, err := mime.ParseMediaType(a.header.Get("Content-Type"))
	if err == nil || errors.Is(err, mime.ErrInvalidMediaParameter) {
		p.Type, p.Charset = kind, params["charset"]
	}
	return p
}

// lastModified is a validator only where it is a minute older than the answer:
// a page may change twice in one second (RFC 9110, section 8.8.2.2).
func (a *answer) lastModified() string {
	value := a.header.Get("Last-Modified")
	modified, err := http.ParseTime(value)
	now, err2 := http.ParseTime(a.header.Get("Date"))
	if err != nil || err2 != nil || now.Sub(modified) < time.Minute {
		return ""
	}
	return value
}

// header is what every request says.
func (c *Client) header(r *Request) http.Header {
	h := http.Header{}
	h.Set("Accept", "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, */*;q=0.5")
	if r.Language != "" {
		h.Set("Accept-Language", r.Language+", *;q=0.1")
	}
	if r.ETag != "" {
		h.Set("If-None-Match", r.ETag)
	}
	if r.LastModified != "" {
		h.Set("If-Modified-Since", r.LastModified)
	}
	return h
}

// ask sends one request, and reads its answer within the limits of time.
func (c *Client) ask(ctx context.Context, u *url.URL, w want) (*answer, error) {
	if c.proxies[authority(u)] {
		return nil, refuse(Address, u, "correct url: in the recipe", "this is the address of your proxy")
	}
	if proxy, err := c.proxy(u); err == nil && proxy != nil {
		if err := c.checkHost(ctx, u); err != nil {
			return nil, err
		}
	}
	if u.Scheme == "http" {
		ctx = context.WithValue(ctx, plainly{}, true)
	}
	idle, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	request, err := http.NewRequestWithContext(idle, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, refuse(URL, u, "", "no request can be made of the address")
	}
	request.Header = w.header.Clone()
	request.Header.Set("User-Agent", c.agent)
	request.Header.Set("Accept-Encoding", acceptEncoding)
	response, err := c.http.RoundTrip(request)
	if err != nil {
		return nil, c.failure(idle, ctx, u, err)
	}
	defer response.Body.Close()
	a := &answer{status: response.StatusCode, header: response.Header, location: location(response)}
	if a.location != "" || a.status == http.StatusNotModified && conditional(w.header) {
		return a, nil
	}
	if a.status != http.StatusOK {
		return nil, statusError(u, response)
	}
	a.body, err = c.read(idle, stop, u, response, w.enough)
	if err != nil && isCanceled(ctx) {
		return nil, ctx.Err()
	}
	return a, err
}

// isCanceled reports whether the caller has given up; that the time for the
// page is over is the page's failure.
func isCanceled(ctx context.Context) bool {
	return ctx.Err() != nil && !errors.Is(context.Cause(ctx), errTotal)
}

func conditional(header http.Header) bool {
	return header.Get("If-None-Match") != "" || header.Get("If-Modified-Since") != ""
}

// location is where a redirect leads, "" for any other answer.
func location(r *http.Response) string {
	switch r.StatusCode {
	case 301, 302, 303, 307, 308:
		return r.Header.Get("Location")
	}
	return ""
}

var (
	errTotal = errors.New("the limit of time is over")
	errIdle  = errors.New("nothing came for too long")
)

// failure is the error of a request that had no answer. The caller's own
// context is no failure of the network.
func (c *Client) failure(idle, ctx context.Context, u *url.URL, err error) error {
	if isCanceled(ctx) {
		return ctx.Err()
	}
	var e *Error
	var timeout net.Error
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP):
		return addressError(u, err)
	case errors.Is(err, errPublic):
		return refuse(Address, u, "write https: what comes over http can be changed on its way", "http is for private hosts alone, and this one has a public address")
	case errors.As(err, &certificate), errors.As(err, &record), errors.As(err, &alert):
		e = refuse(TLS, u, "somebody may be between you and the vendor; look at the address in a browser", "TLS could not be verified: %s", cause(err))
	case idle.Err() != nil, errors.As(err, &timeout) && timeout.Timeout():
		e = c.timeoutError(idle, u)
	default:
		e = refuse(Network, u, "try again later", "no answer: %s", cause(err))
		var dns *net.DNSError
		e.again = !errors.As(err, &dns) || !dns.IsNotFound
	}
	e.err = err
	return e
}

func (c *Client) timeoutError(ctx context.Context, u *url.URL) *Error {
	e := refuse(Timeout, u, "try again later", "nothing came for %s", c.config.Idle)
	if errors.Is(context.Cause(ctx), errTotal) {
		e.Message = fmt.Sprintf("the page did not arrive whole within %s", c.config.Total)
	}
	e.again = !errors.Is(context.Cause(ctx), errTotal)
	return e
}

// statusError is the error of an answer that is neither 200 nor 304.
func statusError(u *url.URL, r *http.Response) *Error {
	seen := strings.TrimSpace(fmt.Sprintf("%d %s", r.StatusCode, http.StatusText(r.StatusCode)))
	e := refuse(Status, u, "", "it answered %s, where 200 was expected", seen)
	switch {
	case r.StatusCode == 404 || r.StatusCode == 410:
		e.Hint = "the page has moved or is gone; correct url: in the recipe"
	case r.StatusCode == 401 || r.StatusCode == 403:
		e.Hint = "the vendor does not let programs read the page; ask them, or save it from a browser as the snapshot"
	case r.StatusCode == 429:
		e.Guard, e.Hint, e.again = RateLimit, "try again later, and less often", true
	case r.StatusCode >= 500:
		e.Hint, e.again = "the vendor's server has a failure; try again later", r.StatusCode != 501
	case r.StatusCode == 408 || r.StatusCode == 425:
		e.Hint, e.again = "try again later", true
	}
	e.status = r.StatusCode
	e.after = retryAfter(r.Header.Get("Retry-After"), time.Now())
	return e
}
