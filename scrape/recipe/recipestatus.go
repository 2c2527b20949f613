package recipe

import (
	"slices"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/vocab"
)

// checkStatuses wants one source of groups: sections, or statuses.
func (t *Table) checkStatuses(add adder) {
	switch {
	case t.Groups == "":
	case t.Groups != byStatus:
		add(t.line("groups"), Nearest(t.Groups, []string{byStatus}), "groups cannot be by %q", t.Groups)
	case t.has("group") || t.Each == "group":
		add(t.line("groups"), "drop one of them", "table %s has groups of the page, and groups by status", t.Name)
	case !slices.Contains([]model.Kind{model.Codes, model.Results}, t.Kind):
		add(t.line("groups"), "drop it", "groups by status are for codes and results, and %s has %s", t.Name, t.Kind)
	}
}

// status is the status of HTTP of a row, which its phrase may follow: 401
// Unauthorized.
func (rd *reading) status(r *row) int {
	if r.cells.of("http") == "" {
		return 0
	}
	if n := vocab.StatusOf(r.cells.of("http")); n > 0 {
		return n
	}
	return rd.number(r, "http")
}

// byStatus is what a recipe writes for groups that are classes of statuses.
const byStatus = "status"
