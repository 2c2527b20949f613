package recipe

import (
	"slices"

	"github.com/spectab/spectab/model"
)

// success are the codes that the recipe says mean success. A symbol stands for
// its code; a code need not be on the page, which may list errors alone.
func (t *Table) success(built *model.Table, file string, problems *model.Problems) []string {
	if len(t.Success) > 0 && t.Kind != model.Codes && t.Kind != model.Results {
		problems.Add(file, t.line("success"), "drop it", "success is for codes and results, which table %s does not have", built.Name)
		return nil
	}
	var codes []string
	for _, literal := range t.Success {
		code := string(literal)
		at := slices.IndexFunc(built.Entries, func(e model.Entry) bool { return e.Key == code })
		if built.Find(code) == nil && at >= 0 {
			code = built.Entries[at].Code
		}
		if !built.Holds(code) {
			problems.Add(file, t.line("success"), "a code of the table, or one of their symbols", "success %q is neither a code nor a symbol of table %s", code, built.Name)
			continue
		}
		codes = append(codes, code)
	}
	return codes
}
