package scrape

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/spectab/spectab/model"
)

// A PageFile is one file of a snapshot: page.<ext>, page.<language>.<ext>, or
// page-<part>.<ext> where the vendor spreads a source over several pages.
type PageFile struct {
	Name     string
	Part     string // "" of the first
	Language string // BCP 47; of the recipe where the name has none
	Data     []byte
}

// stem is the name without its extension.
func (p *PageFile) stem() string {
	name := "page"
	if p.Part != "" {
		name += "-" + p.Part
	}
	if p.Language != "" {
		name += "." + p.Language
	}
	return name
}

// parsePageName parts "page-errors.pt-BR.html".
func parsePageName(name string) (p PageFile, err error) {
	p.Name = name
	stem := strings.TrimSuffix(name, path.Ext(name))
	stem, p.Language, _ = strings.Cut(stem, ".")
	p.Part = strings.TrimPrefix(strings.TrimPrefix(stem, "page"), "-")
	if p.Language != "" {
		if _, err = language.Parse(p.Language); err != nil {
			err = errors.New("the name of the snapshot " + name + " has " + p.Language + " where a language is wanted: " + err.Error())
		}
	}
	return p, err
}

// openPages finds the snapshot: the pages of the main language first, and of
// each language the parts in order of their names.
func (s *Source) openPages(fsys fs.FS, folder string) error {
	names, err := fs.Glob(fsys, path.Join(folder, `page[.\-]*`))
	if err != nil {
		return err
	}
	var problems model.Problems
	var pages []PageFile
	for _, name := range names {
		p, err := parsePageName(path.Base(name))
		if err != nil {
			problems.Add(path.Join(s.dir, p.Name), 0, "page.<ext>, page.<language>.<ext> or page-<part>.<ext>", "%v", err)
			continue
		}
		if p.Data, err = fs.ReadFile(fsys, name); err != nil {
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
	PageFile
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
		p, _ := parsePageName(stem + ".html") // the recipe was checked
		list = append(list, Addressed{p, missing[stem]})
	}
	return list
}

func (s *Source) files() []PageFile {
	return append([]PageFile{{Name: s.PageFile, Language: s.Recipe.Language, Data: s.Page}}, s.Further...)
}

// WithPages is the source with other files in its snapshot.
func (s *Source) WithPages(pages []PageFile) (*Source, error) {
	other := *s
	list := make([]PageFile, len(pages))
	for i, p := range pages {
		var err error
		if list[i], err = parsePageName(p.Name); err != nil {
			return nil, err
		}
		list[i].Data = p.Data
	}
	return &other, other.orderPages(list)
}

// orderPages wants each page once, and one in the language of the recipe.
func (s *Source) orderPages(pages []PageFile) error {
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
	slices.SortStableFunc(pages, func(a, b PageFile) int {
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
