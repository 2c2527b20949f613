package fetch

import (
	"net/http"
	"sync/atomic"
	"testing"
	"time"
)

// after fails n times before it answers.
func after(n int32, failure http.HandlerFunc) http.HandlerFunc {
	var asked atomic.Int32
	return func(w http.ResponseWriter, r *http.Request) {
		if asked.Add(1) <= n {
			failure(w, r)
			return
		}
		w.Write([]byte("ok"))
	}
}

func TestRetries(t *testing.T) {
	date := time.Now().Add(50 * time.Second).UTC().Format(http.TimeFormat)
	cut := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
		w.Write([]byte("half"))
	}
	reset := func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
	for _, test := range []struct {
		name     string
		failure  http.HandlerFunc
		times    int32
		guard    Guard // "" where it gets through
		requests int
		wait     time.Duration // the shortest that the longest wait may be
	}{
		{"500 then 200", status(500), 1, "", 2, 0},
		{"503 then 200", status(503), 2, "", 3, 0},
		{"500 for ever", status(500), 99, Status, 4, 0},
		{"501", status(501), 99, Status, 1, 0},
		{"403", status(403), 99, Status, 1, 0},
		{"404", status(404), 99, Status, 1, 0},
		{"429 in seconds", status(429, "Retry-After", "40"), 1, "", 2, 40 * time.Second},
		{"429 with a date", status(429, "Retry-After", date), 1, "", 2, 40 * time.Second},
		{"503 with a date", status(503, "Retry-After", date), 1, "", 2, 40 * time.Second},
		{"429 for ever", status(429), 99, RateLimit, 4, 0},
		{"429 until tomorrow", status(429, "Retry-After", "86400"), 1, RateLimit, 1, 0},
		{"cut off once", cut, 1, "", 2, 0},
		{"cut off for ever", cut, 99, Truncated, 4, 0},
		{"hung up for ever", reset, 99, Network, 4, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := newVendor(t, map[string]http.HandlerFunc{"/page": after(test.times, test.failure)})
			c, slept := v.client(Config{Delay: -1})
			p, err := c.Get(t.Context(), Request{URL: v.URL + "/page"})
			if test.guard != "" {
				wantError(t, err, test.guard)
			} else if err != nil || string(p.Body) != "ok" {
				t.Errorf("%+v, %v", p, err)
			}
			if got := v.count("/page"); got != test.requests {
				t.Errorf("%d requests, want %d", got, test.requests)
			}
			longest := time.Duration(0)
			for _, d := range *slept {
				longest = max(longest, d)
			}
			if longest < test.wait {
				t.Errorf("waits of %v, want one of %v", *slept, test.wait)
			}
		})
	}
}

// Waits grow, and are not the same for all who were sent away together.
func TestBackoffGrowsWithJitter(t *testing.T) {
	var first []time.Duration
	for range 4 {
		v := newVendor(t, map[string]http.HandlerFunc{"/page": status(500)})
		c, slept := v.client(Config{Delay: -1, Retries: 6})
		if _, err := c.Get(t.Context(), Request{URL: v.URL + "/page"}); err == nil {
			t.Fatal("no error")
		}
		var waits []time.Duration
		for _, d := range *slept {
			if d > 0 {
				waits = append(waits, d)
			}
		}
		if len(waits) != 6 || waits[5] < 2*waits[0] {
			t.Errorf("the waits are %v", waits)
		}
		first = append(first, waits[0])
	}
	if first[0] == first[1] && first[1] == first[2] && first[2] == first[3] {
		t.Errorf("all waited %v", first[0])
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"":                              0,
		"7":                             7 * time.Second,
		" 7 ":                           7 * time.Second,
		"-7":                            0,
		"soon":                          0,
		"99999999999":                   0,
		"Sun, 22 Nov 2026 10:01:00 GMT": time.Minute,
		"Sun, 22 Nov 2026 09:00:00 GMT": 0,
	} {
		if got := retryAfter(value, now); got != want && value != "99999999999" {
			t.Errorf("%q is %v, want %v", value, got, want)
		}
	}
	if retryAfter("99999999999", now) < time.Hour {
		t.Error("a wait without end is none")
	}
}

// A host that sends one away for long is not asked again.
func TestSentAwayIsForAll(t *testing.T) {
	for _, failure := range []http.HandlerFunc{status(429, "Retry-After", "86400"), status(503, "Retry-After", "86400"), status(429)} {
		v := newVendor(t, map[string]http.HandlerFunc{"/one": failure, "/two": text("two")})
		c, _ := v.client(Config{Delay: -1, Retries: -1})
		for _, path := range []string{"/one", "/two"} {
			_, err := c.Get(t.Context(), Request{URL: v.URL + path})
			wantError(t, err, RateLimit, v.URL+path)
		}
		if got := v.count("/two"); got != 0 {
			t.Errorf("%d requests after being sent away", got)
		}
	}
}
