package refresh

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/scrape/fetch"
)

// A check is the refresh of one source, step by step.
type check struct {
	engine *Engine
	result *Result

	recipe    []byte         // as it is on the disk
	recipeNow []byte         // as it is to be, but for its date
	source    *scrape.Source // as it is on the disk
	health    Health
	page      *fetch.Page
	next      *scrape.Source // with the page as it is now
	before    *model.Spec    // nil where the snapshot cannot be read
	after     *model.Spec
	lock      *model.Lock
	kept      string
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
	if c.page.NotModified || c.page.SHA256 == digest(c.source.Page) || c.page.SHA256 == c.health.SHA256 && c.health.Basis == c.basis() {
		c.result.Outcome = Unchanged
		return nil
	}
	c.engine.readers.begin()
	defer c.engine.readers.end()
	if err := c.read(); err != nil || len(c.result.Refusals) > 0 {
		return err
	}
	if c.page.URL != c.source.Recipe.URL && len(c.source.Recipe.Render) == 0 {
		c.result.Moved = c.page.URL
	}
	if c.unchanged() {
		return nil
	}
	if !c.sift(c.suspicions()) {
		return nil
	}
	c.result.Outcome = Changed
	c.result.Changes = compare(c.before, c.after)
	return c.replace()
}

func (c *check) open() error {
	e, name := c.engine, c.result.Source
	var err error
	if c.recipe, err = os.ReadFile(filepath.Join(e.Specs, name, scrape.RecipeFile)); err != nil {
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
func (c *check) basis() string { return basis(c.source.Page, c.recipe) }

func basis(page, recipe []byte) string { return digest([]byte(digest(page) + digest(recipe))) }

func (c *check) fetch(ctx context.Context) error {
	r := c.source.Recipe
	if r.URL == "" {
		return &model.Problem{File: path.Join(c.engine.dir(c.result.Source), scrape.RecipeFile), Message: "the recipe has no url, so the page cannot be fetched", Hint: "add url: with the address of the page"}
	}
	request := fetch.Request{URL: r.URL, Hosts: r.Hosts, Language: r.Language}
	var err error
	if len(r.Render) > 0 {
		c.page, err = c.engine.Client.Render(ctx, r.Render, request)
		return ofFetch(err)
	}
	if c.health.believes(c.basis(), r.URL, c.engine.Now) {
		request.ETag, request.LastModified = c.health.ETag, c.health.LastModified
	}
	c.page, err = c.engine.Client.Get(ctx, request)
	return ofFetch(err)
}

// read reads the page that came, and the snapshot.
func (c *check) read() error {
	e, s := c.engine, c.source
	ext := extension(c.page, s.PageFile)
	if ext == "" {
		return &Refusal{
			Guard: GuardType, Seen: "the page is of type " + c.page.Type, Expected: "one of " + strings.Join(scrape.Formats(), ", "),
			Hint: "correct url: in the recipe, so that it leads to the page itself", Kept: c.keep("bin"),
		}
	}
	next, recipe := *s, *s.Recipe
	recipe.Retrieved = e.day()
	next.Recipe, next.PageFile, next.Page = &recipe, strings.TrimSuffix(s.PageFile, path.Ext(s.PageFile))+"."+ext, c.page.Body
	c.next = &next
	var named *model.Lock
	var err error
	if next.Page, err = scrape.FromServer(next.PageFile, c.page.Body, c.page.Charset); err != nil {
		next.Page = c.page.Body
		if refusal := notThePage(&next, c.keep(ext)); refusal != nil {
			return refusal
		}
		return ofPage(err, next.PageFile, c.keep(ext))[0]
	}
	if c.before, named, err = s.Spec(); err == nil {
		next.Lock = named // what gen would have named before
	}
	if c.after, c.lock, err = next.Spec(); err != nil {
		kept := c.keep(ext)
		if refusal := notThePage(&next, kept); refusal != nil {
			return refusal
		}
		if !c.sift(ofPage(err, path.Join(e.dir(recipe.Source), next.PageFile), kept)) {
			return nil
		}
		if err := c.declareGone(); err != nil {
			return err
		}
	}
	return nil
}

// keep keeps the page for the user to look at, and returns where.
func (c *check) keep(extension string) string {
	if c.kept == "" && !c.engine.DryRun {
		c.kept = c.engine.Folder.keep(c.result.Source, extension, c.page.Body)
	}
	return c.kept
}

// unchanged reports whether the page says what the snapshot says.
func (c *check) unchanged() bool {
	if c.before == nil || !sameButOrder(c.before, c.after) {
		return false
	}
	c.result.Outcome = Unchanged
	switch {
	case !same(c.before, c.after):
		c.result.Note = "its rows stand in another order"
	case c.next.PageFile != c.source.PageFile:
		c.result.Note = "the same in another format"
	default:
		c.result.Note = "only its markup is another"
	}
	return true
}

// suspicions are what the guards say that compare.
func (c *check) suspicions() []*Refusal {
	list := compareBytes(c.source.PageFile, c.source.Page, strings.TrimPrefix(path.Ext(c.next.PageFile), "."), c.next.Page)
	if c.before == nil {
		list = append(list, lostByLock(c.after)...)
	} else {
		list = append(list, compareContent(c.before, c.after)...)
	}
	for _, r := range list {
		if !c.engine.accepts(r.Guard) {
			r.Kept = c.keep(strings.TrimPrefix(path.Ext(c.next.PageFile), "."))
		}
	}
	return list
}

// remember keeps what the check found out about the source and its server.
func (c *check) remember() {
	e, r, h := c.engine, c.result, c.health
	h.Tried = e.Now
	switch r.Outcome {
	case Unchanged, Changed:
		h.Checked, h.Failures, h.Problem = e.Now, 0, ""
		h.Basis, h.URL = c.basis(), c.source.Recipe.URL
		if !c.page.NotModified {
			h.ETag, h.LastModified, h.SHA256, h.Whole = c.page.ETag, c.page.LastModified, c.page.SHA256, e.Now
		}
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
