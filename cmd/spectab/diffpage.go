package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/compare"
	"github.com/spectab/spectab/scrape/recipe"
)

// comparePages compares two pages: by a recipe where one is named or stands
// beside them, else by what can be guessed.
func comparePages(oldFile, newFile, recipeFile string) (*report.Comparison, error) {
	by, err := recipeFor(recipeFile, newFile, oldFile)
	if err != nil {
		return nil, err
	}
	var problems model.Problems
	var names [2]string
	var pages [2][]byte
	for i, file := range []string{oldFile, newFile} {
		if names[i], pages[i], err = readInput(file, strings.NewReader(""), pageSize()); err != nil {
			problems.Take(fmt.Errorf("spectab: %w", err))
		}
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	r, err := compare.Pages(names[0], pages[0], names[1], pages[1], by)
	if err != nil {
		return nil, err
	}
	c := &report.Comparison{}
	c.Add(r.Changes, r.Coverage, report.Compared{
		Source: r.After.Source, OldFile: filepath.ToSlash(oldFile), NewFile: filepath.ToSlash(newFile), Misfits: r.Misfits,
	})
	return c, nil
}

// recipeFor reads the named recipe, or the one beside a page; nil where there
// is none.
func recipeFor(name string, pages ...string) (*recipe.Recipe, error) {
	files := []string{name}
	if name == "" {
		files = nil
		for _, page := range pages {
			if beside := filepath.Join(filepath.Dir(page), recipe.File); exists(beside) {
				files = append(files, beside)
			}
		}
	}
	if len(files) == 0 {
		return nil, nil
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		return nil, fmt.Errorf("spectab: %w", err)
	}
	return recipe.Parse(filepath.ToSlash(files[0]), data)
}
