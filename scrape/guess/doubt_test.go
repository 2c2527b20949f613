package guess

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

func TestDoubtsPastTheFirstAreCounted(t *testing.T) {
	for n, want := range map[int]string{
		doubtsOfAKind + 1: "1 more code with several texts from here on",
		doubtsOfAKind + 2: "2 more codes with several texts from here on",
	} {
		table := &model.Table{}
		for range n {
			table.Entries = append(table.Entries, model.Entry{Code: "E-1", Text: "One.", Also: []string{"Two."}, Line: 3})
		}
		got := conflicts("page.md", table)
		if len(got) != doubtsOfAKind+1 || !strings.HasSuffix(got[doubtsOfAKind].Error(), want) {
			t.Errorf("%d doubts: %v", n, got)
		}
	}
}
