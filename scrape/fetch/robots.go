package fetch

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/temoto/robotstxt"
)

// maxCrawlDelay is the longest pause that a robots.txt gets.
const maxCrawlDelay = 30 * time.Second

// robotsSize is how much of a robots.txt is read, by RFC 9309, section 2.5.
const robotsSize = 500 << 10

// maxRobotsHops is how many redirects of a robots.txt are followed, by RFC
// 9309.
const maxRobotsHops = 5

// obey asks the host's robots.txt, once, whether a page may be fetched.
func (c *Client) obey(ctx context.Context, h *host, u *url.URL) error {
	port := u.Port()
	if h.robots[port] == nil && h.robotsErr[port] == nil {
		if err := c.askRobots(ctx, h, u); err != nil {
			return err
		}
	}
	if failed := h.robotsErr[port]; failed != nil {
		if failed.Guard == Robots {
			return failed
		}
		whole := *failed // no answer from the host is none for the page
		whole.URL = u.String()
		return &whole
	}
	if !h.robots[port].Test(u.RequestURI()) {
		return refuse(Robots, u, "ask the vendor, or save the page from a browser as the snapshot", "robots.txt forbids programs such as spectab to fetch the page")
	}
	return nil
}

// askRobots fetches robots.txt. Only the context's error is returned; others
// are the host's answer for all of its pages.
func (c *Client) askRobots(ctx context.Context, h *host, u *url.URL) error {
	a, err := c.robots(ctx, h, &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"})
	var failed *Error
	switch {
	case errors.As(err, &failed):
		h.robotsErr[u.Port()] = failed
		return nil
	case err != nil:
		return err
	}
	if int64(len(a.body)) == robotsSize { // the line at its end may be half of one
		a.body = a.body[:bytes.LastIndexByte(a.body, '\n')+1]
	}
	data, err := robotstxt.FromStatusAndBytes(a.status, a.body)
	if err != nil {
		data, _ = robotstxt.FromBytes(nil) // what nobody can read forbids nothing
	}
	group := data.FindGroup(Product)
	h.delay = max(h.delay, min(group.CrawlDelay, maxCrawlDelay))
	h.robots[u.Port()] = group
	return nil
}

// robots is the answer to the request for a robots.txt: 200 with its text, or
// any status of the four hundreds, which allows everything. A server that
// fails forbids everything, since nobody knows what it would have said.
func (c *Client) robots(ctx context.Context, h *host, u *url.URL) (*answer, error) {
	none := &answer{status: http.StatusNotFound}
	for range maxRobotsHops + 1 {
		a, err := c.try(ctx, h, u, want{header: http.Header{}, enough: robotsSize})
		var failed *Error
		if errors.As(err, &failed) {
			return robotsFailure(none, failed)
		}
		if err != nil || a.location == "" {
			return a, err
		}
		ref, err := url.Parse(a.location)
		if err != nil {
			return none, nil
		}
		next, failed := parseURL(u.ResolveReference(ref).String(), c.config.AllowHTTP)
		if failed != nil || next.Host != u.Host {
			return none, nil // another host's turn is not ours to take
		}
		u = next
	}
	return none, nil
}

func robotsFailure(none *answer, failed *Error) (*answer, error) {
	if failed.Guard != Status && failed.Guard != RateLimit {
		return nil, failed
	}
	if failed.status >= 500 {
		failed.Guard = Robots
		failed.Message += "; without robots.txt nobody knows what may be fetched"
		return nil, failed
	}
	return none, nil
}
