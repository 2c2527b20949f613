package scrape

import (
	"slices"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// LostTables names the tables of the recipe that the pages in the main
// language do not have. A translation may lack what it likes.
func (s *Source) LostTables() []string {
	return s.tablesThat(func(t *recipe.Table, _ *model.Spec, problems model.Problems) bool {
		return t.Gone == "" && slices.ContainsFunc(problems, func(p *model.Problem) bool { return p.Guard == recipe.GuardTableLost })
	})
}

// ReturnedTables names the tables that the recipe has given up, and that the
// pages in the main language have again, as the recipe describes them.
func (s *Source) ReturnedTables() []string {
	return s.tablesThat(func(t *recipe.Table, spec *model.Spec, problems model.Problems) bool {
		return t.Gone != "" && len(problems) == 0 && slices.ContainsFunc(spec.Tables, func(t model.Table) bool { return len(t.Entries) > 0 })
	})
}

// tablesThat reads each table by itself, as if it had never been given up.
func (s *Source) tablesThat(hold func(*recipe.Table, *model.Spec, model.Problems) bool) []string {
	pages := s.files()
	main := slices.IndexFunc(pages, func(p recipe.PageFile) bool { return p.Language != pages[0].Language })
	if main > 0 {
		pages = pages[:main]
	}
	var names []string
	for i := range s.Recipe.Tables {
		alone := *s.Recipe
		alone.Envelopes = nil
		alone.Tables = []recipe.Table{s.Recipe.Tables[i]}
		alone.Tables[0].Gone = ""
		spec, err := alone.ReadPages(s.inDir(pages))
		var problems model.Problems
		problems.Take(err)
		if hold(&s.Recipe.Tables[i], spec, problems) {
			names = append(names, s.Recipe.Tables[i].Name)
		}
	}
	return names
}
