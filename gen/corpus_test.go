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
	"strings"
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
		typeCheck(t, spec.Package, mustPackage(t, spec))
	}
}

var standardLibrary = importer.Default()

// typeCheck compiles files for 32 and for 64 bits, but for the code, and
// returns what they declare.
func typeCheck(t testing.TB, name string, files []File) *types.Scope {
	t.Helper()
	fset := token.NewFileSet()
	var parsed, external []*ast.File
	for _, file := range files {
		f, err := parser.ParseFile(fset, file.Path, file.Content, parser.SkipObjectResolution)
		switch {
		case err != nil:
			t.Fatal(err)
		case strings.HasSuffix(f.Name.Name, "_test"):
			external = append(external, f)
		default:
			parsed = append(parsed, f)
		}
	}
	var scope *types.Scope
	for _, architecture := range []string{"386", "amd64"} {
		config := types.Config{Importer: standardLibrary, Sizes: types.SizesFor("gc", architecture)}
		pkg, err := config.Check("example.com/emitted/"+name, fset, parsed, nil)
		if err != nil {
			t.Fatalf("%s, %s: %v", name, architecture, err)
		}
		config.Importer = withPackage{standardLibrary, pkg}
		if _, err := config.Check("example.com/emitted/"+name+"_test", fset, external, nil); err != nil {
			t.Fatalf("%s, examples: %v", name, err)
		}
		scope = pkg.Scope()
	}
	return scope
}

// withPackage imports one package that is not in the standard library.
type withPackage struct {
	types.Importer
	pkg *types.Package
}

func (w withPackage) Import(path string) (*types.Package, error) {
	if path == w.pkg.Path() {
		return w.pkg, nil
	}
	return w.Importer.Import(path)
}
