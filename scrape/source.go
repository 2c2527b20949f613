package scrape

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/recipe"
)

// A Source is one folder of specs/: a recipe, a snapshot and a lock, all of
// them read and checked.
type Source struct {
	Recipe   *recipe.Recipe
	PageFile string // name of the snapshot, "page.txt"; of several pages the first
	Page     []byte
	Further  []recipe.PageFile // the other pages, those in the main language first
	Lock     *model.Lock
	LockData []byte // the lock as it is on disk; nil where there is none

	dir string // for messages
}

// Open reads the folder of one source. The names of files in messages begin
// with dir, the folder as the user would name it.
func Open(fsys fs.FS, folder, dir string) (*Source, error) {
	s := &Source{dir: dir}
	var problems model.Problems
	problems.Take(s.openRecipe(fsys, folder))
	problems.Take(s.openPages(fsys, folder))
	problems.Take(s.openLock(fsys, folder))
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return s, nil
}

// NewSource makes a source that is not on disk yet. dir is the folder that it
// will have, for messages.
func NewSource(dir string, recipeData []byte, pageFile string, pageData []byte) (*Source, error) {
	s := &Source{PageFile: pageFile, Page: pageData, Lock: model.NewLock(path.Join(dir, model.LockFile)), dir: dir}
	var err error
	s.Recipe, err = recipe.Parse(path.Join(dir, recipe.File), recipeData)
	return s, err
}

func (s *Source) openRecipe(fsys fs.FS, folder string) error {
	data, err := page.ReadFile(fsys, path.Join(folder, recipe.File), recipe.MaxYAML)
	if errors.Is(err, fs.ErrNotExist) {
		return &model.Problem{File: s.dir, Message: "the folder has no recipe " + recipe.File, Hint: "write one, or move the folder out of the sources"}
	}
	if err != nil {
		return &model.Problem{File: path.Join(s.dir, recipe.File), Message: err.Error()}
	}
	s.Recipe, err = recipe.Parse(path.Join(s.dir, recipe.File), data)
	return err
}

func (s *Source) notOnePage(names []string) *model.Problem {
	p := &model.Problem{File: s.dir, Message: "the folder has no snapshot page.*", Hint: "save the vendor's page there; its extension says the format, as in page.html or page.csv"}
	if len(names) > 0 {
		for i := range names {
			names[i] = path.Base(names[i])
		}
		p.Message = "the folder has several snapshots: " + strings.Join(names, ", ")
		p.Hint = "keep one of them"
	}
	return p
}

func (s *Source) openLock(fsys fs.FS, folder string) error {
	file := path.Join(s.dir, model.LockFile)
	data, err := page.ReadFile(fsys, path.Join(folder, model.LockFile), page.MaxPage)
	if errors.Is(err, fs.ErrNotExist) {
		s.Lock = model.NewLock(file)
		return nil
	}
	if err != nil {
		return &model.Problem{File: file, Message: err.Error()}
	}
	s.LockData = data
	s.Lock, err = model.ParseLock(file, data)
	return err
}

// Spec reads the snapshot by the recipe and names what is there by the lock.
// It returns the lock that belongs to the Spec; equal bytes mean that nothing
// new was named. The error is of type model.Problems; with one that
// model.IsReuse knows, the Spec and its lock are there to be compared.
func (s *Source) Spec() (*model.Spec, *model.Lock, error) {
	spec, err := s.Read()
	if err != nil {
		return nil, nil, err
	}
	lock, err := s.Lock.Assign(spec)
	if err != nil && !model.IsReuse(err) {
		return nil, nil, err
	}
	spec.Snapshot.File = s.PageFile
	for i := range spec.Snapshot.Further {
		further := &spec.Snapshot.Further[i]
		further.File = path.Base(further.File)
	}
	return spec, lock, err
}

// Read reads all pages of a source, without identifiers: those of the main
// language first, then the texts of the others. The error is of type
// model.Problems.
func (s *Source) Read() (*model.Spec, error) {
	var spec *model.Spec
	pages := s.files()
	for from := 0; from < len(pages); {
		to := from + 1
		for to < len(pages) && pages[to].Language == pages[from].Language {
			to++
		}
		by := s.Recipe
		if from > 0 {
			by = s.Recipe.InLanguage(pages[from].Language)
		}
		one, err := by.ReadPages(s.inDir(pages[from:to]))
		switch {
		case err != nil:
			return nil, err
		case spec == nil:
			spec = one
		default:
			recipe.MergeLanguage(spec, one)
		}
		from = to
	}
	return spec, nil
}

// inDir are pages with their names as messages say them.
func (s *Source) inDir(pages []recipe.PageFile) []recipe.PageFile {
	placed := make([]recipe.PageFile, len(pages))
	for i, p := range pages {
		placed[i] = p
		placed[i].Name = path.Join(s.dir, p.Name)
	}
	return placed
}
