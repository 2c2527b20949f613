package guess

import (
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

func TestHeadingType(t *testing.T) {
	for heading, want := range map[string]string{
		"Gateway Opcodes":                    "GatewayOpcode",
		"4.2.1 Reply codes":                  "ReplyCode",
		"Table 71.1. Operator Classes":       "OperatorClass",
		"Level 2.0 codes":                    "",
		"SQLSTATE Codes and Message Texts":   "SQLStateCode",
		"Errors & warnings":                  "ErrorCode",
		"Error codes¶":                       "ErrorCode",
		"Status":                             "Status",
		"Library shelves":                    "LibraryShelf",
		"":                                   "",
		"javax.swing.text.StyleConstants":    "StyleConstant",
		"Error codes returned by usb_submit": "ErrorCode",
		"List of all reply codes":            "ReplyCode",
		"TLS Alert Registry":                 "TLSAlert",
		"errno — Standard system symbols":    "Errno",
		"What every client has to know":      "",
		"Warnings and their categories":      "Warning",
		"错误码":                                "",
		"How to read the table below, first": "",
	} {
		if got := recipe.HeadingType(heading); got != want {
			t.Errorf("%q makes %q, want %q", heading, got, want)
		}
	}
}

func TestNameTables(t *testing.T) {
	guess := func(kind model.Kind, heading string, confidence float64) Guess {
		return Guess{Table: model.Table{Kind: kind, Heading: heading, Confidence: confidence}}
	}
	guesses := []Guess{
		guess(model.Codes, "Close codes", 0.9),
		guess(model.Codes, "Errors", 0.9),
		guess(model.Codes, "返回码", 0.9),
		guess(model.Codes, "返回码", 0.9),
		guess(model.Codes, "Close codes", 0.9),
		guess(model.Params, "Parameters of a call", 0.9),
		guess(model.Params, "", 0.2),
		guess(model.Results, "Gateway events", 0.9),
	}
	nameTables(guesses)
	for i, want := range []string{"CloseCode", "ErrorCode", "Code", "Code2", "CloseCode2", "Param", "Param2", "GatewayEvent"} {
		if got := guesses[i].Table.Name; got != want {
			t.Errorf("guess %d is called %s, want %s", i, got, want)
		}
	}
}

// A list of results alone is called by its kind: the heading is that of the page.
func TestNameOnlyTable(t *testing.T) {
	guesses := []Guess{{Table: model.Table{Kind: model.Results, Heading: "Gateway events", Confidence: 0.9}}, {Table: model.Table{Kind: model.Codes, Confidence: 0.2}}}
	nameTables(guesses)
	if got := guesses[0].Table.Name; got != "Result" {
		t.Errorf("the only likely table is called %s", got)
	}
}

// A header that says what the values are names their type.
func TestNameByHeader(t *testing.T) {
	for _, test := range []struct {
		kind          model.Kind
		header, roles []string
		want          string
	}{
		{model.Results, []string{"Event", "Description"}, []string{"code", "text"}, "Event"},
		{model.Results, []string{"Flags", "Value", "Meaning"}, []string{"key", "code", "text"}, "Flag"},
		{model.Results, []string{"Name", "Value", "Meaning"}, []string{"key", "code", "text"}, "Result"},
		{model.Results, []string{"Status code", "Meaning"}, []string{"code", "text"}, "Result"},
		{model.Results, nil, []string{"code", "text"}, "Result"},
		{model.Codes, []string{"Event", "Description"}, []string{"code", "text"}, "Code"},
	} {
		guesses := []Guess{{Table: model.Table{Kind: test.kind, Confidence: 0.9}, Header: test.header, Roles: test.roles}}
		nameTables(guesses)
		if got := guesses[0].Table.Name; got != test.want {
			t.Errorf("%s under %q is called %s, want %s", test.kind, test.header, got, test.want)
		}
	}
}
