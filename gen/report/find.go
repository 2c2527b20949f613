package report

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// A Hit is an entry with the table and the source that it was found in.
type Hit struct {
	Spec  *model.Spec
	Table *model.Table
	Entry *model.Entry
}

// Find returns the entries whose code, key or Go name is word, in the order of
// the sources. A Go name may have its package before it, and may be one that
// the entry had before a rename. Only where no entry matches exactly does the
// case of letters not count.
func Find(specs []*model.Spec, word string) []Hit {
	if word == "" {
		return nil
	}
	if hits := find(specs, func(s string) bool { return s == word }); len(hits) > 0 {
		return hits
	}
	return find(specs, func(s string) bool { return strings.EqualFold(s, word) })
}

func find(specs []*model.Spec, match func(string) bool) []Hit {
	var hits []Hit
	for _, s := range specs {
		for i := range s.Tables {
			t := &s.Tables[i]
			for j := range t.Entries {
				if slices.ContainsFunc(namesOf(s, &t.Entries[j]), match) {
					hits = append(hits, Hit{s, t, &t.Entries[j]})
				}
			}
		}
	}
	return hits
}

// namesOf is all that a reader may call an entry.
func namesOf(s *model.Spec, e *model.Entry) []string {
	names := []string{e.Code, e.Key}
	for _, id := range append([]string{e.Name}, e.Aliases...) {
		names = append(names, id, qualified(s, id))
	}
	return names
}

// qualified is an identifier as an importer of the package writes it.
func qualified(s *model.Spec, id string) string {
	if id == "" || s.Package == "" {
		return id
	}
	return s.Package + "." + id
}
