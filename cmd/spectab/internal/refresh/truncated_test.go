package refresh

import (
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// A page without an end was cut off where it lacks what stood last, and there
// alone.
func TestTruncated(t *testing.T) {
	spec := func(texts ...string) *model.Spec {
		s := &model.Spec{Tables: []model.Table{{Name: "Code", Kind: model.Codes}}}
		for i, text := range texts {
			s.Tables[0].Entries = append(s.Tables[0].Entries, model.Entry{Code: string(rune('A' + i)), Text: text, Line: i + 1})
		}
		return s
	}
	before := spec("One.", "Two.", "Three.")
	for _, test := range []struct {
		name     string
		old, now string
		after    *model.Spec
		want     bool
	}{
		{"the last is gone", "<p></html>", "<p>", spec("One.", "Two."), true},
		{"the last is half", "<p></html>", "<p>", spec("One.", "Two.", "Thr"), true},
		{"the last says more", "<p></html>", "<p>", spec("One.", "Two.", "Three. Four."), false},
		{"all there", "<p></html>", "<p>", spec("One.", "Two.", "Three."), false},
		{"it has its end", "<p></html>", "<p></html>", spec("One.", "Two."), false},
		{"in two bytes a letter", "<p></html>", "<\x00p\x00>\x00<\x00/\x00h\x00t\x00m\x00l\x00>\x00", spec("One.", "Two."), false},
		{"it never had one", "<p>", "<p>", spec("One.", "Two."), false},
	} {
		v := &visit{next: recipe.PageFile{Name: "page.html", Data: []byte(test.now)}}
		v.Name, v.Data = "page.html", []byte(test.old)
		if list := truncated(v, before, test.after); (len(list) > 0) != test.want {
			t.Errorf("%s: %v", test.name, list)
		}
	}
}
