package gen

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/spectab/spectab/model"
)

// TestEmittedPackages compiles and vets what is emitted, with the oldest Go
// that it is for, and runs testdata/behaviour against it.
func TestEmittedPackages(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles and runs Go programs")
	}
	dir := newModule(t, append(cases(), manyCodes("long", 400), manyNumbers("dense", 40, 1)))
	tests, err := filepath.Glob(filepath.Join("testdata", "behaviour", "*_test.go"))
	if err != nil || len(tests) == 0 {
		t.Fatalf("no tests of behaviour: %v", err)
	}
	for _, test := range tests {
		content, err := os.ReadFile(test)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, filepath.Base(test)), content)
	}
	goTool(t, dir, "vet", "./...")
	goTool(t, dir, "test", "./...")
}

// newModule writes the packages of specs into a module that has nothing else.
func newModule(t testing.TB, specs []*model.Spec) string {
	t.Helper()
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "go.mod"), []byte("module example.com/emitted\n\ngo 1.23\n"))
	for _, spec := range specs {
		for _, file := range mustPackage(t, spec) {
			writeFile(t, filepath.Join(dir, filepath.FromSlash(file.Path)), file.Content)
		}
	}
	return dir
}

func mustPackage(t testing.TB, spec *model.Spec) []File {
	t.Helper()
	if spec.ImportPath != "" { // of newSpec, but the package was renamed since
		spec.ImportPath = "example.com/emitted/" + spec.Package
	}
	files, err := Package(spec)
	if err != nil {
		t.Fatalf("%s: %v", spec.Source, err)
	}
	return files
}

func writeFile(t testing.TB, name string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// goTool runs the go command in dir, without a network, and returns its output.
func goTool(t testing.TB, dir string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOTOOLCHAIN=local", "GOWORK=off")
	output, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("go %v: %v\n%s", args, err, output)
	}
	return output
}
