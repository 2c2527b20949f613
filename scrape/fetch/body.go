package fetch

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

const acceptEncoding = "gzip, br, zstd, deflate"

// read reads a whole body and undoes its compression. Both sides of each
// decoder are limited: a page that is small on its way may be large without
// end when unpacked. Where something is enough, the rest is left.
func (c *Client) read(ctx context.Context, stop context.CancelCauseFunc, u *url.URL, r *http.Response, enough int64) ([]byte, error) {
	limit := max(c.config.Limit, enough)
	if r.ContentLength > limit && enough == 0 {
		return nil, c.sizeError(u)
	}
	timer := time.AfterFunc(c.config.Idle, func() { stop(errIdle) })
	defer timer.Stop()
	wire := &meter{from: r.Body, limit: limit, tick: func() { timer.Reset(c.config.Idle) }}
	plain, err := decompress(wire, strings.Join(r.Header.Values("Content-Encoding"), ","))
	if err == nil {
		defer plain.Close()
		if enough > 0 {
			plain = io.NopCloser(io.LimitReader(plain, enough))
		}
		body, bad := io.ReadAll(&meter{from: plain, limit: limit})
		if bad == nil && (enough == 0 || int64(len(body)) < enough) {
			bad = wire.drain()
		}
		if bad == nil {
			bad = ctx.Err() // to break off a connection may look like its end
		}
		if bad == nil {
			return body, nil
		}
		err = bad
	}
	return nil, c.bodyError(ctx, u, wire, err)
}

func (c *Client) sizeError(u *url.URL) *Error {
	return refuse(Size, u, "look at the address in a browser; this is no page of documentation", "the page is larger than %s", bytesText(c.config.Limit))
}

// bodyError tells what broke off a body: the limits, the network or the
// decoder. What the decoder says counts only where the network has not failed.
func (c *Client) bodyError(ctx context.Context, u *url.URL, wire *meter, err error) error {
	var e *Error
	switch {
	case errors.Is(err, errTooLarge):
		return c.sizeError(u)
	case ctx.Err() != nil:
		e = c.timeoutError(ctx, u)
	case wire.err != nil, errors.Is(err, io.ErrUnexpectedEOF):
		e = refuse(Truncated, u, "try again later", "the page did not arrive whole: it broke off after %d bytes", wire.n)
		e.again = true
	default:
		e = refuse(Encoding, u, "the vendor's server is at fault; try again later", "the compression of the page cannot be undone: %v", err)
	}
	e.err = err
	return e
}

var errTooLarge = errors.New("larger than the limit")

// A meter passes bytes on, up to a limit.
type meter struct {
	from     io.Reader
	n, limit int64
	tick     func() // at every read that brought something; may be nil
	err      error  // of from, but for its end
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.from.Read(p)
	m.n += int64(n)
	if n > 0 && m.tick != nil {
		m.tick()
	}
	if err != nil && err != io.EOF {
		m.err = err
	}
	if m.n > m.limit {
		return 0, errTooLarge
	}
	return n, err
}

// drain reads what a decoder left: a body that is cut off behind the end of
// what is compressed is cut off all the same.
func (m *meter) drain() error {
	_, err := io.Copy(io.Discard, m)
	return err
}

// decompress undoes the codings of a body, the last one first.
func decompress(body io.Reader, codings string) (io.ReadCloser, error) {
	plain := io.NopCloser(body)
	list := strings.Split(codings, ",")
	if len(list) > 2 {
		return nil, fmt.Errorf("%d codings, one upon another", len(list))
	}
	for i := len(list) - 1; i >= 0; i-- {
		next, err := decoder(plain, strings.ToLower(strings.TrimSpace(list[i])))
		if err != nil {
			return nil, err
		}
		plain = next
	}
	return plain, nil
}

func decoder(r io.Reader, coding string) (io.ReadCloser, error) {
	switch coding {
	case "", "identity":
		return io.NopCloser(r), nil
	case "gzip", "x-gzip":
		return gzip.NewReader(r)
	case "br":
		return io.NopCloser(brotli.NewReader(r)), nil
	case "deflate":
		return deflate(r)
	case "zstd":
		d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20))
		if err != nil {
			return nil, err
		}
		return d.IOReadCloser(), nil
	}
	return nil, fmt.Errorf("the coding %q is unknown", coding)
}

// deflate is zlib by the standard, and without its header by some servers.
func deflate(r io.Reader) (io.ReadCloser, error) {
	b := bufio.NewReader(r)
	head, err := b.Peek(2)
	if err != nil {
		return nil, err
	}
	if head[0]&0x0F == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
		return zlib.NewReader(b)
	}
	return flate.NewReader(b), nil
}

func bytesText(n int64) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}
