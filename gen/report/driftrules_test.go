package report

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/spectab/spectab/model/drift"
)

// The page beside the rules is made from them, with an anchor for each, which
// the SARIF report leads to.
func TestPageOfTheRules(t *testing.T) {
	var b bytes.Buffer
	if err := RulesMarkdown(&b); err != nil {
		t.Fatal(err)
	}
	const page = "../../model/drift/RULES.md"
	if *update {
		if err := os.WriteFile(page, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(page)
	if err != nil || !bytes.Equal(data, b.Bytes()) {
		t.Errorf("RULES.md is not what the rules say: go test ./gen/report -update writes it (%v)", err)
	}
	for _, r := range drift.Rules() {
		if !strings.Contains(string(data), `<a id="`+r.ID+`"></a>`) {
			t.Errorf("%s has no anchor", r.ID)
		}
	}
}
