package recipe

import (
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// A recipe follows its page: to another heading, and down.
func TestFollow(t *testing.T) {
	spec := func(heading string, rows int) *model.Spec {
		return &model.Spec{Tables: []model.Table{{Name: "Code", Heading: heading, Entries: make([]model.Entry, rows)}}}
	}
	const block = "  - codes: Code # Errors\n    under: Errors # Errors of old\n    columns: {code: Code}\n    min: 5 # of 10\n"
	const flow = "  - {codes: Code, under: \"Errors\", columns: {code: Code}, success: ['5'], min: 5}\n"
	for name, c := range map[string]struct {
		recipe    string
		heading   string
		was, rows int
		old, want string
		told      []string
	}{
		"as it was":        {block, "Errors", 10, 10, "", "", nil},
		"more rows":        {block, "Errors", 10, 12, "", "", nil},
		"renamed":          {block, "List of errors (all)", 10, 10, "under: Errors", `under: 'Errors|List of errors \(all\)'`, []string{`table Code: under: Errors|List of errors \(all\)`}},
		"renamed, in flow": {flow, "It's: bad", 10, 10, `under: "Errors"`, `under: 'Errors|It''s: bad'`, []string{"table Code: under: Errors|It's: bad"}},
		"fewer rows":       {block, "Errors", 10, 8, "min: 5", "min: 4", []string{"table Code: min: 4"}},
		"fewer, in flow":   {flow, "Errors", 10, 2, "min: 5", "min: 1", []string{"table Code: min: 1"}},
		"one row fewer":    {block, "Errors", 100, 99, "", "", nil},
		"no row":           {block, "Errors", 10, 0, "", "", nil},
		"no heading":       {block, "", 10, 10, "", "", nil},
		"gone":             {strings.Replace(block, "under", "gone: 2026-01-01\n    under", 1), "Faults", 10, 0, "", "", nil},
		"sections":         {strings.Replace(block, "under", "form: table\n    each: heading\n    under", 1), "Faults", 10, 8, "", "", nil},
	} {
		data := columnsHead + c.recipe
		got, told, err := Follow("source.yaml", []byte(data), spec("Errors", c.was), spec(c.heading, c.rows))
		if want := strings.Replace(data, c.old, c.want, 1); err != nil || string(got) != want || !slices.Equal(told, c.told) {
			t.Errorf("%s: %v, told %q:\n%s", name, err, told, got)
		}
	}
}
