package drift

import (
	"strings"
	"testing"
)

func TestAccept(t *testing.T) {
	list := []Acceptance{
		{Fingerprint: "aa", Reason: "we know", Expires: "2026-12-31", File: "accepted.yaml", Line: 1},
		{Fingerprint: "bb", Reason: "we knew", Expires: "2026-11-21", File: "accepted.yaml", Line: 4},
		{Fingerprint: "dd", Reason: "long gone", Expires: "2026-12-31", File: "accepted.yaml", Line: 7},
		{Fingerprint: "cc", Reason: "today still", Expires: "2026-11-22", File: "accepted.yaml", Line: 10},
		{Rule: "limit-tightened", Table: "Limit", Reason: "told by mail", Expires: "2026-12-31", File: "accepted.yaml", Line: 13},
		{Rule: "links", Reason: "who cares", Expires: "2026-12-31", File: "accepted.yaml", Line: 16},
		{Rule: "links", Table: "Other", Reason: "long ago", Expires: "2020-12-31", File: "accepted.yaml", Line: 19},
	}
	changes := []Change{
		{Fingerprint: "aa"},
		{Fingerprint: "bb"},
		{Fingerprint: "cc"},
		{ID: "limit-tightened", Table: "Limit", Level: Breaking},
		{ID: "limit-tightened", Table: "Code", Level: Breaking},
		{ID: "links", Table: "Code"},
		{Fingerprint: "ff", Cause: "aa"},
	}
	got := Accept(changes, list, "2026-11-22").Error()
	for _, want := range []string{
		"accepted.yaml:4: the acceptance of bb expired on 2026-11-21", "accepted.yaml:7: no change has the fingerprint dd",
		"accepted.yaml:13: the acceptance of limit-tightened in Limit hides 1 breaking", "accepted.yaml:19: the acceptance of links in Other expired on 2020-12-31",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the problems are %q, want %q", got, want)
		}
	}
	if strings.Count(got, "\n") != 3 {
		t.Errorf("the problems are %q", got)
	}
	for i, want := range []string{
		"we know; until 2026-12-31", "", "today still; until 2026-11-22", "told by mail; until 2026-12-31", "", "who cares; until 2026-12-31", "we know; until 2026-12-31",
	} {
		if changes[i].Accepted != want {
			t.Errorf("%s is accepted by %q, want %q", changes[i].Fingerprint, changes[i].Accepted, want)
		}
	}
}

func TestRelevel(t *testing.T) {
	changes := []Change{{ID: "code-added", Level: Dangerous}, {ID: "code-removed", Level: Dangerous}, {ID: "links", Level: Cosmetic}}
	changes = Relevel(changes, map[string]Level{"code-added": Compatible, "links": Off})
	if len(changes) != 2 || changes[0].Level != Compatible || changes[1].Level != Dangerous {
		t.Errorf("the levels are %s and %s", changes[0].Level, changes[1].Level)
	}
}

func TestLevels(t *testing.T) {
	for _, name := range Levels() {
		if level, err := ParseLevel(name); err != nil || level.String() != name {
			t.Errorf("%s is read as %s, %v", name, level, err)
		}
	}
	if _, err := ParseLevel("bad"); err == nil || !strings.Contains(err.Error(), "off, cosmetic, compatible, dangerous, breaking") {
		t.Errorf("the error is %v", err)
	}
}
