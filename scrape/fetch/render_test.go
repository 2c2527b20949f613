package fetch

import (
	"net"
	"net/http"
	"os/exec"
	"strings"
	"testing"
	"time"
)

func needs(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("no %s here", program)
	}
	return path
}

func TestRender(t *testing.T) {
	sh := needs(t, "sh")
	v := newVendor(t, map[string]http.HandlerFunc{"/robots.txt": text("User-agent: *\nDisallow: /private\n")})
	c, _ := v.client(Config{Retries: -1, Limit: 1000, Total: 5 * time.Second})
	for _, test := range []struct {
		name, path string
		command    []string
		want       string
		guard      Guard
	}{
		{"prints", "/page", []string{sh, "-c", `printf '<p>%s' "$1"`, "sh", Placeholder}, "<p>" + v.URL + "/page", ""},
		{"no shell", "/$(id)", []string{"echo", Placeholder, "; id", "$HOME"}, v.URL + "/$(id) ; id $HOME\n", ""},
		{"is told the guard", "/page", []string{sh, "-c", `case "$https_proxy" in http://127.0.0.1:*) printf yes;; esac`}, "yes", ""},
		{"fails", "/page", []string{sh, "-c", "echo why >&2; exit 7"}, "it says: why", Render},
		{"is not there", "/page", []string{"no-such-program"}, "is not there", Render},
		{"prints without end", "/page", []string{sh, "-c", "yes"}, "larger", Size},
		{"is forbidden", "/private", []string{"echo", "x"}, "robots.txt", Robots},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := c.Render(t.Context(), test.command, Request{URL: v.URL + test.path})
			if test.guard != "" {
				wantError(t, err, test.guard, test.want)
				return
			}
			if err != nil || string(p.Body) != test.want || p.Extension() != "html" {
				t.Errorf("got %q, want %q (%v)", p.Body, test.want, err)
			}
		})
	}
}

// A command that never ends is ended, and what it started with it.
func TestRenderEndsWhatHangs(t *testing.T) {
	sh := needs(t, "sh")
	v := newVendor(t, nil)
	c, _ := v.client(Config{Retries: -1, Total: 300 * time.Millisecond})
	_, err := c.Render(t.Context(), []string{sh, "-c", "sleep 60 & sleep 60; true"}, Request{URL: v.URL})
	wantError(t, err, Timeout)
}

func TestRenderRefusesPrivateHosts(t *testing.T) {
	c := New(Config{})
	_, err := c.Render(t.Context(), []string{"echo", "x"}, Request{URL: "https://127.0.0.1/"})
	wantError(t, err, Address)
}

// What a command connects to by itself passes the guard, or does not.
func TestGuardOfCommands(t *testing.T) {
	v := newVendor(t, map[string]http.HandlerFunc{"/page": text("through the guard")})
	for _, private := range []bool{true, false} {
		c, _ := v.client(Config{})
		c.config.AllowPrivate = private
		g, err := c.startGuard()
		if err != nil {
			t.Fatal(err)
		}
		defer g.stop()
		conn, err := net.Dial("tcp", g.address)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		request := "CONNECT " + v.Listener.Addr().String() + " HTTP/1.1\r\nHost: x\r\n\r\n"
		if _, err := conn.Write([]byte(request)); err != nil {
			t.Fatal(err)
		}
		answer := make([]byte, 12)
		if _, err := conn.Read(answer); err != nil {
			t.Fatal(err)
		}
		if got := string(answer) == "HTTP/1.1 200"; got != private {
			t.Errorf("with AllowPrivate %v, the guard says %q", private, answer)
		}
		if (g.refusal() == "") != private {
			t.Errorf("with AllowPrivate %v, the guard refused %q", private, g.refusal())
		}
	}
}

// A page that a script makes, seen by a real browser through the guard.
func TestRenderWithChromium(t *testing.T) {
	chromium := needs(t, "chromium")
	if testing.Short() {
		t.Skip("a browser takes a while")
	}
	v := newVendor(t, map[string]http.HandlerFunc{
		"/page": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write([]byte(`<!doctype html><div id="app"></div><script>
				fetch("/codes").then(r => r.json()).then(codes => {
					document.getElementById("app").innerHTML = "<table><tr><th>Code<th>Text</tr>" +
						codes.map(c => "<tr><td>" + c[0] + "<td>" + c[1] + "</tr>").join("") + "</table>"})
				</script>`))
		},
		"/codes": text(`[["E1", "one"], ["E2", "two"]]`),
	})
	command := []string{
		chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + t.TempDir(),
		"--ignore-certificate-errors", // of the test's server
		"--proxy-server={proxy}", "--proxy-bypass-list=<-loopback>", "--virtual-time-budget=5000", "--dump-dom", Placeholder,
	}
	c, _ := v.client(Config{Retries: -1, Total: 2 * time.Minute})
	p, err := c.Render(t.Context(), command, Request{URL: v.URL + "/page"})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(p.Body), "<td>E2</td><td>two</td>") {
		t.Errorf("the page is\n%s", p.Body)
	}
	c.config.AllowPrivate = false // what the browser connects to by itself is private
	u, _ := parseURL(v.URL+"/page", false)
	_, err = c.run(t.Context(), command, u)
	wantError(t, err, Address, v.Listener.Addr().String())
}
