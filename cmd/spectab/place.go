package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/scrape/recipe"
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

// choose returns the named sources, each once, or all of them. Names that
// there are none of are problems.
func (lib *library) choose(names []string, problems *model.Problems) []string {
	if len(names) == 0 {
		return lib.names
	}
	var chosen []string
	for _, name := range names {
		switch {
		case slices.Contains(chosen, name):
		case slices.Contains(lib.names, name):
			chosen = append(chosen, name)
		default:
			*problems = append(*problems, lib.missing(name))
		}
	}
	return chosen
}

// isBuiltin reports whether a source is inside the command.
func isBuiltin(name string) bool {
	info, err := fs.Stat(specs.FS, name)
	return err == nil && info.IsDir()
}

// empty is the error of a folder without sources.
func (lib *library) empty() error {
	return fmt.Errorf("spectab: the folder %s has no sources\n\tspectab add FILE|URL --name NAME makes one", lib.dir)
}

// missing is the problem of a source that is not there. The built-in ones
// serve only where there is no folder, or where they are asked for.
func (lib *library) missing(name string) *model.Problem {
	p := &model.Problem{Message: fmt.Sprintf("there is no source %q in %s", name, lib.dir), Hint: recipe.Nearest(name, lib.names)}
	if isBuiltin(name) {
		p.Hint = "it is a built-in one: --specs " + builtin
	}
	return p
}

// A reading is a source that was read, with the lock that belongs to it.
type reading struct {
	source *scrape.Source
	spec   *model.Spec
	lock   []byte
}

// read reads the named sources, or all of them, and reports every problem of
// every one at once.
func (lib *library) read(names []string) ([]reading, error) {
	if len(lib.names) == 0 {
		return nil, lib.empty()
	}
	var problems model.Problems
	var readings []reading
	packages := map[string]string{}
	names = lib.choose(names, &problems)
	errs := make([]error, len(names))
	for i, r := range inParallel(len(names), func(i int) (r reading) { r, errs[i] = lib.readOne(names[i]); return r }) {
		if errs[i] != nil {
			problems.Take(errs[i])
			continue
		}
		name := names[i]
		if first := packages[r.spec.Package]; first != "" {
			problems.Add(path.Join(lib.dir, name, recipe.File), 0, "give one of them another package", "package %s is that of source %s already", r.spec.Package, first)
		}
		packages[r.spec.Package] = name
		readings = append(readings, r)
	}
	return readings, problems.Err()
}

func (lib *library) readOne(name string) (reading, error) {
	s, err := scrape.Open(lib.fsys, name, path.Join(lib.dir, name))
	if err != nil {
		return reading{}, err
	}
	spec, lock, err := s.Spec()
	if err != nil {
		return reading{}, err
	}
	return reading{s, spec, lock.Bytes()}, nil
}

// maxWorkers bounds the memory that large pages take together.
const maxWorkers = 8

// inParallel does n pieces of work, several at once, and returns the results
// in their order.
func inParallel[T any](n int, do func(i int) T) []T {
	results := make([]T, n)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0), maxWorkers) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				results[i] = do(i)
			}
		})
	}
	workers.Wait()
	return results
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
