package record

import (
	"slices"
	"testing"
)

// A finder finds what its template does, whether it goes to the end of a line
// or not.
func FuzzFinder(f *testing.F) {
	for _, line := range []string{
		"E1: the first", "E1", "E1 // the first */", "E1 (now)  - gone", "E1)] | x", "E1 /*! first */ ", "E1: a\nb", "E1: \xff", "E12 34", " E1 =", "E1x", "E1 : */",
	} {
		f.Add(line)
	}
	const code = `^\s*([A-Z]\d+|[A-Z]\d+ \d+)(?:\s*\((?P<aside>[^()]*)\))?`
	templates := []*finder{newFinder(code + restForm + `$`), newFinder(code + sepForm(":") + endForm + `$`), newFinder(code + `[\s.:]*$`)}
	if templates[0].quick == nil || templates[1].quick == nil || templates[2].quick != nil {
		f.Fatal("a template with a rest has a quick form, and none else")
	}
	f.Fuzz(func(t *testing.T, line string) {
		for _, template := range templates {
			if got, want := template.find(line), template.whole.FindStringSubmatchIndex(line); !slices.Equal(got, want) {
				t.Errorf("%s finds %v in %q, want %v", template.whole, got, line, want)
			}
		}
	})
}
