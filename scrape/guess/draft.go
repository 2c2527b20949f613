package guess

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/recipe"
)

// About is what a recipe says of its source as a whole.
type About struct {
	Source    string // name of the folder
	Title     string
	URL       string // "" where it is not known
	Language  string // BCP 47; "und" where it is not known
	Package   string
	Retrieved string // YYYY-MM-DD
}

// A Draft is a recipe that was written for guessed tables.
type Draft struct {
	Recipe  []byte   // YAML
	Remarks []string // what a person has to look at, a sentence each
}

// check wants what a recipe may say of a source.
func (a *About) check() error {
	var problems model.Problems
	r := recipe.Recipe{URL: a.URL, Language: cmp.Or(a.Language, "und"), Package: a.Package, Retrieved: a.Retrieved}
	r.CheckHead(func(_ int, hint, format string, args ...any) { problems.Add("", 0, hint, format, args...) })
	return problems.Err()
}

// NewDraft writes the recipe that reads the guessed tables of a page. For each
// table it takes the first of several ways to find it, the plainest first,
// that gives the rows of the guess again; a table that none of them finds is
// left out, with a remark.
func NewDraft(page *page.Page, guesses []Guess, about About) (*Draft, error) {
	if err := about.check(); err != nil {
		return nil, err
	}
	d := &drafting{about: about, flow: recipe.Flatten(page.Blocks), names: map[string]bool{}}
	recipe := draftRecipe{
		Source: about.Source, Title: about.Title, URL: about.URL, Language: cmp.Or(about.Language, "und"),
		Package: about.Package, Retrieved: about.Retrieved,
	}
	families, first := alike(guesses)
	for i := range guesses {
		if first[i] != i {
			continue
		}
		family := families[i]
		if t := d.family(guesses, family); t != nil {
			recipe.Tables = append(recipe.Tables, *t)
		} else {
			recipe.Tables = append(recipe.Tables, d.tables(guesses, family)...)
		}
	}
	if len(recipe.Tables) == 0 {
		return nil, &model.Problem{File: page.File, Message: "no table of the page can be found again by a recipe", Hint: strings.Join(d.remarks, "; ")}
	}
	data, err := recipe.yaml()
	if err != nil {
		return nil, err
	}
	return &Draft{data, d.remarks}, nil
}

// The recipe as NewDraft writes it: the keys of Recipe that it knows of.
type draftRecipe struct {
	Source    string       `yaml:"source"`
	Title     string       `yaml:"title,omitempty"`
	URL       string       `yaml:"url,omitempty"`
	Language  string       `yaml:"language"`
	Package   string       `yaml:"package"`
	Retrieved string       `yaml:"retrieved"`
	Tables    []draftTable `yaml:"tables"`
}

type draftTable struct {
	Codes   string        `yaml:"codes,omitempty"`
	Results string        `yaml:"results,omitempty"`
	Params  string        `yaml:"params,omitempty"`
	Fields  string        `yaml:"fields,omitempty"`
	Form    string        `yaml:"form,omitempty"`
	Under   string        `yaml:"under,omitempty"`
	After   string        `yaml:"after,omitempty"`
	Until   string        `yaml:"until,omitempty"`
	Each    string        `yaml:"each,omitempty"`
	Columns yaml.MapSlice `yaml:"columns,flow"`
	Code    string        `yaml:"code,omitempty"`
	Value   string        `yaml:"value,omitempty"`
	Types   yaml.MapSlice `yaml:"types,flow,omitempty"`
	Min     int           `yaml:"min,omitempty"`
	Must    []string      `yaml:"must,flow,omitempty"`
	Skip    []draftSkip   `yaml:"skip,omitempty"`

	name string // one of the first four
	kind model.Kind
}

type draftSkip struct {
	Match string `yaml:"match"`
	Why   string `yaml:"why"`
}

func (r *draftRecipe) yaml() ([]byte, error) {
	for i := range r.Tables {
		t := &r.Tables[i]
		for kind, field := range map[model.Kind]*string{model.Codes: &t.Codes, model.Results: &t.Results, model.Params: &t.Params, model.Fields: &t.Fields} {
			if *field = ""; kind == t.kind {
				*field = t.name
			}
		}
	}
	return yaml.MarshalWithOptions(r, yaml.IndentSequence(true), yaml.UseSingleQuote(true))
}

// A drafting is the state of writing one recipe.
type drafting struct {
	about   About
	flow    *recipe.Flow
	names   map[string]bool // of the tables so far
	remarks []string
}

func (d *drafting) remark(format string, args ...any) {
	d.remarks = append(d.remarks, fmt.Sprintf(format, args...))
}

// skipLimit is how many rows of a table may be declared to be none: of a
// table with more of them, something else is not understood.
const skipLimit = 8

