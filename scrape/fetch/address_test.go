package fetch

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

var quiet = log.New(io.Discard, "", 0)

func TestAddressesThatAreNeverAsked(t *testing.T) {
	c := New(Config{Retries: -1})
	for _, test := range []struct {
		address string
		guard   Guard
		message string
	}{
		{"http://example.com/", URL, "only https"},
		{"file:///etc/passwd", URL, `not "file"`},
		{"ftp://example.com/", URL, `not "ftp"`},
		{"https:///page", URL, "no host"},
		{"page.html", URL, "only https"},
		{"https://exa mple.com/", URL, "cannot be parsed"},
		{"https://me:secret@example.com/", URL, "credentials"},
		{"https://secret@exa mple.com/", URL, "cannot be parsed"},
	} {
		_, err := c.Get(t.Context(), Request{URL: test.address})
		wantError(t, err, test.guard, test.message)
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("the message tells the credentials: %v", err)
		}
	}
}

// The check is made by the function that the dialer calls, after it has
// resolved the name and before it sends anything.
func TestControlRefusesPrivateAddresses(t *testing.T) {
	c := New(Config{})
	for _, test := range []struct {
		address string
		ok      bool
	}{
		{"93.184.216.34:443", true},
		{"93.184.216.34:8443", true},
		{"[2606:2800:220:1:248:1893:25c8:1946]:443", true},
		{"127.0.0.1:443", false},
		{"127.8.9.10:443", false},
		{"0.0.0.0:443", false},
		{"10.1.2.3:443", false},
		{"172.31.0.1:443", false},
		{"192.168.1.1:443", false},
		{"100.64.0.1:443", false},
		{"169.254.169.254:443", false},
		{"224.0.0.1:443", false},
		{"255.255.255.255:443", false},
		{"[::1]:443", false},
		{"[::]:443", false},
		{"[fe80::1%eth0]:443", false},
		{"[fd00::1]:443", false},
		{"[fd00:ec2::254]:443", false},
		{"[::ffff:127.0.0.1]:443", false},
		{"[64:ff9b::7f00:1]:443", false},
		{"[2002:7f00:1::]:443", false},
	} {
		network := "tcp4"
		if strings.HasPrefix(test.address, "[") {
			network = "tcp6"
		}
		if err := c.public.Safe(network, test.address, nil); (err == nil) != test.ok {
			t.Errorf("%s: %v", test.address, err)
		}
	}
}

func TestPrivateHostsAreRefused(t *testing.T) {
	v := newVendor(t, map[string]http.HandlerFunc{"/": text("x")})
	c, _ := v.client(Config{Retries: -1})
	c.config.AllowPrivate = false
	_, err := c.Get(t.Context(), Request{URL: v.URL})
	wantError(t, err, Address, "127.0.0.1", "--allow-private")
	if len(v.requests) != 0 {
		t.Errorf("%d requests were sent", len(v.requests))
	}
}

// rebinding is a name server that gives a public address to the first who
// asks and loopback to all others.
func rebinding(t *testing.T) *net.Resolver {
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	var asked atomic.Int32
	go func() {
		packet := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(packet)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(packet[:n]) != nil || len(m.Questions) == 0 {
				continue
			}
			m.Header.Response = true
			m.Additionals = nil
			if m.Questions[0].Type == dnsmessage.TypeA {
				ip := netip.MustParseAddr("127.0.0.1")
				if asked.Add(1) == 1 {
					ip = netip.MustParseAddr("93.184.216.34")
				}
				m.Answers = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{Name: m.Questions[0].Name, Class: dnsmessage.ClassINET, TTL: 0},
					Body:   &dnsmessage.AResource{A: ip.As4()},
				}}
			}
			reply, err := m.Pack()
			if err == nil {
				conn.WriteTo(reply, from)
			}
		}
	}()
	dialer := net.Dialer{}
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
		return dialer.DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

// A name that was public when it was checked is private when it is connected
// to.
func TestRebindingDoesNotPass(t *testing.T) {
	v := newVendor(t, map[string]http.HandlerFunc{"/": text("x")})
	c, _ := v.client(Config{Retries: -1})
	c.config.AllowPrivate = false
	c.resolver = rebinding(t)
	_, port, _ := net.SplitHostPort(v.Listener.Addr().String())
	u, failed := parseURL("https://vendor.test:"+port, false)
	if failed != nil {
		t.Fatal(failed)
	}
	if failed := c.checkHost(t.Context(), u); failed != nil {
		t.Fatalf("the name is not public at first: %v", failed)
	}
	_, err := c.Get(t.Context(), Request{URL: u.String()})
	wantError(t, err, Address, "127.0.0.1")
	if len(v.requests) != 0 {
		t.Errorf("%d requests were sent", len(v.requests))
	}
}
