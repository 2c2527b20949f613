package refresh

import (
	"bytes"
	"path"
	"slices"

	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/scrape/recipe"
)

// welcome takes tables back that the recipe has given up, and that the page
// has again: what happened to the vendor's page is never "unchanged".
func (c *check) welcome() error {
	back := c.next.ReturnedTables()
	if len(back) == 0 {
		return nil
	}
	by := *c.next.Recipe
	by.Tables = slices.Clone(by.Tables)
	for i := range by.Tables {
		t := &by.Tables[i]
		if !slices.Contains(back, t.Name) {
			continue
		}
		t.Gone = ""
		var err error
		if c.recipeNow, err = recipe.ClearGone(path.Join(c.engine.dir(by.Source), recipe.File), c.recipeNow, t.Name); err != nil {
			return err
		}
	}
	c.next.Recipe, c.result.Returned = &by, back
	return nil
}

// follow has the recipe follow a page that was let in.
func (c *check) follow() error {
	file := path.Join(c.engine.dir(c.result.Source), recipe.File)
	var err error
	c.recipeNow, c.result.Followed, err = recipe.Follow(file, c.recipeNow, c.before, c.after)
	return err
}

// isBehind reports whether the lock on the disk is not that of the snapshot:
// somebody has replaced the page, and gen has not run since.
func (c *check) isBehind() bool {
	_, lock, err := c.source.Spec()
	return err == nil && c.source.LockData != nil && !bytes.Equal(lock.Bytes(), bytes.ReplaceAll(c.source.LockData, []byte("\r\n"), []byte("\n")))
}

// today is the source as it is on the disk, with a snapshot of today: what a
// page lost that somebody put there since is gone since then, and not since
// the day of the snapshot before.
func (c *check) today() *scrape.Source {
	s, by := *c.source, *c.source.Recipe
	by.Retrieved = c.engine.day()
	s.Recipe = &by
	return &s
}
