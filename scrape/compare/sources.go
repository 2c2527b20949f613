package compare

import (
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/scrape/read"
)

// Sources compares two states of a source, each by its own recipe and lock.
// Either may be nil: then the source came or went.
func Sources(before, after *scrape.Source) (*Result, error) {
	if before == nil || after == nil {
		return half(before, after)
	}
	old, err1 := Read(before)
	new, err2 := Read(after)
	if err1 == nil && err2 == nil {
		return compared(old, new, nil), nil
	}
	a, fault1 := unseen(before, old)
	b, fault2 := unseen(after, new)
	var problems model.Problems
	problems.Take(fault1)
	problems.Take(fault2)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	misfits, err := settle(a, err1, b, err2)
	if err != nil {
		return nil, err
	}
	a.spec.Grounds, b.spec.Grounds = Grounds(before), Grounds(after)
	return compared(a.spec, b.spec, misfits), nil
}

// half is for a source that one state lacks.
func half(before, after *scrape.Source) (*Result, error) {
	var specs [2]*model.Spec
	for i, s := range []*scrape.Source{before, after} {
		if s != nil {
			var err error
			if specs[i], err = Read(s); err != nil {
				return nil, err
			}
		}
	}
	return compared(specs[0], specs[1], nil), nil
}

// Read reads a source as Sources does. Names come from the lock: where there is none,
// identifiers are nobody's yet.
func Read(s *scrape.Source) (*model.Spec, error) {
	var spec *model.Spec
	var err error
	if s.LockData == nil {
		spec, err = s.Read()
	} else {
		spec, _, err = s.Spec()
	}
	if model.IsReuse(err) {
		err = nil // it is what a comparison is to tell
	}
	if err == nil {
		spec.Grounds = Grounds(s)
	}
	return spec, err
}

// unseen is the state of a source whose page may not be read by its recipe.
func unseen(s *scrape.Source, spec *model.Spec) (*state, error) {
	p, err := read.Unseen(s.PageFile, s.Page)
	if spec == nil {
		spec, _ = s.Recipe.Read(s.PageFile, s.Page)
	}
	return &state{name: s.PageFile, data: s.Page, page: p, spec: spec}, err
}

// Grounds are what a comparison needs to know of the pages of a source in the
// language of its recipe, beside what is read from them.
func Grounds(s *scrape.Source) []model.Ground {
	pages := s.Pages()
	var list []model.Ground
	for _, p := range pages {
		if p.Data == nil || !strings.EqualFold(p.Language, s.Recipe.Language) {
			continue
		}
		name := ""
		if len(pages) > 1 {
			name = p.Name
		}
		if read, err := read.Page(p.Name, p.Data); err == nil {
			list = append(list, groundOf(name, p.Data, read))
		}
	}
	return list
}
