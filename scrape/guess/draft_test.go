package guess

import (
	"testing"

	"github.com/spectab/spectab/model"
)

func TestAgree(t *testing.T) {
	want := []model.Entry{{Code: "E1", Text: "one"}, {Code: "E2", Text: "two"}, {Code: "E2", Text: "two again"}, {Code: "E3", Key: "C", Text: "three"}}
	for name, c := range map[string]struct {
		got []model.Entry
		of  agreement
	}{
		"all":               {want, agreement{codes: 4, same: 4}},
		"another text":      {[]model.Entry{{Code: "E1", Text: "one and more"}}, agreement{codes: 1}},
		"another symbol":    {[]model.Entry{{Code: "E3", Key: "D", Text: "three"}}, agreement{codes: 1}},
		"a second text":     {[]model.Entry{{Code: "E1", Text: "uno", Also: []string{"one"}}}, agreement{codes: 1, same: 1}},
		"one more":          {[]model.Entry{want[0], {Code: "E9"}, want[0]}, agreement{codes: 1, same: 1, more: 2}},
		"twice, in order":   {[]model.Entry{want[1], want[2]}, agreement{codes: 2, same: 2}},
		"twice, other ways": {[]model.Entry{want[2], want[1]}, agreement{codes: 2}},
	} {
		if of := agree(want, c.got); of != c.of {
			t.Errorf("%s: got %+v, want %+v", name, of, c.of)
		}
	}
}
