package record

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
)

// tableOf has a row for each line, its cells parted by bars.
func tableOf(rows ...string) Candidate {
	var c Candidate
	for i, row := range rows {
		var cells []page.Cell
		for text := range strings.SplitSeq(row, "|") {
			var lines []page.Line
			if text != "" {
				lines = []page.Line{{Text: text, No: i + 1}}
			}
			cells = append(cells, page.Cell{Lines: lines, No: i + 1})
		}
		c.Rows = append(c.Rows, CandidateRow{Cells: cells})
	}
	return c
}

func (c *Candidate) written() string {
	var list []string
	for _, r := range c.Rows {
		list = append(list, strings.Join(CellTexts(r.Cells), "|"))
	}
	return strings.Join(list, " ; ")
}

// A text on a row of its own belongs to the declaration above where most of
// them have one.
func TestJoinTwoRows(t *testing.T) {
	for _, c := range []struct {
		rows []string
		want string
	}{
		{[]string{"int|A_B", "|what it is for", "int|C_D", "|another thing"}, "int|A_B|what it is for ; int|C_D|another thing"},
		{[]string{"int|A_B", "|one thing", "int|C_D", "|two things", "int|E_F"}, "int|A_B|one thing ; int|C_D|two things ; int|E_F"},
		{[]string{"int|A_B", "|one thing", "int|C_D", "|two things", "int|E_F", "int|G_H"}, "int|A_B ; |one thing ; int|C_D ; |two things ; int|E_F ; int|G_H"},
		{[]string{"a thing|or two", "int|A_B", "|one thing", "a thing|or two", "int|C_D", "|two things"}, "a thing|or two ; int|A_B|one thing ; a thing|or two ; int|C_D|two things"},
		{[]string{"int|A_B", "|what it is for", "int|C_D", "int|E_F"}, "int|A_B ; |what it is for ; int|C_D ; int|E_F"},
		{[]string{"int|A_B", "|what it is for", "int|C_D", "|G_H"}, "int|A_B ; |what it is for ; int|C_D ; |G_H"},
		{[]string{"a thing|or two", "|what it is for", "a thing|or two", "|another thing"}, "a thing|or two ; |what it is for ; a thing|or two ; |another thing"},
		{[]string{"int|A_B", "|what it is for", "|and on which days", "int|C_D", "|another thing"}, "int|A_B|what it is for ; |and on which days ; int|C_D|another thing"},
		{[]string{"int|A_B", "alone", "|what it is for", "int|C_D", "|another thing"}, "int|A_B ; alone ; |what it is for ; int|C_D ; |another thing"},
	} {
		table := tableOf(c.rows...)
		table.joinTwoRows()
		if got := table.written(); got != c.want {
			t.Errorf("%q: %s, want %s", c.rows, got, c.want)
		}
	}
	copied := tableOf("int|A_B", "|what it is for", "int|C_D", "|another thing")
	for _, i := range []int{1, 3} {
		copied.Rows[i].Cells[0].Copied = true
	}
	copied.joinTwoRows()
	if len(copied.Rows) != 4 {
		t.Errorf("a cell that reaches down is no empty one: %s", copied.written())
	}
}

