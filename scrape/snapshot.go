package scrape

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/recipe"
)

// openPages finds the snapshot: the pages of the main language first, and of
// each language the parts in order of their names.
func (s *Source) openPages(fsys fs.FS, folder string) error {
	names, err := fs.Glob(fsys, path.Join(folder, `page[.\-]*`))
	if err != nil {
		return err
	}
	var problems model.Problems
	var pages []recipe.PageFile
	for _, name := range names {
		p, err := recipe.ParsePageName(path.Base(name))
		if err != nil {
			problems.Add(path.Join(s.dir, p.Name), 0, "page.<ext>, page.<language>.<ext> or page-<part>.<ext>", "%v", err)
			continue
		}
		if p.Data, err = page.ReadFile(fsys, name, page.MaxPage); err != nil {
			problems.Add(path.Join(s.dir, p.Name), 0, "", "%v", err)
		}
		pages = append(pages, p)
	}
	if len(problems) > 0 {
		return problems.Err()
	}
	return s.orderPages(pages)
}

// An Addressed is a file of the snapshot and the address of its page.
type Addressed struct {
	recipe.PageFile
	URL string // "" where the recipe has none
}

// Pages are the files of the snapshot, the first of them first, and behind
// them, without data, those that the recipe has an address for and the folder
// no file.
func (s *Source) Pages() []Addressed {
	missing := maps.Clone(s.Recipe.Pages)
	var list []Addressed
	for _, p := range s.files() {
		stem := strings.TrimSuffix(p.Name, path.Ext(p.Name))
		a := Addressed{p, missing[stem]}
		if delete(missing, stem); a.URL == "" && len(list) == 0 {
			a.URL = s.Recipe.URL
		}
		list = append(list, a)
	}
	for _, stem := range slices.Sorted(maps.Keys(missing)) {
		p, _ := recipe.ParsePageName(stem + ".html") // the recipe was checked
		list = append(list, Addressed{p, missing[stem]})
	}
	return list
}

func (s *Source) files() []recipe.PageFile {
	return append([]recipe.PageFile{{Name: s.PageFile, Language: s.Recipe.Language, Data: s.Page}}, s.Further...)
}

// WithPages is the source with other files in its snapshot.
func (s *Source) WithPages(pages []recipe.PageFile) (*Source, error) {
	other := *s
	list := make([]recipe.PageFile, len(pages))
	for i, p := range pages {
		var err error
		if list[i], err = recipe.ParsePageName(p.Name); err != nil {
			return nil, err
		}
		list[i].Data = p.Data
	}
	return &other, other.orderPages(list)
}

// orderPages wants each page once, and one in the language of the recipe.
func (s *Source) orderPages(pages []recipe.PageFile) error {
	main := ""
	if s.Recipe != nil {
		main = s.Recipe.Language
	}
	names := map[[2]string][]string{}
	for i := range pages {
		p := &pages[i]
		if p.Language == "" || strings.EqualFold(p.Language, main) {
			p.Language = main
		}
		key := [2]string{p.Part, p.Language}
		names[key] = append(names[key], p.Name)
		if len(names[key]) > 1 {
			return s.notOnePage(names[key])
		}
	}
	slices.SortStableFunc(pages, func(a, b recipe.PageFile) int {
		if (a.Language == main) != (b.Language == main) {
			if a.Language == main {
				return -1
			}
			return 1
		}
		if a.Language != b.Language {
			return strings.Compare(a.Language, b.Language)
		}
		return strings.Compare(a.Part, b.Part)
	})
	if len(pages) == 0 || pages[0].Language != main {
		return s.notOnePage(nil)
	}
	s.PageFile, s.Page, s.Further = pages[0].Name, pages[0].Data, pages[1:]
	return nil
}
