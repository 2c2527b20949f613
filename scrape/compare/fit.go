package compare

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/guess"
)

// settle makes two states comparable that were read by recipes, of which one
// does not fit any more: a table of which nothing was read is guessed, after
// what the other state says of it. Where there is nothing to go by, both pages
// are guessed as a whole. The misfits say why, and what was done.
func settle(before *state, err1 error, after *state, err2 error) (misfits []string, err error) {
	if err1 == nil && err2 == nil {
		return nil, nil
	}
	misfits = append(misfit(before, err1), misfit(after, err2)...)
	if before.hasEntries() || after.hasEntries() {
		guessed := append(before.borrow(after.spec, err1), after.borrow(before.spec, err2)...)
		if before.hasEntries() && after.hasEntries() {
			if len(guessed) > 0 {
				misfits = append(misfits, "guessed instead: "+strings.Join(guessed, ", "))
			}
			return misfits, nil
		}
	}
	if err := guessBoth(before, after); err != nil {
		return nil, errors.Join(err1, err2)
	}
	return append(misfits, "both pages are guessed as a whole instead"), nil
}

func (s *state) hasEntries() bool {
	return s.spec != nil && slices.ContainsFunc(s.spec.Tables, func(t model.Table) bool { return len(t.Entries) > 0 })
}

// misfit says why a recipe does not fit a page.
func misfit(s *state, err error) []string {
	if err == nil {
		return nil
	}
	first, _, more := strings.Cut(strings.TrimSpace(err.Error()), "\n")
	if more {
		first += " (and more)"
	}
	return []string{fmt.Sprintf("the recipe does not fit %s: %s", s.name, strings.TrimPrefix(first, s.name+": "))}
}

// borrow guesses the tables of which nothing was read here, by the codes that
// the other state has of them, and returns their names. Where no guess comes
// near, the table is gone.
func (s *state) borrow(other *model.Spec, failed error) (names []string) {
	if failed == nil || other == nil || s.spec == nil {
		return nil
	}
	guesses := guess.Tables(s.page)
	var list []*model.Table
	for i := range guesses {
		list = append(list, &guesses[i].Table)
	}
	for i := range other.Tables {
		like := &other.Tables[i]
		if mine := s.spec.Table(like.Name); len(like.Entries) == 0 || mine != nil && len(mine.Entries) > 0 {
			continue
		}
		if t := nearest(like, list); t != nil {
			named := *like
			named.Entries, named.Gone = t.Entries, nil
			s.spec.Tables = slices.DeleteFunc(s.spec.Tables, func(t model.Table) bool { return t.Name == like.Name })
			s.spec.Tables = append(s.spec.Tables, named)
			names = append(names, like.Name)
		}
	}
	return names
}
