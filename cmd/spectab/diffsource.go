package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/scrape/compare"
	"github.com/spectab/spectab/scrape/recipe"
)

// A state is a folder of sources at one time.
type state struct {
	fsys  fs.FS
	dir   string // how messages name it: "specs", "HEAD:specs"
	names []string
	same  []string // sources of the other state that are known to be the same here
}

func (s *state) has(name string) bool { return slices.Contains(s.names, name) }

// compareSources compares the folder of sources with a revision of it, or
// with another folder.
func compareSources(at *place, against string, names []string) (*report.Comparison, error) {
	lib, err := at.open()
	if err != nil {
		return nil, err
	}
	after := &state{fsys: lib.fsys, dir: lib.dir, names: lib.names}
	if isFolder(against) {
		before, err := folderState(against)
		if err != nil {
			return nil, err
		}
		return compareStates(before, after, names)
	}
	if strings.HasPrefix(against, ".") || strings.HasSuffix(against, "/") || filepath.IsAbs(against) { // no revision is called so
		return nil, &model.Problem{Message: fmt.Sprintf("spectab: --against: there is no folder %s", against), Hint: "name a folder of sources, or a revision of git"}
	}
	if !lib.writable {
		p := &model.Problem{Message: "the sources inside the command have no history", Hint: "'spectab eject SOURCE' copies them into specs/, where git knows their history; or name a folder of sources by --specs, or one to compare with by --against"}
		if !exists(against) && against != "HEAD" {
			p.Message += fmt.Sprintf(", and there is no folder %q", against)
		}
		return nil, p
	}
	before, err := revisionState(at.specs, against, after, names)
	if err != nil {
		return nil, err
	}
	return compareStates(before, after, names)
}

// compareFolders compares two folders of sources, or two sources.
func compareFolders(oldDir, newDir string) (*report.Comparison, error) {
	before, err := folderState(oldDir)
	if err != nil {
		return nil, err
	}
	after, err := folderState(newDir)
	if err != nil {
		return nil, err
	}
	return compareStates(before, after, nil)
}

// folderState opens a folder of sources. The folder of one source is one with
// a single source, whatever it is called.
func folderState(dir string) (*state, error) {
	s := &state{fsys: os.DirFS(dir), dir: filepath.ToSlash(filepath.Clean(dir))}
	if exists(filepath.Join(dir, recipe.File)) {
		s.names = []string{"."}
		return s, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("spectab: %w", err)
	}
	for _, e := range entries {
		if e.IsDir() && exists(filepath.Join(dir, e.Name(), recipe.File)) {
			s.names = append(s.names, e.Name())
		}
	}
	if len(s.names) == 0 {
		return nil, &model.Problem{File: s.dir, Message: "the folder has no sources", Hint: "a source is a folder with a recipe " + recipe.File}
	}
	return s, nil
}

// revisionState is the folder at a revision. Sources that git says are the
// same are not read.
func revisionState(dir, revision string, after *state, names []string) (*state, error) {
	repo, err := openRepository(dir, "name a folder of sources: --against FOLDER")
	if err != nil {
		return nil, err
	}
	commit, err := repo.commit(revision)
	if err != nil {
		return nil, err
	}
	changed, err := repo.changed(commit)
	if err != nil {
		return nil, err
	}
	was, err := repo.sources(commit)
	if err != nil {
		return nil, err
	}
	if err := known(names, after, &state{names: was}); err != nil {
		return nil, err
	}
	before := &state{dir: revision + ":" + filepath.ToSlash(dir)}
	if before.fsys, before.names, err = repo.tree(commit, chosen(changed, names)); err != nil {
		return nil, err
	}
	before.same = slices.DeleteFunc(slices.Clone(was), func(name string) bool { return slices.Contains(changed, name) })
	return before, nil
}

// chosen are those of a list that are named, or all where none is.
func chosen(list, names []string) []string {
	if len(names) == 0 {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(name string) bool { return !slices.Contains(names, name) })
}

// known complains about names that neither state has.
func known(names []string, states ...*state) error {
	var problems model.Problems
	var all []string
	for _, s := range states {
		all = append(all, s.names...)
	}
	for _, name := range names {
		if !slices.Contains(all, name) {
			problems = append(problems, &model.Problem{Message: fmt.Sprintf("there is no source %q in %s", name, states[0].dir), Hint: recipe.Nearest(name, states[0].names)})
		}
	}
	return problems.Err()
}

