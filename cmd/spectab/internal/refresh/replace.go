package refresh

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/spectab/spectab/gen"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// replace puts the page that came, and all that follows from it, in the place
// of what is there.
func (c *check) replace() error {
	folders, recipe, err := c.folders()
	if err != nil {
		return err
	}
	for _, folder := range folders {
		for _, change := range folder.Changes {
			list := &c.result.Files
			if change.New == nil {
				list = &c.result.Removed
			}
			*list = append(*list, filepath.ToSlash(filepath.Join(folder.Dir, filepath.FromSlash(change.Path))))
		}
	}
	slices.Sort(c.result.Files)
	if c.engine.DryRun {
		return nil
	}
	if err := gen.Write(gen.Job{Home: c.engine.Specs, What: "the refresh of " + c.result.Source, Folders: folders, Sure: c.untouched}); err != nil {
		return err
	}
	c.source, c.recipe = c.next, recipe
	return nil
}

// untouched reports that somebody has changed the source since it was read.
func (c *check) untouched() error {
	folder := filepath.Join(c.engine.Specs, c.result.Source)
	files := map[string][]byte{recipe.File: c.recipe, model.LockFile: c.source.LockData}
	for _, v := range c.visits {
		files[v.Name] = v.Data
	}
	for name, content := range files {
		now, err := os.ReadFile(filepath.Join(folder, name))
		if errors.Is(err, fs.ErrNotExist) && content == nil {
			continue
		}
		if err != nil || !bytes.Equal(now, content) {
			return fmt.Errorf("%s has changed while the page was fetched; nothing was written", filepath.ToSlash(filepath.Join(folder, name)))
		}
	}
	return nil
}

// folders are the snapshot, the recipe with its date, the lock and the package,
// as far as they differ from what is on the disk.
func (c *check) folders() (folders []gen.Folder, dated []byte, err error) {
	e, s := c.engine, c.source
	own := gen.Folder{Dir: filepath.Join(e.Specs, c.result.Source), Changes: c.pageFiles()}
	if dated, err = recipe.SetRetrieved(path.Join(e.dir(c.result.Source), recipe.File), c.recipeNow, e.day()); err != nil {
		return nil, nil, err
	}
	if string(dated) != string(c.recipe) {
		own.Changes = append(own.Changes, gen.Change{Path: recipe.File, Old: c.recipe, New: dated})
	}
	if lock := c.lock.Bytes(); string(lock) != string(s.LockData) {
		own.Changes = append(own.Changes, gen.Change{Path: model.LockFile, Old: s.LockData, New: lock})
	}
	emitted, err := c.emit()
	return []gen.Folder{own, emitted}, dated, err
}

// emit makes the package.
func (c *check) emit() (gen.Folder, error) {
	dir, list, err := gen.PackageIn(c.engine.Out, c.engine.Direct, c.after)
	if err != nil {
		return gen.Folder{}, err
	}
	changes, err := gen.Compare(dir, list, false)
	return gen.Folder{Dir: dir, Changes: changes}, err
}

// declareGone goes on without the tables that the page has lost: the recipe
// will say since when, so that the next gen reads what refresh wrote.
func (c *check) declareGone() error {
	without := *c.next.Recipe
	without.Tables = slices.Clone(without.Tables)
	text := c.recipeNow
	file := path.Join(c.engine.dir(without.Source), recipe.File)
	for _, name := range c.next.LostTables() {
		at := slices.IndexFunc(without.Tables, func(t recipe.Table) bool { return t.Name == name })
		without.Tables[at].Gone = c.engine.day()
		var err error
		if text, err = recipe.SetGone(file, text, name, c.engine.day()); err != nil {
			return err
		}
	}
	c.next.Recipe, c.recipeNow = &without, text
	var err error
	if c.after, c.lock, err = c.next.Spec(); err != nil && !c.sift(ofPage(err, c.keepAll())) {
		return nil
	}
	if c.after == nil {
		return errors.New("the page cannot be read, though its guards were accepted")
	}
	return nil
}
