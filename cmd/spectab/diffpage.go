package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/read"
	"github.com/spectab/spectab/scrape/recipe"
)

// leastConfidence is that of the tables which are compared; what is under it
// is more likely no table.
const leastConfidence = 0.5

// comparePages compares two pages: by a recipe where one is named or stands
// beside them, else by what can be guessed.
func comparePages(oldFile, newFile, recipeFile string) (*report.Comparison, error) {
	recipe, err := recipeFor(recipeFile, newFile, oldFile)
	if err != nil {
		return nil, err
	}
	var problems model.Problems
	specs := make([]*model.Spec, 2)
	for i, file := range []string{oldFile, newFile} {
		specs[i], err = readPage(file, recipe)
		problems.Take(err)
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return &report.Comparison{
		Changes: drift.Compare(specs[0], specs[1]),
		Sources: []report.Compared{{Source: specs[1].Source, OldFile: filepath.ToSlash(oldFile), NewFile: filepath.ToSlash(newFile)}},
	}, nil
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

func readPage(file string, recipe *recipe.Recipe) (*model.Spec, error) {
	name, data, err := readInput(file, strings.NewReader(""), pageSize())
	if err != nil {
		return nil, fmt.Errorf("spectab: %w", err)
	}
	if recipe != nil {
		return recipe.Read(name, data)
	}
	return guessed(name, data)
}

// guessed makes a Spec of the tables of a page that are sure enough. They are
// called by their headings, since a guess calls all of them alike.
func guessed(name string, data []byte) (*model.Spec, error) {
	page, err := read.Page(name, data)
	if err != nil {
		return nil, err
	}
	base := path.Base(name)
	spec := &model.Spec{Source: strings.TrimSuffix(base, path.Ext(base)), Snapshot: model.Snapshot{File: name}}
	var sure []model.Table
	for _, g := range guess.Tables(page) {
		if g.Table.Confidence >= leastConfidence && !isShadow(&g.Table, sure) {
			sure = append(sure, g.Table)
		}
	}
	used := map[string]int{}
	for _, t := range sure {
		if t.Heading != "" {
			t.Name = t.Heading
		}
		if used[t.Name]++; used[t.Name] > 1 {
			t.Name = fmt.Sprintf("%s (%d)", t.Name, used[t.Name])
		}
		spec.Tables = append(spec.Tables, t)
	}
	if len(spec.Tables) == 0 {
		return nil, &model.Problem{
			File: name, Message: "nothing on the page looks enough like a table of codes, results or parameters to be compared",
			Hint: "write a recipe, and name it by --recipe; 'spectab inspect' tells what was found",
		}
	}
	return spec, nil
}

// isShadow reports whether nearly all codes of a table stand in one before
// it, with the same symbols or texts: the page was read twice there.
func isShadow(t *model.Table, before []model.Table) bool {
	for i := range before {
		seen := map[string]bool{}
		for _, e := range before[i].Entries {
			seen["code "+e.Code] = true
			seen["says "+e.Key] = e.Key != ""
			seen["says "+e.Text] = e.Text != ""
		}
		n := 0
		for _, e := range t.Entries {
			if seen["code "+e.Code] && (seen["says "+e.Key] || seen["says "+e.Text]) {
				n++
			}
		}
		if n*10 >= len(t.Entries)*9 {
			return true
		}
	}
	return false
}
