package guess

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
	Lost    []string // what of the guesses the recipe does not read, a sentence each
	More    int      // rows that the recipe reads besides
}

// check wants what a recipe may say of a source.
func (a *About) check() error {
	var problems model.Problems
	r := recipe.Recipe{URL: a.URL, Language: cmp.Or(a.Language, "und"), Package: a.Package, Retrieved: a.Retrieved}
	r.CheckHead(func(_ int, hint, format string, args ...any) { problems.Add("", 0, hint, format, args...) })
	return problems.Err()
}

// NewDraft writes the recipe that reads the guessed tables of a page: what read
// each of them, and where that is not enough to find its rows alone on the
// page, the first of several ways to say where they stand. A table that none
// of them finds is left out, with a remark.
func NewDraft(page *page.Page, guesses []Guess, about About) (*Draft, error) {
	if err := about.check(); err != nil {
		return nil, err
	}
	d := &drafting{flow: recipe.Flatten(page.Blocks)}
	r := recipe.Recipe{
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
			r.Tables = append(r.Tables, *t)
		} else {
			r.Tables = append(r.Tables, d.tables(guesses, family)...)
		}
	}
	if len(r.Tables) == 0 {
		return nil, &model.Problem{File: page.File, Message: "no table of the page can be found again by a recipe", Hint: fewOf(d.lost)}
	}
	data, err := r.YAML()
	if err != nil {
		return nil, err
	}
	return &Draft{data, d.remarks, d.lost, d.more}, nil
}

// A drafting is the state of writing one recipe.
type drafting struct {
	flow    *recipe.Flow
	names   nameSet // of the tables so far
	remarks []string
	lost    []string
	more    int
}

func (d *drafting) lose(format string, args ...any) {
	d.lost = append(d.lost, fmt.Sprintf(format, args...))
}

func (d *drafting) remark(format string, args ...any) {
	d.remarks = append(d.remarks, fmt.Sprintf(format, args...))
}

// family drafts one recipe for several guesses that are alike, with a table
// for each heading or group; nil where there is no such recipe.
func (d *drafting) family(guesses []Guess, family []int) *recipe.Table {
	if len(family) == 1 {
		return nil
	}
	var entries []model.Entry
	var must []recipe.Literal
	for _, i := range family {
		entries = append(entries, guesses[i].Table.Entries...)
		must = append(must, guesses[i].must...)
	}
	var ways []recipe.Table
	for _, each := range []string{"heading", "group"} {
		t := *guesses[family[0]].recipe
		t.Name, t.Each = baseNames[t.Kind], each
		ways = append(ways, t)
	}
	names, remarks := d.names.clone(), len(d.remarks)
	best, of := d.best(ways, entries, must)
	if of.same < len(entries) || of.more > 0 {
		d.names, d.remarks = names, d.remarks[:remarks]
		return nil
	}
	return best
}

// tables drafts a recipe for each of several guesses that are alike, or leaves
// it out with a remark.
func (d *drafting) tables(guesses []Guess, family []int) []recipe.Table {
	var list []recipe.Table
	for _, i := range family {
		g := &guesses[i]
		best, of := d.best(d.ways(guesses, i), g.Table.Entries, g.must)
		if best == nil {
			d.lose("the table in line %d, %s, is left out: no recipe that can be drafted finds its rows again", g.Table.Line, page.Count(len(g.Table.Entries), "row"))
			continue
		}
		if missed := len(g.Table.Entries) - of.codes; missed > 0 {
			d.lose("the recipe of %s does not give %s of the %d that were guessed", best.Name, page.Count(missed, "row"), len(g.Table.Entries))
		}
		if changed := of.codes - of.same; changed > 0 {
			d.lose("the recipe of %s gives %s of the %d that were guessed another text or symbol", best.Name, page.Count(changed, "row"), len(g.Table.Entries))
		}
		if d.more += of.more; of.more > 0 {
			d.remark("the recipe of %s gives %s more than the %d that were guessed", best.Name, page.Count(of.more, "row"), len(g.Table.Entries))
		}
		d.success(best, g.Table.Entries)
		d.shared(best, g.Table.Entries)
		list = append(list, *best)
	}
	return list
}

// best is the first of the ways that gives all the wanted entries as they are
// and no others, and has to skip the fewest rows; else the one that comes nearest;
// nil where none gives more right ones than wrong ones.
func (d *drafting) best(ways []recipe.Table, want []model.Entry, must []recipe.Literal) (best *recipe.Table, of agreement) {
	score, kept, grouped, uncoded := 0, []model.Entry(nil), false, 0
	for i := range ways {
		t := &ways[i]
		entries, declared, ok := d.read(t)
		if !ok {
			continue
		}
		agreed := agree(want, entries)
		n, keeps := agreed.codes+agreed.same-2*agreed.more, !isGrouped(want) || isGrouped(entries)
		plainer := n == score && keeps == grouped && declared < uncoded
		if n > score || plainer || n == score && n > 0 && keeps && !grouped {
			best, score, kept, grouped, uncoded = t, n, entries, keeps, declared
			of = agreed
		}
		if score == 2*len(want) && grouped && uncoded == 0 {
			break
		}
	}
	if best == nil {
		return nil, of
	}
	best.Name = d.names.unused(best.Name)
	typed(best, kept)
	guard(best, kept, must)
	if uncoded > 0 && len(best.Skip) > 0 {
		d.remark("%s of %s without a code: declared under skip", page.Count(uncoded, "row"), best.Name)
	}
	return best, of
}

// read reads the page by a draft, and declares the rows that have no code; those
// of other lists are as good as declared.
func (d *drafting) read(t *recipe.Table) (entries []model.Entry, declared int, ok bool) {
	rows := t.On(d.flow)
	if n := len(rows.Uncoded); n > 0 && declare(t, rows.Uncoded) {
		rows = t.On(d.flow)
		declared = n - len(rows.Uncoded)
	}
	for _, table := range rows.Tables {
		entries = append(entries, table.Entries...)
	}
	return entries, declared + rows.Left, len(rows.Wrong) == 0 && rows.Told(t)
}

func isGrouped(entries []model.Entry) bool {
	return slices.ContainsFunc(entries, func(e model.Entry) bool { return e.Group != "" })
}

// An agreement is how many of the wanted entries are among those that were got
// by their code, how many of those are the same in text and symbol, and how many
// others were got.
type agreement struct{ codes, same, more int }

func agree(want, got []model.Entry) (of agreement) {
	left := map[string][]*model.Entry{}
	for i := range want {
		left[want[i].Code] = append(left[want[i].Code], &want[i])
	}
	for i := range got {
		wanted := left[got[i].Code]
		if len(wanted) == 0 {
			of.more++
			continue
		}
		of.codes++
		of.same += int(indicator(wanted[0].Key == got[i].Key && sayAlike(wanted[0], &got[i])))
		left[got[i].Code] = wanted[1:]
	}
	return of
}

// sayAlike reports whether two entries have a text in common: where a page gives a
// code several, which of them is the first hangs on what else is read.
func sayAlike(a, b *model.Entry) bool {
	return a.Text == b.Text || slices.Contains(a.Also, b.Text) || slices.Contains(b.Also, a.Text)
}

// toldLost is how many tables without a recipe are named one by one.
const toldLost = 3

// fewOf joins the first of some remarks, and says how many there are more.
func fewOf(remarks []string) string {
	few := strings.Join(remarks[:min(len(remarks), toldLost)], "; ")
	if more := len(remarks) - toldLost; more > 0 {
		few += fmt.Sprintf("; and so for %d more", more)
	}
	return few
}
