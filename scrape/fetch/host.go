package fetch

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

// hosts are all hosts that were asked, by name.
type hosts struct {
	mu     sync.Mutex
	byName map[string]*host
}

// A host is asked by whoever holds its turn, and by nobody else meanwhile.
// Its fields belong to the holder.
type host struct {
	turn  chan struct{}
	last  time.Time     // end of the last request
	delay time.Duration // until the next may begin

	away *Error // what it said when it sent everybody away for long; nil

	robots    map[string]*robotstxt.Group // by port
	robotsErr map[string]*Error
}

// take waits for the turn of a host.
func (c *Client) take(ctx context.Context, name string) (*host, error) {
	name = strings.ToLower(name)
	c.hosts.mu.Lock()
	h := c.hosts.byName[name]
	if h == nil {
		h = &host{turn: make(chan struct{}, 1), delay: c.config.Delay, robots: map[string]*robotstxt.Group{}, robotsErr: map[string]*Error{}}
		if c.hosts.byName == nil {
			c.hosts.byName = map[string]*host{}
		}
		c.hosts.byName[name] = h
	}
	c.hosts.mu.Unlock()
	select {
	case h.turn <- struct{}{}:
		return h, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (h *host) leave() { <-h.turn }

// pause waits until the host may be asked again.
func (c *Client) pause(ctx context.Context, h *host) error {
	if h.last.IsZero() {
		return ctx.Err()
	}
	return c.sleep(ctx, time.Until(h.last.Add(h.delay)))
}
