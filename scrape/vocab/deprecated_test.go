package vocab

import "testing"

func TestDeprecates(t *testing.T) {
	for remark, want := range map[string]bool{
		"Deprecated": true, "(deprecated)": true, "deprecated since v2": true, "since v2, deprecated": true, "Deprecated:": true,
		"no longer used": true, "已弃用": true, "устарел": true, "veraltet": true,
		"new": false, "undeprecated": false, "removedX": false, "the deprecated field is missing": false, "": false, "1": false,
	} {
		if got := Deprecates(remark); got != want {
			t.Errorf("%q: %v", remark, got)
		}
	}
}

func TestDeprecation(t *testing.T) {
	for text, want := range map[string]string{
		"The old way (deprecated)":           "deprecated",
		"(Deprecated since 4.2) The old way": "Deprecated since 4.2",
		"Deprecated: use E103":               "Deprecated: use E103",
		"旧的方式（已弃用）":                          "已弃用",
		"Deprecated. Use E103.":              "Deprecated. Use E103.",
		"非推奨。E103を使用。":                       "非推奨。E103を使用。",
		"Withdrawn. Ask again.":              "",
		"The value is deprecated":            "",
		"The file was removed":               "",
		"A list of names: obsolete ones too": "",
		"The way (of old) goes on":           "",
		"Removed":                            "",
	} {
		if got := Deprecation(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
