package gen

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spectab/spectab/model"
)

// PackageIn is Package for a folder: out, which gets a folder for each package,
// or, where it is not "", direct, which gets the files of this one itself. The
// paths of the files are relative to that folder, which is returned too.
func PackageIn(out, direct string, s *model.Spec) (dir string, files []File, err error) {
	s.ImportPath = importPath(PackageFolder(out, direct, s))
	files, err = Package(s)
	if direct == "" {
		return out, files, err
	}
	for i := range files {
		files[i].Path = path.Base(files[i].Path)
	}
	return direct, files, err
}

// PackageFolder is the folder of a package.
func PackageFolder(out, direct string, s *model.Spec) string {
	if direct != "" {
		return direct
	}
	return filepath.Join(out, s.Package)
}

// ModulePath is the path of the module that a folder is in, which may not be
// there yet, and the module's root; "" where it is in none.
func ModulePath(folder string) (module, root string) {
	root, err := filepath.Abs(folder)
	for err == nil {
		if data, err := os.ReadFile(filepath.Join(root, "go.mod")); err == nil {
			if m := moduleLine.FindSubmatch(data); m != nil {
				return string(m[1]), root
			}
			return "", ""
		}
		if filepath.Dir(root) == root {
			break
		}
		root = filepath.Dir(root)
	}
	return "", ""
}

var (
	moduleLine   = regexp.MustCompile(`(?m)^\s*module\s+"?([^\s"]+)`)
	importedPath = regexp.MustCompile(`^[A-Za-z0-9._~+/-]+$`)
)

// importPath is how a program imports what is in a folder; "" where it
// cannot.
func importPath(folder string) string {
	module, root := ModulePath(folder)
	folder, err := filepath.Abs(folder)
	if module == "" || err != nil {
		return ""
	}
	below, err := filepath.Rel(root, folder)
	if imported := path.Join(module, filepath.ToSlash(below)); err == nil && importedPath.MatchString(imported) && !strings.HasPrefix(imported, ".") {
		return imported
	}
	return ""
}
