package refresh

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// A code that is gone and stands on the page with its text is refused; what the
// page says of it otherwise, and what another table has, are not.
func TestStrays(t *testing.T) {
	for _, test := range []struct {
		name  string
		row   model.Row
		other bool // table that has the code
		want  bool
	}{
		{"a row of another table", model.Row{Text: "E9 | Text 9", Key: "E9"}, false, true},
		{"an item", model.Row{Text: "E9: Text 9", Loose: true}, false, true},
		{"its code in another column", model.Row{Text: "Text 9 | E9", Key: "Text 9"}, false, true},
		{"another text", model.Row{Text: "E9 | Text 8", Key: "E9"}, false, false},
		{"another code", model.Row{Text: "E8 | Text 9", Key: "E8"}, false, false},
		{"a header", model.Row{Text: "E9 | Text 9", Key: "E9", Header: true}, false, false},
		{"in another table", model.Row{Text: "E9 | Text 9", Key: "E9"}, true, false},
	} {
		after := table(9, 0)
		after.Grounds = []model.Ground{{Rows: []model.Row{test.row}}}
		if test.other {
			after.Tables = append(after.Tables, model.Table{Name: "Old", Entries: []model.Entry{{Code: "E9", Text: "Text 9"}}})
		}
		list := compareContent(table(10, 0), after, &recipe.Recipe{})
		if got := len(list) == 1 && list[0].Guard == GuardUnread && list[0].What == "Code"; got != test.want || len(list) > 1 {
			t.Errorf("%s: refused by %v", test.name, list)
		}
	}
}

func TestColumnsSwapped(t *testing.T) {
	for moved, want := range map[int]bool{4: false, 5: false, 6: true, 10: true} {
		before, after := table(10, 0), table(10, 0)
		for i := range before.Tables[0].Entries {
			was, is := &before.Tables[0].Entries[i], &after.Tables[0].Entries[i]
			was.Remedy, is.Remedy = fmt.Sprintf("Try text %d", i), fmt.Sprintf("Try text %d", i)
			if i < moved {
				is.Text, is.Remedy = is.Remedy, is.Text
			}
		}
		list := compareContent(before, after, &recipe.Recipe{})
		if got := len(list) == 1 && list[0].Guard == recipe.GuardColumns; got != want {
			t.Errorf("%d of 10: refused by %v", moved, list)
		}
	}
}

// A page that tells how many it shows of as many as there were shows a part.
func TestPaged(t *testing.T) {
	for _, test := range []struct {
		name, was, is string
		after         *model.Spec
		want          bool
	}{
		{"a part", "", "<p>Showing 1 to 8 of 10</p>", table(8, 0), true},
		{"said before", "<p>Showing 1 to 8 of 10</p>", "<p>Showing 1 to 8 of 10</p>", table(8, 0), false},
		{"all", "", "<p>Showing 1 to 8 of 10</p>", table(10, 0), false},
		{"other numbers", "", "<p>Showing 1 to 7 of 10</p>", table(8, 0), false},
		{"nothing of that", "", "<p>8 codes</p>", table(8, 0), false},
	} {
		v := &visit{next: recipe.PageFile{Name: "page.html", Data: []byte("<h1>Codes</h1>" + test.is)}}
		v.Name, v.Data = "page.html", []byte("<h1>Codes</h1>"+test.was)
		list := paged(v, table(10, 0), test.after)
		if got := len(list) == 1 && strings.Contains(list[0].Seen, "8 entries of 10"); got != test.want {
			t.Errorf("%s: refused by %v", test.name, list)
		}
	}
}

// A part of a list is told by a number, words and the number that there were.
func TestTells(t *testing.T) {
	for line, want := range map[string]bool{
		"Showing 1 to 8 of 10 entries": true,
		"8 of 10":                      true,
		"8 von 10":                     true,
		"10 calls in 8 seconds":        false,
		"Updated 8.10.2026":            false,
		"Version 10.8 is out":          false,
		"Version 8.10 is out":          false,
		"8, and 10":                    false,
		"18 of 10":                     false,
	} {
		if got := tells(line, "8", "10"); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
	if !tells("1,000 of 1,234 codes", "1000", "1234") {
		t.Error("thousands are parted by a comma")
	}
}
