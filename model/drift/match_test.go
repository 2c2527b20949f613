package drift

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// guess is a page without a recipe. A row is "code | key | text | group".
func guess(tables ...[]string) *model.Spec {
	s := &model.Spec{Source: "page"}
	for i, rows := range tables {
		t := model.Table{Name: fmt.Sprintf("Table %d", i+1), Kind: model.Codes}
		for line, row := range rows {
			cells := append(strings.Split(row, "|"), "", "", "")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			t.Entries = append(t.Entries, model.Entry{Code: cells[0], Key: cells[1], Text: cells[2], Group: cells[3], Line: line + 1})
		}
		s.Tables = append(s.Tables, t)
	}
	return s
}

// brief lists changes as "id code old→new".
func brief(changes []Change) string {
	var list []string
	for _, c := range changes {
		list = append(list, strings.TrimSpace(fmt.Sprintf("%s %s %s→%s", c.ID, c.Code, c.Old, c.New)))
	}
	return strings.Join(list, "; ")
}

func TestWhichEntryIsWhich(t *testing.T) {
	for _, test := range []struct {
		what        string
		old, new    []string
		want, hints string
	}{
		{
			"a symbol that changed beside its number",
			[]string{"6 | NOT_LEADER | Not the leader here.", "7 | TIMEOUT | It timed out."},
			[]string{"6 | NOT_FOLLOWER | Not the leader here.", "7 | TIMEOUT | It timed out."},
			"key-changed 6 NOT_LEADER→NOT_FOLLOWER", "",
		},
		{
			"a page that names its numbers now",
			[]string{"E_LIMIT || Too many of them.", "E_CLOSED || It is closed."},
			[]string{"10 | E_LIMIT | Too many of them.", "11 | E_CLOSED | It is closed."},
			"column-added  →key; code-notation 10 E_LIMIT→10; code-notation 11 E_CLOSED→11", "",
		},
		{
			"a page that no longer names its numbers",
			[]string{"10 | E_LIMIT | Too many of them.", "11 | E_CLOSED | It is closed."},
			[]string{"E_LIMIT || Too many of them.", "E_CLOSED || It is closed."},
			"column-changed  key→; code-notation E_LIMIT 10→E_LIMIT; code-notation E_CLOSED 11→E_CLOSED", "",
		},
		{
			"hexadecimal that was decimal",
			[]string{"16 || Too many of them.", "17 || It is closed."},
			[]string{"0x10 || Too many of them.", "0x11 || It is closed."},
			"code-notation 0x10 16→0x10; code-notation 0x11 17→0x11", "",
		},
		{
			"two symbols changed places, with texts that share words",
			[]string{"2 | LOCKED | The account is locked.", "4 | FROZEN | The account is frozen."},
			[]string{"2 | FROZEN | The account is frozen.", "4 | LOCKED | The account is locked."},
			"code-reused 2 LOCKED→FROZEN; message-reworded 2 The account is locked.→The account is frozen.; " +
				"code-reused 4 FROZEN→LOCKED; message-reworded 4 The account is frozen.→The account is locked.", "",
		},
		{
			"zeros in front are another literal",
			[]string{"7 || Too many of them.", "8 || It is closed."},
			[]string{"007 || Too many of them.", "8 || It is closed."},
			"code-format 007 7→007", "",
		},
		{
			"one zero in front, too",
			[]string{"7 || Too many of them.", "8 || It is closed."},
			[]string{"07 || Too many of them.", "8 || It is closed."},
			"code-format 07 7→07", "",
		},
		{
			"another code with the same text in the same section",
			[]string{"too_many || Too many of them today. | Limits", "closed || It is closed. | Shops"},
			[]string{"rate_limit || Too many of them today. | Limits", "closed || It is closed. | Shops"},
			"code-renamed rate_limit too_many→rate_limit", "",
		},
		{
			"in another section it is a hint only",
			[]string{"too_many || Too many of them today. | Limits", "closed || It is closed. | Shops"},
			[]string{"rate_limit || Too many of them today. | Quotas", "closed || It is closed. | Shops"},
			"code-removed too_many Too many of them today.→; code-added rate_limit →Too many of them today.", "the same text stands at rate_limit",
		},
		{
			"so it is for a text that two codes have",
			[]string{"a1 || Something went wrong here.", "a2 || Something went wrong here.", "a3 || It is closed."},
			[]string{"b1 || Something went wrong here.", "b2 || Something went wrong here.", "a3 || It is closed."},
			"code-removed a1 Something went wrong here.→; code-added b1 →Something went wrong here.; code-removed a2 Something went wrong here.→; code-added b2 →Something went wrong here.", "the same text stands at b2",
		},
		{
			"and for one of two words",
			[]string{"a1 || Invalid token", "a3 || It is closed."},
			[]string{"b1 || Invalid token", "a3 || It is closed."},
			"code-removed a1 Invalid token→; code-added b1 →Invalid token", "the same text stands at b1",
		},
		{
			"a symbol that went to another number",
			[]string{"51 | PEER_FAILED | The peer is not verified.", "60 | CACERT | Certificates are wrong."},
			[]string{"60 | CACERT | Certificates are wrong.", "77 | PEER_FAILED | Another text of it."},
			"code-removed 51 The peer is not verified.→; code-added 77 →Another text of it.", "the same symbol stands at 77",
		},
		{
			"a code that means another thing",
			[]string{"1 | LIMIT | Too many of them.", "2 | CLOSED | It is closed."},
			[]string{"1 | WEATHER | Rain is falling.", "2 | CLOSED | It is closed."},
			"code-reused 1 LIMIT→WEATHER; message-reworded 1 Too many of them.→Rain is falling.", "",
		},
		{
			"texts that changed places",
			[]string{"1 || Orders exceed quota today.", "2 || Somebody closed this shop."},
			[]string{"1 || Somebody closed this shop.", "2 || Orders exceed quota today."},
			"code-reused 1 Orders exceed quota today.→Somebody closed this shop.; message-reworded 1 Orders exceed quota today.→Somebody closed this shop.; " +
				"code-reused 2 Somebody closed this shop.→Orders exceed quota today.; message-reworded 2 Somebody closed this shop.→Orders exceed quota today.", "",
		},
		{
			"the name of a module before all codes",
			[]string{"errno.EPERM || Not allowed.", "errno.ENOENT || Not there."},
			[]string{"EPERM || Not allowed.", "ENOENT || Not there."},
			"code-notation EPERM errno.EPERM→EPERM; code-notation ENOENT errno.ENOENT→ENOENT", "",
		},
	} {
		changes := bare(guess(test.old), guess(test.new))
		if got := brief(changes); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.what, got, test.want)
		}
		hints := ""
		for _, c := range changes {
			hints += c.Hint
		}
		if !strings.Contains(hints, test.hints) || test.hints == "" && hints != "" {
			t.Errorf("%s: the hints are %q, want %q", test.what, hints, test.hints)
		}
	}
}

