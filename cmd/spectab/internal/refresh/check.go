package refresh

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/scrape/compare"
	"github.com/spectab/spectab/scrape/recipe"
)

// A check is the refresh of one source, step by step.
type check struct {
	engine *Engine
	result *Result

	recipe    []byte         // as it is on the disk
	recipeNow []byte         // as it is to be, but for its date
	source    *scrape.Source // as it is on the disk
	health    Health
	visits    []*visit       // of the pages, the first of them first
	next      *scrape.Source // with the pages as they are now
	before    *model.Spec    // nil where the snapshot cannot be read
	after     *model.Spec
	lock      *model.Lock
	replaced  bool // somebody has replaced the snapshot, and not run gen
	keeping   bool // pages that were refused
	comparing bool // and refusing nothing that a comparison can tell
}

// run is fetch, guard, compare, replace. What it returns beside nil ends the
// check; refusals by several guards are in the result already.
func (c *check) run(ctx context.Context) error {
	if err := c.open(); err != nil {
		return err
	}
	if err := c.fetch(ctx); err != nil {
		return err
	}
	fresh := c.fresh()
	if len(fresh) == 0 && (c.health.Basis == c.basis() || !c.isBehind()) {
		c.result.Outcome = Unchanged
		return nil
	}
	c.engine.readers.begin()
	defer c.engine.readers.end()
	if err := c.read(fresh); err != nil || len(c.result.Refusals) > 0 {
		return err
	}
	for _, v := range fresh {
		if v.page.URL != v.URL && len(c.source.Recipe.Render) == 0 {
			c.result.Moved = append(c.result.Moved, v.page.URL)
		}
	}
	changes, notes, err := c.engine.declare(c.result.Source, c.source.Recipe, changesOf(c.before, c.after))
	if err != nil {
		return err
	}
	c.result.Notes = append(c.result.Notes, notes...)
	if c.unchanged() {
		c.unread(changes)
		return nil
	}
	if !c.sift(c.suspicions(fresh, changes)) {
		return nil
	}
	c.result.Outcome = Changed
	c.result.Changes = changes
	if err := c.follow(); err != nil {
		return err
	}
	return c.replace()
}

func (c *check) open() error {
	e, name := c.engine, c.result.Source
	var err error
	if c.recipe, err = os.ReadFile(filepath.Join(e.Specs, name, recipe.File)); err != nil {
		return err
	}
	c.recipeNow = c.recipe
	if c.source, err = e.open(name); err != nil {
		return err
	}
	c.health = e.Folder.Health(name)
	return nil
}

// basis is the state of the source that the health is about.
func (c *check) basis() string {
	all := digest(c.recipe)
	for _, p := range c.source.Pages() {
		all += digest(p.Data)
	}
	return digest([]byte(all))
}

func (c *check) noAddress() error {
	return &model.Problem{File: path.Join(c.engine.dir(c.result.Source), recipe.File), Message: "the recipe has no url, so the page cannot be fetched", Hint: "add url: with the address of the page"}
}

// read reads the pages that came, and the snapshot.
func (c *check) read(fresh []*visit) error {
	for _, v := range fresh {
		if err := c.decode(v); err != nil {
			return err
		}
	}
	dated := *c.source.Recipe
	dated.Retrieved = c.engine.day()
	files := make([]recipe.PageFile, len(c.visits))
	for i, v := range c.visits {
		files[i] = v.next
	}
	var err error
	if c.next, err = c.source.WithPages(files); err != nil {
		return err
	}
	c.next.Recipe = &dated
	if err := c.welcome(); err != nil {
		return err
	}
	held := c.source
	if c.replaced = c.isBehind(); c.replaced {
		held = c.today()
	}
	var named *model.Lock
	if c.before, named, err = held.Spec(); err == nil {
		named.Remember(c.before)
		c.next.Lock = named // what gen would have named before
	}
	if c.after, c.lock, err = c.next.Spec(); err == nil || c.comparing && model.IsReuse(err) {
		c.grounds(held)
		return nil
	}
	if !c.sift(c.ofReading(err)) {
		return nil
	}
	return c.declareGone()
}

// grounds lets a comparison see lines that nothing reads. Those of another
// format have nothing in common.
func (c *check) grounds(held *scrape.Source) {
	if c.before == nil || slices.ContainsFunc(c.visits, func(v *visit) bool { return v.next.Name != v.Name }) {
		return
	}
	c.before.Grounds, c.after.Grounds = compare.Grounds(held), compare.Grounds(c.next)
}

