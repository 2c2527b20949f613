package naming

import "testing"

func TestSingular(t *testing.T) {
	for _, test := range []struct{ plural, want string }{
		{"ReplyCodes", "ReplyCode"},
		{"Statuses", "Status"},
		{"Boxes", "Box"},
		{"Caches", "Cache"},
		{"Branches", "Branch"},
		{"Responses", "Response"},
		{"Databases", "Database"},
		{"Aliases", "Alias"},
		{"Shelves", "Shelf"},
		{"BookShelves", "BookShelf"},
		{"Lives", "Life"},
		{"Drives", "Drive"},
		{"Archives", "Archive"},
		{"Queries", "Query"},
		{"Indices", "Index"},
		{"Matrices", "Matrix"},
		{"Services", "Service"},
		{"Menus", "Menu"},
		{"Schemas", "Schema"},
		{"UserIDs", "UserID"},
		{"URLs", "URL"},
		{"Processes", "Process"},
		// singulars
		{"Status", "Status"},
		{"Address", "Address"},
		{"Alias", "Alias"},
		{"Series", "Series"},
		{"Analysis", "Analysis"},
		{"Shelf", "Shelf"},
		{"As", "As"},
		// words that no list has
		{"Zorbs", "Zorb"},
		{"Zorbies", "Zorby"},
		{"Zorbes", "Zorbe"},
		{"Zorbches", "Zorbch"},
		{"Zorbus", "Zorbus"},
		{"Zorbss", "Zorbss"},
	} {
		if got := Singular(test.plural); got != test.want {
			t.Errorf("%s: %s, want %s", test.plural, got, test.want)
		}
	}
}
