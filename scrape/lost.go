package scrape

import (
	"slices"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// LostTables names the tables of the recipe that the page does not have.
func (s *Source) LostTables() []string {
	var lost []string
	for i := range s.Recipe.Tables {
		alone := *s.Recipe
		alone.Tables = slices.Clone(s.Recipe.Tables)
		for j := range alone.Tables {
			if i != j {
				alone.Tables[j].Gone = alone.Retrieved
			}
		}
		var problems model.Problems
		_, err := alone.Read(s.PageFile, s.Page)
		problems.Take(err)
		if slices.ContainsFunc(problems, func(p *model.Problem) bool { return p.Guard == recipe.GuardTableLost }) {
			lost = append(lost, s.Recipe.Tables[i].Name)
		}
	}
	return lost
}
