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
