package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/spectab/spectab/model/drift"
)

func history() *History {
	h := &History{Source: "acme-login"}
	first, second := login(), login()
	second.Tables[0].Entries = second.Tables[0].Entries[:1]
	second.Tables[1].Entries[0].Max = 30
	h.Add(Commit{Hash: strings.Repeat("a", 40), Date: "2026-01-05", Subject: "first\x1b[2J"}, drift.Compare(nil, first), first)
	h.Add(Commit{Hash: strings.Repeat("b", 40), Date: "2026-02-05", Subject: "nothing"}, drift.Compare(first, login()), login())
	h.Add(Commit{Hash: strings.Repeat("c", 40), Date: "2026-03-05", Subject: "less"}, drift.Compare(first, second), second)
	return h
}

func TestHistory(t *testing.T) {
	h := history()
	if len(h.Steps) != 2 || len(h.Steps[0].Changes) != 4 {
		t.Fatalf("%d steps", len(h.Steps))
	}
	var b bytes.Buffer
	if err := HistoryText(&b, h, false); err != nil {
		t.Fatal(err)
	}
	golden(t, "history.txt", b.Bytes())
}

func TestHistoryOfOneCode(t *testing.T) {
	h := history()
	if err := h.Only([]string{"jwt_invalid"}); err != nil || len(h.Steps) != 1 || h.Steps[0].Changes[0].Code != "002-016" {
		t.Errorf("%v, %+v", err, h.Steps)
	}
	if err := h.Only([]string{"never"}); err == nil {
		t.Error("a code that never was has a history")
	}
}

func TestHistoryOfAnUnseenCode(t *testing.T) {
	for _, test := range []struct {
		history History
		want    string
	}{
		{History{}, `a never had the code "E"`},
		{History{Cut: true, Limited: true}, "a greater --limit"},
		{History{Cut: true, Shallow: true}, "git fetch --unshallow"},
	} {
		test.history.Source = "a"
		err := test.history.Only([]string{"E"})
		if err == nil || !strings.Contains(err.Error(), test.want) || test.history.Cut && strings.Contains(err.Error(), "never") {
			t.Errorf("%+v: %v", test.history, err)
		}
	}
}
