package vocab

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// httpStatus is a status of HTTP at the front of a heading or a cell: 400 Bad
// Request, HTTP 404.
var httpStatus = regexp.MustCompile(`^(?:HTTP(?:/[\d.]+)?\s+)?(?:status\s+)?([1-5]\d\d)\b`)

// StatusOf is the status of HTTP that a text begins with, or 0.
func StatusOf(text string) int {
	if text == "" || strings.IndexByte("12345Hs", text[0]) < 0 {
		return 0
	}
	m := httpStatus.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1]) // three digits
	return n
}

// IsStatus reports whether a code is a status of HTTP itself.
func IsStatus(text string) bool { return len(text) >= 3 && StatusOf(text) > 0 }

// statusClasses are the classes of HTTP statuses by their first digit (RFC 9110,
// section 15).
var statusClasses = [...]string{1: "Informational", 2: "Successful", 3: "Redirection", 4: "Client Error", 5: "Server Error"}

// StatusClass is the class of the status that an entry comes with, or is
// itself; "" where there is none.
func StatusClass(e *model.Entry) string {
	status := e.HTTP
	if status == 0 && len(e.Code) == 3 {
		status = StatusOf(e.Code)
	}
	if class := status / 100; class > 0 && class < len(statusClasses) {
		return statusClasses[class]
	}
	return ""
}

// IsRegistered reports whether a number may be a status of HTTP: the classes
// are registered up to 103, 226, 308, 451 and 511.
func IsRegistered(number string) bool {
	n, err := strconv.Atoi(number)
	return err == nil && len(number) == 3 && n >= 100 && n <= 511 && n%100 <= []int{3, 26, 8, 51, 11}[n/100-1]
}
