package emitted_test

import (
	"slices"
	"testing"

	"example.com/emitted/parameters"
)

func TestParameters(t *testing.T) {
	equal(t, parameters.ParamFormat.Required(), true)
	equal(t, parameters.ParamTo.Required(), false)
	equal(t, parameters.ParamFormat.Type(), "enum")
	equal(t, parameters.ParamFormat.Default(), "text")
	equal(t, parameters.ParamTo.Max(), 50)
	equalSlices(t, slices.Collect(parameters.ParamFormat.Values()), []string{"html", "text", ""})
	equalSlices(t, slices.Collect(parameters.Formats()), []parameters.Format{parameters.FormatHTML, parameters.FormatText, parameters.FormatEmpty})
	equal(t, parameters.FormatRTF.Known(), false)
	equal(t, parameters.FormatEmpty.Known(), true)
	format, ok := parameters.LookupFormat("text")
	equal(t, format, parameters.FormatText)
	equal(t, ok, true)
}

func TestEmptyTables(t *testing.T) {
	equal(t, parameters.ColorRed.Known(), false)
	equal(t, parameters.CookieSID.Known(), false)
	red, ok := parameters.LookupColor("red")
	equal(t, red, parameters.ColorRed)
	equal(t, ok, true)
	equalSlices(t, slices.Collect(parameters.Colors()), nil)
	equalSlices(t, slices.Collect(parameters.Cookies()), nil)
}
