package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/specs"
)

// builtin is the value of --specs that names the sources in the binary.
const builtin = "builtin"

// A place says where sources come from and where packages go.
type place struct {
	specs  string
	out    string // parent of the package folders
	direct string // the folder of the one package; "" for out/<package>
}

// outFlags adds the flags of the commands that write or compare packages.
func (p *place) outFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.out, "out", "generated", "folder that gets a folder for each package")
	cmd.Flags().StringVarP(&p.direct, "output", "o", "", "folder that gets the package of the one named source itself")
	cmd.MarkFlagsMutuallyExclusive("out", "output")
}

// A library is an opened folder of sources.
type library struct {
	fsys     fs.FS
	dir      string // how messages name the folder
	writable bool
	names    []string
}

// open finds the sources: in the folder, or in the binary where there is no
// such folder.
func (p *place) open() (*library, error) {
	lib := &library{fsys: specs.FS, dir: "builtin:specs"}
	info, err := os.Stat(p.specs)
	switch {
	case p.specs == builtin:
	case err == nil && info.IsDir():
		lib = &library{fsys: os.DirFS(p.specs), dir: filepath.ToSlash(p.specs), writable: true}
	case err == nil:
		return nil, fmt.Errorf("spectab: %s is a file, not a folder of sources", p.specs)
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("spectab: %w", err)
	case p.specs != "specs":
		return nil, fmt.Errorf("spectab: there is no folder %s\n\twithout --specs, the built-in sources serve", p.specs)
	}
	entries, err := fs.ReadDir(lib.fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("spectab: %w", err)
	}
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			lib.names = append(lib.names, e.Name())
		}
	}
	return lib, nil
}

// sources opens the named sources, or all of them, and reports every problem
// of every one at once.
func (lib *library) sources(names []string) ([]*scrape.Source, error) {
	if len(names) == 0 {
		names = lib.names
		if len(names) == 0 {
			return nil, fmt.Errorf("spectab: the folder %s has no sources", lib.dir)
		}
	}
	var problems model.Problems
	var opened []*scrape.Source
	seen := map[string]bool{}
	for _, name := range names {
		if seen[name] {
			continue
		}
		seen[name] = true
		if !lib.has(name) {
			problems = append(problems, &model.Problem{Message: fmt.Sprintf("there is no source %q in %s", name, lib.dir), Hint: scrape.Nearest(name, lib.names)})
			continue
		}
		s, err := scrape.Open(lib.fsys, name, path.Join(lib.dir, name))
		problems.Take(err)
		opened = append(opened, s)
	}
	return opened, problems.Err()
}

func (lib *library) has(name string) bool {
	for _, n := range lib.names {
		if n == name {
			return true
		}
	}
	return false
}

// A reading is a source that was read, with the lock that belongs to it.
type reading struct {
	source *scrape.Source
	spec   *model.Spec
	lock   []byte
}

// read reads the named sources, or all of them.
func (lib *library) read(names []string) ([]reading, error) {
	opened, err := lib.sources(names)
	if err != nil {
		return nil, err
	}
	var problems model.Problems
	var readings []reading
	packages := map[string]string{}
	for _, s := range opened {
		spec, lock, err := s.Spec()
		if err != nil {
			problems.Take(err)
			continue
		}
		if first := packages[spec.Package]; first != "" {
			problems.Add(path.Join(lib.dir, spec.Source, scrape.RecipeFile), 0, "give one of them another package", "package %s is that of source %s already", spec.Package, first)
		}
		packages[spec.Package] = spec.Source
		readings = append(readings, reading{s, spec, lock.Bytes()})
	}
	return readings, problems.Err()
}

// specsOf are the Specs of readings.
func specsOf(readings []reading) []*model.Spec {
	list := make([]*model.Spec, len(readings))
	for i := range readings {
		list[i] = readings[i].spec
	}
	return list
}

// sourceNames completes the names of sources in a shell.
func (p *place) sourceNames(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	lib, err := p.open()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return lib.names, cobra.ShellCompDirectiveNoFileComp
}

// printable makes control characters visible, since messages quote pages and
// a page may try to write to the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return '\uFFFD'
		}
		return r
	}, s)
}
