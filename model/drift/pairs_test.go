package drift

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// The pairs of testdata/pairs.txt: each a page in two states and what a
// comparison has to say, no more and no less.
//
//	== what it is about
//	recipe              both states have a recipe, and so a package
//	table NAME KIND     the rows below are of this table
//	= CODE | text | k=v a row of both states; what follows the text is optional
//	- CODE | text       a row of the old state
//	+ CODE | text       a row of the new one
//	! ID CODE: words    a change that is to be told; words only where they matter
//
// Without a line that begins with ! nothing is to be told.
func TestPairs(t *testing.T) {
	data, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split("\n"+string(data), "\n== ")[1:]
	if len(blocks) < 60 {
		t.Errorf("there are %d pairs", len(blocks))
	}
	for _, block := range blocks {
		title, body, _ := strings.Cut(block, "\n")
		t.Run(title, func(t *testing.T) { checkPair(t, body) })
	}
}

func checkPair(t *testing.T, body string) {
	before, after, want := parsePair(t, body)
	var got []string
	for _, c := range Heads(Compare(before, after)) {
		line := strings.TrimSpace(c.ID + " " + c.Code)
		if c.Count > 1 {
			line += fmt.Sprintf(" x%d", c.Count)
		}
		if words := strings.Join(c.Words, ", "); words != "" {
			line += ": " + words
		}
		got = append(got, line)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("told\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func parsePair(t *testing.T, body string) (before, after *model.Spec, want []string) {
	before, after = &model.Spec{Source: "page"}, &model.Spec{Source: "page"}
	name, kind := "Code", model.Codes
	for i, line := range strings.Split(body, "\n") {
		sign, rest, _ := strings.Cut(line, " ")
		switch sign {
		case "recipe":
			before.Package, after.Package = "page", "page"
		case "table":
			fields := strings.Fields(rest)
			name, kind = fields[0], model.Kind(fields[1])
		case "=", "-", "+":
			row := parseRow(t, rest, i+1)
			if sign != "+" {
				addRow(before, name, kind, row)
			}
			if sign != "-" {
				addRow(after, name, kind, row)
			}
		case "!":
			want = append(want, strings.TrimSpace(rest))
		case "", "#":
		default:
			t.Fatalf("what is %q?", line)
		}
	}
	return before, after, want
}

func addRow(s *model.Spec, name string, kind model.Kind, e model.Entry) {
	if s.Table(name) == nil {
		s.Tables = append(s.Tables, model.Table{Name: name, Kind: kind, Heading: "Under " + name})
	}
	table := s.Table(name)
	table.Entries = append(table.Entries, e)
}

func parseRow(t *testing.T, row string, line int) model.Entry {
	cells := strings.Split(row, " | ")
	e := model.Entry{Code: strings.TrimSpace(cells[0]), Line: line}
	if len(cells) > 1 {
		e.Text = strings.TrimSpace(cells[1])
	}
	for _, cell := range cells[min(2, len(cells)):] {
		name, value, _ := strings.Cut(strings.TrimSpace(cell), "=")
		switch name {
		case "http":
			e.HTTP, _ = strconv.Atoi(value)
		case "max":
			e.Max, _ = strconv.Atoi(value)
		case "required":
			e.Required = true
		case "values":
			e.Values = strings.Split(value, ",")
		case "extra":
			e.Extra = map[string]string{"Extra": value}
		case "key", "remedy", "detail", "group", "type", "default", "deprecated":
			set(&e, name, value)
		default:
			t.Fatalf("what is %q?", cell)
		}
	}
	return e
}
