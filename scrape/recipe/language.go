package recipe

import (
	"path"
	"strconv"

	"github.com/spectab/spectab/model"
)

// InLanguage is the recipe for a translation of the page. Patterns that
// capture values out of prose are for the main language, and what is to be
// skipped there need not be here.
func (r *Recipe) InLanguage(language string) *Recipe {
	translated := *r
	translated.Language, translated.translation, translated.Tables = language, true, nil
	for _, t := range r.Tables {
		if t.Kind != model.Constants {
			translated.Tables = append(translated.Tables, t)
		}
	}
	return &translated
}

// MergeLanguage adds the texts of a translation. A code that only one of the
// two lists is kept, and warned of.
func MergeLanguage(spec, translated *model.Spec) {
	for i := range translated.Tables {
		t := spec.Table(translated.Tables[i].Name)
		found := map[string]bool{}
		for j := range translated.Tables[i].Entries {
			e := translated.Tables[i].Entries[j]
			found[t.ID(&e)] = true
			if held := t.Find(t.ID(&e)); held != nil {
				addTexts(held, &e)
				warnOfFacts(spec, translated, held, &e)
				continue
			}
			spec.Warnings.Add(path.Join(path.Dir(translated.Snapshot.File), e.File), e.Line, "", "only the page in %s lists %q of table %s", translated.Language, e.Code, t.Name)
			e.Text = ""
			t.Entries = append(t.Entries, e)
		}
		for j := range t.Entries {
			if e := &t.Entries[j]; !found[t.ID(e)] {
				spec.Warnings.Add(translated.Snapshot.File, 0, "", "the page in %s does not list %q of table %s", translated.Language, e.Code, t.Name)
			}
		}
	}
	parts := translated.Snapshot.Further
	translated.Snapshot.Further = nil
	spec.Snapshot.Further = append(append(spec.Snapshot.Further, translated.Snapshot), parts...)
}

func addTexts(held, e *model.Entry) {
	for language, text := range e.Texts {
		if held.Texts == nil {
			held.Texts = map[string]string{}
		}
		if held.Texts[language] == "" {
			held.Texts[language] = text
		}
	}
}

// warnOfFacts tells of what no translation changes, and two pages say
// differently.
func warnOfFacts(spec, translated *model.Spec, held, e *model.Entry) {
	for _, fact := range []struct{ what, one, other string }{
		{"the symbol", held.Key, e.Key},
		{"the HTTP status", figure(held.HTTP), figure(e.HTTP)},
		{"the maximum", figure(held.Max), figure(e.Max)},
	} {
		if fact.one != "" && fact.other != "" && fact.one != fact.other {
			spec.Warnings.Add(path.Join(path.Dir(translated.Snapshot.File), e.File), e.Line, "", "%s of %q is %s here, and %s in the page in %s, which holds", fact.what, e.Code, fact.other, fact.one, spec.Language)
		}
	}
}

// figure is a number that is there, "" for 0.
func figure(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
