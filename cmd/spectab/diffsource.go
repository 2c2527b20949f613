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
		p := &model.Problem{Message: "the sources inside the command have no history", Hint: "name a folder of sources by --specs, or a folder to compare with by --against"}
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
			c.Sources = append(c.Sources, report.Compared{Source: name})
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
	var problems model.Problems
	old, err := before.read(name)
	problems.Take(err)
	new, err := after.read(name)
	problems.Take(err)
	if err := problems.Err(); err != nil {
		return err
	}
	changes := drift.Compare(old.specOrNil(), new.specOrNil())
	compared := report.Compared{Source: name, OldFile: old.file(), NewFile: new.file()}
	if new != nil {
		compared.Source, compared.Package = new.spec.Source, new.spec.Package
	} else {
		compared.Source = old.spec.Source
	}
	if old != nil && new != nil && bytes.Equal(old.source.Page, new.source.Page) {
		for i := range changes {
			changes[i].Hint = "the page is the same; the recipe or the lock changed"
		}
	}
	c.Changes = append(c.Changes, changes...)
	c.Sources = append(c.Sources, compared)
	return nil
}

// A stateReading is a source as it was read of a state.
type stateReading struct {
	source *scrape.Source
	spec   *model.Spec
	dir    string
}

// specOrNil is the Spec of a reading, nil where the state lacks the source.
func (r *stateReading) specOrNil() *model.Spec {
	if r == nil {
		return nil
	}
	return r.spec
}

func (r *stateReading) file() string {
	if r == nil {
		return ""
	}
	return path.Join(r.dir, r.source.PageFile)
}

// read reads a source of a state; nil where it has none of that name. Names
// come from the lock: where there is none, identifiers are nobody's yet.
func (s *state) read(name string) (*stateReading, error) {
	if !s.has(name) {
		return nil, nil
	}
	dir := path.Join(s.dir, name)
	source, err := scrape.Open(s.fsys, name, dir)
	if err != nil {
		return nil, err
	}
	r := &stateReading{source: source, dir: dir}
	if source.LockData == nil {
		r.spec, err = source.Read()
	} else {
		r.spec, _, err = source.Spec()
	}
	if model.IsReuse(err) {
		err = nil // it is what a comparison is to tell
	}
	return r, err
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
