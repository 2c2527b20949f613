package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"time"
)

// What the arguments of a rendering command have for the address of the page,
// and for that of the proxy to use, which the environment names too; but not
// every browser looks there.
const (
	Placeholder      = "{url}"
	ProxyPlaceholder = "{proxy}"
)

// Render runs a command that prints the page, such as a browser without a
// window, and no shell. What holds for Get holds here as far as it can: the
// address, robots.txt, the host's turn, the limits of size and time. The
// command's connections go through a proxy of this process, named in its
// environment, which refuses private addresses as Get does.
func (c *Client) Render(ctx context.Context, command []string, r Request) (*Page, error) {
	u, failed := parseURL(r.URL, false)
	if failed != nil {
		return nil, failed
	}
	if failed := c.checkHost(ctx, u); failed != nil {
		return nil, failed
	}
	h, err := c.take(ctx, u.Hostname())
	if err != nil {
		return nil, err
	}
	defer h.leave()
	limited, cancel := context.WithTimeoutCause(ctx, c.config.Total, errTotal)
	defer cancel()
	body, err := c.print(limited, command, h, u)
	if err != nil {
		return nil, c.inTime(ctx, limited, u, err)
	}
	return &Page{Body: body, URL: u.String(), Type: "text/html", SHA256: digest(body)}, nil
}

// print runs the command when the host lets it.
func (c *Client) print(ctx context.Context, command []string, h *host, u *url.URL) ([]byte, error) {
	if err := c.obey(ctx, h, u); err != nil {
		return nil, err
	}
	if err := c.pause(ctx, h); err != nil {
		return nil, err
	}
	defer func() { h.last = time.Now() }()
	return c.run(ctx, command, u)
}

// arguments puts the addresses into a command.
func arguments(command []string, page, proxy string) []string {
	by := strings.NewReplacer(Placeholder, page, ProxyPlaceholder, proxy)
	list := make([]string, len(command))
	for i, arg := range command {
		list[i] = by.Replace(arg)
	}
	return list
}

// run runs a command and returns what it prints.
func (c *Client) run(ctx context.Context, command []string, u *url.URL) ([]byte, error) {
	guard, err := c.startGuard()
	if err != nil {
		return nil, refuse(Render, u, "", "no guard for the command: %v", err)
	}
	defer guard.stop()
	limited, cancel := context.WithCancel(ctx)
	defer cancel()
	command = arguments(command, u.String(), guard.proxy())
	cmd := exec.CommandContext(limited, command[0], command[1:]...)
	cmd.Env = append(os.Environ(), guard.environment()...)
	cmd.WaitDelay = 5 * time.Second
	ownGroup(cmd)
	out := &capped{limit: c.config.Limit, full: cancel}
	noise := &capped{limit: 64 << 10, full: func() {}}
	cmd.Stdout, cmd.Stderr = out, noise
	err = cmd.Run()
	switch {
	case out.over:
		return nil, c.sizeError(u)
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case guard.refusal() != "":
		return nil, refuse(Address, u, privateHint, "%s wanted to connect to a host without a public address, %s", command[0], guard.refusal())
	case errors.Is(err, exec.ErrNotFound):
		return nil, refuse(Render, u, "install it, or correct render: in the recipe", "the command %s is not there", command[0])
	case err != nil:
		return nil, refuse(Render, u, lastLine(noise.String()), "%s failed: %v", command[0], err)
	}
	return out.Bytes(), nil
}

// capped keeps what is written up to a limit.
type capped struct {
	bytes.Buffer
	limit int64
	over  bool
	full  func()
}

func (b *capped) Write(p []byte) (int, error) {
	if b.over = b.over || int64(b.Len()+len(p)) > b.limit; b.over {
		b.full()
		return len(p), nil
	}
	return b.Buffer.Write(p)
}

// ReadFrom is not that of the buffer, which knows no limit.
func (b *capped) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{b}, r)
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	if line := lines[len(lines)-1]; line != "" {
		return fmt.Sprintf("it says: %.200s", line)
	}
	return ""
}
