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

// visit asks one address once it is its host's turn, if robots.txt lets it.
func (c *Client) visit(ctx context.Context, u *url.URL, r *Request) (*answer, error) {
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
	if err := c.obey(ctx, h, u); err != nil {
		return nil, err
	}
	return c.try(ctx, h, u, c.header(r))
}

// try asks until there is an answer that another try would not better. The
// host's turn is kept while waiting: what it says to one it says to all.
func (c *Client) try(ctx context.Context, h *host, u *url.URL, header http.Header) (*answer, error) {
	waits := backoff.NewExponentialBackOff() // half a second, growing by half, with jitter
	for tries := 1; ; tries++ {
		if err := c.pause(ctx, h); err != nil {
			return nil, err
		}
		a, err := c.ask(ctx, u, header)
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
		if err := c.sleep(ctx, max(waits.NextBackOff(), failed.after)); err != nil {
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
