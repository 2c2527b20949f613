package drift

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// pageOf is a guessed page of lines: "code | text" for a row that is read,
// "? text" for one that looks like data and is not, "# text" for a header,
// "~ text" for a line that is the detail of the row above, "- text" for prose,
// "! code | text" for what is read and does not look like a row.
// Behind " = " stands how the page writes a row. Marks in { } are dropped by
// readers, and "; " parts rows of one line.
func pageOf(lines ...string) *model.Spec {
	t := model.Table{Name: "Code", Kind: model.Codes}
	g := model.Ground{}
	for i, line := range lines {
		g.Lines = append(g.Lines, hashOf(line))
		bare := strings.NewReplacer("{*}", "", "{a}", "", "{b}", "").Replace(line)
		for part := range strings.SplitSeq(bare, "; ") {
			said, written, _ := strings.Cut(part, " = ")
			said, isNone := strings.CutPrefix(said, "! ")
			code, text, isRow := strings.Cut(said, " | ")
			row := model.Row{From: i + 1, To: i + 1, Block: 1, Key: code, Text: cmp.Or(written, said)}
			switch sign, rest, _ := strings.Cut(said, " "); {
			case sign == "-":
				continue
			case sign == "?":
				row.Block, row.Key = 2, strings.Fields(rest)[0]
			case sign == "#":
				row.Header = true
			case sign == "~":
				row.Loose, row.Text = true, rest
				t.Entries[len(t.Entries)-1].Detail = rest
			case isRow:
				t.Entries = append(t.Entries, model.Entry{Code: code, Text: text, Line: i + 1})
			}
			if !isNone {
				g.Rows = append(g.Rows, row)
			}
		}
	}
	s := &model.Spec{Source: "page", Grounds: []model.Ground{g}}
	if t.Entries != nil {
		s.Tables = []model.Table{t}
	}
	return s
}

// hashOf is a line without its white space.
func hashOf(line string) uint64 {
	h := fnv.New64()
	h.Write([]byte(strings.Join(strings.Fields(line), "")))
	return h.Sum64()
}

func TestUnread(t *testing.T) {
	for _, test := range []struct{ what, before, after, want string }{
		{"prose alone", "- Errors", "- All errors", ""},
		{"a row that was read", "E1 | Token is missing.", "E1 | Token was missing.", "message-reworded E1 1→1"},
		{"a row that nothing read", "? 501 Gone for good.", "? 501 Gone for a while.", "unread-changed  1→1"},
		{"the markup of a row that was read", "E2 | Order is closed.", "E2 | Order {*}is{*} closed.", "marks E2 1→1"},
		{"the markup of a row that nothing read", "? 502 Not yet here.", "? 502 Not {a}yet{b} here.", "marks  1→1"},
		{"the case of a code that nothing read", "? gone It is gone.", "? GONE It is gone.", "unread-changed  1→0; unread-changed  0→1"},
		{"the case of a text that nothing read", "? 502 Not yet here.", "? 502 Not Yet here", "marks  1→1 ? 502 Not yet here.→? 502 Not Yet here"},
		{"white space alone", "? 502 Not yet here.", "?  502  Not yet here.", ""},
		{"cells that changed places", "E1 | Token is missing.", "E1 | Token is missing. = Token is missing. | E1", "marks E1 1→1 E1 | Token is missing.→Token is missing. | E1"},
		{"a cell that nothing read", "E1 | Token is missing.", "E1 | Token is missing. = E1 | Token is missing. | 400", "unread-changed E1 1→1"},
		{"markup below a row that was read", "E1 | Token is missing.\n~ Since April.", "E1 | Token is missing.\n~ Since {*}April{*}.", "marks E1 2→2"},
		{"a row that looks like none now", "E1 | Token is missing.", "! E1 | Token is missing.", "marks E1 1→0 E1 | Token is missing.→"},
		{"a row that looked like none", "! E1 | Token is missing.", "E1 | Token is missing. = E1 | Token is missing. | 400", "marks E1 0→1 →E1 | Token is missing. | 400"},
		{"a column that went, with rows that look like none now", "E1 | Token is missing.\n~ Since April.\nE2 | Order is closed.\n~ Since May.", "! E1 | Token is missing.\n! E2 | Order is closed.", "column-changed  1→1; column-changed E2 3→0; column-changed E2 4→0"},
		{"what changed below the rows of another", "E1 | Token is missing.\n~ Since April.\nE2 | Order is closed.", "E1 | Token is missing.\n~ Since May.\nE2 | Order is shut.", "prose-reworded E1 2→2; message-reworded E2 3→3"},
		{"a header", "# Code | Text\nE1 | Token is missing.", "# Code | Message\nE1 | Token is missing.", "marks  1→1 # Code | Text→# Code | Message"},
		{"a header above a row that changed", "# Code | Text\nE1 | Token is missing.", "# Code | Message\nE1 | Token was missing.", "message-reworded E1 2→2"},
		{"one row of a line", "E1 | Token is missing.; E2 | Order is closed.", "E1 | Token was missing.; E2 | Order is closed.", "message-reworded E1 1→1"},
		{"two rows of a line", "E1 | Token is missing.; ? 501 Gone for good.", "E1 | Token was missing.; ? 501 Gone for a while.", "unread-changed  1→1; message-reworded E1 1→1"},
		{"a row that came where nothing reads it", "- Errors", "- Errors\n? 501 Gone for good.", "unread-changed  0→2"},
		{"two rows of one code that nothing reads", "? 501 Gone for good.\n? 501 Sold out.", "? 501 Gone for a while.\n? 501 Sold at once.", "unread-changed  1→1; unread-changed  2→2"},
		{"one of two rows of one code", "? 501 Gone for good.\n? 501 Sold out.", "? 501 Gone for a while.", "unread-changed  1→1; unread-changed  2→0"},
	} {
		var got []string
		for _, c := range Compare(pageOf(strings.Split(test.before, "\n")...), pageOf(strings.Split(test.after, "\n")...)) {
			one := fmt.Sprintf("%s %s %d→%d", c.ID, c.Code, c.OldLine, c.NewLine)
			if c.ID == "marks" && c.Old+c.New != "" {
				one += fmt.Sprintf(" %s→%s", c.Old, c.New)
			}
			got = append(got, one)
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: %q, want %q", test.what, got, test.want)
		}
	}
}