// family drafts one recipe for several guesses that are alike, with a table
// for each heading or group; nil where there is no such recipe.
func (d *drafting) family(guesses []Guess, family []int) *draftTable {
	if len(family) == 1 {
		return nil
	}
	var entries []model.Entry
	for _, i := range family {
		entries = append(entries, guesses[i].Table.Entries...)
	}
	var ways []draftTable
	for _, each := range []string{"heading", "group"} {
		for _, t := range d.anywhere(&guesses[family[0]]) {
			if t.Form != "" {
				t.name, t.Each = baseNames[t.kind], each
				ways = append(ways, t)
			}
		}
	}
	best, missed, more := d.best(ways, entries)
	if missed+more > 0 {
		return nil
	}
	return best
}

// tables drafts a recipe for each of several guesses that are alike, or leaves
// it out with a remark.
func (d *drafting) tables(guesses []Guess, family []int) []draftTable {
	var list []draftTable
	for _, i := range family {
		g := &guesses[i]
		ways := d.somewhere(guesses, i)
		if len(family) == 1 {
			ways = append(d.anywhere(g), ways...)
		}
		best, missed, more := d.best(ways, g.Table.Entries)
		if best == nil {
			d.remark("the table in line %d, %s, is left out: no recipe that can be drafted finds its rows again", g.Table.Line, page.Count(len(g.Table.Entries), "row"))
			continue
		}
		if missed > 0 {
			d.remark("the recipe of %s does not give %s of the %d that were guessed", best.name, page.Count(missed, "row"), len(g.Table.Entries))
		}
		if more > 0 {
			d.remark("the recipe of %s gives %s more than the %d that were guessed", best.name, page.Count(more, "row"), len(g.Table.Entries))
		}
		list = append(list, *best)
	}
	return list
}

// best is the first of the ways that gives all the wanted entries and no
// others, else the one that comes nearest, with the numbers of those missed and
// of others; nil where none gives more right ones than wrong ones.
func (d *drafting) best(ways []draftTable, want []model.Entry) (best *draftTable, missed, more int) {
	score, kept, grouped := 0, []model.Entry(nil), false
	for i := range ways {
		t := &ways[i]
		entries, rejected := d.read(t)
		if len(rejected) > 0 && len(rejected) <= skipLimit {
			t.declare(rejected)
			entries, rejected = d.read(t)
		}
		if len(rejected) > 0 {
			continue
		}
		right, wrong := agreement(want, entries)
		n, keeps := right-wrong, !isGrouped(want) || isGrouped(entries)
		if n > score || n == score && n > 0 && keeps && !grouped {
			best, score, kept, grouped = t, n, entries, keeps
			missed, more = len(want)-right, wrong
		}
		if score == len(want) && grouped {
			break
		}
	}
	if best == nil {
		return nil, len(want), 0
	}
	best.name = d.name(best.name)
	best.Value = valueType(kept)
	best.typed(kept)
	best.guard(kept)
	if n := len(best.Skip); n > 0 {
		d.remark("%s of %s without a code: declared under skip", page.Count(n, "row"), best.name)
	}
	return best, missed, more
}

func isGrouped(entries []model.Entry) bool {
	return slices.ContainsFunc(entries, func(e model.Entry) bool { return e.Group != "" })
}

// agreement is how many entries are in both, and how many only in the second.
func agreement(want, got []model.Entry) (right, wrong int) {
	left := map[string]int{}
	for i := range want {
		left[want[i].Code]++
	}
	for i := range got {
		if left[got[i].Code] > 0 {
			left[got[i].Code]--
			right++
		} else {
			wrong++
		}
	}
	return right, wrong
}

// read reads one table of the page by its draft; rejected are rows that have
// no code.
func (d *drafting) read(t *draftTable) (entries []model.Entry, rejected []string) {
	alone := draftRecipe{Source: d.about.Source, Language: "und", Package: d.about.Package, Retrieved: d.about.Retrieved, Tables: []draftTable{*t}}
	data, err := alone.yaml()
	if err != nil {
		return nil, nil
	}
	r, err := recipe.Parse("", data)
	if err != nil {
		return nil, nil
	}
	return r.Try(d.flow)
}

// name makes the name of a table one that no other table of the recipe has.
func (d *drafting) name(name string) string {
	unique := name
	for n := 2; d.names[unique]; n++ {
		unique = name + strconv.Itoa(n)
	}
	d.names[unique] = true
	return unique
}

// declare says of rows that they are none.
func (t *draftTable) declare(rejected []string) {
	for _, row := range rejected {
		match := regexp.QuoteMeta(row)
		if !slices.ContainsFunc(t.Skip, func(s draftSkip) bool { return s.Match == match }) {
			t.Skip = append(t.Skip, draftSkip{match, "the row has no code"})
		}
	}
}

// guard says how many rows have to be there, four fifths of those of today,
// and that the first and the last have to be.
func (t *draftTable) guard(entries []model.Entry) {
	t.Min = max(1, len(entries)*4/5)
	t.Must = []string{entries[0].Code}
	if last := entries[len(entries)-1].Code; last != entries[0].Code {
		t.Must = append(t.Must, last)
	}
}