// Two lists of numbers are told apart by what stands beside the numbers.
func TestWhichTableIsWhich(t *testing.T) {
	easy := []string{"1 | E_URL | Bad address.", "2 | E_INIT | No start.", "3 | E_HOST | No host."}
	multi := []string{"1 | M_HANDLE | Bad handle.", "2 | M_SOCKET | Bad socket."}
	share := []string{"1 | S_OPTION | Bad option.", "2 | S_USE | In use."}
	changes := bare(guess(easy, multi), guess(share, multi, append(slices.Clone(easy), "4 | E_PORT | No port.")))
	want := "table-added  →Table 1; code-added 1 →Bad option.; code-added 2 →In use.; table-titled  Table 1→Table 3; code-added 4 →No port."
	if got := brief(changes); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// The same codes in other tables of a page are layout.
func TestSectionsOfAPage(t *testing.T) {
	one := []string{"E_A || The first of them.", "E_B || The second one.", "E_C || The third one.", "E_D || The last of them."}
	for _, pair := range [][2]*model.Spec{{guess(one), guess(one[:2], one[2:])}, {guess(one[:2], one[2:]), guess(one)}} {
		changes := bare(pair[0], pair[1])
		if len(changes) == 0 {
			t.Error("nothing is said of other tables")
		}
		for _, c := range changes {
			if c.Level > Cosmetic {
				t.Errorf("%s is %s", c.ID, c.Level)
			}
		}
	}
}

// Whatever the order of the rows, nothing above cosmetic is said of it, and
// both sides stay what they are.
func TestOrderIsCosmetic(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 5))
		before := source(model.Kinds()[r.IntN(5)], r.IntN(2) == 0)
		after := deep(before)
		for i := range after.Tables {
			rows := after.Tables[i].Entries
			r.Shuffle(len(rows), func(a, b int) { rows[a], rows[b] = rows[b], rows[a] })
		}
		kept := []*model.Spec{deep(before), deep(after)}
		for _, c := range bare(before, after) {
			if c.ID != "rows-reordered" || c.Level != Cosmetic || c.Bump != None {
				t.Fatalf("seed %d: %s", seed, show([]Change{c}))
			}
		}
		if !reflect.DeepEqual(kept, []*model.Spec{before, after}) {
			t.Fatalf("seed %d: a side was changed", seed)
		}
	}
}