// What changed in one file of a snapshot says nothing of the same line in
// another.
func TestUnreadByFile(t *testing.T) {
	pages := func(a, b string) *model.Spec {
		one, two := pageOf(a), pageOf(b)
		for i, s := range []*model.Spec{one, two} {
			file := fmt.Sprintf("page-%d.txt", i)
			s.Grounds[0].File = file
			for j := range s.Tables {
				all(&model.Spec{Tables: s.Tables[j : j+1]}, func(e *model.Entry) { e.File = file })
			}
		}
		one.Grounds = append(one.Grounds, two.Grounds...)
		one.Tables = append(one.Tables, two.Tables...)
		return one
	}
	changes := Compare(pages("? 501 Gone for good.", "E1 | Token is missing."), pages("? 501 Gone for a while.", "E1 | Token was missing."))
	if got, want := brief(changes), "unread-changed  ? 501 Gone for good.→? 501 Gone for a while.; message-reworded E1 Token is missing.→Token was missing."; got != want {
		t.Errorf("told is %s, want %s", got, want)
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

// What reads a row does not hang on the order of the entries, nor on what
// stands in another file.
func TestReadersAreFoundByLine(t *testing.T) {
	lines := []string{"E1 | Token is missing.", "E2 | Order is closed.", "E3 | Shop is closed."}
	edited := slices.Clone(lines)
	edited[0], edited[2] = "E1 | Token {*}is{*} missing.", "E3 | Shop {*}is{*} closed."
	before, after := pageOf(lines...), pageOf(edited...)
	for _, s := range []*model.Spec{before, after} {
		slices.Reverse(s.Tables[0].Entries)
		s.Tables[0].Entries = append(s.Tables[0].Entries, model.Entry{Code: "X1", Text: "Of another file.", File: "page-b.html", Line: 1})
	}
	if got, want := brief(Compare(before, after)), "marks E1 →; marks E3 →"; got != want {
		t.Errorf("told is %s, want %s", got, want)
	}
}

// What changed in many parts of a page that nothing reads is one change.
func TestUnreadInManyParts(t *testing.T) {
	parts := func(n int, text string) *model.Spec {
		var lines []string
		for i := range n {
			lines = append(lines, fmt.Sprintf("? %d %s", i, text))
		}
		s := pageOf(lines...)
		for i := range s.Grounds[0].Rows {
			s.Grounds[0].Rows[i].Block = i
		}
		return s
	}
	for n, want := range map[int]int{mostUnread: mostUnread, mostUnread + 1: 1} {
		changes := Compare(parts(n, "Gone for good."), parts(n, "Gone for a while."))
		if heads := Heads(changes); len(heads) != want || want == 1 && (heads[0].Count != n || heads[0].Hint != "on lines 1, 2, 3, 4, 5, 6") {
			t.Errorf("%d parts: %s", n, show(changes))
		}
	}
}
