package main

import (
	"testing"

	"github.com/spectab/spectab/model/drift"
)

func TestRaisedFrom(t *testing.T) {
	for _, test := range []struct {
		from, to string
		want     drift.Bump
	}{
		{"v1.2.3", "v1.2.3", drift.None},
		{"v1.2.3", "v1.2.2", drift.None},
		{"v1.2.3", "v1.1.9", drift.None},
		{"v1.2.3", "v1.2.4", drift.Patch},
		{"v1.2.3", "sub/v1.3.0", drift.Minor},
		{"1.9.3", "v2.0.0-rc.1", drift.Major},
		{"v0.2.3", "v0.3.0", drift.Major},
		{"v0.2.3", "v0.2.4", drift.Patch},
		{"v0.9.0", "v1.0.0", drift.Major},
	} {
		from, ok1 := parseVersion(test.from)
		to, ok2 := parseVersion(test.to)
		if got := raisedFrom(from, to); got != test.want || !ok1 || !ok2 {
			t.Errorf("from %s to %s: %s, want %s (%v, %v)", test.from, test.to, got, test.want, ok1, ok2)
		}
	}
	for _, tag := range []string{"main", "v1", "v1.2", "v1.2.x", "HEAD~1", ""} {
		if v, ok := parseVersion(tag); ok {
			t.Errorf("%q is version %v", tag, v)
		}
	}
}