func TestSplitSideBySide(t *testing.T) {
	for _, c := range []struct {
		header string
		rows   []string
		want   string
	}{
		{"Code|Text|Code|Text", []string{"1|one|2|two", "3|three||"}, "1|one ; 2|two ; 3|three"},
		{"Code|Text||Code|Text", []string{"1|one||2|two", "3|three|||"}, "1|one ; 2|two ; 3|three"},
		{"Code|Text||Code|Text", []string{"1|one|note|2|two"}, "1|one|note|2|two"},
		{"Code|Text|Code|More", []string{"1|one|2|two"}, "1|one|2|two"},
		{"", []string{"1|one of them||2|two of them", "3|three of them||4|four of them", "5|five of them||6|six of them"}, "1|one of them ; 2|two of them ; 3|three of them ; 4|four of them ; 5|five of them ; 6|six of them"},
		{"Code|Code|Code|Code", []string{"1|one|2|two"}, "1|one|2|two"},
		{"", []string{"1|one of them|2|two of them", "3|three of them|4|four of them", "5|five of them|6|six of them"}, "1|one of them ; 2|two of them ; 3|three of them ; 4|four of them ; 5|five of them ; 6|six of them"},
		{"", []string{"1|one of them|2|two of them", "3|three of them|4|four of them"}, "1|one of them|2|two of them ; 3|three of them|4|four of them"},
		{"", []string{"1|one of them|2|two of them", "3|three of them|4|5", "5|five of them|6|six of them"}, "1|one of them|2|two of them ; 3|three of them|4|5 ; 5|five of them|6|six of them"},
	} {
		table := tableOf(c.rows...)
		if c.header != "" {
			table.Header = strings.Split(c.header, "|")
		}
		table.splitSideBySide()
		if got := table.written(); got != c.want {
			t.Errorf("%q below %q: %s, want %s", c.rows, c.header, got, c.want)
		}
	}
}

