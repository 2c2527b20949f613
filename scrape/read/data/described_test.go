package data

import (
	"testing"

	"github.com/spectab/spectab/scrape/page"
)

func TestListsInDescriptions(t *testing.T) {
	for name, c := range map[string]struct {
		read func(string) ([]page.Block, error)
		text string
		line int // of the second item
	}{
		"YAML":            {YAML, "lamp:\n  description: |\n    - `a1` - dark\n    - `a2` - slow\n", 4},
		"YAML in quotes":  {YAML, "lamp:\n  description: \"- `a1` - dark\\n- `a2` - slow\"\n", 2},
		"YAML that folds": {YAML, "lamp:\n  description: >\n    - `a1` - dark\n\n    - `a2` - slow\n", 3},
		"JSON":            {JSON, "{\"lamp\":\n  {\"description\": \"- `a1` - dark\\n- `a2` - slow\"}}\n", 2},
	} {
		blocks, err := c.read(c.text)
		if err != nil {
			t.Fatal(name, err)
		}
		last := blocks[len(blocks)-1]
		if last.Kind != page.List || len(last.Items) != 2 {
			t.Fatalf("%s: the last block is %+v", name, last)
		}
		if l := last.Items[1].Blocks[0].Lines[0]; l.No != c.line || l.Text != "a2 - slow" {
			t.Errorf("%s: the second item is %q on line %d, want line %d", name, l.Text, l.No, c.line)
		}
		if title := blocks[len(blocks)-2]; title.Kind != page.Heading || title.Lines[0].Text != "lamp" {
			t.Errorf("%s: the list stands under %+v", name, title)
		}
	}
}

func TestNoListsInProse(t *testing.T) {
	blocks, err := YAML("lamp:\n  description: |\n    It is dark - or slow.\n    Nobody knows.\n")
	if err != nil || len(blocks) != 2 {
		t.Errorf("%d blocks, %v", len(blocks), err)
	}
}
