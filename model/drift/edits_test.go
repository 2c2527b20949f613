package drift

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// linesOfText are digests of the words of a text, one a line; "_" is an empty
// line.
func linesOfText(s string) []uint64 {
	var list []uint64
	for _, w := range strings.Fields(s) {
		n := uint64(0)
		for _, r := range w {
			n = n*131 + uint64(r)
		}
		if w == "_" {
			n = 0
		}
		list = append(list, n)
	}
	return list
}

func editedLines(edited []bool) []int {
	var list []int
	for no, is := range edited {
		if is {
			list = append(list, no)
		}
	}
	return list
}

func TestLineEdits(t *testing.T) {
	for _, test := range []struct{ before, after, old, new string }{
		{"a b c", "a b c", "[]", "[]"},
		{"a b c", "a x c", "[2]", "[2]"},
		{"a b c", "a b x c", "[]", "[3]"},
		{"a b c", "b c", "[1]", "[]"},
		{"a b c", "a b", "[3]", "[]"},
		{"a b c d", "b a c d", "[1]", "[2]"},
		{"a _ b", "a b", "[]", "[]"},
		{"", "a", "[]", "[1]"},
		{"a r b r c", "a r x r c", "[3]", "[3]"},
		{"x r a r y", "x r r a r y", "[]", "[3]"},
		{"p p a q q b p", "p p a z q q b p", "[]", "[4]"},
		{"a a a a", "a a a", "[4]", "[]"},
	} {
		e := editsOf(linesOfText(test.before), linesOfText(test.after))
		if got := fmt.Sprint(editedLines(e.old), editedLines(e.new)); got != test.old+" "+test.new {
			t.Errorf("%q to %q: %s, want %s %s", test.before, test.after, got, test.old, test.new)
		}
	}
}

// Lines that are not edited are the same on both sides, in the same order.
func TestLineEditsLoseNothing(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		a, b := make([]uint64, r.IntN(30)), make([]uint64, r.IntN(30))
		for _, list := range [][]uint64{a, b} {
			for i := range list {
				list[i] = 1 + uint64(r.IntN(12))
			}
		}
		e := editsOf(a, b)
		if x, y := kept(a, e.old), kept(b, e.new); !slices.Equal(x, y) {
			t.Fatalf("seed %d: %v and %v are left of %v and %v", seed, x, y, a, b)
		}
	}
}

func kept(lines []uint64, edited []bool) []uint64 {
	var list []uint64
	for i, line := range lines {
		if !edited[i+1] {
			list = append(list, line)
		}
	}
	return list
}

func TestIsEdited(t *testing.T) {
	edited := []bool{false, false, true, false}
	for _, test := range []struct {
		from, to int
		want     bool
	}{{1, 1, false}, {2, 2, true}, {1, 3, true}, {3, 9, false}, {0, 0, false}, {-5, 2, true}, {2, 1, false}, {9, 12, false}} {
		if got := isEdited(edited, test.from, test.to); got != test.want {
			t.Errorf("%d to %d: %v", test.from, test.to, got)
		}
	}
}

func TestDelta(t *testing.T) {
	for _, test := range []struct{ before, after, gone, come string }{
		{"Token is missing", "Token is missing ¶", "", " ¶"},
		{"see http://a for more", "see https://a for more", "http", "https"},
		{"Order closed.", "Order shut.", "closed", "shut"},
		{"FOO_BAR", "ACME_FOO_BAR", "", "ACME_"},
		{"价格错", "价格误", "错", "误"},
		{"one two", "one two", "", ""},
		{"a b", "b", "a ", ""},
		{"unlocked now", "locked now", "unlocked", "locked"},
	} {
		if gone, come := delta(test.before, test.after); gone != test.gone || come != test.come {
			t.Errorf("%q to %q: %q and %q, want %q and %q", test.before, test.after, gone, come, test.gone, test.come)
		}
	}
}

func TestPartsOf(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"abc", "[]"}, {"启用", "[启用]"}, {"未启用 x 禁用", "[启用 禁用]"}, {"비활성 활성", "[비활성 활성]"}, {"5分钟和秒", "[分钟 秒]"}, {"成", "[]"},
	} {
		if got := fmt.Sprint(partsOf(test.text)); got != test.want {
			t.Errorf("%q: %s, want %s", test.text, got, test.want)
		}
	}
}

// Every word of the data can be found, and stands on one side of its line.
func TestOppositesAreRead(t *testing.T) {
	if len(opposites.words)+len(opposites.stems) < 800 || len(opposites.parts) < 120 {
		t.Errorf("%d words, %d stems, %d parts", len(opposites.words), len(opposites.stems), len(opposites.parts))
	}
	for word, sides := range opposites.words {
		if got := lowerWords(word); len(got) != 1 || got[0] != word {
			t.Errorf("the word %q is never found: it is read as %q", word, got)
		}
		lines := map[int]int{}
		for _, s := range sides {
			if other, ok := lines[s.line]; ok && other != s.side {
				t.Errorf("the word %q is its own opposite", word)
			}
			lines[s.line] = s.side
		}
	}
	for part := range opposites.parts {
		if got := partsOf(part); len(got) != 1 || got[0] != part {
			t.Errorf("the part %q is never found: it is read as %q", part, got)
		}
	}
}

