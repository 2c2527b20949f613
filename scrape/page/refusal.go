package page

import (
	"errors"
	"fmt"

	"github.com/spectab/spectab/model"
)

// A Reason says what a page is instead of documentation that can be read.
type Reason string

// The reasons for which a page is refused. The first six hold for every
// reader; the others are what Suspicion finds.
const (
	Empty       Reason = "empty"
	Binary      Reason = "binary"       // an archive, an image, PDF
	TooLarge    Reason = "too large"    // more than the limit
	Truncated   Reason = "truncated"    // the end is missing
	OtherFormat Reason = "other format" // JSON in .html
	TooDeep     Reason = "too deep"     // elements nested past what the parser takes

	Challenge  Reason = "challenge"   // a test for robots
	NotFound   Reason = "not found"   // an error page that was delivered as a page
	Shell      Reason = "shell"       // scripts make the content
	Login      Reason = "login"       // asks to sign in
	CookieWall Reason = "cookie wall" // asks for consent
	Outage     Reason = "outage"      // the server is being mended, or has failed
)

// A Refusal is a page that is not worth reading. It unwraps to the
// *model.Problem that says so.
type Refusal struct {
	Reason  Reason
	Problem *model.Problem
}

func (r *Refusal) Error() string { return r.Problem.Error() }

func (r *Refusal) Unwrap() error { return r.Problem }

func Refuse(reason Reason, hint, message string) *Refusal {
	return &Refusal{reason, &model.Problem{Message: message, Hint: hint}}
}

// Placed is an error of a reader as a problem of a file.
func Placed(file string, err error) error {
	var refusal *Refusal
	if errors.As(err, &refusal) {
		refusal.Problem.File = file
		return refusal
	}
	var p *model.Problem
	if !errors.As(err, &p) {
		return &model.Problem{File: file, Message: err.Error()}
	}
	p.File = file
	return p
}

func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// Guarded names the guard of problems that have none yet.
func Guarded(problems model.Problems, guard string) {
	for _, p := range problems {
		if p.Guard == "" {
			p.Guard = guard
		}
	}
}

// GuardUnreadable is the guard of a page that is no text in any character set,
// or in another than it says, as model.Problem.Guard has it.
const GuardUnreadable = "unreadable"
