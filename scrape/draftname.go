package scrape

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/goccy/go-yaml"

	"github.com/spectab/spectab/model"
)

// nameAll gives identifiers to codes that differ in nothing a Go identifier
// could show, such as a from A.
func (d *drafting) nameAll(recipe *draftRecipe) {
	data, err := recipe.yaml()
	if err != nil {
		return
	}
	r, err := ParseRecipe("", data)
	if err != nil {
		return // to be reported when the source is opened
	}
	spec := r.readBlocks("", d.flow, new(model.Problems))
	if _, err := model.NewLock("").Assign(spec); err == nil {
		return
	}
	taken := map[string]bool{}
	for i := range spec.Tables {
		for j := range spec.Tables[i].Entries {
			taken[spec.Tables[i].Entries[j].Name] = true
		}
	}
	for i := range spec.Tables {
		at := slices.IndexFunc(r.Tables, func(t Table) bool { return t.line("name") == spec.Tables[i].Line })
		t := &recipe.Tables[at]
		t.nameRest(&spec.Tables[i], taken)
		if n := len(t.Names); n > 0 {
			d.remark("%s of %s got a number for a name: better ones can be given under names, before the package is used", count(n, "code"), t.name)
		}
	}
}

// nameRest names the entries that are without an identifier: by the code, and
// a number that makes it one of its own.
func (t *draftTable) nameRest(built *model.Table, taken map[string]bool) {
	for i := range built.Entries {
		e := &built.Entries[i]
		if e.Name != "" || slices.ContainsFunc(t.Names, func(item yaml.MapItem) bool { return item.Key == e.Code }) {
			continue
		}
		base := cmp.Or(model.SymbolName(e.Code), t.name)
		name := base
		for n := 2; taken[name] || taken[built.Prefix+name] || name == base; n++ {
			name = base + strconv.Itoa(n)
		}
		taken[name], taken[built.Prefix+name] = true, true
		t.Names = append(t.Names, yaml.MapItem{Key: e.Code, Value: draftName{name, "the name made of it is that of another code"}})
	}
}
