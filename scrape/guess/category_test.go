package guess

import (
	"os"
	"slices"
	"testing"

	"github.com/spectab/spectab/scrape/read"
	"github.com/spectab/spectab/scrape/recipe"
)

// A page with a table for each category has one type with groups, and its
// draft reads the groups and the status of a heading.
func TestCategories(t *testing.T) {
	data, err := os.ReadFile("testdata/guess/categories.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		page   string
		groups []string
		http   []int
	}{
		"disjoint": {string(data), []string{"While booking", "While paying"}, []int{0, 0, 0, 0, 0}},
		"statuses": {
			"# Errors\n\n## 404 Not Found\n\n| Error | Description |\n|---|---|\n| no_ferry | There is none. |\n| no_port | There is none. |\n\n" +
				"## 409 Conflict\n\n| Error | Description |\n|---|---|\n| deck_full | Too many cars. |\n| name_taken | Another name, please. |\n",
			[]string{"404 Not Found", "409 Conflict"},
			[]int{404, 404, 409, 409},
		},
	} {
		t.Run(name, func(t *testing.T) {
			page, err := read.Page("page.md", []byte(test.page))
			if err != nil {
				t.Fatal(err)
			}
			guesses := Tables(page)
			if len(guesses) != 1 || !slices.Equal(guesses[0].Table.GroupValues(), test.groups) {
				t.Fatalf("guessed %+v", guesses)
			}
			draft, err := NewDraft(page, guesses, About{Source: "ferry", Package: "ferry", Language: "en", Retrieved: "2026-11-23"})
			if err != nil {
				t.Fatal(err)
			}
			recipe, err := recipe.Parse("source.yaml", draft.Recipe)
			if err != nil {
				t.Fatal(err)
			}
			spec, err := recipe.Read("page.md", []byte(test.page))
			if err != nil || len(spec.Tables) != 1 {
				t.Fatalf("%v, %d tables, of\n%s", err, len(spec.Tables), draft.Recipe)
			}
			var http []int
			for _, e := range spec.Tables[0].Entries {
				http = append(http, e.HTTP)
			}
			if got := spec.Tables[0].GroupValues(); !slices.Equal(got, test.groups) || !slices.Equal(http, test.http) {
				t.Errorf("groups %q, statuses %v, of\n%s", got, http, draft.Recipe)
			}
		})
	}
}

// The same codes under two headings are two enumerations.
func TestCodesThatRecurAreNoCategories(t *testing.T) {
	table := "| Value | Description |\n|---|---|\n| 0 | It is open. |\n| 1 | It is closed. |\n\n"
	page, err := read.Page("page.md", []byte("## Door\n\n"+table+"## Window\n\n"+table))
	if err != nil {
		t.Fatal(err)
	}
	if guesses := Tables(page); len(guesses) != 2 {
		t.Errorf("guessed %+v", guesses)
	}
}

// The enumerations of source code are types, and no categories of one; what
// titles their names is no group.
func TestEnumerations(t *testing.T) {
	table := func(names ...string) string {
		rows := "<table><tr><th colspan=2>Enumerator</th></tr>"
		for _, name := range names {
			rows += "<tr><td>" + name + "</td><td>It is so.</td></tr>"
		}
		return rows + "</table>"
	}
	p, err := read.Page("page.html", []byte("<h2>States</h2>"+table("PUMP_IDLE", "PUMP_ON", "PUMP_OFF")+"<h2>Modes</h2>"+table("PUMP_SLOW", "PUMP_FAST", "PUMP_BOTH")))
	if err != nil {
		t.Fatal(err)
	}
	guesses := Tables(p)
	if len(guesses) != 2 || guesses[0].Table.Heading != "States" || guesses[0].Table.Entries[0].Group != "" {
		t.Errorf("guessed %+v", guesses)
	}
}

// Parameters that each have a table of one row are one table, in the draft too.
func TestTablesOfOneRow(t *testing.T) {
	page := "# Mill\n"
	for _, row := range []string{"mill_speed | integer | 20 | How fast it turns", "mill_grain | string | rye | What is ground", "mill_door | boolean | true | Whether the door is locked"} {
		page += "\nSome more words on it.\n\n| Parameter | Type | Default | Description |\n|---|---|---|---|\n| " + row + " |\n"
	}
	p, err := read.Page("page.md", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	guesses := Tables(p)
	if len(guesses) != 1 || len(guesses[0].Table.Entries) != 3 {
		t.Fatalf("guessed %+v", guesses)
	}
	draft, err := NewDraft(p, guesses, About{Source: "mill", Package: "mill", Language: "en", Retrieved: "2026-11-23"})
	if err != nil {
		t.Fatal(err)
	}
	r, err := recipe.Parse("source.yaml", draft.Recipe)
	if err != nil {
		t.Fatal(err)
	}
	if spec, err := r.Read("page.md", []byte(page)); err != nil || len(spec.Tables) != 1 || len(spec.Tables[0].Entries) != 3 {
		t.Errorf("%v, %+v, of\n%s", err, spec, draft.Recipe)
	}
}
