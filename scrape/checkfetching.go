package scrape

import (
	"net/url"
	"slices"
	"strings"
)

// checkFetching checks what a recipe says of how the page is fetched.
func (r *Recipe) checkFetching(add adder) {
	switch u, err := url.Parse(r.URL); {
	case r.URL == "": // a page that nobody fetches
	case err != nil, u.Host == "":
		add(1, "the address of the page, https://…", "url %q is no address", withoutCredentials(r.URL))
	case u.User != nil:
		add(1, "a page that needs a login cannot be a source; the address stands in the package too", "url carries credentials")
	}
	for _, host := range r.Hosts {
		if u, err := url.Parse("https://" + host); err != nil || u.Host != host || host == "" {
			add(1, "the name alone, such as docs.vendor.example", "hosts: %q is no host", host)
		}
	}
	if r.Render == nil {
		return
	}
	takesURL := slices.ContainsFunc(r.Render, func(arg string) bool { return strings.Contains(arg, "{url}") })
	switch {
	case len(r.Render) == 0 || r.Render[0] == "":
		add(1, `render: [chromium, --headless, --dump-dom, "{url}"]`, "render names no command")
	case strings.Contains(r.Render[0], "{"):
		add(1, `render: [chromium, --headless, --dump-dom, "{url}"]`, "render begins with %q, which is no command", r.Render[0])
	case !takesURL:
		add(1, `add "{url}", which is the address of the page`, "render gives the command no address")
	}
}

// withoutCredentials is an address, or what was meant for one, without what
// must not be printed.
func withoutCredentials(address string) string {
	if i := strings.LastIndex(address, "@"); i >= 0 {
		return "…" + address[i:]
	}
	return address
}
