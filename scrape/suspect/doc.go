// Package suspect tells a page that was delivered instead of the one that was
// asked for: a challenge, an error page, a login, a request for consent, a
// shell that scripts fill. The phrases are in suspects.txt.
package suspect
