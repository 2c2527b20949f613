package recipe

import (
	"slices"
	"strings"
	"testing"
)

func TestGroupsByStatus(t *testing.T) {
	const page = "Code | HTTP | Text\n---|---|---\nE1 | 404 Not Found | a\nE2 | 503 | b\nE3 | | c\n404 | | d\n1404 | | e\n9E9 | | f\n"
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {name: Code, kind: codes, groups: status, columns: {code: Code, http: HTTP, text: Text}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page.txt", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	var groups []string
	for _, e := range spec.Tables[0].Entries {
		groups = append(groups, e.Group)
	}
	if want := []string{"Client Error", "Server Error", "", "Client Error", "", ""}; !slices.Equal(groups, want) {
		t.Errorf("got %q, want %q", groups, want)
	}
	if !spec.Tables[0].ByStatus {
		t.Error("the table does not say that its groups are classes")
	}
}

func TestGroupsByStatusOfTheWrongTable(t *testing.T) {
	for table, message := range map[string]string{
		"kind: codes, groups: http, columns: {code: Code}":                 `groups cannot be by "http"`,
		"kind: codes, groups: status, columns: {code: Code, group: Group}": "groups of the page, and groups by status",
		"kind: params, groups: status, columns: {code: Code}":              "groups by status are for codes and results",
	} {
		_, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {name: Code, "+table+"}\n"))
		if err == nil || !strings.Contains(err.Error(), message) || !strings.Contains(err.Error(), "source.yaml:7") {
			t.Errorf("%s: %v, want %q", table, err, message)
		}
	}
}