// What changed on lines that nobody edited is an echo: it is counted, and
// stands at the edit.
func TestEchoesAreCounted(t *testing.T) {
	lines := []string{"- Errors", "E1 | Token is missing.", "E2 | Order is closed.", "E3 | Shop is closed.", "E4 | Till is closed."}
	before, after := pageOf(lines...), pageOf(append([]string{"- Errors", "- Of the shop"}, lines[1:]...)...)
	for i := range after.Tables[0].Entries {
		after.Tables[0].Entries[i].Group = "Of the shop"
		before.Tables[0].Entries[i].Group = "Errors"
	}
	after.Tables[0].Entries[3].Group = "Errors"
	changes := Compare(before, after)
	if len(changes) != 1 {
		t.Fatalf("told is %s", show(changes))
	}
	c := changes[0]
	if c.ID != "section-changed" || c.Count != 3 || strings.Join(c.Codes, " ") != "E1 E2 E3" || c.NewLine != 2 || c.Code != "" || c.Cause != "" {
		t.Errorf("told is %s", show(changes))
	}
}

// A change of an entry stands at the line of the edit, which may be below its
// first.
func TestChangesStandAtTheEdit(t *testing.T) {
	for _, test := range []struct{ line, end, want int }{{2, 9, 4}, {4, 9, 4}, {5, 7, 5}, {2, 4, 2}, {0, 9, 0}, {2, 0, 4}, {6, 0, 7}} {
		edited := make([]bool, 8)
		edited[4], edited[7] = true, true
		if got := placed(test.line, test.end, edited); got != test.want {
			t.Errorf("%+v: line %d", test, got)
		}
	}
}

func TestCoverage(t *testing.T) {
	before, after := source(model.Codes, true), source(model.Codes, true)
	after.Tables = after.Tables[:1]
	changes := []Change{{ID: "unread-changed", Count: 1}, {ID: "unread-changed", Count: 3}, {ID: "marks", Count: 1}}
	if got, want := CoverageOf(before, after, changes), (Coverage{Tables: 2, Compared: 1, UnreadChanged: 1}); got != want {
		t.Errorf("the coverage is %+v, want %+v", got, want)
	}
	before, after = guess([]string{"E1 || Token is missing."}), guess([]string{"X1 || Shop is closed."})
	for recipe, want := range map[string]Coverage{"": {Tables: 2}, "page": {Tables: 1, Compared: 1}} {
		before.Package, after.Package = recipe, recipe
		if got := CoverageOf(before, after, nil); got != want {
			t.Errorf("with the package %q the coverage is %+v, want %+v", recipe, got, want)
		}
	}
	if got := CoverageOf(nil, after, changes).Add(Coverage{1, 2, 3}); got != (Coverage{1, 2, 4}) {
		t.Errorf("the sum is %+v", got)
	}
}

// A member has the fingerprint of its cause, and heads stand for them.
func TestHeads(t *testing.T) {
	before, after := source(model.Codes, true), source(model.Codes, true)
	all(after, func(e *model.Entry) { e.Extra["Retriable"] = "False" })
	changes := Compare(before, after)
	heads := Heads(changes)
	if heads[0].Table != "Code" {
		t.Errorf("the table is %q", heads[0].Table)
	}
	if len(changes) != 7 || len(heads) != 1 || heads[0].Count != 6 || len(heads[0].Codes) != 6 || heads[0].Old != "True" || heads[0].New != "False" {
		t.Fatalf("told is %s", show(changes))
	}
	for _, c := range changes[1:] {
		if c.Cause != heads[0].Fingerprint || c.Count != 1 || c.Fingerprint == c.Cause || c.Code == "" {
			t.Errorf("a member is %s", show([]Change{c}))
		}
	}
}

// A cause in several tables is of none of them.
func TestCauseInTwoTables(t *testing.T) {
	before, after := source(model.Codes, true), source(model.Codes, true)
	for i := range after.Tables {
		for j := range after.Tables[i].Entries {
			after.Tables[i].Entries[j].Extra["Retriable"] = "False"
		}
	}
	if heads := Heads(Compare(before, after)); len(heads) != 1 || heads[0].Table != "" || heads[0].Count != 12 {
		t.Errorf("told is %s", show(heads))
	}
}

// A row is said by an entry that has its words in any of its columns.
func TestReaderSays(t *testing.T) {
	s := source(model.Codes, true)
	table, e := &s.Tables[0], first(s)
	e.Texts = map[string]string{"pt": "Falta o sinal."}
	e.Extra = map[string]string{"Severity": "fatal"}
	rows := []string{e.Code, "Severity"}
	for _, c := range columnsOf(table) {
		rows = append(rows, c.get(e))
	}
	by := &reader{table: table, entry: e}
	for _, row := range rows {
		if !by.says(&model.Row{Text: row}) {
			t.Errorf("%q is not said", row)
		}
	}
	if by.says(&model.Row{Text: e.Code + " elsewhere"}) {
		t.Error("what no column has is said")
	}
}
