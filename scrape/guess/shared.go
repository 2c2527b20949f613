package guess

import (
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// shared tells where one code of a table stands for several symbols in sections
// of their own: the package has one value for them, with the text of the first.
// Enumerations that each begin with 0 are several types; a name for a number
// that has one, in the same section, is an alias and nothing to tell.
func (d *drafting) shared(t *recipe.Table, entries []model.Entry) {
	first := map[string]*model.Entry{}
	var one, other *model.Entry
	n := 0
	for i := range entries {
		e := &entries[i]
		f := first[e.Code]
		if f == nil {
			first[e.Code] = e
			continue
		}
		if f.Key == "" || e.Key == "" || f.Key == e.Key || f.Group == e.Group {
			continue
		}
		if n++; one == nil {
			one, other = f, e
		}
	}
	if n > 0 {
		d.remark("%s is %s in one section and %s in another, and so with %d of %s: as one type they are one value, with the first one's text. Without --as, or with --has of one section, each is a type",
			one.Code, one.Key, other.Key, n, t.Name)
	}
}
