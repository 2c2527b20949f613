package scrape

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/spectab/spectab/model"
)

// httpStatus is a status of HTTP at the front of a heading or a cell: 400 Bad
// Request, HTTP 404.
var httpStatus = regexp.MustCompile(`^(?:HTTP(?:/[\d.]+)?\s+)?(?:status\s+)?([1-5]\d\d)\b`)

// statusOf is the status of HTTP that a text begins with, or 0.
func statusOf(text string) int {
	m := httpStatus.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1]) // three digits
	return n
}

// isStatus reports whether a code is a status of HTTP itself.
func isStatus(text string) bool { return len(text) >= 3 && statusOf(text) > 0 }

// byStatus is what a recipe writes for groups that are classes of statuses.
const byStatus = "status"

// statusClasses are the classes of HTTP statuses by their first digit (RFC 9110,
// section 15).
var statusClasses = [...]string{1: "Informational", 2: "Successful", 3: "Redirection", 4: "Client Error", 5: "Server Error"}

// statusClass is the class of the status that an entry comes with, or is
// itself; "" where there is none.
func statusClass(e *model.Entry) string {
	status := e.HTTP
	if status == 0 && len(e.Code) == 3 {
		status = statusOf(e.Code)
	}
	if class := status / 100; class > 0 && class < len(statusClasses) {
		return statusClasses[class]
	}
	return ""
}

// checkStatuses wants one source of groups: sections, or statuses.
func (t *Table) checkStatuses(add adder) {
	switch {
	case t.Groups == "":
	case t.Groups != byStatus:
		add(t.line("groups"), Nearest(t.Groups, []string{byStatus}), "groups cannot be by %q", t.Groups)
	case t.Columns["group"] != nil || t.Each == "group":
		add(t.line("groups"), "drop one of them", "table %s has groups of the page, and groups by status", t.Name)
	case !slices.Contains([]model.Kind{model.Codes, model.Results}, t.Kind):
		add(t.line("groups"), "drop it", "groups by status are for codes and results, and %s has %s", t.Name, t.Kind)
	}
}

// status is the status of HTTP of a row, which its phrase may follow: 401
// Unauthorized.
func (rd *reading) status(r *row) int {
	if r.cells["http"] == "" {
		return 0
	}
	if n := statusOf(r.cells["http"]); n > 0 {
		return n
	}
	return rd.number(r, "http")
}

// isRegistered reports whether a number may be a status of HTTP: the classes
// are registered up to 103, 226, 308, 451 and 511.
func isRegistered(number string) bool {
	n, err := strconv.Atoi(number)
	return err == nil && len(number) == 3 && n >= 100 && n <= 511 && n%100 <= []int{3, 26, 8, 51, 11}[n/100-1]
}
