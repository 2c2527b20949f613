package gen

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/spectab/spectab/model"
)

// corpusSpec is a package from the answers to a page of the corpus, which is
// not everywhere.
func corpusSpec(t testing.TB, page, name, value, group string) *model.Spec {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "shared", "corpus", "cases", page, "truth.json"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the corpus is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	var truth struct {
		Rows []struct{ Code, Key, Message, Group string }
	}
	if err := json.Unmarshal(data, &truth); err != nil {
		t.Fatal(err)
	}
	table := model.Table{Name: "Code", Kind: model.Codes, Value: model.Value{Type: value}}
	for i, row := range truth.Rows {
		if group == "" || row.Group == group {
			table.Entries = append(table.Entries, model.Entry{Code: row.Code, Key: row.Key, Text: row.Message, Line: i + 1})
		}
	}
	return assigned(t, newSpec(name, table))
}

// assigned names the entries of a spec as spectab gen does.
func assigned(t testing.TB, s *model.Spec) *model.Spec {
	t.Helper()
	if _, err := model.NewLock(model.LockFile).Assign(s); err != nil {
		t.Fatal(err)
	}
	return s
}

func corpusSpecs(t testing.TB) []*model.Spec {
	return []*model.Spec{
		corpusSpec(t, "samba_werror_txt_2700", "win32", "uint32", ""),
		corpusSpec(t, "firebird30_errcodes_1200", "firebird", "int32", "gdscode"),
	}
}

// TestCorpus has packages of thousands of numbers compiled, for 32 bits too.
func TestCorpus(t *testing.T) {
	for _, spec := range corpusSpecs(t) {
		typeCheck(t, spec, "386")
		typeCheck(t, spec, "amd64")
	}
}

var standardLibrary = importer.Default()

// typeCheck compiles what is emitted of a spec, but for the code.
func typeCheck(t testing.TB, spec *model.Spec, architecture string) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for _, file := range mustPackage(t, spec) {
		parsed, err := parser.ParseFile(fset, file.Path, file.Content, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, parsed)
	}
	config := types.Config{Importer: standardLibrary, Sizes: types.SizesFor("gc", architecture)}
	pkg, err := config.Check("example.com/emitted/"+spec.Package, fset, files, nil)
	if err != nil {
		t.Fatalf("%s, %s: %v", spec.Package, architecture, err)
	}
	return pkg
}
