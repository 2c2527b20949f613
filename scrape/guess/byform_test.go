package guess

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
)

// A line is a heading and the names of the list below it.
func TestListsOfOtherNamesArePartsOfTheirOwn(t *testing.T) {
	for _, test := range []struct {
		lists string
		parts string
	}{
		{"Tags: forms routes workers / Forms: forms.E001 forms.W002 / Routes: routes.E001", "forms routes workers | forms.E001 forms.W002 routes.E001"},
		{"Tags: forms routes s3 / Forms: forms.E001 forms.W002", "forms routes s3 forms.E001 forms.W002"},
		{"Pool: POOL_FULL POOL_ERROR POOL_LOST / Timer: TIMER_ON TIMER_OFF TIMER_NEW", "POOL_FULL POOL_ERROR POOL_LOST TIMER_ON TIMER_OFF TIMER_NEW"},
		{"The pool: POOL_FULL POOL_ERROR POOL_LOST / Model timer: TIMER_ON TIMER_OFF TIMER_NEW", "POOL_FULL POOL_ERROR POOL_LOST TIMER_ON TIMER_OFF TIMER_NEW"},
		{"Options: IP_TTL IP_TOS SO_PEER / ERRORS: EACCES EAGAIN", "IP_TTL IP_TOS SO_PEER | EACCES EAGAIN"},
		{"Options: IP_TTL IP_TOS SO_PEER / Notes: EACCES EAGAIN", "IP_TTL IP_TOS SO_PEER EACCES EAGAIN"},
		{"Options: IPTTL IPTOS SOPEER / ERRORS: EACCES EAGAIN", "IPTTL IPTOS SOPEER EACCES EAGAIN"},
		{"Errors: POOL_FULL POOL_ERROR POOL_LOST / Flags: TIMER_ON TIMER_OFF TIMER_NEW", "POOL_FULL POOL_ERROR POOL_LOST | TIMER_ON TIMER_OFF TIMER_NEW"},
	} {
		var parts []string
		for _, c := range byForm(candidateOf(test.lists)) {
			var names []string
			for _, r := range c.Rows {
				names = append(names, r.Cells[0].Text())
			}
			parts = append(parts, strings.Join(names, " "))
		}
		if got := strings.Join(parts, " | "); got != test.parts {
			t.Errorf("%s: %s, want %s", test.lists, got, test.parts)
		}
	}
}

func candidateOf(lists string) record.Candidate {
	c := record.Candidate{Form: "list", Template: "x"}
	for part, list := range strings.Split(lists, " / ") {
		heading, names, _ := strings.Cut(list, ": ")
		for _, name := range strings.Fields(names) {
			text := "Something is so."
			if part == 0 {
				text = "An error occurred."
			}
			cells := []page.Cell{{Lines: []page.Line{{Text: name}}}, {Lines: []page.Line{{Text: text}}}}
			c.Rows = append(c.Rows, record.CandidateRow{Cells: cells, Group: heading, Part: part})
		}
	}
	return c
}
