package refresh

import (
	"context"
	"errors"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// A Pair is a source as its snapshot has it, and as its page is
// now. Nothing was written to make it.
type Pair struct {
	Before, After *model.Spec
	File          string // of the page now; "page.html"
	Recipe        *recipe.Recipe
}

// Live fetches the page of a source, and reads it by the source's recipe.
// Guards that compare the two do not refuse it: the caller compares. Those of
// fetching and reading do, and their refusals are the error.
func (e *Engine) Live(ctx context.Context, name string) (*Pair, error) {
	quiet := &Engine{Specs: e.Specs, AllowRender: e.AllowRender, Client: e.Client, Now: e.Now, DryRun: true}
	c := &check{engine: quiet, result: &Result{Source: name}, comparing: true}
	if err := c.open(); err != nil {
		return nil, err
	}
	if err := c.fetch(ctx); err != nil {
		return nil, err
	}
	if err := c.read(c.fresh()); err != nil {
		return nil, err
	}
	var errs []error
	for _, r := range c.result.Refusals {
		errs = append(errs, r)
	}
	if c.before == nil {
		_, _, err := c.source.Spec()
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return &Pair{Before: c.before, After: c.after, File: c.next.PageFile, Recipe: c.source.Recipe}, nil
}
