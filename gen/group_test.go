package gen

import (
	"strings"
	"testing"
)

func TestClassesOfStatusesAreNoSections(t *testing.T) {
	s := textCodes()
	s.Tables[0].ByStatus = true
	files, err := Package(s)
	if err != nil {
		t.Fatal(err)
	}
	source := string(files[0].Content)
	for _, want := range []string{
		"// Group is a class of HTTP statuses, with Codes in it.",
		"// Group returns the class of the HTTP status,",
		"// LookupGroup finds a group of the page by its title",
	} {
		if !strings.Contains(source, want) {
			t.Errorf("there is no comment %q", want)
		}
	}
	if strings.Contains(source, "section of the page") {
		t.Error("a comment tells of sections")
	}
}
