package fetch

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestRobots(t *testing.T) {
	for _, test := range []struct {
		name   string
		robots http.HandlerFunc
		guard  Guard // "" where the page may be fetched
		asked  int   // for robots.txt
	}{
		{"none", status(404), "", 1},
		{"forbidden itself", status(403), "", 1},
		{"401", status(401), "", 1},
		{"failure", status(500), Robots, 2},
		{"failure that lasts", status(503), Robots, 2},
		{"all may", text("User-agent: *\nDisallow:\n"), "", 1},
		{"none may", text("User-agent: *\nDisallow: /\n"), Robots, 1},
		{"this one may", text("User-agent: *\nDisallow: /\n\nUser-agent: spectab\nAllow: /\n"), "", 1},
		{"this one may not", text("User-agent: Spectab\nDisallow: /page\n"), Robots, 1},
		{"other pages", text("User-agent: *\nDisallow: /private\n"), "", 1},
		{"query", text("User-agent: *\nDisallow: /*?lang=\n"), Robots, 1},
		{"longest rule", text("User-agent: *\nDisallow: /\nAllow: /page\n"), "", 1},
		{"no text at all", text("\x00\x01\x02<html>"), "", 1},
		{"moved", status(301, "Location", "/robots2.txt"), Robots, 1},
		{"moved away", status(301, "Location", "https://other.invalid/robots.txt"), "", 1},
		{"circle", status(301, "Location", "/robots.txt"), "", 6},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := newVendor(t, map[string]http.HandlerFunc{
				"/robots.txt": test.robots, "/page": text("page"),
				"/robots2.txt": text("User-agent: *\nDisallow: /\n"),
			})
			c, _ := v.client(Config{Retries: 1})
			for range 2 {
				_, err := c.Get(t.Context(), Request{URL: v.URL + "/page?lang=pt"})
				if test.guard != "" {
					wantError(t, err, test.guard, "robots.txt")
				} else if err != nil {
					t.Error(err)
				}
			}
			if got := v.count("/robots.txt"); got != test.asked {
				t.Errorf("robots.txt was asked for %d times, want %d", got, test.asked)
			}
			if got := v.count("/page"); (got == 0) != (test.guard != "") {
				t.Errorf("the page was asked for %d times", got)
			}
		})
	}
}

func TestCrawlDelay(t *testing.T) {
	for robots, want := range map[string]time.Duration{
		"User-agent: *\nCrawl-delay: 7\n":     7 * time.Second,
		"User-agent: *\nCrawl-delay: 86400\n": maxCrawlDelay,
		"User-agent: *\nCrawl-delay: 0\n":     time.Second,
	} {
		v := newVendor(t, map[string]http.HandlerFunc{"/robots.txt": text(robots), "/page": text("page")})
		c, slept := v.client(Config{})
		if _, err := c.Get(t.Context(), Request{URL: v.URL + "/page"}); err != nil {
			t.Fatal(err)
		}
		if len(*slept) != 1 || (*slept)[0] > want || (*slept)[0] < want-time.Second/2 {
			t.Errorf("%q: pauses %v, want one of %v", robots, *slept, want)
		}
	}
}

// A robots.txt without end is read as far as the standard asks for, and the
// rule at its end, which may be half of one, is none.
func TestLongRobots(t *testing.T) {
	fill := strings.Repeat("# nothing to see here\n", robotsSize/22)
	for rules, guard := range map[string]Guard{
		"User-agent: *\nDisallow: /page\n" + fill + fill:                                                        Robots,
		fill + "User-agent: *\nDisallow: /page\n" + fill:                                                        "",
		"User-agent: *\n" + fill[:len(fill)-22] + "Disallow: /page-that-is-another\n" + strings.Repeat(fill, 3): "",
	} {
		v := newVendor(t, map[string]http.HandlerFunc{"/robots.txt": text(rules), "/page": text("page")})
		c, _ := v.client(Config{Retries: -1, Limit: 100})
		_, err := c.Get(t.Context(), Request{URL: v.URL + "/page"})
		if guard != "" {
			wantError(t, err, guard, "robots.txt")
		} else if err != nil {
			t.Error(err)
		}
	}
}
