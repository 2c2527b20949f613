package drift

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// The pairs of testdata/pairs: each a page in two states and what a comparison
// has to say, no more and no less.
//
//	== what it is about
//	recipe              both states have a recipe, and so a package
//	table NAME KIND     the rows below are of this table
//	= CODE | text | k=v a row of both states; what follows the text is optional
//	- CODE | text       a row of the old state
//	+ CODE | text       a row of the new one
//	-table, +table      the table is called so in one state
//	-heading, +heading  what stands above it there
//	-gone, +gone CODE   a code that the lock keeps there
//	-source, +source    NAME VALUE of the source there; none: there is none
//	-line, +line, =line a line that looks like data, and that nothing reads
//	! ID CODE: words    a change that is to be told; words only where they matter
//	? ID                a change that it nearly is, and that is not to be told
//
// Without a line that begins with ! nothing is to be told.
func TestPairs(t *testing.T) {
	for title, body := range pairs(t) {
		t.Run(title, func(t *testing.T) { checkPair(t, body) })
	}
}

// Each rule has a pair in which it is told, and one in which it nearly is.
func TestEachRuleHasPairs(t *testing.T) {
	told, near := map[string]bool{}, map[string]bool{}
	for _, body := range pairs(t) {
		for _, line := range strings.Split(body, "\n") {
			sign, rest, _ := strings.Cut(line, " ")
			switch id, _, _ := strings.Cut(rest, " "); sign {
			case "!":
				told[strings.TrimSuffix(id, ":")] = true
			case "?":
				near[id] = true
			}
		}
	}
	for _, r := range Rules() {
		if !told[r.ID] || !near[r.ID] {
			t.Errorf("%s: told in a pair: %v; nearly: %v", r.ID, told[r.ID], near[r.ID])
		}
		delete(near, r.ID)
	}
	if len(near) > 0 {
		t.Errorf("there are no rules %v", near)
	}
}

// pairs are the pairs of all files, by their titles.
func pairs(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/pairs/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no pairs", err)
	}
	bodies := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range strings.Split("\n"+string(data), "\n== ")[1:] {
			title, body, _ := strings.Cut(block, "\n")
			if bodies[title] != "" {
				t.Errorf("two pairs are called %q", title)
			}
			bodies[title] = body
		}
	}
	return bodies
}

func checkPair(t *testing.T, body string) {
	p := parsePair(t, body)
	var got []string
	for _, c := range Heads(Compare(p.states[0].spec(), p.states[1].spec())) {
		line := strings.TrimSpace(c.ID + " " + c.Code)
		if c.Count > 1 {
			line += fmt.Sprintf(" x%d", c.Count)
		}
		if words := strings.Join(c.Words, ", "); words != "" {
			line += ": " + words
		}
		got = append(got, line)
		if slices.Contains(p.near, c.ID) {
			t.Errorf("%s is told, and it only is so nearly", c.ID)
		}
	}
	slices.Sort(got)
	slices.Sort(p.want)
	if !slices.Equal(got, p.want) {
		t.Errorf("told\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(p.want, "\n\t"))
	}
}

// A parsed pair: the states before and after.
type parsedPair struct {
	states     [2]parsedState
	want, near []string
}

type parsedState struct {
	model.Spec
	table  string // the rows below are of
	ground model.Ground
	isNone bool
}

func (s *parsedState) spec() *model.Spec {
	if s.isNone {
		return nil
	}
	if s.ground.Lines != nil {
		s.Grounds = []model.Ground{s.ground}
	}
	return &s.Spec
}

func parsePair(t *testing.T, body string) *parsedPair {
	p := &parsedPair{}
	for i := range p.states {
		p.states[i].Spec = model.Spec{Source: "page"}
		p.states[i].begin("Code codes")
	}
	for i, line := range strings.Split(body, "\n") {
		sign, rest, _ := strings.Cut(line, " ")
		switch sign {
		case "!":
			p.want = append(p.want, strings.TrimSpace(rest))
		case "?":
			p.near = append(p.near, rest)
		case "recipe":
			p.states[0].Package, p.states[1].Package = "page", "page"
		case "table":
			p.states[0].begin(rest)
			p.states[1].begin(rest)
		case "":
		default:
			if strings.Contains("-=", sign[:1]) {
				p.states[0].take(t, sign[1:], rest, i+1)
			}
			if strings.Contains("+=", sign[:1]) {
				p.states[1].take(t, sign[1:], rest, i+1)
			}
		}
	}
	return p
}

// begin begins a table, which is there once it has rows.
func (s *parsedState) begin(nameAndKind string) { s.table = nameAndKind }

// current is the table that rows are of.
func (s *parsedState) current() *model.Table {
	name, kind, _ := strings.Cut(s.table, " ")
	if s.Table(name) == nil {
		s.Tables = append(s.Tables, model.Table{Name: name, Kind: model.Kind(kind), Heading: "Under " + name})
	}
	return s.Table(name)
}

// take takes what a line of a pair says of one of its states.
func (s *parsedState) take(t *testing.T, what, rest string, line int) {
	switch what {
	case "":
		table := s.current()
		table.Entries = append(table.Entries, parseRow(t, rest, line))
	case "table":
		s.begin(rest)
	case "heading":
		s.current().Heading = rest
	case "gone":
		table := s.current()
		table.Gone = append(table.Gone, model.Gone{Code: rest, Name: "Was" + rest})
	case "line":
		s.ground.Lines = append(append(s.ground.Lines, make([]uint64, line-1-len(s.ground.Lines))...), hashOf(rest))
		text := strings.ReplaceAll(rest, "{*}", "") // a mark that readers drop
		key, _, _ := strings.Cut(text, " ")
		s.ground.Rows = append(s.ground.Rows, model.Row{From: line, To: line, Block: 1, Key: key, Text: text})
	case "source":
		name, value, _ := strings.Cut(rest, " ")
		to := map[string]*string{"title": &s.Title, "url": &s.URL, "language": &s.Language, "package": &s.Package}[name]
		if s.isNone = name == "none"; !s.isNone {
			*to = value
		}
	default:
		t.Fatalf("what is %q?", what)
	}
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
		case "aliases":
			e.Aliases = strings.Split(value, ",")
		case "notes":
			e.Notes = []string{value}
		case "also":
			e.Also = []string{value}
		case "en", "pt":
			if e.Texts == nil {
				e.Texts = map[string]string{}
			}
			e.Texts[name] = value
		case "extra":
			e.Extra = map[string]string{"Extra": value}
		case "key", "name", "remedy", "detail", "group", "type", "default", "deprecated":
			set(&e, name, value)
		default:
			t.Fatalf("what is %q?", cell)
		}
	}
	return e
}
