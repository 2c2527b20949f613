package guess

import (
	"testing"

	"github.com/spectab/spectab/model"
)

func TestKindOf(t *testing.T) {
	type columns []stat
	named := func(header string) stat { return stat{header: header, codes: 1} }
	numbered := func(header string) stat { return stat{header: header, codes: 1, numbers: 1} }
	for name, c := range map[string]struct {
		heading string
		columns columns
		roles   []string
		want    model.Kind
	}{
		"codes":                            {"Errors", columns{named("Code"), named("Text")}, []string{"code", "text"}, model.Codes},
		"a header of fields":               {"Errors", columns{named("Field"), named("Text")}, []string{"code", "text"}, model.Fields},
		"a header of parameters":           {"Errors", columns{named("Parameter"), named("Text")}, []string{"code", "text"}, model.Params},
		"a heading of parameters":          {"Parameters", columns{named(""), named("")}, []string{"code", "text"}, model.Params},
		"numbers under one":                {"Parameters", columns{numbered(""), named("")}, []string{"code", "text"}, model.Params},
		"a heading with a word of them":    {"Parameters of mills", columns{named(""), named("")}, []string{"code", "text"}, model.Params},
		"numbers under that":               {"Parameters of mills", columns{numbered(""), named("")}, []string{"code", "text"}, model.Codes},
		"a heading with a word of codes":   {"Parameter codes", columns{named(""), named("")}, []string{"code", "text"}, model.Codes},
		"a header under one of parameters": {"Parameters", columns{named("Code"), named("Text")}, []string{"code", "text"}, model.Codes},
		"a column of types":                {"", columns{named("Name"), named("Type")}, []string{"code", "type"}, model.Params},
		"one beside numbers":               {"", columns{numbered("Code"), named("Type")}, []string{"code", "type"}, model.Codes},
		"one beside codes that are named":  {"", columns{named("Code"), named("Type")}, []string{"code", "type"}, model.Params},
		"types as symbols":                 {"", columns{numbered("No"), named("Type")}, []string{"code", "key"}, model.Codes},
		"a column of defaults":             {"", columns{named("Name"), named("Default")}, []string{"code", "default"}, model.Params},
		"what has to be there":             {"", columns{named("Name"), named("Required")}, []string{"code", "required"}, model.Params},
		"fields by their heading":          {"Response fields", columns{named(""), named("Type")}, []string{"code", "type"}, model.Fields},
		"limits":                           {"", columns{{header: "Resource", phrases: true}, named("Limit")}, []string{"code", ""}, model.Params},
		"limits of codes":                  {"", columns{named("Code"), named("Limit")}, []string{"code", ""}, model.Codes},
	} {
		if got := kindOf(c.heading, c.columns, c.roles); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