// Forms repeat where two columns keep to theirs, in nine of ten rows below the
// first, and differ.
func TestPeriodic(t *testing.T) {
	rows := func(n int, row ...string) []string {
		var list []string
		for range n {
			list = append(list, row...)
		}
		return list
	}
	join := func(parts ...[]string) []string {
		var list []string
		for _, p := range parts {
			list = append(list, p...)
		}
		return list
	}
	head := []string{"word", "word"}
	for name, c := range map[string]struct {
		forms []string
		want  bool
	}{
		"nine texts of ten":     {join(head, rows(9, "number", "prose"), rows(1, "number", "number")), true},
		"18 of 21":              {join(head, rows(18, "number", "prose"), rows(3, "number", "number")), false},
		"all alike":             {join(head, rows(10, "number", "prose")), true},
		"nine of ten":           {join(head, rows(9, "number", "prose"), rows(1, "prose", "prose")), true},
		"eight of ten":          {join(head, rows(8, "number", "prose"), rows(2, "prose", "prose")), false},
		"nine codes of ten":     {join(head, rows(5, "number", "prose"), rows(4, "symbol", "prose"), rows(1, "word", "prose")), true},
		"eight codes of ten":    {join(head, rows(4, "number", "prose"), rows(4, "symbol", "prose"), rows(2, "word", "prose")), false},
		"codes of two forms":    {join(head, rows(5, "number", "prose"), rows(5, "symbol", "prose")), true},
		"columns of one form":   {join(head, rows(10, "prose", "prose")), false},
		"the first row differs": {join([]string{"prose", "number"}, rows(3, "number", "prose")), true},
	} {
		if got := periodic(c.forms, 2); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	for name, c := range map[string]struct {
		forms []string
		want  bool
	}{
		"words above numbers":  {[]string{"word", "word", "number", "prose"}, true},
		"words above prose":    {[]string{"word", "word", "prose", "prose"}, false},
		"a number above":       {[]string{"word", "number", "symbol", "prose"}, false},
		"a symbol above":       {[]string{"symbol", "word", "symbol", "prose"}, false},
		"words above a symbol": {[]string{"word", "prose", "prose", "symbol"}, true},
	} {
		if got := titles(c.forms, 2); got != c.want {
			t.Errorf("titles, %s: %v", name, got)
		}
	}
	for text, want := range map[string]string{"404": "number", "A_B": "symbol", "gone": "word", "It is gone.": "prose"} {
		if got := cellForm(text); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

// A name and what stands below it are two columns where all cells of the column
// begin with names that differ and none goes on with another.
func TestSplitStacked(t *testing.T) {
	for _, c := range []struct {
		header string
		rows   []string
		want   string
	}{
		{"Name|Text", []string{"id/string|one", "state/text or none|two", "name|three"}, "id|string|one ; state|text or none|two ; name||three"},
		{"Name|Text", []string{"id|one", "state|two"}, "id|one ; state|two"},
		{"Name|Text", []string{"E1/E2|one", "E3/E4|two"}, "E1 E2|one ; E3 E4|two"},
		{"Name|Text", []string{"id/string|one", "id/text|two"}, "id string|one ; id text|two"},
		{"Name|Text", []string{"open/shut|one/two", "lit/dark|three/four"}, "open shut|one two ; lit dark|three four"},
		{"", []string{"id/string|one", "state/text|two", "name|three"}, "id|string|one ; state|text|two ; name||three"},
		{"", []string{"id/string|one", "state|two", "name|three"}, "id string|one ; state|two ; name|three"},
		{"", []string{"id/string|one", "state|two"}, "id string|one ; state|two"},
	} {
		table := stackedOf(c.header, c.rows)
		table.splitStacked()
		if got := table.written(); got != c.want {
			t.Errorf("%q below %q: %s, want %s", c.rows, c.header, got, c.want)
		}
	}
}

// stackedOf is a table in whose cells a slash parts lines.
func stackedOf(header string, rows []string) Candidate {
	table := tableOf(rows...)
	if header != "" {
		table.Header = strings.Split(header, "|")
	}
	for i := range table.Rows {
		cells := table.Rows[i].Cells
		for j := range cells {
			var lines []page.Line
			for part := range strings.SplitSeq(cells[j].Text(), "/") {
				lines = append(lines, page.Line{Text: part, No: i + 1})
			}
			cells[j].Lines = lines
		}
	}
	return table
}

// The texts of a column are parted from the codes that they begin with where
// no other column has codes, and all of them have one.
func TestSplitComposed(t *testing.T) {
	for _, c := range []struct {
		rows []string
		want string
	}{
		{[]string{"E1: it is broken|mend it", "E2: it is lost|find it", "E3: it is old|buy one"}, "E1|it is broken|mend it ; E2|it is lost|find it ; E3|it is old|buy one"},
		{[]string{"mend it|E1: it is broken", "find it|E2: it is lost", "buy one|E3: it is old"}, "mend it|E1|it is broken ; find it|E2|it is lost ; buy one|E3|it is old"},
		{[]string{"E1: it is broken|101", "E2: it is lost|102", "E3: it is old|103"}, "E1: it is broken|101 ; E2: it is lost|102 ; E3: it is old|103"},
		{[]string{"E1: it is broken|mend it", "E2: it is lost|find it"}, "E1: it is broken|mend it ; E2: it is lost|find it"},
		{[]string{"E1: it is broken|mend it", "E2: it is lost|find it", "nothing else|buy one"}, "E1: it is broken|mend it ; E2: it is lost|find it ; nothing else|buy one"},
		{[]string{"E1: it is broken|mend it", "E2: it is lost|find it", "E3: it is old|buy one", "|sell it"}, "E1: it is broken|mend it ; E2: it is lost|find it ; E3: it is old|buy one ; |sell it"},
		{[]string{"404 Not Found|look", "403 Forbidden|ask", "401 Unauthorized|log in"}, "404 Not Found|look ; 403 Forbidden|ask ; 401 Unauthorized|log in"},
	} {
		table := tableOf(c.rows...)
		table.Header = []string{"Error", "Fix"}
		table.splitComposed()
		if got := table.written(); got != c.want {
			t.Errorf("%q: %s, want %s", c.rows, got, c.want)
		}
	}
}

// Statuses of HTTP and versions beside them do not keep texts from being parted
// from their codes.
func TestSplitComposedBesideStatuses(t *testing.T) {
	rows := []string{"E1: it is broken|401", "E2: it is lost|401", "E3: it is old|404"}
	for title, want := range map[string]string{
		"HTTP status": "E1|it is broken|401 ; E2|it is lost|401 ; E3|it is old|404",
		"Since":       "E1|it is broken|401 ; E2|it is lost|401 ; E3|it is old|404",
		"Code":        "E1: it is broken|401 ; E2: it is lost|401 ; E3: it is old|404",
	} {
		table := tableOf(rows...)
		table.Header = []string{"Error", title}
		table.splitComposed()
		if got := table.written(); got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}