// compareStates compares the named sources, or all of them, and reports every
// problem of every one at once.
func compareStates(before, after *state, names []string) (*report.Comparison, error) {
	c := &report.Comparison{}
	var problems model.Problems
	today := time.Now().UTC().Format(time.DateOnly)
	for _, name := range chosen(union(before.names, after.names), names) {
		from := len(c.Changes)
		if slices.Contains(before.same, name) {
			c.Add(nil, drift.Coverage{}, report.Compared{Source: name, Same: true})
		} else if !before.has(name) || !after.has(name) || !sameFiles(before.fsys, after.fsys, name) {
			problems.Take(compareSource(c, before, after, name))
		}
		accepted, err := readAccepted(after.fsys, name, after.dir)
		problems.Take(err)
		for _, p := range drift.Accept(c.Changes[from:], accepted, today) {
			c.Notes = append(c.Notes, p.Error())
		}
	}
	return c, problems.Err()
}

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// compareSource adds the changes of one source.
func compareSource(c *report.Comparison, before, after *state, name string) error {
	new, err2 := after.source(name, nil)
	old, err1 := before.source(name, new)
	var problems model.Problems
	problems.Take(err1)
	problems.Take(err2)
	if err := problems.Err(); err != nil {
		return err
	}
	r, err := compare.Sources(old.source(), new.source())
	if err != nil {
		return err
	}
	compared := report.Compared{Source: name, OldFile: old.file(), NewFile: new.file(), Misfits: append(old.misfits(), r.Misfits...)}
	switch {
	case r.After != nil:
		compared.Source, compared.Package = r.After.Source, r.After.Package
	case r.Before != nil:
		compared.Source = r.Before.Source
	}
	if old != nil && new != nil && bytes.Equal(old.Page, new.Page) {
		for i := range r.Changes {
			r.Changes[i].Hint = "the page is the same; the recipe or the lock changed"
		}
	}
	if new != nil {
		levels, err := levelsOfSource(new.Recipe, after.fsys, name, after.dir)
		if err != nil {
			return err
		}
		r.Changes = drift.Relevel(r.Changes, levels)
	}
	c.Add(r.Changes, r.Coverage, compared)
	return nil
}

// An opened is a source of a state, nil where the state lacks it.
type opened struct {
	*scrape.Source
	dir    string
	misfit string // why it is read by another recipe than its own
}

func (o *opened) source() *scrape.Source {
	if o == nil {
		return nil
	}
	return o.Source
}

func (o *opened) file() string {
	if o == nil {
		return ""
	}
	return path.Join(o.dir, o.PageFile)
}

func (o *opened) misfits() []string {
	if o == nil || o.misfit == "" {
		return nil
	}
	return []string{o.misfit}
}

// source opens a source of a state; nil where it has none of that name. Where
// its recipe is refused, as one of long ago may be, that of the other state is
// taken.
func (s *state) source(name string, other *opened) (*opened, error) {
	if !s.has(name) {
		return nil, nil
	}
	o := &opened{dir: path.Join(s.dir, name)}
	var err error
	if o.Source, err = scrape.Open(s.fsys, name, o.dir); err == nil || other == nil {
		return o, err
	}
	var pages []recipe.PageFile
	for _, file := range filesOf(s.fsys, name) {
		if stem := strings.TrimSuffix(file, path.Ext(file)); stem == "page" || strings.HasPrefix(stem, "page.") || strings.HasPrefix(stem, "page-") {
			data, err := fs.ReadFile(s.fsys, path.Join(name, file))
			if err != nil {
				return nil, &model.Problem{File: path.Join(o.dir, file), Message: err.Error()}
			}
			pages = append(pages, recipe.PageFile{Name: file, Data: data})
		}
	}
	source, err2 := other.WithPages(pages)
	if err2 != nil {
		return nil, err
	}
	source.LockData, source.Lock = nil, model.NewLock(path.Join(o.dir, model.LockFile))
	o.Source, o.misfit = source, fmt.Sprintf("the source in %s is read by the newer recipe, since its own is refused: %s", o.dir, firstOf(err.Error()))
	return o, nil
}

// sameFiles reports whether the files of a source are the same, byte for byte.
func sameFiles(a, b fs.FS, name string) bool {
	return slices.Equal(filesOf(a, name), filesOf(b, name)) && !slices.ContainsFunc(filesOf(a, name), func(file string) bool {
		x, err1 := fs.ReadFile(a, path.Join(name, file))
		y, err2 := fs.ReadFile(b, path.Join(name, file))
		return err1 != nil || err2 != nil || !bytes.Equal(x, y)
	})
}

// filesOf lists the files of a source; nil where they cannot be listed.
func filesOf(fsys fs.FS, name string) []string {
	entries, err := fs.ReadDir(fsys, name)
	if err != nil {
		return nil
	}
	var files []string
	for _, e := range entries {
		if !e.IsDir() {
			files = append(files, e.Name())
		}
	}
	return files
}
