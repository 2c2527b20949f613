package refresh

import (
	"reflect"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// same reports whether two pages say the same, whatever their format is and
// on which lines it stands.
func same(before, after *model.Spec) bool {
	return reflect.DeepEqual(content(before), content(after))
}

// sameButOrder reports whether two pages say the same in another order.
func sameButOrder(before, after *model.Spec) bool {
	a, b := content(before), content(after)
	for _, s := range []*model.Spec{a, b} {
		for i := range s.Tables {
			t := &s.Tables[i]
			slices.SortFunc(t.Entries, func(x, y model.Entry) int { return strings.Compare(t.ID(&x), t.ID(&y)) })
		}
	}
	return reflect.DeepEqual(a, b)
}

// content is what a page says: a Spec without its snapshot and its ground, without lines, and
// without what the lock gave it.
func content(s *model.Spec) *model.Spec {
	c := *s
	c.Snapshot, c.Warnings, c.Grounds = model.Snapshot{}, nil, nil
	c.Tables = slices.Clone(s.Tables)
	for i := range c.Tables {
		t := &c.Tables[i]
		t.Gone, t.LostSets, t.Lost, t.Groups = nil, nil, nil, nil
		t.Entries = slices.Clone(t.Entries)
		for j := range t.Entries {
			e := &t.Entries[j]
			e.File, e.Line, e.Name, e.Order, e.Aliases, e.ValueSet = "", 0, "", 0, nil, nil
		}
	}
	return &c
}
