package fetch

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// A Guard names what stopped a fetch. The names are those of messages and of
// --accept.
type Guard string

// What can stop a fetch. Network and Timeout are failures: nobody refused
// anything, and the same call may succeed later.
const (
	Network   Guard = "network"    // no answer: name, connection
	Timeout   Guard = "timeout"    // no answer in time
	URL       Guard = "url"        // not an address that is ever asked
	Address   Guard = "address"    // a host with a private address
	Redirect  Guard = "redirect"   // to another host, in a circle, or without an end
	TLS       Guard = "tls"        // a certificate that does not hold
	Status    Guard = "status"     // any answer but 200 and 304
	RateLimit Guard = "rate-limit" // asked to come back much later
	Robots    Guard = "robots"     // forbidden by robots.txt
	Size      Guard = "size"       // larger than the limit
	Encoding  Guard = "encoding"   // compressed in a way that cannot be undone
	Truncated Guard = "truncated"  // the body did not arrive whole
	Render    Guard = "render"     // the command that prints the page failed
)

// An Error is the reason that a page could not be fetched.
type Error struct {
	Guard   Guard
	URL     string // of the hop that failed, without credentials
	Message string // what was seen, and what was expected
	Hint    string // what the user can do

	err   error
	after time.Duration // from Retry-After; 0 where there was none
	again bool          // worth another try

	status int // of the answer; 0 where there was none
}

// Error is "address: message", with the hint on a line below.
func (e *Error) Error() string {
	text := e.URL + ": " + e.Message
	if e.Hint != "" {
		text += "\n\t" + e.Hint
	}
	return text
}

// Unwrap returns the error of the network or of a decoder, or nil.
func (e *Error) Unwrap() error { return e.err }

// Refused reports whether a guard stopped the fetch; otherwise the network
// failed.
func (e *Error) Refused() bool { return e.Guard != Network && e.Guard != Timeout }

func refuse(guard Guard, u *url.URL, hint, format string, args ...any) *Error {
	return &Error{Guard: guard, URL: u.String(), Message: fmt.Sprintf(format, args...), Hint: hint}
}

// cause is the message of an error of net/http without the address, which may
// hold what must not be printed.
func cause(err error) string {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	return strings.ReplaceAll(err.Error(), "\n", " ")
}
