package scrape

import (
	"cmp"
	"path"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read"
	"github.com/spectab/spectab/scrape/recipe"
)

// Guess reads a page that has no recipe: the tables that are likely ones, the
// likeliest first, or, where values are given that the caller knows, those of
// the one reading in which they are codes, symbols or texts. The extension of
// file says the format of the page. Entries have no identifiers.
func Guess(file string, data []byte, has ...string) (*model.Spec, error) {
	p, guesses, err := guessed(file, data, has)
	if err != nil {
		return nil, err
	}
	spec := &model.Spec{Title: p.Name(), Language: p.Language, Snapshot: model.Snapshot{File: path.Base(file)}}
	for _, g := range guess.Ranked(guesses) {
		if g.Table.Confidence >= guess.Likely {
			spec.Tables = append(spec.Tables, g.Table)
		}
	}
	return spec, nil
}

// Draft writes the recipe, in YAML, that reads what Guess reads of a page: the
// likeliest table and those like it, or what holds the values. What about leaves
// open the page may say.
func Draft(file string, data []byte, about guess.About, has ...string) ([]byte, error) {
	p, guesses, err := guessed(file, data, has)
	if err != nil {
		return nil, err
	}
	if len(has) == 0 {
		guesses, _ = guess.Likeliest(guesses)
	}
	about.Title, about.URL = cmp.Or(about.Title, p.Name()), cmp.Or(about.URL, p.Address)
	about.Language = cmp.Or(about.Language, p.Language)
	draft, err := guess.NewDraft(p, guess.Named(guesses), about)
	if err != nil {
		return nil, err
	}
	return draft.Recipe, nil
}

// Read reads a page by a recipe in YAML, and gives every entry its identifier.
// The error is of type model.Problems.
func Read(recipeData []byte, file string, data []byte) (*model.Spec, error) {
	r, err := recipe.Parse(recipe.File, recipeData)
	if err != nil {
		return nil, err
	}
	spec, err := r.Read(file, data)
	if err != nil {
		return nil, err
	}
	_, err = model.NewLock(model.LockFile).Assign(spec)
	return spec, err
}

func guessed(file string, data []byte, has []string) (*page.Page, []guess.Guess, error) {
	p, err := read.Unseen(file, data)
	if err != nil {
		return nil, nil, err
	}
	if len(has) > 0 {
		guesses, err := guess.Having(p, has)
		return p, guesses, err
	}
	return p, guess.Tables(p), nil
}
