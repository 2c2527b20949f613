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
	// Carried is the number in the word that was looked for, where the code
	// stands for many: 42 of FLOOD_WAIT_42. Else it is empty.
	Carried string
}

// Find returns the entries whose code, key or Go name is word, in the order of
// the sources. A Go name may have its package before it, and may be one that
// the entry had before a rename. In tables that do not have word itself, other
// forms count in which a code comes over the wire. Only where nothing matches
// does the case of letters not count.
func Find(specs []*model.Spec, word string) []Hit {
	if word == "" {
		return nil
	}
	hits := find(specs, func(s *model.Spec, t *model.Table) []Hit {
		if exact := called(s, t, func(name string) bool { return name == word }); len(exact) > 0 {
			return exact
		}
		return onWire(s, t, word)
	})
	if len(hits) > 0 {
		return hits
	}
	return find(specs, func(s *model.Spec, t *model.Table) []Hit {
		return called(s, t, func(name string) bool { return strings.EqualFold(name, word) })
	})
}

func find(specs []*model.Spec, inTable func(*model.Spec, *model.Table) []Hit) []Hit {
	var hits []Hit
	for _, s := range specs {
		for i := range s.Tables {
			hits = append(hits, inTable(s, &s.Tables[i])...)
		}
	}
	return hits
}

// called are the entries of a table that have a matching name.
func called(s *model.Spec, t *model.Table, match func(string) bool) []Hit {
	var hits []Hit
	for i := range t.Entries {
		if e := &t.Entries[i]; slices.ContainsFunc(namesOf(s, e), match) {
			hits = append(hits, Hit{Spec: s, Table: t, Entry: e})
		}
	}
	return hits
}

// onWire are the entries of a table that have word as another form. Of codes
// that carry a number, the longest has it, as in the emitted package.
func onWire(s *model.Spec, t *model.Table, word string) []Hit {
	var hits []Hit
	for i := range t.Entries {
		e := &t.Entries[i]
		carried, ok := wireForm(t, e, word)
		switch {
		case !ok:
		case carried == "" || len(hits) == 0:
			hits = append(hits, Hit{s, t, e, carried})
		case len(carried) < len(hits[0].Carried):
			hits[0] = Hit{s, t, e, carried}
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