// ofReading are the refusals of pages that the recipe does not fit. A table
// that is lost is refused by its name, so that it can be given up; the last
// one of a source never is.
func (c *check) ofReading(err error) []*Refusal {
	list := ofPage(err, c.keepAll())
	at := slices.IndexFunc(list, func(r *Refusal) bool { return r.Guard == GuardTableLost })
	if at < 0 {
		return list
	}
	lost, live := c.next.LostTables(), 0
	for i := range c.next.Recipe.Tables {
		if c.next.Recipe.Tables[i].Gone == "" {
			live++
		}
	}
	if len(lost) == 0 || len(lost) == live {
		list[at].Hint += "\nthe page has none of the tables that it had, which cannot be accepted"
		return list
	}
	var each []*Refusal
	for _, name := range lost {
		r := *list[at]
		r.What, r.Table, r.Seen, r.Hint = name, name, "the page has no table "+name+" any more", hintTableLost(name)
		each = append(each, &r)
	}
	return slices.Replace(list, at, at+1, each...)
}

// unchanged reports whether the page says what the snapshot says.
func (c *check) unchanged() bool {
	if c.before == nil || c.replaced || !sameButOrder(c.before, c.after) {
		return false
	}
	c.result.Outcome = Unchanged
	switch {
	case !same(c.before, c.after):
		c.result.Note = "its rows stand in another order"
	case slices.ContainsFunc(c.visits, func(v *visit) bool { return v.next.Name != v.Name }):
		c.result.Note = "the same in another format"
	default:
		c.result.Note = "only its markup is another"
	}
	return true
}

// unread tells of lines that look like data on a page that says nothing else to
// the recipe: somebody has to look at them, since nothing reads them.
func (c *check) unread(changes []drift.Change) {
	c.result.Changes = slices.DeleteFunc(changes, func(f drift.Change) bool { return f.ID != "unread-changed" })
	if len(c.result.Changes) > 0 {
		c.result.Note = "what is read of it; lines that look like data changed, and nothing reads them"
	}
}

// suspicions are what the guards say that compare.
func (c *check) suspicions(fresh []*visit, changes []drift.Change) []*Refusal {
	var list []*Refusal
	for _, v := range fresh {
		of := broken(v.PageFile, v.next)
		if c.before != nil {
			of = append(of, truncated(v, c.before, c.after)...)
			of = append(of, paged(v, c.before, c.after)...)
		}
		for _, r := range of {
			if !c.engine.accepts(r) {
				r.Kept = c.keep(v, strings.TrimPrefix(path.Ext(v.next.Name), "."))
			}
		}
		list = append(list, of...)
	}
	of := lostByLock(c.after)
	if c.before != nil {
		of = append(compareContent(c.before, c.after, c.next.Recipe), reused(changes, c.after)...)
		of = append(of, c.breaking(changes, of)...)
	}
	for _, r := range of {
		if !c.engine.accepts(r) {
			c.keepAll()
			if len(fresh) > 0 {
				r.Kept = fresh[0].kept
			}
		}
	}
	return append(list, of...)
}

// remember keeps what the check found out about the source and its server.
func (c *check) remember() {
	e, r, h := c.engine, c.result, c.health
	h.Tried = e.Now
	switch r.Outcome {
	case Unchanged, Changed:
		h.Checked, h.Failures, h.Problem = e.Now, 0, ""
		pages := map[string]Seen{}
		for _, v := range c.visits {
			switch {
			case v.page == nil:
			case v.page.NotModified:
				pages[v.URL] = h.Pages[v.URL]
			default:
				pages[v.URL] = Seen{v.page.ETag, v.page.LastModified, v.page.SHA256, e.Now}
			}
		}
		h.Basis, h.Pages = c.basis(), pages
	default:
		h.Failures++
		h.Problem = r.problem()
	}
	_ = e.Folder.setHealth(r.Source, h) // what is lost is a date, and no reason to fail
}

// problem is the first line of what went wrong.
func (r *Result) problem() string {
	text := ""
	switch {
	case len(r.Refusals) > 0:
		text = r.Refusals[0].Guard
	case r.Err != nil:
		text, _, _ = strings.Cut(r.Err.Error(), "\n")
	}
	return text
}
