package scrape

import "github.com/spectab/spectab/model"

// A Reason says what a page is instead of documentation that can be read.
type Reason string

// The reasons for which a page is refused. The first six hold for every
// reader; the others are what Suspicion finds, which a recipe may overrule.
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
)

// A Refusal is a page that is not worth reading. It unwraps to the
// *model.Problem that says so.
type Refusal struct {
	Reason  Reason
	Problem *model.Problem
}

func (r *Refusal) Error() string { return r.Problem.Error() }

func (r *Refusal) Unwrap() error { return r.Problem }

func refuse(reason Reason, hint, message string) *Refusal {
	return &Refusal{reason, &model.Problem{Message: message, Hint: hint}}
}
