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

func TestOptionsAndTypedNames(t *testing.T) {
	entries := func(list ...model.Entry) *Guess {
		return &Guess{Roles: []string{"code", "type"}, Table: model.Table{Entries: list}}
	}
	for name, c := range map[string]struct {
		guess          *Guess
		header         string
		options, typed bool
	}{
		"options":         {entries(model.Entry{Code: "--deep"}, model.Entry{Code: "-d"}, model.Entry{Code: "file"}), "", true, false},
		"half of them":    {entries(model.Entry{Code: "--deep"}, model.Entry{Code: "file"}), "", false, false},
		"numbers":         {entries(model.Entry{Code: "-1"}, model.Entry{Code: "-2"}), "", false, false},
		"types":           {entries(model.Entry{Code: "width", Type: "int"}, model.Entry{Code: "name", Type: "string"}, model.Entry{Code: "x"}), "", false, true},
		"one type":        {entries(model.Entry{Code: "width", Type: "int"}, model.Entry{Code: "name", Type: "int"}), "", false, false},
		"half of types":   {entries(model.Entry{Code: "width", Type: "int"}, model.Entry{Code: "name", Type: "string"}, model.Entry{Code: "x"}, model.Entry{Code: "y"}), "", false, false},
		"of constants":    {entries(model.Entry{Code: "WIDTH", Type: "int"}, model.Entry{Code: "NAME", Type: "string"}), "", false, false},
		"below a header":  {entries(model.Entry{Code: "width", Type: "int"}, model.Entry{Code: "name", Type: "string"}), "Type", false, false},
		"nothing at all":  {entries(), "", false, false},
		"a type for each": {entries(model.Entry{Code: "a", Type: "int"}, model.Entry{Code: "b", Type: "string"}), "", false, true},
	} {
		stats := []stat{{}, {header: c.header}}
		if options, typed := c.guess.areOptions(), c.guess.isTyped(stats); options != c.options || typed != c.typed {
			t.Errorf("%s: options %v, typed %v", name, options, typed)
		}
	}
}
