package vocab

import "regexp"

// What stands before the lines of an example: the first line of a message of
// HTTP, and numbers that a rendition gives its lines.
var (
	HTTPStart  = regexp.MustCompile(`^HTTP/\d(?:\.\d)? \d{3}\b`)
	LineNumber = regexp.MustCompile(`^\s*\d+ ?`)
)
