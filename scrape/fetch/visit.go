package fetch

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"
)

// visit asks one address once it is its host's turn, if robots.txt lets it. left
// is the time that remains for the page, from which it takes what it needs.
func (c *Client) visit(ctx context.Context, u *url.URL, r *Request, left *time.Duration) (*answer, error) {
	h, err := c.take(ctx, u.Hostname())
	if err != nil {
		return nil, err
	}
	defer h.leave()
	if h.away != nil {
		again := *h.away
		again.URL = u.String()
		return nil, &again
	}
	begin := time.Now()
	defer func() { *left -= time.Since(begin) }()
	limited, cancel := context.WithTimeoutCause(ctx, *left, errTotal)
	defer cancel()
	err = c.obey(limited, h, u)
	if err != nil {
		return nil, c.inTime(ctx, limited, u, err)
	}
	a, err := c.try(limited, h, u, want{header: c.header(r)})
	return a, c.inTime(ctx, limited, u, err)
}

// inTime is an error as it is, but for that of the time for a page: that is a
// failure of the page, where the caller's context is the caller's own.
func (c *Client) inTime(ctx, limited context.Context, u *url.URL, err error) error {
	var failed *Error
	if err == nil || errors.As(err, &failed) || ctx.Err() != nil || limited.Err() == nil {
		return err
	}
	return c.timeoutError(limited, u)
}

// A want is what a request says, and how much of the answer is enough.
type want struct {
	header http.Header
	enough int64 // bytes, past which the rest is let go; 0 for all or an error
}

// try asks until there is an answer that another try would not better. The
// host's turn is kept while waiting: what it says to one it says to all.
func (c *Client) try(ctx context.Context, h *host, u *url.URL, w want) (*answer, error) {
	waits := backoff.NewExponentialBackOff() // half a second, growing by half, with jitter
	for tries := 1; ; tries++ {
		if err := c.pause(ctx, h); err != nil {
			return nil, err
		}
		a, err := c.ask(ctx, u, w)
		h.last = time.Now()
		var failed *Error
		if !errors.As(err, &failed) {
			return a, err
		}
		if failed.after > c.config.Patience {
			h.away = refuse(RateLimit, u, "try again then, or less often", "it answered %s and asks to come back in %s", strings.TrimPrefix(failed.Message, "it answered "), failed.after.Round(time.Second))
			return nil, h.away
		}
		if !failed.again || tries > c.config.Retries {
			if failed.Guard == RateLimit {
				h.away = failed
			}
			return nil, err
		}
		wait := max(waits.NextBackOff(), failed.after)
		if end, ok := ctx.Deadline(); ok && wait > time.Until(end) {
			return nil, err // there is no time for another try
		}
		if err := c.sleep(ctx, wait); err != nil {
			return nil, err
		}
	}
}

// retryAfter reads the header of that name in both forms, seconds and a date.
func retryAfter(value string, now time.Time) time.Duration {
	if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil {
		return time.Duration(max(0, min(n, 1<<30))) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, at.Sub(now))
	}
	return 0
}
