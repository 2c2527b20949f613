package fetch

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// pack compresses by each coding that is asked for.
var pack = map[string]func(io.Writer) io.WriteCloser{
	"gzip":    func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
	"br":      func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) },
	"deflate": func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) },
	"raw": func(w io.Writer) io.WriteCloser {
		f, err := flate.NewWriter(w, 9)
		if err != nil {
			panic(err)
		}
		return f
	},
	"zstd": func(w io.Writer) io.WriteCloser {
		z, err := zstd.NewWriter(w)
		if err != nil {
			panic(err)
		}
		return z
	},
}

func packed(t *testing.T, coding, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := pack[coding](&b)
	if _, err := io.WriteString(w, body); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func coded(coding string, body []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", coding)
		w.Write(body)
	}
}

func TestCompression(t *testing.T) {
	page := strings.Repeat("<p>E001 Invalid token.</p>\n", 500)
	twice := packed(t, "br", string(packed(t, "gzip", page)))
	handlers := map[string]http.HandlerFunc{"/twice": coded("gzip, br", twice), "/none": coded("identity", []byte(page))}
	for coding := range pack {
		handlers["/"+coding] = coded(strings.Replace(coding, "raw", "deflate", 1), packed(t, coding, page))
	}
	v := newVendor(t, handlers)
	c, _ := v.client(Config{})
	for path := range handlers {
		p, err := c.Get(t.Context(), Request{URL: v.URL + path})
		if err != nil || string(p.Body) != page {
			t.Errorf("%s: %v", path, err)
		}
	}
	if got := v.requests[1].Header.Get("Accept-Encoding"); got != acceptEncoding {
		t.Errorf("the codings asked for are %q", got)
	}
}

func TestBodiesThatDoNotArrive(t *testing.T) {
	zeros := strings.Repeat("\x00", 3<<20)
	whole := packed(t, "gzip", strings.Repeat("Invalid token. ", 999))
	handlers := map[string]http.HandlerFunc{
		"/unknown":  coded("rot13", []byte("uryyb")),
		"/lie":      coded("gzip", []byte("<html>no gzip at all")),
		"/nested":   coded("gzip, gzip, gzip", whole),
		"/half":     coded("gzip", whole[:len(whole)/2]),
		"/checksum": coded("gzip", append(bytes.Clone(whole[:len(whole)-8]), 1, 2, 3, 4, 5, 6, 7, 8)),
		"/large":    text(zeros),
		"/declared": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "9999999")
			w.Write([]byte("x"))
		},
		"/short": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			w.Write([]byte("half"))
		},
		"/chunked": func(w http.ResponseWriter, _ *http.Request) {
			w.Write([]byte("half"))
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		},
	}
	for _, coding := range []string{"gzip", "br", "deflate", "zstd"} {
		handlers["/bomb-"+coding] = coded(coding, packed(t, coding, zeros))
	}
	v := newVendor(t, handlers)
	c, _ := v.client(Config{Retries: -1, Limit: 1 << 20})
	for path, guard := range map[string]Guard{
		"/unknown": Encoding, "/lie": Encoding, "/nested": Encoding, "/checksum": Encoding,
		"/half": Truncated, "/short": Truncated, "/chunked": Truncated,
		"/large": Size, "/declared": Size, "/bomb-gzip": Size, "/bomb-br": Size, "/bomb-deflate": Size, "/bomb-zstd": Size,
	} {
		t.Run(path, func(t *testing.T) {
			_, err := c.Get(t.Context(), Request{URL: v.URL + path})
			wantError(t, err, guard, v.URL+path)
		})
	}
}

// A server that sends a byte now and then is left at the limit of time, one
// that sends nothing at all at that of idleness.
func TestSlowServersAreLeft(t *testing.T) {
	hold := make(chan struct{})
	defer close(hold)
	drip := func(w http.ResponseWriter, r *http.Request) {
		for {
			w.Write([]byte("x"))
			w.(http.Flusher).Flush()
			select {
			case <-hold:
				return
			case <-r.Context().Done():
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	}
	stop := func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("half"))
		w.(http.Flusher).Flush()
		select {
		case <-hold:
		case <-r.Context().Done():
		}
	}
	silent := func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-hold:
		case <-r.Context().Done():
		}
	}
	v := newVendor(t, map[string]http.HandlerFunc{"/drip": drip, "/stop": stop, "/silent": silent})
	for _, test := range []struct {
		path    string
		config  Config
		message string
	}{
		{"/drip", Config{Retries: -1, Total: 300 * time.Millisecond, Idle: 20 * time.Second}, "whole within 300ms"},
		{"/stop", Config{Retries: -1, Total: time.Minute, Idle: 300 * time.Millisecond}, "nothing came for 300ms"},
		{"/silent", Config{Retries: -1, Total: time.Minute, Idle: 300 * time.Millisecond}, "nothing came for 300ms"},
	} {
		t.Run(test.path, func(t *testing.T) {
			c, _ := v.client(test.config)
			_, err := c.Get(t.Context(), Request{URL: v.URL + test.path})
			wantError(t, err, Timeout, test.message)
		})
	}
}
