package recipe

import (
	"maps"
	"net/url"
	"slices"
	"strings"
)

// checkFetching checks what a recipe says of how the page is fetched.
func (r *Recipe) checkFetching(add adder) {
	if r.URL != "" { // else nobody fetches the page
		r.checkAddress(add, "url", r.URL)
	}
	for _, stem := range slices.Sorted(maps.Keys(r.Pages)) {
		if p, err := ParsePageName(stem + ".html"); err != nil || p.Part == "" && p.Language == "" || stem != p.stem() {
			add(r.line("pages"), "page.<language> or page-<part>: the name of the file without its extension", "pages: %q is no name of a further page", stem)
		}
		r.checkAddress(add, "pages: "+stem, r.Pages[stem])
	}
	for _, host := range r.Hosts {
		if u, err := url.Parse("https://" + host); err != nil || u.Host != host || host == "" {
			add(r.line("hosts"), "the name alone, such as docs.vendor.example", "hosts: %q is no host", host)
		}
	}
	if r.Render == nil {
		return
	}
	takesURL := slices.ContainsFunc(r.Render, func(arg string) bool { return strings.Contains(arg, "{url}") })
	switch {
	case len(r.Render) == 0 || r.Render[0] == "":
		add(r.line("render"), `render: [chromium, --headless, --dump-dom, "{url}"]`, "render names no command")
	case strings.Contains(r.Render[0], "{"):
		add(r.line("render"), `render: [chromium, --headless, --dump-dom, "{url}"]`, "render begins with %q, which is no command", r.Render[0])
	case !takesURL:
		add(r.line("render"), `add "{url}", which is the address of the page`, "render gives the command no address")
	}
}

func (r *Recipe) checkAddress(add adder, what, address string) {
	key, _, _ := strings.Cut(what, ":")
	switch u, err := url.Parse(address); {
	case err != nil, u.Host == "":
		add(r.line(key), "the address of the page, https://…", "%s %q is no address", what, withoutCredentials(address))
	case u.User != nil:
		add(r.line(key), "a page that needs a login cannot be a source; the address stands in the package too", "%s carries credentials", what)
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
