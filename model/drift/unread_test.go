package drift

import (
	"fmt"
	"hash/fnv"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// pageOf is a guessed page of lines: "code | text" for a row that is read,
// "? text" for one that looks like data and is not, "- text" for prose. Marks
// in { } are dropped by readers.
func pageOf(lines ...string) *model.Spec {
	t := model.Table{Name: "Code", Kind: model.Codes}
	g := model.Ground{}
	for i, line := range lines {
		g.Lines = append(g.Lines, hashOf(line))
		bare := strings.NewReplacer("{*}", "", "{a}", "", "{b}", "").Replace(line)
		code, text, isRow := strings.Cut(bare, " | ")
		row := model.Row{From: i + 1, To: i + 1, Block: 1, Key: code, Text: bare}
		switch {
		case strings.HasPrefix(bare, "? "):
			row.Block, row.Key, _ = 2, strings.Fields(bare)[1], 0
			g.Rows = append(g.Rows, row)
		case isRow:
			g.Rows = append(g.Rows, row)
			t.Entries = append(t.Entries, model.Entry{Code: code, Text: text, Line: i + 1})
		}
	}
	return &model.Spec{Source: "page", Tables: []model.Table{t}, Grounds: []model.Ground{g}}
}

// hashOf is a line without its white space.
func hashOf(line string) uint64 {
	h := fnv.New64()
	h.Write([]byte(strings.Join(strings.Fields(line), "")))
	return h.Sum64()
}

func TestUnread(t *testing.T) {
	base := []string{"- Errors", "E1 | Token is missing.", "E2 | Order is closed.", "? 501 Gone for good.", "? 502 Not yet here.", "- The end"}
	for _, test := range []struct {
		what string
		at   int
		line string
		want string
	}{
		{"prose alone", 0, "- All errors", ""},
		{"a row that was read", 1, "E1 | Token was missing.", "message-reworded E1 2→2"},
		{"a row that nothing read", 3, "? 501 Gone for a while.", "unread-changed  4→4"},
		{"the markup of a row that was read", 2, "E2 | Order {*}is{*} closed.", "marks E2 3→3"},
		{"the markup of a row that nothing read", 4, "? 502 Not {a}yet{b} here.", "marks  5→5"},
		{"white space alone", 4, "?  502  Not yet here.", ""},
	} {
		after := append([]string(nil), base...)
		after[test.at] = test.line
		var got []string
		for _, c := range Compare(pageOf(base...), pageOf(after...)) {
			got = append(got, fmt.Sprintf("%s %s %d→%d", c.ID, c.Code, c.OldLine, c.NewLine))
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: %q, want %q", test.what, got, test.want)
		}
	}
}

// A row whose line stands on both pages did not come or go, whatever the guess
// made of it.
func TestWhatStaysDidNotComeOrGo(t *testing.T) {
	lines := []string{"- Errors", "E1 | Token is missing.", "E2 | Order is closed."}
	before, after := pageOf(lines...), pageOf(lines...)
	after.Tables[0].Entries = after.Tables[0].Entries[:1]
	other := model.Table{Name: "Other", Kind: model.Codes, Entries: []model.Entry{{Code: "X", Text: "What?", Line: 1}}}
	after.Tables = append(after.Tables, other)
	if changes := Compare(before, after); len(changes) > 0 {
		t.Errorf("of the same page: %s", show(changes))
	}
	before.Package, after.Package = "page", "page"
	if changes := Compare(before, after); len(changes) == 0 {
		t.Error("a recipe's word counts")
	}
	before, after = pageOf(lines...), pageOf(lines[:2]...)
	changes := Compare(before, after)
	if len(changes) != 1 || changes[0].ID != "code-removed" {
		t.Errorf("of a row less: %s", show(changes))
	}
}
