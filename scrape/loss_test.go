package scrape

import (
	"os"
	"path"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/recipe"
)

// Whatever code a page loses, the rest of its row staying there, reading the
// page is an error, or finds the code at another place of the page: no row is
// dropped in silence, in either rendition.
func TestALostCodeIsNeverSilent(t *testing.T) {
	for _, name := range sources {
		s := openSource(t, name)
		t.Run(name+"/text", func(t *testing.T) { loseEachCode(t, s.Recipe, "page.txt", string(s.Page)) })
		data, err := os.ReadFile(path.Join("testdata/pages", name, "page.html"))
		if err != nil {
			t.Fatal(err)
		}
		text, err := charset.Decode(data, true)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name+"/html", func(t *testing.T) { loseEachCode(t, s.Recipe, "page.html", text) })
	}
}

func loseEachCode(t *testing.T, r *recipe.Recipe, file, page string) {
	whole, err := r.Read(file, []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(page, "\n")
	for _, table := range whole.Tables {
		for _, e := range table.Entries {
			line := lines[e.Line-1]
			at := strings.Index(line, ">"+e.Code) + 1
			if at == 0 {
				at = strings.Index(line, e.Code)
			}
			lines[e.Line-1] = line[:at] + line[at+len(e.Code):]
			spec, err := r.Read(file, []byte(strings.Join(lines, "\n")))
			if err == nil && !sameCodes(spec, whole) {
				t.Errorf("table %s, line %d: without %q the page reads without an error", table.Name, e.Line, e.Code)
			}
			lines[e.Line-1] = line
		}
	}
}

func sameCodes(a, b *model.Spec) bool {
	for i := range b.Tables {
		for j := range b.Tables[i].Entries {
			if a.Tables[i].Find(b.Tables[i].ID(&b.Tables[i].Entries[j])) == nil {
				return false
			}
		}
	}
	return true
}
