package recipe

import (
	"slices"
	"strings"
	"testing"
)

func TestHolesOfTheRecipe(t *testing.T) {
	const table = "name: Code, kind: codes, columns: {code: Code, text: Text}, holes: '[A-Z]+_NAME', carries: 'X$'"
	const page = "Code | Text\n---|---\nWAIT_X | The SERVICE_NAME of $1 waits for SERVICE_NAME.\n"
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {"+table+"}\n"))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := r.Read("page.txt", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if got := spec.Tables[0].Entries[0].Placeholders; !slices.Equal(got, []string{"$1", "SERVICE_NAME"}) {
		t.Errorf("got %q", got)
	}
	if spec.Tables[0].Carries == nil || !spec.Tables[0].Carries.MatchString("WAIT_X") {
		t.Error("no code carries a number")
	}
	_, err = r.Read("page.txt", []byte(strings.Replace(page, "WAIT_X", "WAIT", 1)))
	if err == nil || !strings.Contains(err.Error(), "no code of table Code has a part that reads /X$/") {
		t.Errorf("got %v", err)
	}
}
