package guess

import (
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/read"
)

// What goes on with the table that holds the values, and what is another one.
func TestHavingTheSameTable(t *testing.T) {
	const first = "## Tills\n\n| Code | Meaning |\n|---|---|\n| 11 | The drawer is open |\n| 12 | The drawer is empty |\n| 13 | The lid is missing |\n\n"
	for name, c := range map[string]struct{ page, want string }{
		"a header in other letters":     {"## Doors\n\n| code: | meaning |\n|---|---|\n| 21 | The door is shut |\n| 22 | The door is locked |\n", "11 12 13 21 22"},
		"another column besides":        {"## Doors\n\n| Code | Meaning | Remedy |\n|---|---|---|\n| 21 | The door failed to open | Push it |\n| 22 | The lock is broken | Call us |\n| 23 | The hinge is missing | Call us |\n", "11 12 13 21 22 23"},
		"codes that mean another thing": {"## Doors\n\n| Code | Meaning |\n|---|---|\n| 11 | No key fits |\n| 12 | Someone is behind |\n| 14 | Opened by wind |\n", "11 12 13"},
		"codes that mean the same":      {"## Doors\n\n| Code | Meaning |\n|---|---|\n| 11 | The drawer is open |\n| 12 | The drawer seems empty |\n| 14 | The door is shut |\n", "11 12 13 11 12 14"},
		"a column of another name":      {"## Doors\n\n| Symbol | Meaning | Remedy |\n|---|---|---|\n| 21 | The door failed to open | Push it |\n| 22 | The lock is broken | Call us |\n| 23 | The hinge is missing | Call us |\n", "11 12 13"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := read.Page("page.md", []byte("# Error codes\n\n"+first+c.page))
			if err != nil {
				t.Fatal(err)
			}
			guesses, err := Having(p, []string{"11", "13"})
			if err != nil {
				t.Fatal(err)
			}
			if got := codesIn(guesses); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A value in two tables tells nothing where another stands in one of them.
func TestHavingAllInOne(t *testing.T) {
	const table = "## %\n\n| Value | Name |\n|---|---|\n"
	page := strings.Replace(table, "%", "Curves", 1) + "| 1 | flat |\n| 2 | round |\n| 3 | steep |\n\n" +
		strings.Replace(table, "%", "Alerts", 1) + "| 1 | closed |\n| 2 | lost |\n| 9 | expired |\n"
	p, err := read.Page("page.md", []byte("# Lists\n\n"+page))
	if err != nil {
		t.Fatal(err)
	}
	guesses, err := Having(p, []string{"1", "9"})
	if err != nil || codesIn(guesses) != "1 2 9" {
		t.Errorf("got %q, %v", codesIn(guesses), err)
	}
}

func codesIn(guesses []Guess) string {
	var codes []string
	for i := range guesses {
		for _, e := range guesses[i].Table.Entries {
			codes = append(codes, e.Code)
		}
	}
	return strings.Join(codes, " ")
}

// What cannot be in the one table is left, unless a value of it was told.
func TestJoined(t *testing.T) {
	const page = "# Error codes\n\n## Tills\n\n| Code | Meaning |\n|---|---|\n| 11 | The drawer is open |\n| 12 | The drawer is empty |\n| 13 | The lid is missing |\n\n" +
		"## Doors\n\n| Code | Meaning |\n|---|---|\n| 21 | The door is shut |\n| 22 | The door is locked |\n| 23 | The door is gone |\n\n" +
		"## Lamps\n\n| Meaning | Code | Class |\n|---|---|---|\n| 31 | The lamp is broken | a |\n| 32 | The lamp is missing | b |\n| 33 | The lamp is dark | c |\n"
	p, err := read.Page("page.md", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	guesses := Tables(p)
	parts := []Guess{guesses[0]}
	parts = append(parts, guesses[1:]...)
	one, left, ok := Joined(parts, "Code", []string{"11"})
	if got := codesIn([]Guess{one}); !ok || !strings.HasPrefix(got, "11 12 13 21 22 23") || strings.Contains(got, "31") {
		t.Errorf("%v %q", ok, got)
	}
	if !slices.ContainsFunc(left, func(g Guess) bool { return g.Holds("31") }) {
		t.Errorf("%d left, without that of other columns", len(left))
	}
	if _, _, ok := Joined(parts, "Code", []string{"11", "31"}); ok {
		t.Error("a header that means two things")
	}
}

// Of a region that goes on over headings, the groups of other codes are none of
// what is told.
func TestHavingDropsOtherGroups(t *testing.T) {
	const page = "# Errors of the till\n\n## See also\n\n- openTill: opens it\n- closeTill: closes it\n\n## Codes\n\n- TILL_SHUT: the drawer is shut\n- TILL_GONE: the drawer is gone\n- TILL_EMPTY: the drawer is empty\n\n## More\n\n- TILL_LOST: nobody knows\n- TILL_LATE: too late in the day\n"
	p, err := read.Page("page.md", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	for _, values := range [][]string{{"TILL_SHUT", "TILL_GONE"}, {"TILL_SHUT"}} {
		if guesses, err := Having(p, values); err != nil || codesIn(guesses) != "TILL_SHUT TILL_GONE TILL_EMPTY TILL_LOST TILL_LATE" {
			t.Errorf("%v: got %q, %v", values, codesIn(guesses), err)
		}
	}
}

// A number that some rows have beside the name is held by the reading that has
// all rows.
func TestHavingBeside(t *testing.T) {
	const page = "# Errors\n\n| Error code | Error name | Message |\n|---|---|---|\n| 101 | KeyEmpty | The key is empty |\n| 102 | KeyLong | The key is too long |\n| 103 | KeyLost | The key is lost |\n| | DoorShut | The door is shut |\n| | DoorGone | The door is gone |\n"
	p, err := read.Page("page.md", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	guesses, err := Having(p, []string{"102", "DoorGone"})
	if err != nil || codesIn(guesses) != "KeyEmpty KeyLong KeyLost DoorShut DoorGone" {
		t.Errorf("got %q, %v", codesIn(guesses), err)
	}
}

// Plain words before texts are codes where a person tells them, and not before.
func TestHavingWords(t *testing.T) {
	p, err := read.Page("page.md", []byte("# Lamps\n\nThe lamp shows:\n\n- red - the line is closed\n- green - the line is open\n- amber - it will close\n"))
	if err != nil {
		t.Fatal(err)
	}
	if found := Tables(p); len(found) > 0 {
		t.Errorf("found %q without being told", codesIn(found))
	}
	guesses, err := Having(p, []string{"red", "amber"})
	if err != nil || codesIn(guesses) != "red green amber" {
		t.Errorf("got %q, %v", codesIn(guesses), err)
	}
}

// Codes that begin with a name which is no part of them stay as they are.
func TestHavingQualified(t *testing.T) {
	p, err := read.Page("page.html", []byte("<h1>Errors</h1><h2>Till</h2><dl><dt>till.ESHUT<dd><p>The drawer is shut.</p></dd><dt>till.EGONE</dt><dd><p>The drawer is gone.</p></dd><dt>till.EDARK</dt><dd><p>It is dark.</p></dd><dt>till.ELOST</dt><dd><p>Nobody has it.</p></dd></dl>"))
	if err != nil {
		t.Fatal(err)
	}
	if guesses, err := Having(p, []string{"ESHUT", "EDARK"}); err != nil || codesIn(guesses) != "ESHUT EGONE EDARK ELOST" {
		t.Errorf("got %q, %v", codesIn(guesses), err)
	}
}

// Sections that number their codes anew are parts of one list where the numbers
// that are told stand in one of them: each is a table.
func TestHavingTakesAllSections(t *testing.T) {
	const page = "# Error codes\n\n## Till\n\n### TILL_OK (0)\n\nAll is well.\n\n### TILL_SHUT (1)\n\nThe drawer is shut.\n\n### TILL_GONE (2)\n\nThe drawer is gone.\n\n### TILL_LOST (3)\n\nNobody knows.\n\n" +
		"## Door\n\n### DOOR_OK (0)\n\nNothing is wrong.\n\n### DOOR_SHUT (1)\n\nNobody can go in.\n\n### DOOR_LOST (2)\n\nWe cannot find it.\n"
	p, err := read.Page("page.md", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	guesses, err := Having(p, []string{"1", "3"})
	if got := codesIn(guesses); err != nil || len(guesses) != 2 || got != "0 1 2 3 0 1 2" {
		t.Errorf("got %q in %d tables, %v", got, len(guesses), err)
	}
}

// A name that a person told means something else in another object: both tables
// have it, and no other that gives its names other meanings.
func TestHavingTakesAllThatHoldIt(t *testing.T) {
	const page = "# Lamps\n\n## Lamp\n\n| Key | Required | Type | Description |\n|---|---|---|---|\n| bulbs | Yes | Number | How many bulbs it takes |\n| colour | No | String | What paint is on it |\n\n" +
		"## Order\n\n| Key | Type | Description |\n|---|---|---|\n| bulbs | Number | Spare ones to be sent along |\n| street | String | Where to send all that |\n\n" +
		"## Letter\n\n| Key | Type | Description |\n|---|---|---|\n| colour | String | The ink that somebody wrote with |\n"
	p, err := read.Page("page.md", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	guesses, err := Having(p, []string{"bulbs"})
	if got := codesIn(guesses); err != nil || got != "bulbs colour bulbs street" {
		t.Errorf("got %q, %v", got, err)
	}
}

// The reading that is taken first leaves the lines of another value to the
// reading that holds it.
func TestHavingLooksAhead(t *testing.T) {
	const page = "# Commands\n\n| Name | Since |\n|---|---|\n| CMD_OPEN | 1.0.2 |\n| CMD_SHUT | 1.0.2 |\n| CMD_MAP | 1.0.3 |\n\n" +
		"## CMD_OPEN\n\nOpens the drawer of the till.\n\n### Parameters\n\ncmd\n: CMD_OPEN\n\ndata\n: none\n\n" +
		"## CMD_SHUT\n\nShuts the drawer of the till.\n\n### Parameters\n\ncmd\n: CMD_SHUT\n\ndata\n: none\n\n" +
		"## CMD_MAP\n\nSets the map.\n\n### Parameters\n\ncmd\n: CMD_MAP\n\ndata\n: one of:\n\n" +
		"| Name | Value | Description |\n|---|---|---|\n| MAP_LEFT | 14 | On the left |\n| MAP_RIGHT | 15 | On the right |\n| MAP_BACK | 16 | Behind |\n"
	p, err := read.Page("page.md", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	guesses, err := Having(p, []string{"CMD_SHUT", "14"})
	if got := codesIn(guesses); err != nil || !strings.Contains(got, "14 15 16") || !strings.Contains(got, "CMD_OPEN CMD_SHUT CMD_MAP") {
		t.Errorf("got %q, %v", got, err)
	}
}
