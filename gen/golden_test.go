package gen

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
)

var update = flag.Bool("update", false, "write testdata/golden anew")

func TestGolden(t *testing.T) {
	for _, spec := range cases() {
		files, err := Package(spec)
		if err != nil {
			t.Fatalf("%s: %v", spec.Source, err)
		}
		for _, file := range files {
			// Not .go: what is in testdata shall not be taken for a package.
			golden := filepath.Join("testdata", "golden", filepath.FromSlash(file.Path)+".golden")
			if *update {
				if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, file.Content, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v\n\tgo test ./gen -run Golden -update", err)
			}
			want = bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))
			if d := diff.Diff(golden, want, "emitted", file.Content); d != nil {
				t.Errorf("%s\n\tgo test ./gen -run Golden -update", d)
			}
		}
	}
}
