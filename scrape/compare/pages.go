package compare

import (
	"errors"
	"path"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read"
	"github.com/spectab/spectab/scrape/recipe"
)

// A Result is a comparison of two states.
type Result struct {
	Before, After *model.Spec
	Changes       []drift.Change
	Coverage      drift.Coverage
	Misfits       []string // why a recipe does not fit, and what was done instead; nil where all was read as it should
}

// Pages compares two pages, the extensions of whose names say their formats:
// by a recipe, or where it is nil by what the pages show of themselves. A page
// that was delivered instead of the one asked for is a *page.Refusal.
func Pages(oldFile string, oldData []byte, newFile string, newData []byte, by *recipe.Recipe) (*Result, error) {
	before, err1 := open(oldFile, oldData)
	after, err2 := open(newFile, newData)
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	if by == nil {
		if err := guessBoth(before, after); err != nil {
			return nil, err
		}
		return result(before, after, nil), nil
	}
	before.spec, err1 = by.Read(before.name, before.data)
	after.spec, err2 = by.Read(after.name, after.data)
	misfits, err := settle(before, err1, after, err2)
	if err != nil {
		return nil, err
	}
	return result(before, after, misfits), nil
}

// A state is one of the two pages.
type state struct {
	name string
	data []byte
	page *page.Page
	spec *model.Spec
}

func open(name string, data []byte) (*state, error) {
	p, err := read.Unseen(name, data)
	return &state{name: name, data: data, page: p}, err
}

// source is a name for what nobody named: that of the file.
func (s *state) source() string {
	base := path.Base(s.name)
	return strings.TrimSuffix(base, path.Ext(base))
}

func result(before, after *state, misfits []string) *Result {
	for _, s := range []*state{before, after} {
		s.spec.Grounds = []model.Ground{groundOf("", s.data, s.page)}
	}
	return compared(before.spec, after.spec, misfits)
}

func compared(before, after *model.Spec, misfits []string) *Result {
	r := &Result{Before: before, After: after, Misfits: misfits}
	r.Changes = drift.Compare(before, after)
	r.Coverage = drift.CoverageOf(before, after, r.Changes)
	return r
}
