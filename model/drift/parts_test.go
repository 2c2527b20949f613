package drift

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

func TestAgree(t *testing.T) {
	entry := func(code, key, text string) *model.Entry { return &model.Entry{Code: code, Key: key, Text: text} }
	for _, test := range []struct {
		a, b *model.Entry
		want bool
	}{
		{entry("E1", "", "One."), entry("E1", "", "Two."), true},
		{entry("1", "", "One."), entry("1", "", "Two."), false},
		{entry("1", "", "One."), entry("1", "", "one"), true},
		{entry("1", "X", "One."), entry("1", "X", "Two."), true},
		{entry("1", "X", "One."), entry("1", "Y", "One."), false},
		{entry("1", "X", "One."), entry("X", "", "Two."), true},
		{entry("X", "", "One."), entry("1", "X", "Two."), true},
		{entry("1", "X", "One."), entry("1", "", "Two."), false},
		{entry("1", "", "One."), entry("1", "X", "Two."), false},
	} {
		if agree(test.a, test.b) != test.want {
			t.Errorf("%v and %v: %v", test.a, test.b, !test.want)
		}
	}
}

func TestIsTelling(t *testing.T) {
	for text, want := range map[string]bool{
		"no one here": false, "no one here.": true, "unauthenticated requester": false, "a b c d e f": false, "": false,
		"令牌已过期": false, "令牌已经过期": true, "令 牌 已 过 期": false,
	} {
		if isTelling(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestNearestEdit(t *testing.T) {
	edited := []bool{false, false, true, false, false, true}
	for line, want := range []int{0, 2, 2, 2, 2, 5, 5} {
		if got := nearestEdit(line, edited); got != want {
			t.Errorf("of line %d: %d, want %d", line, got, want)
		}
	}
	if got := nearestEdit(3, make([]bool, 5)); got != 3 {
		t.Errorf("where nothing was edited: %d", got)
	}
}

// A code that was recognised by something else than itself was not reworded.
func TestLikerThanItself(t *testing.T) {
	before, other, after := &model.Entry{Text: "The user is not known."}, &model.Entry{Text: "The card of this shop is blocked."}, &model.Entry{Text: "The card of a shop is blocked."}
	m := &matching{}
	if !m.isLiker(pair{old: before, new: after}, other) || m.isLiker(pair{old: before, new: after, op: renamed}, other) || m.isLiker(pair{old: other, new: after}, before) {
		t.Error("a text is like that of another code where it is not, or the other way round")
	}
}

// How many of how many codes went is said of the table that they were in.
func TestSizeOfMassRemoval(t *testing.T) {
	var rows, other []string
	for i := range 10 {
		rows = append(rows, fmt.Sprintf("A%d || What goes wrong in place %d.", i, i))
		other = append(other, fmt.Sprintf("B%d || What else fails at spot %d.", i, i))
	}
	after := guess(rows, other[:4])
	after.Tables[1].Name = "Table of the others"
	if got := brief(Heads(Compare(guess(rows, other), after))); !strings.Contains(got, "mass-removed  6 of 10 codes→") {
		t.Error(got)
	}
}

func TestSome(t *testing.T) {
	list := strings.Fields("a b c d e f g h i j")
	for n, want := range map[int]string{0: "", 2: "a, b", 8: "a, b, c, d, e, f, g, h", 10: "a, b, c, d, e, f, g, h and 2 more"} {
		if got := some(list[:n]); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
}

// rowsOf is the ground of blocks of lines that nothing reads.
func rowsOf(blocks ...[]string) *model.Spec {
	g := model.Ground{}
	for n, lines := range blocks {
		for _, line := range lines {
			g.Lines = append(g.Lines, hashOf(line))
			no := len(g.Lines)
			g.Rows = append(g.Rows, model.Row{From: no, To: no, Block: n + 1, Key: strings.Fields(line)[0], Text: line})
		}
	}
	return &model.Spec{Source: "page", Grounds: []model.Ground{g}}
}

// Lines that nothing read have one cause in a block each.
func TestUnreadByBlock(t *testing.T) {
	block := func(n int, text string) (lines []string) {
		for i := range 3 {
			lines = append(lines, fmt.Sprintf("%d0%d %s", n, i, text))
		}
		return lines
	}
	changes := Heads(Compare(rowsOf(block(1, "one"), block(2, "two")), rowsOf(block(1, "other"), block(2, "another"))))
	if len(changes) != 2 || changes[0].Count != 3 || changes[1].Count != 3 || changes[0].ID != "unread-changed" {
		t.Errorf("%s", show(changes))
	}
}

// What a recipe says of a page that stayed as it was: a table that it takes
// now has its codes with it, but a cause has no members on lines that nobody
// edited.
func TestRecipeOnTheSamePage(t *testing.T) {
	lines := []string{"E1 | Token is missing.", "E2 | Order is closed.", "E3 | Shop is closed."}
	before, after := pageOf(lines...), pageOf(lines...)
	before.Package, after.Package = "page", "page"
	after.Tables = append(after.Tables, model.Table{Name: "Other", Kind: model.Codes, Entries: []model.Entry{{Code: "X", Text: "What?", Line: 2}}})
	for i := range after.Tables[0].Entries {
		after.Tables[0].Entries[i].Text += " "
	}
	if got := brief(Compare(before, after)); got != "whitespace  →; table-added  →Other; code-added X →What?" {
		t.Error(got)
	}
}

// A guess may see a row that it did not see before on a line that stayed, and
// one that is new: the table came with the new one. What has no line cannot be
// said to stay.
func TestTableOfRowsThatStayAndCame(t *testing.T) {
	table := func(entries ...model.Entry) model.Table {
		return model.Table{Name: "Other", Kind: model.Codes, Entries: entries}
	}
	lines := []string{"E1 | Token is missing.", "- prose"}
	before, after := pageOf(lines...), pageOf(append(lines, "- more of it")...)
	after.Tables = append(after.Tables, table(model.Entry{Code: "X", Text: "What?", Line: 2}, model.Entry{Code: "Y", Text: "Who?", Line: 3}))
	if got := brief(Compare(before, after)); got != "table-added  →Other; code-added Y →Who?" {
		t.Error(got)
	}
	after.Tables[1] = table(model.Entry{Code: "X", Text: "What?"})
	if got := brief(Compare(before, after)); got != "table-added  →Other; code-added X →What?" {
		t.Error(got)
	}
	after.Tables[1] = table()
	if got := brief(Compare(before, after)); got != "table-added  →Other" {
		t.Error(got)
	}
}