func TestLimits(t *testing.T) {
	for _, test := range []struct {
		column, name, before, after string
		want                        op
	}{
		{"value", "MaxAttempts", "5", "3", tightened},
		{"value", "MaxAttempts", "5", "30", loosened},
		{"value", "PollingInterval", "5", "30", tightened},
		{"value", "min_length", "5", "8", tightened},
		{"value", "Window", "300", "60", loosened},
		{"value", "Ratio", "0.5", "0.50", respelled},
		{"value", "Endpoint", "https://a.example", "https://b.example", changed},
		{"max", "", "50", "", loosened},
		{"max", "", "", "50", tightened},
		{"max", "", "50", "500", loosened},
	} {
		if got := limitOp(test.column, test.name, test.before, test.after); got != test.want {
			t.Errorf("%s from %s to %s is %s, want %s", test.name, test.before, test.after, got, test.want)
		}
	}
}

// A number that a table reads as one is the same in any notation.
func TestNotationOfNumbers(t *testing.T) {
	numbers := func(rows ...string) *model.Spec {
		s := guess(rows)
		s.Package = "errno" // it has a recipe
		s.Tables[0].Value = model.Value{Type: "int32", Wrap: true}
		return s
	}
	changes := bare(
		numbers("0x00000001 | S_FALSE | A success.", "0x8000FFFF | E_UNEXPECTED | A failure.", "007 | E_SEVEN | Seven."),
		numbers("0x1 | S_FALSE | A success.", "-2147418113 | E_UNEXPECTED | A failure.", "7 | E_SEVEN | Seven."))
	want := "code-notation 0x1 0x00000001→0x1; code-notation -2147418113 0x8000FFFF→-2147418113; code-notation 7 007→7"
	if got := brief(changes); got != want {
		t.Fatalf("got %s\nwant %s", got, want)
	}
	for _, c := range changes {
		if c.Level != Cosmetic || c.Bump != Patch {
			t.Errorf("%s is %s, %s", c.Code, c.Level, c.Bump)
		}
	}
}

// Numbers that are strings now are other literals.
func TestNumbersThatAreStringsNow(t *testing.T) {
	before, after := guess([]string{"16 || Too many of them."}), guess([]string{"0x10 || Too many of them."})
	before.Package, after.Package = "acme", "acme"
	before.Tables[0].Value.Type = "int32"
	if got, want := brief(bare(before, after)), "code-format  int32→string; code-format 0x10 16→0x10"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// How many rows stand elsewhere is said, and which.
func TestRowsElsewhere(t *testing.T) {
	rows := []string{"E1 || One.", "E2 || Two.", "E3 || Three.", "E4 || Four."}
	changes := Compare(guess(rows), guess([]string{rows[3], rows[0], rows[1], rows[2]}))
	if got, want := brief(changes), "rows-reordered  →1 of 4 rows stand elsewhere; rows-reordered E4 →"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Changes stand in the order of the new page, whatever its tables are called;
// those of a whole table stand where it begins.
func TestOrderOfChanges(t *testing.T) {
	page := func(isNew bool) *model.Spec {
		text, heading := "Too many.", "Errors"
		if isNew {
			text, heading = "Far too many.", "Faults"
		}
		s := guess([]string{"", "E1 || " + text}, []string{"F1 || " + text})
		s.Tables[0].Entries = s.Tables[0].Entries[1:]
		s.Tables[0].Name, s.Tables[1].Name, s.Tables[0].Heading = "Second", "First", heading
		return s
	}
	changes := bare(page(false), page(true))
	if got, want := brief(changes), "heading-changed  Errors→Faults; message-reworded E1 Too many.→Far too many.; message-reworded F1 Too many.→Far too many."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if c := changes[0]; c.OldLine != 2 || c.NewLine != 2 {
		t.Errorf("the heading changed in line %d, and %d", c.OldLine, c.NewLine)
	}
}
