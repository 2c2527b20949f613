package refresh

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape/recipe"
)

// table makes a table of so many codes, of which so many have another text.
func table(codes, reworded int) *model.Spec {
	t := model.Table{Name: "Code", Kind: model.Codes}
	for i := range codes {
		text := fmt.Sprintf("Text %d", i)
		if i < reworded {
			text = fmt.Sprintf("Algo %d", i)
		}
		t.Entries = append(t.Entries, model.Entry{Code: fmt.Sprintf("E%d", i), Text: text, Line: i + 1})
	}
	return &model.Spec{Source: "shop", Tables: []model.Table{t}}
}

func TestLimitsOfWhatMayChange(t *testing.T) {
	for _, test := range []struct {
		name          string
		before, after *model.Spec
		guard         string
	}{
		{"nothing", table(10, 0), table(10, 0), ""},
		{"more", table(10, 0), table(20, 0), ""},
		{"a fifth less", table(10, 0), table(8, 0), ""},
		{"more than a fifth less", table(10, 0), table(7, 0), GuardShrink},
		{"one of four", table(4, 0), table(3, 0), GuardShrink},
		{"everything", table(10, 0), table(0, 0), GuardTableLost},
		{"four fifths reworded", table(10, 0), table(10, 8), ""},
		{"more reworded", table(10, 0), table(10, 9), GuardLanguage},
		{"too few to tell", table(4, 0), table(4, 4), ""},
		{"from nothing", table(0, 0), table(10, 0), ""},
	} {
		list := compareContent(test.before, test.after, &recipe.Recipe{})
		switch {
		case test.guard == "" && len(list) > 0, test.guard != "" && (len(list) != 1 || list[0].Guard != test.guard):
			t.Errorf("%s: refused by %v, want %q", test.name, list, test.guard)
		}
	}
}

func TestSame(t *testing.T) {
	moved := table(3, 0)
	for i := range moved.Tables[0].Entries {
		moved.Tables[0].Entries[i].Line += 100
		moved.Tables[0].Entries[i].Name = "Name"
	}
	moved.Snapshot.File = "page.html"
	turned := table(3, 0)
	e := turned.Tables[0].Entries
	e[0], e[2] = e[2], e[0]
	for _, test := range []struct {
		name              string
		after             *model.Spec
		same, sameButRows bool
	}{
		{"lines and names", moved, true, true},
		{"rows in another order", turned, false, true},
		{"a text", table(3, 1), false, false},
		{"a row", table(4, 0), false, false},
	} {
		if a, b := same(table(3, 0), test.after), sameButOrder(table(3, 0), test.after); a != test.same || b != test.sameButRows {
			t.Errorf("%s: %v and %v, want %v and %v", test.name, a, b, test.same, test.sameButRows)
		}
	}
	if moved.Tables[0].Entries[0].Line != 101 {
		t.Error("comparing changed what was compared")
	}
}

func TestHealthIsBelieved(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	h := Health{Basis: "b", Pages: map[string]Seen{"u": {ETag: "e", Whole: now}}}
	for _, test := range []struct {
		basis, url string
		after      time.Duration
		want       bool
	}{
		{"b", "u", time.Hour, true},
		{"other", "u", time.Hour, false},
		{"b", "other", time.Hour, false},
		{"b", "u", trust, false},
		{"b", "u", -time.Hour, false}, // a clock that was wrong
	} {
		seen := h.seen(test.basis, test.url)
		if got := seen.believed(now.Add(test.after)); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
	}
}

// Without a folder nothing is remembered, and nothing fails.
func TestNoFolder(t *testing.T) {
	var f Folder
	if h := f.Health("shop"); !reflect.DeepEqual(h, Health{}) {
		t.Errorf("the health is %+v", h)
	}
	if err := f.setHealth("shop", Health{Failures: 1}); err == nil {
		t.Error("it is kept nowhere, and that is no error")
	}
	if kept := f.keep("shop.html", []byte("x")); kept != "" {
		t.Errorf("the page is kept in %q", kept)
	}
}

func TestReusedCodes(t *testing.T) {
	spec := func(key, text string) *model.Spec {
		return &model.Spec{Source: "shop", Package: "shop", Tables: []model.Table{{Name: "Code", Kind: model.Codes, Entries: []model.Entry{
			{Code: "1", Key: "CART_EMPTY", Text: "The cart is empty."}, {Code: "2", Key: key, Text: text},
		}}}}
	}
	before := spec("LOCKED", "The account is locked.")
	for _, test := range []struct{ key, text, want string }{
		{"QUOTA", "Too many requests today.", `2 ("LOCKED", and now "QUOTA")`},
		{"BLOCKED", "The account is locked.", ""},
		{"LOCKED", "Too many requests today.", ""},
	} {
		after := spec(test.key, test.text)
		list := reused(drift.Compare(before, after), after)
		if test.want == "" && len(list) > 0 || test.want != "" && (len(list) != 1 || list[0].Guard != GuardReused || !strings.Contains(list[0].Seen, test.want)) {
			t.Errorf("%s: %v", test.key, list)
		}
		after.Tables[0].Overrides = []model.Override{{Code: "2", Name: "Quota", Was: "Locked"}}
		if list := reused(drift.Compare(before, after), after); len(list) > 0 {
			t.Errorf("%s: %v, though the recipe decides", test.key, list)
		}
	}
}

// Letters that stand beside one another by right were not encoded twice.
func TestTwiceEncoded(t *testing.T) {
	for text, want := range map[string]int{
		"cafÃ© and dÃ©jÃ  vu": 2, "donâ€™t": 1, "20 Â°C": 1, "café": 0, "MANHÃ»": 0, "MANHÃ\u00a0": 0, "SÃO": 0, "Â»": 0, "â": 0,
	} {
		if got := len(twiceEncoded.FindAllString(text, -1)); got != want {
			t.Errorf("%q: %d", text, got)
		}
	}
}
