package report

import (
	"testing"

	"github.com/spectab/spectab/model"
)

// These stand in links of others: a change here breaks them.
func TestAnchorsStayForEver(t *testing.T) {
	for _, test := range []struct {
		table  string
		kind   model.Kind
		e      model.Entry
		anchor string
	}{
		{"Code", model.Codes, model.Entry{Code: "002-016"}, "Code-002-016"},
		{"Code", model.Codes, model.Entry{Code: "invalid_grant"}, "Code-invalid_grant"},
		{"Code", model.Codes, model.Entry{Code: "-1"}, "Code--1"},
		{"Code", model.Codes, model.Entry{Code: "a b/c#d~e%"}, "Code-a~20b~2Fc~23d~7Ee~25"},
		{"Code", model.Codes, model.Entry{Code: "é"}, "Code-~C3~A9"},
		{"Code", model.Codes, model.Entry{Code: "5", Key: "TWO", Second: true}, "Code-5~20TWO"},
		{"Limit", model.Constants, model.Entry{Code: "300", Key: "window"}, "Limit-window"},
	} {
		table := &model.Table{Name: test.table, Kind: test.kind}
		if got := newAnchors("").of(table, table.ID(&test.e)); got != test.anchor {
			t.Errorf("%q has the anchor %s, want %s", test.e.Code, got, test.anchor)
		}
	}
}

func TestAnchorsOfEqualCodesDiffer(t *testing.T) {
	a, table := newAnchors(""), &model.Table{Name: "Code"}
	if first, second := a.of(table, "1"), a.of(table, "1"); first != "Code-1" || second != "Code-1~~2" {
		t.Errorf("the anchors are %s and %s", first, second)
	}
}

func FuzzAnchorText(f *testing.F) {
	f.Add("a b", "a~20b")
	f.Add("1~~2", "1")
	f.Fuzz(func(t *testing.T, a, b string) {
		if (anchorText(a) == anchorText(b)) != (a == b) {
			t.Errorf("%q and %q have the anchors %s and %s", a, b, anchorText(a), anchorText(b))
		}
	})
}
