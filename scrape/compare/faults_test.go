package compare

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func pagesOf(t *testing.T, old, new string) *Result {
	t.Helper()
	a, err1 := os.ReadFile(old)
	b, err2 := os.ReadFile(new)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	r, err := Pages(filepath.Base(old), a, filepath.Base(new), b, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// 22 messages in each of which a word was replaced by its opposite, or by
// another unit, direction or actor.
func TestOpposites(t *testing.T) {
	n := 0
	for _, c := range pagesOf(t, "testdata/p1.html", "testdata/p2.html").Changes {
		if c.ID != "message-suspect" || len(c.Words) == 0 {
			t.Errorf("%s is %s, %q", c.Code, c.ID, c.Words)
		}
		n++
	}
	if n != 22 {
		t.Errorf("%d changes", n)
	}
}

// Two codes that changed their meanings, whatever the meanings share.
func TestSwaps(t *testing.T) {
	for _, pair := range [][2]string{{"k1", "k2"}, {"k3", "k4"}, {"s1", "s2"}} {
		r := pagesOf(t, "testdata/"+pair[0]+".html", "testdata/"+pair[1]+".html")
		var ids []string
		for _, c := range r.Changes {
			ids = append(ids, c.ID)
		}
		if strings.Join(ids, " ") != "code-reused code-reused" {
			t.Errorf("%s to %s: %q", pair[0], pair[1], ids)
		}
	}
}

// Of what vendors reword, at most one in twenty is suspect; and the meanings
// that moved are those that are known to.
func TestWalks(t *testing.T) {
	const walks = "../../../shared/corpus/walks"
	folders, err := os.ReadDir(walks)
	if err != nil {
		t.Skip("the pages are not there")
	}
	if testing.Short() {
		t.Skip("reading them takes a while")
	}
	reworded, suspect := 0, 0
	reused := map[string]int{}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(walks, folder.Name(), "*"))
		if err != nil {
			t.Fatal(err)
		}
		for i := range files[1:] {
			r := pagesOf(t, files[i], files[i+1])
			for _, c := range r.Changes {
				switch {
				case c.Count > 1:
				case c.ID == "code-reused":
					reused[folder.Name()]++
				case strings.HasSuffix(c.ID, "-suspect"):
					suspect++
				case strings.HasSuffix(c.ID, "-reworded"):
					reworded++
				}
			}
		}
	}
	if reworded < 250 || suspect*20 > reworded+suspect {
		t.Errorf("%d suspect of %d", suspect, reworded+suspect)
	}
	if len(reused) != 1 || reused["bybit_error_mdx"] != 17 {
		t.Errorf("meanings that moved: %v", reused)
	}
}
